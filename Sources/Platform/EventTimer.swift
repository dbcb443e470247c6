/// Names one timer of an event loop; timers of one deadline fire in the order of their making.
package struct EventTimer: Hashable, Comparable, Sendable {
  let deadline: MonotonicInstant
  let number: UInt64

  package static func < (left: EventTimer, right: EventTimer) -> Bool {
    (left.deadline, left.number) < (right.deadline, right.number)
  }
}
