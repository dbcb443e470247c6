import Scheduling
import Testing
import TrainingModel

@testable import TrainingService

/// What is written of occurrences that do not run.
@Suite struct OccurrenceReportTests {
  private static let created = Timestamp(nanoseconds: 1_763_696_400_000_000_000)

  private func later(_ seconds: Int64) -> Timestamp {
    Timestamp(nanoseconds: Self.created.nanoseconds + seconds * 1_000_000_000)
  }

  private func report() throws -> (report: OccurrenceReport, rules: ScheduleRules) {
    let id = try #require(ScheduleID("schedule-test"))
    let timetable = Timetable(.interval(try IntervalGrid(seconds: 1, createdAt: Self.created)))
    let schedule = Schedule(
      id: id,
      definition: ScheduleDefinition(
        name: "test", trigger: TriggerSpecification(.interval(seconds: 1)),
        start: TrainingCommand(command: ["true"])),
      createdAt: Self.created, updatedAt: Self.created,
      triggerSetAt: Self.created)
    return (
      OccurrenceReport(
        schedule: schedule, timetable: timetable, running: [try #require(RunID("train-a"))], now: Self.created
      ),
      ScheduleRules(timetable)
    )
  }

  @Test func aLongAbsenceHasFewRowsAndAllOccurrences() throws {
    let (report, rules) = try report()
    let now = later(604_800)
    let plan = rules.plan(
      rules.initialState(createdAt: Self.created), at: now, running: 0, watchingSince: now)
    let executions = report.executions(of: plan)
    // Those that were late, and those of the last five minutes, for which the newest runs.
    #expect(executions.count == 2 * (OccurrenceReport.limit + 1))
    #expect(executions.map(\.occurrences).reduce(0, +) == 604_799)
    #expect(Set(executions.map(\.scheduledFor)).count == executions.count)
    #expect(Set(executions.map(\.id)).count == executions.count)
    #expect(executions.allSatisfy { $0.status == .missed })
    #expect(executions.first?.scheduledFor == later(1))
    #expect(executions.last?.scheduledFor == later(604_799))
    #expect(report.problem(in: plan)?.contains("misfire_grace_s of 300 s") == true)
  }

  @Test func anOverlapNamesTheRunThatWasInTheWay() throws {
    let (report, rules) = try report()
    let plan = rules.plan(
      rules.initialState(createdAt: Self.created), at: later(1), running: 1, watchingSince: Self.created)
    let executions = report.executions(of: plan)
    #expect(executions.map(\.status) == [.skippedOverlap])
    #expect(executions.first?.errorMessage?.contains("train-a") == true)
    #expect(report.problem(in: plan) == nil)
  }

  @Test func whatStartsHasNoRowHere() throws {
    let (report, rules) = try report()
    let plan = rules.plan(
      rules.initialState(createdAt: Self.created), at: later(1), running: 0, watchingSince: Self.created)
    #expect(plan.starts == [later(1)])
    #expect(report.executions(of: plan).isEmpty)
  }
}
