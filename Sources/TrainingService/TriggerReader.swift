internal import Scheduling
internal import TrainingModel
internal import ZoneInfo

/// Reads written triggers with the zones of this machine.
struct TriggerReader {
  private let zones = ZoneFiles.system()

  /// The zone that counts where none is named.
  var localZone: TimeZoneRules { zones.localRules() }

  private func zone(_ name: String?) throws(ZoneError) -> TimeZoneRules {
    guard let name else { return localZone }
    return try zones.rules(of: name)
  }

  /// What a written trigger means.
  ///
  /// - Throws: `badSchedule` with every problem.
  func read(
    _ specification: TriggerSpecification, key: String, setAt: Timestamp, knownZone: TimeZoneRules? = nil
  ) throws(ServiceError) -> ReadTrigger {
    var problems: [ScheduleProblem] = []
    var zone = knownZone ?? .utc
    do throws(ZoneError) { if knownZone == nil { zone = try self.zone(specification.timeZone) } } catch {
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
