import TestSupport
import Testing
import TrainingModel

/// What goes of what has ended, so that limits are kept.
@Suite struct RetentionPlanTests {
  private static let now = Timestamp(nanoseconds: 1_763_696_400_000_000_000)

  /// A run that ended so many days ago; nil for one that lives.
  private func run(_ name: String, daysAgo: Double?, record: Int64 = 1, log: Int64? = 10) throws -> KeptRun {
    KeptRun(
      id: try #require(RunID("train-\(name)")),
      endedAt: daysAgo.map { Timestamp(nanoseconds: Self.now.nanoseconds - Int64($0 * 86_400e9)) },
      recordBytes: record, logBytes: log)
  }

  private func plan(
    _ runs: [KeptRun], records: RetentionLimits = RetentionLimits(),
    logs: RetentionLimits = RetentionLimits()
  ) -> (records: [String], logs: [String]) {
    let plan = RetentionPlan(runs, recordLimits: records, logLimits: logs, now: Self.now)
    return (plan.records.map { $0.rawValue }, plan.logs.map { $0.rawValue })
  }

  // MARK: Cases

  @Test func withoutLimitsNothingGoes() throws {
    let plan = plan([try run("a", daysAgo: 10_000, record: 1 << 50, log: 1 << 60)])
    #expect(plan.records.isEmpty && plan.logs.isEmpty)
  }

  @Test func whatIsTooOldGoesOldestFirst() throws {
    let runs = [
      try run("b", daysAgo: 31), try run("c", daysAgo: 30), try run("a", daysAgo: 90.5),
      try run("live", daysAgo: nil), try run("tomorrow", daysAgo: -1),
    ]
    let plan = plan(
      runs, records: RetentionLimits(maximumAgeDays: 90), logs: RetentionLimits(maximumAgeDays: 30))
    #expect(plan.records == ["train-a"])
    #expect(plan.logs == ["train-b"], "one that is as old as it may be stays")
  }

