import Scheduling
import Testing
import TrainingModel

/// What becomes of an occurrence, by what its data were and are.
@Suite struct TrainingDecisionTests {
  private static let scope = DataScope(directory: "/w", globs: ["data/**"])
  private static let start: Int64 = 1_772_445_600_000_000_000

  /// Files by name: when each was changed, in seconds from the start of the last success.
  private func state(_ files: [String: Double], _ scope: DataScope = Self.scope) -> DataState {
    var builder = DataStateBuilder(scope)
    for (name, seconds) in files {
      builder.add(path: Array("/w/\(name)".utf8), size: 10, changedAt: Self.start + Int64(seconds * 1e9))
    }
    return builder.state
  }

  private func success(_ data: DataState?) throws -> ScheduleProgress.Success {
    .init(
      run: try #require(RunID("train-last")), startedAt: Timestamp(nanoseconds: Self.start), data: data)
  }

  private func decision(
    _ plan: TrainingPlan, before: [String: Double]?, now: [String: Double], _ scope: DataScope = Self.scope
  ) throws -> TrainingDecision {
    let look = DataLook(
      scope, askedAt: Timestamp(nanoseconds: Self.start), finding: .whole(state(now, scope)))
    return plan.decision(after: try success(before.map { state($0) }), look)
  }

  private static let full = TrainingPlan(data: ["data/**"])
  private static let incremental = TrainingPlan(mode: .incremental, data: ["data/**"])

  @Test(
    arguments: [
      // As they were.
      (["a": -5], ["a": -5], .skip(.unchanged), .fail(.noNewData)),
      // One more, one changed, and one of them after the look and before the start.
      (["a": -5], ["a": -5, "b": 5], .start, .start),
      (["a": -5], ["a": 5], .start, .start),
      (["a": -5], ["a": -0.1], .start, .start),
      // A directory that was moved in brings old files.
      (["a": -5], ["a": -5, "b": -50], .start, .start),
      // What is gone is a change, and no new data.
      (["a": -5, "b": -6], ["a": -5], .start, .fail(.noNewData)),
      (["a": -5, "b": -6], ["b": -6], .start, .fail(.noNewData)),
      // A file of the future is no news twice.
      (["a": 5_000], ["a": 5_000], .skip(.unchanged), .fail(.noNewData)),
      // Nobody looked the last time.
      (nil, ["a": -5], .start, .fail(.noNewData)),
      (nil, ["a": 5], .start, .start),
      // Nothing is there: nobody means that a full training is to stay away then.
      ([:], [:], .start, .fail(.noNewData)),
      (["a": -5], [:], .start, .fail(.noNewData)),
      ([:], ["a": -5], .start, .start),
    ] as [([String: Double]?, [String: Double], TrainingDecision.Verdict, TrainingDecision.Verdict)])
  func dataBeforeAndNow(
    before: [String: Double]?, now: [String: Double], full: TrainingDecision.Verdict,
    incremental: TrainingDecision.Verdict
  ) throws {
    #expect(try decision(Self.full, before: before, now: now).verdict == full)
    let decision = try decision(Self.incremental, before: before, now: now)
    #expect(decision.verdict == incremental)
    #expect(decision.data == state(now))
    var forced = Self.full
    forced.forceRetrain = true
    #expect(try self.decision(forced, before: before, now: now).verdict == .start)
    var patient = Self.incremental
    patient.onNoNewData = .skip
    let expected: TrainingDecision.Verdict = incremental == .start ? .start : .skip(.noNewData)
    #expect(try self.decision(patient, before: before, now: now).verdict == expected)
  }

  @Test func dataOfOtherGlobsAreNotCompared() throws {
    let other = DataScope(directory: "/w", globs: ["more/**"])
    #expect(try decision(Self.full, before: ["a": -5], now: ["a": -5], other).verdict == .start)
    #expect(try decision(Self.incremental, before: ["a": -5], now: ["a": -5], other).verdict == .start)
  }

  @Test func aMessageSaysWhatWasLookedAt() throws {
    let failed = try decision(Self.incremental, before: ["a": -5, "b": -7], now: ["a": -5, "b": -7])
    #expect(
      failed.message
        == "no_new_data: nothing in its data (data/** in /w) is newer than the last success, train-last of "
        + "2026-03-02T10:00:00.000Z: 2 files, the newest /w/a of 2026-03-02T09:59:55.000Z.")
    let empty = try decision(Self.incremental, before: nil, now: [:])
    #expect(empty.message == "no_new_data: no file matches its data (data/** in /w).")
    let skipped = try decision(Self.full, before: ["a": -5], now: ["a": -5])
    #expect(
      skipped.message
        == "Skipped: its data (data/** in /w) are what they were before the last success, train-last of "
        + "2026-03-02T10:00:00.000Z: 1 file, the newest /w/a of 2026-03-02T09:59:55.000Z. With force_retrain it "
        + "would train all the same.")
    #expect(
      try decision(Self.full, before: nil, now: [:]).message
        == "No file matches its data (data/** in /w), so nothing could be compared.")
    #expect(try decision(Self.full, before: nil, now: ["a": 5]).message == nil)
  }

  /// Data that cannot be seen are never "no new data".
  @Test(
    arguments: [full, incremental],
    [
      (.partial(reason: "opendir /w/data: Permission denied"), "opendir /w/data: Permission denied"),
      (.unfinished(seconds: 60), "looking at them took longer than 60 s"),
    ] as [(DataLook.Finding, String)])
  func whatCannotBeSeenIsStartedAndSaid(plan: TrainingPlan, seen: (DataLook.Finding, String)) throws {
    let look = DataLook(Self.scope, askedAt: Timestamp(nanoseconds: Self.start), finding: seen.0)
    let decision = plan.decision(after: try success(state(["a": -5])), look)
    #expect(decision.verdict == .start)
    #expect(decision.data == nil)
    #expect(
      decision.message
        == "It was started without knowing whether its data (data/** in /w) are new, because \(seen.1).")
  }

  @Test func theFirstIncrementalIsFullOrRefused() throws {
    let look = DataLook(
      Self.scope, askedAt: Timestamp(nanoseconds: Self.start), finding: .whole(state(["a": -5])))
    var plan = Self.incremental
    #expect(plan.needsLook(after: nil))
    #expect(plan.decision(after: nil, look).verdict == .start)
    #expect(plan.decision(after: nil, look).data == state(["a": -5]))
    plan.firstIncremental = .refuse
    #expect(!plan.needsLook(after: nil))
    #expect(plan.decision(after: nil, nil).verdict == .fail(.noSuccessBefore))
    #expect(plan.decision(after: nil, nil).message?.contains("first_incremental full") == true)
    #expect(plan.needsLook(after: try success(nil)))
    plan.data = []
    #expect(plan.decision(after: try success(nil), nil) == .start)
  }

  @Test func withoutDataNobodyLooks() {
    #expect(!TrainingPlan().needsLook(after: nil))
    #expect(TrainingPlan(mode: .incremental).decision(after: nil, nil) == .start)
  }

  @Test func theOrderInWhichFilesAreFoundDoesNotMatter() {
    let files: [(String, Int64, Int64)] = [("/a", 1, 5), ("/b", 2, 5), ("/ab", 3, 4)]
    func state(_ files: [(String, Int64, Int64)]) -> DataState {
      var builder = DataStateBuilder(Self.scope)
      for file in files + files { builder.add(path: Array(file.0.utf8), size: file.1, changedAt: file.2) }
      return builder.state
    }
    #expect(state(files) == state(files.reversed()))
    #expect(state(files).files == 3)
    #expect(state(files).bytes == 6)
    #expect(state(files).newest?.path == "/a")
    for index in files.indices {
      var others = files
      others[index].1 += 1
      #expect(state(others).fingerprint != state(files).fingerprint)
      others = files
      others[index].2 -= 1
      #expect(state(others).fingerprint != state(files).fingerprint)
      others = files
      others[index].0 += "x"
      #expect(state(others).fingerprint != state(files).fingerprint)
    }
  }

  @Test func whatIsShownOfAPathIsText() {
    var builder = DataStateBuilder(Self.scope)
    builder.add(path: Array("/a\n\u{1B}[31m".utf8) + [0xFF], size: 0, changedAt: 0)
    #expect(builder.state.newest?.path == "/a??[31m\u{FFFD}")
    builder.add(path: Array(repeating: UInt8(ascii: "x"), count: 4_000), size: 0, changedAt: 1)
    #expect((builder.state.newest?.path.count ?? 0) == 301)
  }
}
