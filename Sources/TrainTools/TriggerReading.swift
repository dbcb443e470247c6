internal import AgentProtocol
internal import JSON
internal import Scheduling
internal import TrainingModel
internal import ZoneInfo

/// The argument `trigger` of a call, read as far as it can be, with everything that is wrong with it.
///
/// What its schema says of it is not said again: members of a wrong type are passed over.
struct TriggerReading {
  /// nil when it is no trigger of any kind.
  private(set) var specification: TriggerSpecification?
  /// What it means; nil when something is wrong with it.
  private(set) var trigger: ReadTrigger?
  private(set) var problems: [ArgumentProblem] = []
  /// The zone that was asked for, or the server's; nil when there is none of that name.
  private var zone: TimeZoneRules?
  private let object: JSONObject

  /// In bytes: no zone has a name so long.
  private static let longestZoneName = 80

  /// - Parameter setAt: The time from which the occurrences of an interval count that names no start.
  init(_ object: JSONObject, zones: ZoneFiles, setAt: Timestamp) {
    self.object = object
    readZone(zones)
    specification = readSpecification()
    for name in ["run_at", "start_at", "end_at"] { _ = time(object[name]?.string, "trigger.\(name)") }
    guard let specification else { return }
    do throws(ScheduleProblems) {
      // The zone counts for times alone, and its own problem is told already.
      let read = try specification.read(in: zone ?? .utc, key: "", setAt: setAt)
      if problems.isEmpty { trigger = read }
    } catch {
      let known = Set(problems.map(\.argument))
      problems += error.problems.compactMap(\.argumentProblem).filter { !known.contains($0.argument) }
    }
  }

  /// Adds what the rules of schedules have against it.
  mutating func refuse(_ found: [ScheduleProblem]) {
    problems += found.compactMap(\.argumentProblem)
    if !problems.isEmpty { trigger = nil }
  }

  /// A time as it is written in an argument, read in the trigger's zone; what is wrong with it is added.
  mutating func time(_ text: String?, _ argument: String) -> Timestamp? {
    guard let text else { return nil }
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
    guard let zone else { return nil }
    guard let times = written.localTimes(in: zone) else {
      problems.append(ArgumentProblem(argument, "is out of range; write a time between 1678 and 2261"))
      return nil
    }
    return times.first
  }

  private mutating func readZone(_ zones: ZoneFiles) {
    guard let name = object["timezone"]?.string else {
      zone = zones.localRules()
      return
    }
    guard name.utf8.count <= Self.longestZoneName else {
      // What is longer would only be quoted back.
      problems.append(
        ArgumentProblem(
          "trigger.timezone",
          "is too long for a name; write an IANA name such as Europe/Berlin, or UTC"))
      return
    }
    do throws(ZoneError) { zone = try zones.rules(of: name) } catch {
      problems.append(ArgumentProblem("trigger.timezone", error.description))
    }
  }

  private mutating func readSpecification() -> TriggerSpecification? {
    guard let type = object["type"]?.string.flatMap(TriggerType.init) else { return nil }
    if object[type.member] == nil {
      problems.append(ArgumentProblem("trigger.\(type.member)", "is required by type \(type.rawValue)"))
    }
    for other in TriggerType.allCases where other != type && object[other.member] != nil {
      problems.append(
        ArgumentProblem(
          "trigger.\(other.member)",
          "means nothing with type \(type.rawValue), only with type \(other.rawValue)")
      )
    }
    guard let kind = kind(of: type) else { return nil }
    return TriggerSpecification(
      kind, timeZone: object["timezone"]?.string, startAt: object["start_at"]?.string,
      endAt: object["end_at"]?.string, jitter: object["jitter_s"]?.integer.map(Int.init) ?? 0)
  }

  private func kind(of type: TriggerType) -> TriggerSpecification.Kind? {
    switch type {
    case .once: object["run_at"]?.string.map { .once(runAt: $0) }
    case .interval: object["interval_seconds"]?.integer.map { .interval(seconds: Int($0)) }
    case .cron: object["cron_expression"]?.string.map { .cron(expression: $0) }
    }
  }
}
