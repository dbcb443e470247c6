import JSON
import Platform
import RunStore
import Scheduling
import TestSupport
import Testing
import TrainingModel

/// The files of schedules, and the runs that they start.
@Suite struct ScheduleFileTests {
  private static let created = Timestamp(nanoseconds: 1_763_696_400_123_456_789)

  private func record(_ trigger: TriggerSpecification) throws -> ScheduleRecord {
    let id = try #require(ScheduleID("schedule-1"))
    var policy = SchedulePolicy(misfireGrace: 7, catchUp: .all, overlap: .queue, runningLimit: 2, maxRuns: 9)
    policy.retry = RetryPolicy(maxAttempts: 3, backoff: 4, onlyFor: [.networkError])
    return ScheduleRecord(
      schedule: Schedule(
        id: id,
        definition: ScheduleDefinition(
          name: "nächtlich", description: "d", trigger: trigger,
          start: TrainingCommand(
            command: ["a", ""], workingDirectory: "/w", environment: ["K": "v"], name: "n",
            tags: ["t": "u"], startupTimeout: 1.5, maximumRuntime: 2.5, stallAfter: 3.5,
            onStall: .stop, grace: 0),
          training: TrainingPlan(
            mode: .incremental, forceRetrain: true, data: ["a/**", "ü*"], onNoNewData: .skip,
            firstIncremental: .refuse),
          scope: "s", policy: policy, after: .schedule(try #require(ScheduleID("schedule-2"))),
          onFinish: FinishCommand(command: ["n"], timeout: 5)),
        createdAt: Self.created, updatedAt: Self.created, triggerSetAt: Self.created),
      progress: ScheduleProgress(
        state: ScheduleState(
          handledThrough: Self.created, queue: [Self.created], pausedSince: Self.created,
          tally: OccurrenceTally(
            started: 1, skippedOverlap: 2, skippedUnchanged: 8, failedUnstarted: 9,
            missed: [.late: 3, .paused: 4]),
          retries: [PendingRetry(scheduledFor: Self.created, attempt: 2, at: Self.created)]),
        status: .paused, lastRunAt: Self.created, successRuns: 5, failedRuns: 6, lastError: "e",
        lastSuccess: .init(run: try #require(RunID("train-1")), startedAt: Self.created, data: Self.data),
        lastCompletionAt: Self.created, lastStartAt: Self.created, hasPredecessorCompleted: true))
  }

  private static let data = DataState(
    scope: .max, fingerprint: 0xFEDC_BA98_7654_3210, files: 2, bytes: 3,
    newest: .init(path: "/ü", changedAt: created))

  @Test(
    arguments: [
      TriggerSpecification(.once(runAt: "2026-01-01T00:00:00Z")),
      TriggerSpecification(
        .interval(seconds: 60), timeZone: "UTC", startAt: "2026-01-01T00:00:00Z",
        endAt: "2027-01-01T00:00:00Z", jitter: 5),
      TriggerSpecification(.cron(expression: "@daily"), timeZone: "Europe/Berlin"),
    ])
  func whatIsWrittenIsReadBack(trigger: TriggerSpecification) async throws {
    try await ScratchDirectory.with { scratch in
      let home = HomeDirectory(path: scratch.path("home"))
      #expect(try home.scheduleIDs().isEmpty)
      let record = try record(trigger)
      try home.write(record)
      #expect(try home.schedule(record.schedule.id) == record)
      #expect(try home.scheduleIDs() == [record.schedule.id])
      #expect(ScheduleRecord(json: record.json) == record)
      try home.removeSchedule(record.schedule.id)
      #expect(try home.scheduleIDs().isEmpty)
    }
  }

  /// A schedule as it was kept before there were data to look at.
  @Test func whatHasNoDataIsRead() throws {
    var members = try #require(try record(TriggerSpecification(.interval(seconds: 60))).json.object)
    members = JSONObject(
      members.members.filter {
        !["data", "on_no_new_data", "first_incremental", "progress"].contains($0.name)
      }
      .map { ($0.name, $0.value) })
    let progress: JSONValue = [
      "status": "active", "handled_through": 1, "queue": [],
      "tally": ["started": 1, "skipped_overlap": 2, "missed": ["late": 3]], "success_runs": 1,
      "failed_runs": 0, "last_success": ["process_id": "train-1", "started_at": 5],
    ]
    members.append("progress", progress)
    let read = try #require(ScheduleRecord(json: .object(members)))
    #expect(read.schedule.definition.training == TrainingPlan(mode: .incremental, forceRetrain: true))
    #expect(
      read.progress.state.tally == OccurrenceTally(started: 1, skippedOverlap: 2, missed: [.late: 3]))
    #expect(read.progress.lastSuccess?.startedAt.nanoseconds == 5)
    #expect(read.progress.lastSuccess?.data == nil)
  }

  @Test func aFileFromBeforeRetriesAndChainsIsRead() throws {
    let text = """
      {"version": 1, "schedule_id": "schedule-1", "name": "n",
       "trigger": {"type": "interval", "interval_seconds": 60, "timezone": "UTC"},
       "start": {"command": ["true"], "env": {}, "tags": {}, "startup_timeout": 300, "grace": 10},
       "training_mode": "full", "force_retrain": false,
       "policy": {"misfire_grace_s": 300, "catch_up": "latest", "overlap": "skip", "max_instances": 1},
       "created_at": 1, "updated_at": 1, "trigger_set_at": 1,
       "progress": {"status": "active", "handled_through": 1, "queue": [],
        "tally": {"started": 0, "skipped_overlap": 0, "missed": {}}, "success_runs": 0, "failed_runs": 0}}
      """
    let record = try #require(ScheduleRecord(json: try JSONParser.parse(text)))
    #expect(record.schedule.definition.policy == SchedulePolicy())
    #expect(record.schedule.definition.after == nil)
    #expect(record.schedule.definition.onFinish == nil)
    #expect(record.progress.state.retries == [])
  }

  @Test func aFileOfALaterVersionIsRefused() async throws {
    try await ScratchDirectory.with { scratch in
      let home = HomeDirectory(path: scratch.path)
      try FileSystem.makeDirectories(scratch.path("schedules"))
      try scratch.write("schedules/schedule-1.json", "{\"version\": 2}")
      #expect(throws: RecordError.self) { try home.schedule(try #require(ScheduleID("schedule-1"))) }
    }
  }

  // MARK: Runs whose starter died

  private func orphan(_ scratch: ScratchDirectory, scheduled: Bool) throws -> RunDirectory {
    let directory = RunDirectory(path: scratch.path)
    let occurrence = ScheduledOccurrence(
      schedule: try #require(ScheduleID("schedule-1")), scheduledFor: Self.created)
    try directory.write(
      RunSpecification(
        id: RunID(of: occurrence), command: ["true"], workingDirectory: "/", createdAt: Self.created,
        occurrence: scheduled ? occurrence : nil))
    return directory
  }

  @Test func aScheduledRunThatNobodyTookUpIsNotLost() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = try orphan(scratch, scheduled: true)
      #expect(try directory.isOrphaned())
      #expect(try directory.condition() == .launching)
    }
  }

  @Test func oneWhoseSupervisorCameToLifeIs() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = try orphan(scratch, scheduled: true)
      try FileSystem.makeFIFO(directory.controlPath)
      #expect(try !directory.isOrphaned())
      guard case .ended(let record) = try directory.condition() else {
        Issue.record("it has not ended")
        return
      }
      #expect(record.outcome == .lost)
    }
  }

  @Test func aRunOfNoScheduleIsNoOrphan() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = try orphan(scratch, scheduled: false)
      #expect(try !directory.isOrphaned())
    }
  }

  @Test func aRunKeepsWhatItWasStartedFor() async throws {
    try await ScratchDirectory.with { scratch in
      let occurrence = try orphan(scratch, scheduled: true).specification().occurrence
      #expect(occurrence?.schedule.rawValue == "schedule-1")
      #expect(occurrence?.scheduledFor == Self.created)
    }
  }
}
