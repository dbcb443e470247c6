internal import Platform
internal import TrainingModel

/// Who waits for what.
struct WaiterTable {
  /// One waiting call.
  struct Waiter {
    let runs: Set<RunID>
    /// Whether what was waited for has come.
    let isSatisfied: (ManagedRun) -> Bool
    let timer: EventTimer
    let continuation: CheckedContinuation<WaitEnd, Never>
  }

  private var waiters: [UInt64: Waiter] = [:]
  private var lastNumber: UInt64 = 0

  mutating func nextNumber() -> UInt64 {
    lastNumber += 1
    return lastNumber
  }

  mutating func add(_ waiter: Waiter, number: UInt64) { waiters[number] = waiter }

  /// Takes a waiter out; nil when it was taken before.
  mutating func take(_ number: UInt64) -> Waiter? { waiters.removeValue(forKey: number) }

  /// Takes out everybody for whom the change of a run is what they waited for.
  mutating func take(satisfiedBy run: ManagedRun) -> [Waiter] {
    let numbers = waiters.filter { $0.value.runs.contains(run.id) && $0.value.isSatisfied(run) }.keys.sorted()
    return numbers.compactMap { waiters.removeValue(forKey: $0) }
  }

  /// Takes out everybody.
  mutating func takeAll() -> [Waiter] {
    defer { waiters = [:] }
    return waiters.sorted { $0.key < $1.key }.map(\.value)
  }
}
