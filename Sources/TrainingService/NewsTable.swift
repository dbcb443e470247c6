internal import Platform

/// Who listens to what, and who has to be told of it when.
///
/// News say that something is another than before, not what: many changes become one, and the last one is always told.
/// It knows no clock and no timer; its owner does.
struct NewsTable {
  /// Seconds between two news of one topic to one listener: at most two in a second.
  static let interval = 0.5
  /// Topics of all listeners together; a client that wants more is told so.
  static let capacity = 20_000

  private enum Turn {
    /// Nothing has changed since it was told last, or since it is listened to.
    case quiet(since: MonotonicInstant?)
    case due(at: MonotonicInstant)
  }

  private struct Listener {
    var topics: [NewsTopic: Turn]
    var wake: CheckedContinuation<Void, Never>?
    var timer: EventTimer?
  }

  private var listeners: [UInt64: Listener] = [:]
  private var audience: [NewsTopic: Set<UInt64>] = [:]
  private var lastNumber: UInt64 = 0
  private var topicCount = 0

  /// Whether nobody listens.
  var isEmpty: Bool { listeners.isEmpty }

  /// The topics that somebody listens to.
  var topics: Dictionary<NewsTopic, Set<UInt64>>.Keys { audience.keys }

  /// Enters a listener.
  ///
  /// - Returns: its number; nil when there are too many.
  mutating func add(_ topics: Set<NewsTopic>) -> UInt64? {
    guard topicCount + topics.count <= Self.capacity else { return nil }
    lastNumber += 1
    topicCount += topics.count
    listeners[lastNumber] = Listener(
      topics: Dictionary(uniqueKeysWithValues: topics.map { ($0, .quiet(since: nil)) }))
    for topic in topics { audience[topic, default: []].insert(lastNumber) }
    return lastNumber
  }

  /// Takes a listener out.
  ///
  /// - Returns: what it waited with.
  mutating func remove(_ number: UInt64) -> (wake: CheckedContinuation<Void, Never>?, timer: EventTimer?)? {
    guard let listener = listeners.removeValue(forKey: number) else { return nil }
    topicCount -= listener.topics.count
    for topic in listener.topics.keys {
      audience[topic]?.remove(number)
      if audience[topic]?.isEmpty == true { audience[topic] = nil }
    }
    return (listener.wake, listener.timer)
  }

  /// Notes that something has changed.
  ///
  /// - Returns: the listeners that have to be told of it, and did not have to before.
  mutating func note(_ topic: NewsTopic, at now: MonotonicInstant) -> [UInt64] {
    var numbers: [UInt64] = []
    for number in audience[topic] ?? [] {
      guard case .quiet(let last) = listeners[number]?.topics[topic] else { continue }
      let due = last.map { max(now, $0.advanced(bySeconds: Self.interval)) } ?? now
      listeners[number]?.topics[topic] = .due(at: due)
      numbers.append(number)
    }
    return numbers.sorted()
  }

  /// Takes what a listener is to be told now; nil when it listens no more.
  mutating func take(_ number: UInt64, at now: MonotonicInstant) -> Set<NewsTopic>? {
    guard let topics = listeners[number]?.topics else { return nil }
    var due: Set<NewsTopic> = []
    for case (let topic, .due(let instant)) in topics where instant <= now { due.insert(topic) }
    for topic in due { listeners[number]?.topics[topic] = .quiet(since: now) }
    return due
  }

  /// When a listener is to be told something next; nil while there is nothing.
  func nextDue(of number: UInt64) -> MonotonicInstant? {
    let instants = (listeners[number]?.topics ?? [:]).values.compactMap { turn -> MonotonicInstant? in
      if case .due(let instant) = turn { instant } else { nil }
    }
    return instants.min()
  }

  // MARK: Waiting

  /// Whether a listener waits for news.
  func isWaiting(_ number: UInt64) -> Bool { listeners[number]?.wake != nil }

  mutating func wait(_ number: UInt64, with wake: CheckedContinuation<Void, Never>) {
    listeners[number]?.wake = wake
  }

  /// Sets the timer of a listener; the one that was set before comes back.
  mutating func setTimer(_ timer: EventTimer?, of number: UInt64) -> EventTimer? {
    defer { listeners[number]?.timer = timer }
    return listeners[number]?.timer
  }

  /// Takes what a listener waits with; nil when it does not wait.
  mutating func takeWake(_ number: UInt64) -> CheckedContinuation<Void, Never>? {
    defer { listeners[number]?.wake = nil }
    return listeners[number]?.wake
  }
}
