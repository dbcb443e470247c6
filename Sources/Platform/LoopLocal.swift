/// The timers and handlers of an event loop: touched by its thread alone, which `EventLoop.checkIsolated`
/// asserts at every way in; hence no lock, and `@unchecked`.
final class LoopLocal: @unchecked Sendable {
  private var handlers: [UInt64: @Sendable () -> Void] = [:]
  private var actions: [EventTimer: @Sendable () -> Void] = [:]
  /// Ascending.
  ///
  /// There is about one timer a waiting call, so insertion into a list is cheap enough.
  private var order: [EventTimer] = []
  private var lastNumber: UInt64 = 0

  private func nextNumber() -> UInt64 {
    lastNumber += 1
    return lastNumber
  }

  func add(handler: @escaping @Sendable () -> Void) -> UInt64 {
    let number = nextNumber()
    handlers[number] = handler
    return number
  }

  func handler(of number: UInt64) -> (@Sendable () -> Void)? { handlers[number] }

  func remove(handler number: UInt64) { handlers[number] = nil }

  func add(timerAt deadline: MonotonicInstant, action: @escaping @Sendable () -> Void) -> EventTimer {
    let timer = EventTimer(deadline: deadline, number: nextNumber())
    actions[timer] = action
    order.insert(timer, at: position(of: timer))
    return timer
  }

  func remove(_ timer: EventTimer) {
    guard actions.removeValue(forKey: timer) != nil else { return }
    order.remove(at: position(of: timer))
  }

  func nextDeadline() -> MonotonicInstant? { order.first?.deadline }

  func takeDueTimer(at now: MonotonicInstant) -> (@Sendable () -> Void)? {
    guard let first = order.first, first.deadline <= now else { return nil }
    order.removeFirst()
    return actions.removeValue(forKey: first)
  }

  /// Where `timer` is or belongs.
  private func position(of timer: EventTimer) -> Int {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if order[middle] < timer { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
