internal import Scheduling
internal import TrainingModel

/// Which looks at data are under way, and which wait: a few at a time, so that a thousand schedules do not make a
/// thousand threads, and none behind one that does not come back.
struct DataLookTable {
  /// Looks at a time.
  static let slots = 4
  /// The most threads that may hang in the system before no more are risked.
  static let mostStuck = 16

  private var active: Set<Int> = []
  private var waiting: [Int] = []
  /// Looks that were given up, with the schedule whose data they hang at.
  private var stuck: [Int: ScheduleID] = [:]
  private var lastNumber = 0

  /// Enters a look.
  ///
  /// - Returns: its number; nil when it would hang as others do.
  mutating func enter(_ schedule: ScheduleID) -> Int? {
    guard stuck.count < Self.mostStuck, !stuck.values.contains(schedule) else { return nil }
    lastNumber += 1
    waiting.append(lastNumber)
    return lastNumber
  }

  /// The looks that may begin now.
  mutating func takeReady() -> [Int] {
    let ready = Array(waiting.prefix(Self.slots - active.count))
    waiting.removeFirst(ready.count)
    active.formUnion(ready)
    return ready
  }

  /// Somebody stops waiting for a look; its thread may come back one day.
  mutating func giveUp(_ number: Int, _ schedule: ScheduleID) {
    guard active.remove(number) != nil else { return }
    stuck[number] = schedule
  }

  /// A look has come back, also one that was given up.
  mutating func end(_ number: Int) {
    active.remove(number)
    stuck[number] = nil
  }
}
