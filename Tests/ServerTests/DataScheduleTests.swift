import Platform
import Scheduling
import TestSupport
import Testing
import TrainingModel

/// Daemons that look at data before they start anything, with real files and trainings.
@Suite(.timeLimit(.minutes(10)), .blocking) struct DataScheduleTests {
  private func last(_ yard: ScheduleYard, _ id: ScheduleID) throws -> Execution? {
    try yard.executions(id).last
  }

  @Test func incrementalRunsThenHasNoNewDataThenRunsAgain() throws {
    let yard = try ScheduleYard()
    try FileSystem.makeDirectory(yard.root + "/data")
    try yard.write("data/a.csv", "1")
    let id = try yard.create(
      command: "echo $SIGNALBOX_TRAINING_MODE",
      training: TrainingPlan(mode: .incremental, data: ["data/**/*.csv"]))
    let daemon = try yard.startDaemon()
    try blockUntil("nothing is new any more") { try last(yard, id)?.reason == .noNewData }
    let failed = try #require(try last(yard, id))
    #expect(failed.status == .failed)
    #expect(failed.run == nil)
    #expect(failed.errorMessage?.contains("1 file, the newest \(yard.root)/data/a.csv of ") == true)
    #expect(try yard.trace().count == 1)

    try yard.write("data/b.csv", "2")
    try blockUntil("it has run again") {
      try yard.executions(id).count { $0.status == .completed } == 2 && last(yard, id)?.reason == .noNewData
    }
    try yard.stop(id)
    _ = try yard.kill(daemon, SystemSignal.terminate)
    let executions = try yard.executions(id)
    #expect(executions.filter { $0.run != nil }.map(\.output) == ["full", "incremental"])
    #expect(executions.filter { $0.run != nil }.map(\.data?.files) == [1, 2])
    #expect(try yard.complaints().split(separator: "\n").count == 1, "one line at the start and no other")
    try yard.expectEveryOccurrenceOnce(id)
  }

  @Test func fullIsSkippedWhileItsDataAreUnchangedUnlessForced() throws {
    let yard = try ScheduleYard()
    try yard.write("a.csv", "1")
    let id = try yard.create(training: TrainingPlan(data: ["*.csv"]))
    let forced = try yard.create(
      training: TrainingPlan(forceRetrain: true, data: ["*.csv"]), policy: SchedulePolicy(maxRuns: 3))
    let daemon = try yard.startDaemon()
    try blockUntil("it is skipped, and the other is not") {
      try last(yard, id)?.reason == .unchanged && yard.record(forced)?.progress.successRuns == 3
    }
    try FileSystem.removeFile(yard.root + "/a.csv")
    try yard.write("b.csv", "1")
    try blockUntil("it runs again") {
      try yard.executions(id).count { $0.status == .completed } == 2 && last(yard, id)?.reason == .unchanged
    }
    try yard.stop(id)
    _ = try yard.kill(daemon, SystemSignal.terminate)
    #expect(try yard.executions(forced).allSatisfy { $0.reason == nil })
    let skipped = try yard.executions(id).filter { $0.run == nil }
    #expect(skipped.allSatisfy { $0.status == .skippedUnchanged })
    #expect(try #require(try yard.record(id)).progress.state.tally.skippedUnchanged == skipped.count)
  }
}
