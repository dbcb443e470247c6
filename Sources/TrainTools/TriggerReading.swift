internal import AgentProtocol
internal import JSON
internal import Scheduling
internal import TrainingModel
internal import ZoneInfo

/// The argument `trigger` of a call, read as far as it can be, with everything that is wrong with it.
///
/// What its schema says of it is not said again: members of a wrong type are passed over.
struct TriggerReading {
  /// The zone that was asked for, or the server's; nil when there is none of that name.
  private(set) var zone: TimeZoneRules?
  /// nil when something is wrong with it.
  private(set) var timetable: Timetable?
  private(set) var warnings: [TriggerWarning] = []
  private(set) var problems: [ArgumentProblem] = []
  private let object: JSONObject

  /// - Parameter createdAt: The time from which the occurrences of an interval count that names no start.
  init(_ object: JSONObject, zones: ZoneFiles, createdAt: Timestamp) {
    self.object = object
    readZone(zones)
    let kind = object["type"]?.string.flatMap(TriggerKind.init)
    if let kind { checkMembers(of: kind) }
    let startAt = time("start_at")
    let endAt = time("end_at")
    guard let trigger = trigger(kind, startAt: startAt, createdAt: createdAt), problems.isEmpty else {
      return
    }
    let jitter = object["jitter_s"]?.integer.map { Jitter(seconds: Int($0), key: "") }
    timetable = Timetable(trigger, startAt: startAt, endAt: endAt, jitter: jitter)
  }

  /// Adds what the rules of schedules have against it.
  mutating func refuse(_ found: [ArgumentProblem]) {
    problems += found
    if !found.isEmpty { timetable = nil }
  }

  /// A time as it is written in an argument beside the trigger, read in the trigger's zone.
  mutating func time(_ text: String, argument: String) -> Timestamp? {
    let written: WrittenTime
    do throws(WrittenTimeError) { written = try WrittenTime(text) } catch {
      problems.append(ArgumentProblem(argument, error.description))
      return nil
    }
    if case .local = written, object["timezone"] == nil {
      problems.append(
        ArgumentProblem(
          argument, "has no offset from UTC; write one, such as 2026-03-08T02:30:00+01:00, or give a timezone"
        ))
      return nil
    }
    // Without a zone the zone is the problem, which is said already.
    guard let zone else { return nil }
    guard let times = written.localTimes(in: zone) else {
      problems.append(ArgumentProblem(argument, "is beyond the years that can be scheduled, 1678 to 2261"))
      return nil
    }
    switch times {
    case .one: break
    case .none(let resumes):
      let message =
        "\(argument): the clocks of \(zone.name) skip that time; it means \(resumes.rfc3339(in: zone))"
      warnings.append(TriggerWarning(code: "skipped_local_time", message: message))
    case .two(let earlier, _):
      let message =
        "\(argument): the clocks of \(zone.name) show that time twice; it means \(earlier.rfc3339(in: zone))"
      warnings.append(TriggerWarning(code: "repeated_local_time", message: message))
    }
    return times.first
  }

  private mutating func time(_ member: String) -> Timestamp? {
    object[member]?.string.flatMap { time($0, argument: "trigger.\(member)") }
  }

  private mutating func readZone(_ zones: ZoneFiles) {
    guard let name = object["timezone"]?.string else {
      zone = zones.localRules()
      return
    }
    do throws(ZoneError) { zone = try zones.rules(of: name) } catch {
      problems.append(ArgumentProblem("trigger.timezone", error.description))
    }
  }

  private mutating func checkMembers(of kind: TriggerKind) {
    if object[kind.member] == nil {
      problems.append(ArgumentProblem("trigger.\(kind.member)", "is required by type \(kind.rawValue)"))
    }
    for other in TriggerKind.allCases where other != kind && object[other.member] != nil {
      problems.append(
        ArgumentProblem(
          "trigger.\(other.member)",
          "means nothing with type \(kind.rawValue), only with type \(other.rawValue)"))
    }
  }

  /// Reads every member that is there, so that all that is wrong is told at once, and gives that of `kind`.
  private mutating func trigger(
    _ kind: TriggerKind?, startAt: Timestamp?, createdAt: Timestamp
  ) -> Trigger? {
    let runAt = time("run_at")
    let expression = expression()
    switch kind {
    case .once: return runAt.map(Trigger.once)
    case .interval: return grid(startAt: startAt, createdAt: createdAt).map(Trigger.interval)
    case .cron:
      guard let expression, let zone else { return nil }
      return .cron(CronRecurrence(expression, in: zone))
    case nil: return nil
    }
  }

  private mutating func expression() -> CronExpression? {
    guard let text = object["cron_expression"]?.string else { return nil }
    do throws(CronError) {
      let expression = try CronExpression(text)
      warnings += expression.warnings.map(TriggerWarning.init)
      return expression
    } catch {
      problems += error.problems.map { ArgumentProblem("trigger.cron_expression", $0.description) }
      return nil
    }
  }

  private func grid(startAt: Timestamp?, createdAt: Timestamp) -> IntervalGrid? {
    guard let seconds = object["interval_seconds"]?.integer.map(Int.init) else { return nil }
    // Out of range it is refused by the schema, whose bounds are those of the grid.
    if let startAt { return try? IntervalGrid(seconds: seconds, anchor: startAt) }
    return try? IntervalGrid(seconds: seconds, createdAt: createdAt)
  }
}