  @Test func ofTooManyTheOldestGo() throws {
    let runs = try (1...5).map { try run("\($0)", daysAgo: Double($0)) }
    #expect(plan(runs, records: RetentionLimits(maximumCount: 3)).records == ["train-5", "train-4"])
    let withLive = runs + [try run("live", daysAgo: nil)]
    #expect(
      plan(withLive, records: RetentionLimits(maximumCount: 3)).records == ["train-5", "train-4", "train-3"])
  }

  @Test func ofTooMuchTheOldestGo() throws {
    let runs = try (1...4).map { try run("\($0)", daysAgo: Double($0), record: 100, log: 1000) }
    let plan = plan(
      runs, records: RetentionLimits(maximumBytes: 300), logs: RetentionLimits(maximumBytes: 1999))
    #expect(plan.records == ["train-4"], "records count without their logs")
    #expect(plan.logs == ["train-3", "train-2"])
  }

  @Test func aLogThatIsGoneDoesNotCount() throws {
    let runs = [
      try run("a", daysAgo: 4, log: nil), try run("b", daysAgo: 3), try run("c", daysAgo: 2, log: 0),
      try run("d", daysAgo: 1),
    ]
    #expect(plan(runs, logs: RetentionLimits(maximumCount: 2)).logs == ["train-b"])
    #expect(plan(runs, logs: RetentionLimits(maximumCount: 3)).logs.isEmpty)
  }

  @Test func runsThatLiveMayPassALimit() throws {
    let runs = try (1...3).map { try run("\($0)", daysAgo: nil, record: 1000) } + [try run("a", daysAgo: 0)]
    let limits = RetentionLimits(maximumAgeDays: 0.001, maximumCount: 1, maximumBytes: 1)
    let plan = plan(runs, records: limits, logs: limits)
    #expect(plan.records == ["train-a"] && plan.logs.isEmpty)
  }

  @Test func anyTimeOfARecordIsTaken() throws {
    let id = try #require(RunID("train-a"))
    let runs = [Int64.min, .max].map {
      KeptRun(id: id, endedAt: Timestamp(nanoseconds: $0), recordBytes: 1, logBytes: nil)
    }
    #expect(plan(runs, records: RetentionLimits(maximumAgeDays: 1)).records == ["train-a"])
  }

  // MARK: Whatever the runs and the limits

  private func randomRuns(_ generator: inout SeededGenerator) throws -> [KeptRun] {
    try (0..<Int.random(in: 0...40, using: &generator)).map { number in
      let isLive = Int.random(in: 0...4, using: &generator) == 0
      return try run(
        "\(number)", daysAgo: isLive ? nil : Double(Int.random(in: 0...50, using: &generator)),
        record: Int64.random(in: 0...100, using: &generator),
        log: Bool.random(using: &generator) ? Int64.random(in: 0...1000, using: &generator) : nil)
    }
  }

  private func randomLimits(_ bytes: Int64, _ generator: inout SeededGenerator) -> RetentionLimits {
    RetentionLimits(
      maximumAgeDays: Bool.random(using: &generator) ? Double.random(in: 0...60, using: &generator) : nil,
      maximumCount: Bool.random(using: &generator) ? Int64.random(in: 1...40, using: &generator) : nil,
      maximumBytes: Bool.random(using: &generator) ? Int64.random(in: 1...bytes, using: &generator) : nil)
  }

  /// Whether the items keep the limits, or nothing of them may go.
  private func keeps(_ limits: RetentionLimits, _ items: [(endedAt: Timestamp?, bytes: Int64)]) -> Bool {
    let ended = items.compactMap(\.endedAt)
    if ended.isEmpty { return true }
    let oldest = Double(Self.now.nanoseconds - (ended.min() ?? Self.now).nanoseconds) / 86_400e9
    return oldest <= limits.maximumAgeDays ?? .infinity
      && Int64(items.count) <= limits.maximumCount ?? .max
      && items.reduce(0) { $0 + $1.bytes } <= limits.maximumBytes ?? .max
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func thePlanKeepsItsPromises(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let runs = try randomRuns(&generator)
    let recordLimits = randomLimits(3000, &generator)
    let logLimits = randomLimits(20_000, &generator)
    let plan = RetentionPlan(runs, recordLimits: recordLimits, logLimits: logLimits, now: Self.now)
    let (records, logs) = (Set(plan.records), Set(plan.logs))
    #expect(records.count == plan.records.count && logs.count == plan.logs.count)
    #expect(records.isDisjoint(with: logs))
    for run in runs where run.endedAt == nil {
      #expect(!records.contains(run.id) && !logs.contains(run.id), "a run that lives goes never")
    }
    let ends = Dictionary(uniqueKeysWithValues: runs.map { ($0.id, $0.endedAt) })
    for going in [plan.records, plan.logs] {
      let times = going.compactMap { ends[$0] ?? nil }
      #expect(times == times.sorted(), "oldest first")
    }

    let left = runs.filter { !records.contains($0.id) }.map { run in
      KeptRun(
        id: run.id, endedAt: run.endedAt, recordBytes: run.recordBytes,
        logBytes: logs.contains(run.id) ? nil : run.logBytes)
    }
    #expect(keeps(recordLimits, left.map { ($0.endedAt, $0.recordBytes) }))
    #expect(keeps(logLimits, left.compactMap { run in run.logBytes.map { (run.endedAt, $0) } }))
    let again = RetentionPlan(left, recordLimits: recordLimits, logLimits: logLimits, now: Self.now)
    #expect(again.records.isEmpty && again.logs.isEmpty, "what was enough is enough")

    // The last one that goes would not be kept within the limits.
    if let last = plan.records.last {
      let one = runs.filter { !records.contains($0.id) || $0.id == last }
      #expect(!keeps(recordLimits, one.map { ($0.endedAt, $0.recordBytes) }), "not one more than must")
    }
  }

  /// Narrower limits and a later time keep nothing that goes otherwise.
  @Test(arguments: 0..<300 as Range<UInt64>)
  func narrowerLimitsTakeMore(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let runs = try randomRuns(&generator)
    func narrowed(_ limits: RetentionLimits) -> RetentionLimits {
      var limits = limits
      if Bool.random(using: &generator) { limits.maximumAgeDays = (limits.maximumAgeDays ?? 60) / 2 }
      if Bool.random(using: &generator) { limits.maximumCount = max(1, (limits.maximumCount ?? 40) / 2) }
      if Bool.random(using: &generator) { limits.maximumBytes = max(1, (limits.maximumBytes ?? 3000) / 2) }
      return limits
    }
    let (records, logs) = (randomLimits(3000, &generator), randomLimits(20_000, &generator))
    let later = Timestamp(
      nanoseconds: Self.now.nanoseconds + Int64.random(in: 0...Int64(3 * 86_400e9), using: &generator))
    let wide = RetentionPlan(runs, recordLimits: records, logLimits: logs, now: Self.now)
    let narrow = RetentionPlan(
      runs, recordLimits: narrowed(records), logLimits: narrowed(logs), now: later)
    #expect(Set(narrow.records).isSuperset(of: wide.records))
    #expect(Set(narrow.records + narrow.logs).isSuperset(of: wide.records + wide.logs))
  }
}
