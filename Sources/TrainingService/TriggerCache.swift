internal import Scheduling
internal import TrainingModel

/// The triggers of schedules, read once: a zone's file is not read again for each occurrence.
struct TriggerCache {
  private struct Key: Hashable {
    let trigger: TriggerSpecification
    let schedule: ScheduleID
    let setAt: Timestamp
  }

  private var triggers: [Key: ReadTrigger] = [:]
  private var zones: [String: TimeZoneRules] = [:]
  private let reader = TriggerReader()
  /// More than this many are not kept at once.
  private static let capacity = 20_000

  /// What the trigger of a schedule means.
  mutating func trigger(of schedule: Schedule) throws(ServiceError) -> ReadTrigger {
    let key = Key(trigger: schedule.definition.trigger, schedule: schedule.id, setAt: schedule.triggerSetAt)
    if let trigger = triggers[key] { return trigger }
    let zone = schedule.definition.trigger.timeZone.flatMap { zones[$0] }
    let trigger = try reader.read(
      schedule.definition.trigger, key: schedule.id.rawValue, setAt: schedule.triggerSetAt, knownZone: zone)
    if let name = schedule.definition.trigger.timeZone { zones[name] = trigger.zone }
    if triggers.count >= Self.capacity { triggers = [:] }
    triggers[key] = trigger
    return trigger
  }
}
