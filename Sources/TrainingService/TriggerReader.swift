internal import Scheduling
internal import TrainingModel
internal import ZoneInfo

/// Reads written triggers with the zones of this machine.
struct TriggerReader {
  private let zones = ZoneFiles.system()

  /// The zone that counts where none is named.
  var localZone: TimeZoneRules { zones.localRules() }

  /// What a written trigger means.
  ///
  /// - Throws: `badSchedule` with every problem.
  func read(
    _ specification: TriggerSpecification, key: String, setAt: Timestamp
  ) throws(ServiceError) -> ReadTrigger {
    var problems: [ScheduleProblem] = []
    var zone = TimeZoneRules.utc
    do throws(ZoneError) { zone = try specification.timeZone.map(zones.rules(of:)) ?? localZone } catch {
      problems.append(
        ScheduleProblem(
          kind: .badTimeZone, argument: "timezone", message: "\(error)",
          hint: "write an IANA name such as Europe/Berlin, or UTC"))
    }
    do throws(ScheduleProblems) {
      let trigger = try specification.read(in: zone, key: key, setAt: setAt)
      if problems.isEmpty { return trigger }
    } catch {
      problems += error.problems
    }
    throw .badSchedule(ScheduleProblems(problems))
  }
}
