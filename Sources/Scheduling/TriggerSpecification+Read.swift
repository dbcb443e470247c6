package import TrainingModel

extension TriggerSpecification {
  /// Reads the trigger in its zone.
  ///
  /// - Parameters:
  ///   - zone: the rules of `timeZone`.
  ///   - key: what the delays of one schedule have in common: its identifier.
  ///   - setAt: when the schedule was given this trigger; an interval without a start counts from here.
  /// - Throws: every problem with what is written, ranges of numbers and times to come aside, which
  ///   `ScheduleRules.problems` looks at.
  package func read(
    in zone: TimeZoneRules, key: String, setAt: Timestamp
  ) throws(ScheduleProblems) -> ReadTrigger {
    var reading = Reading(zone: zone)
    let start = startAt.flatMap { reading.time($0, "start_at") }
    let end = endAt.flatMap { reading.time($0, "end_at") }
    let trigger = reading.trigger(kind, start: start, setAt: setAt)
    guard let trigger, reading.problems.isEmpty else { throw ScheduleProblems(reading.problems) }
    return ReadTrigger(
      timetable: Timetable(
        trigger, startAt: start, endAt: end, jitter: jitter == 0 ? nil : Jitter(seconds: jitter, key: key)),
      zone: zone, warnings: reading.warnings)
  }

  /// Collects what is wrong.
  private struct Reading {
    let zone: TimeZoneRules
    var problems: [ScheduleProblem] = []
    var warnings: [String] = []

    mutating func trigger(_ kind: Kind, start: Timestamp?, setAt: Timestamp) -> Trigger? {
      switch kind {
      case .once(let text): return time(text, "run_at").map(Trigger.once)
      case .interval(let seconds):
        do throws(ScheduleProblem) {
          guard let start else { return .interval(try IntervalGrid(seconds: seconds, createdAt: setAt)) }
          return .interval(try IntervalGrid(seconds: seconds, anchor: start))
        } catch {
          problems.append(error)
          return nil
        }
      case .cron(let text):
        do throws(CronError) {
          let expression = try CronExpression(text)
          warnings += expression.warnings.map(\.description)
          return .cron(CronRecurrence(expression, in: zone))
        } catch {
          problems += error.problems.map { problem in
            ScheduleProblem(
              kind: .malformed, argument: "cron_expression",
              message: (problem.field.map { "\($0.rawValue): " } ?? "") + problem.message,
              hint: "allowed: \(problem.allowed)" + (problem.hint.map { "; \($0)" } ?? ""))
          }
          return nil
        }
      }
    }

    mutating func time(_ text: String, _ argument: String) -> Timestamp? {
      do throws(WrittenTimeError) {
        guard let times = try WrittenTime(text).localTimes(in: zone) else {
          problems.append(
            ScheduleProblem(
              kind: .outOfRange, argument: argument, message: "'\(Quote.short(text))' is out of range",
              hint: "write a time between 1678 and 2261"))
          return nil
        }
        switch times {
        case .one: break
        case .none(let resumes):
          warnings.append(
            "\(argument): the clocks of \(zone.name) are set forward past '\(Quote.short(text))', so it is "
              + resumes.rfc3339(in: zone))
        case .two(let earlier, let later):
          warnings.append(
            "\(argument): the clocks of \(zone.name) show '\(Quote.short(text))' twice; "
              + "\(earlier.rfc3339(in: zone)) is taken and not \(later.rfc3339(in: zone)) (write an offset to choose)"
          )
        }
        return times.first
      } catch {
        problems.append(
          ScheduleProblem(
            kind: .malformed, argument: argument,
            message: "'\(Quote.short(text))' is no time: \(error.reason)",
            hint: "write it as 2026-03-08T02:30:00+01:00"))
        return nil
      }
    }
  }
}
