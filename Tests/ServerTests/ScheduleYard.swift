import Platform
import RunHistory
import RunStore
import SQLite
import Scheduling
import TestSupport
import Testing
import TrainingModel
import TranscriptReplay

/// A home with schedules and the daemons that start them.
///
/// When it goes, every process of it goes.
final class ScheduleYard {
  private let scratch: ScratchHome
  let home: HomeDirectory
  private var daemons: [ServerProcess] = []
  /// Servers on the same home, which start what is due as well; they join with the first daemon.
  private var company: Company?
  private let place: String

  init(file: StaticString = #fileID, line: Int = #line) throws {
    place = "\(file):\(line)"
    scratch = try ScratchHome(prefix: "schedules-")
    home = HomeDirectory(path: scratch.home)
  }

  deinit { scratch.killProcesses() }

  var root: String { scratch.root }
  /// What every run of `create` adds a line to.
  var tracePath: String { scratch.root + "/trace" }

  static var now: Timestamp { Timestamp(nanoseconds: SystemClock.wallNanoseconds()) }

  static func seconds(_ count: Double) -> Int64 { Int64(count * 1e9) }

  /// Writes the file of a schedule, as if it had been created some seconds ago while nobody ran.
  @discardableResult
  func create(
    _ kind: TriggerSpecification.Kind = .interval(seconds: 1), command: String = "true", age: Int64 = 0,
    training: TrainingPlan = TrainingPlan(), policy: SchedulePolicy = SchedulePolicy(),
    after: ChainCondition? = nil, environment: [String: String] = [:], onFinish: FinishCommand? = nil
  ) throws -> ScheduleID {
    let created = Timestamp(nanoseconds: Self.now.nanoseconds - age * 1_000_000_000)
    var generator = SystemRandomNumberGenerator()
    let id = ScheduleID(createdAt: created, using: &generator)
    let trace = "echo $SIGNALBOX_RUN_ID >> \(tracePath); "
    try home.write(
      ScheduleRecord(
        schedule: Schedule(
          id: id,
          definition: ScheduleDefinition(
            name: "test", trigger: TriggerSpecification(kind, timeZone: "UTC"),
            start: TrainingCommand(
              command: ["sh", "-c", trace + command], workingDirectory: scratch.root,
              environment: environment),
            training: training, policy: policy, after: after, onFinish: onFinish),
          createdAt: created, updatedAt: created, triggerSetAt: created),
        progress: ScheduleProgress(state: ScheduleState(handledThrough: created), status: .active)))
    return id
  }

  /// Writes a file where the trainings work.
  func write(_ name: String, _ text: String) throws {
    try FileSystem.replace(root + "/" + name, with: Array(text.utf8), durable: false)
  }

  func startDaemon() throws -> ServerProcess {
    var launch = ServerLaunch(
      program: BuiltProduct.signalbox, arguments: ["daemon"],
      environment: scratch.environment(over: .current),
      directory: scratch.root, errorFile: scratch.root + Self.errors)
    let daemon = try ServerProcess(launch)
    daemons.append(daemon)
    if company == nil {
      launch.arguments = ["serve", "--root", "/"]
      launch.errorFile = scratch.root + Self.errorsOfCompanions
      company = try Company(of: Company.usualSize, place: place, hasDaemon: false, launch)
    }
    return daemon
  }

  private static let errors = "/stderr"
  private static let errorsOfCompanions = "/stderr-of-companions"

  /// From now on only daemons take part.
  func dismissCompany() { company?.close() }

  func kill(_ daemon: ServerProcess, _ signal: Int32 = SystemSignal.kill) throws -> ServerProcess.End {
    let entry = try #require(ProcessTable.entry(of: daemon.pid))
    #expect(ProcessTable.send(signal, to: entry.pid, startedAt: entry.startTime))
    try company?.perhapsLoseOne()
    return daemon.waitForEnd(until: .hangLimit)
  }

  /// What daemons and companions have said.
  func complaints() throws -> String {
    let paths = [Self.errors, Self.errorsOfCompanions].map { scratch.root + $0 }
    return try paths.filter { FileSystem.kind(of: $0) == .file }
      .map { String(decoding: try FileSystem.read($0), as: UTF8.self) }.joined()
  }

  /// The executions of a schedule, oldest first; none while nothing was written.
  func executions(_ id: ScheduleID) throws -> [Execution] {
    guard FileSystem.kind(of: home.historyPath) == .file else { return [] }
    // While it is being made it cannot be read.
    guard let database = try? HistoryDatabase(path: home.historyPath, mode: .readOnly) else { return [] }
    return try #require(try database.executions(of: id, limit: 10_000)).reversed()
  }

  func record(_ id: ScheduleID) throws -> ScheduleRecord? {
    try HistoryDatabase(path: home.historyPath, mode: .readOnly).schedule(id)
  }

  /// The runs that the trainings themselves noted, each time that one was started.
  func trace() throws -> [String] {
    guard FileSystem.kind(of: tracePath) == .file else { return [] }
    return String(decoding: try FileSystem.read(tracePath), as: UTF8.self).split(separator: "\n")
      .map(String.init)
  }

  /// Expects that every due time from the first to the last is in the history once.
  func expectNoGap(_ id: ScheduleID, seconds: Int64 = 1) throws {
    let times = try executions(id).map(\.scheduledFor.nanoseconds)
    for (earlier, later) in zip(times, times.dropFirst()) {
      #expect(later - earlier == seconds * 1_000_000_000, "a due time is missing or there twice")
    }
  }

  /// Expects that every due time from the first to the last is accounted for once, and each run ran once.
  func expectEveryOccurrenceOnce(_ id: ScheduleID, seconds: Int64 = 1) throws {
    try expectNoGap(id, seconds: seconds)
    let executions = try executions(id)
    let runs = executions.compactMap(\.run?.rawValue)
    let attempts = runs + executions.flatMap(\.earlierRuns).map(\.rawValue)
    #expect(try Set(home.runIDs().map(\.rawValue)) == Set(attempts))
    #expect(try trace().sorted() == attempts.sorted(), "each run started its training once")
    let record = try #require(try record(id))
    let tally = record.progress.state.tally
    #expect(tally.total == executions.map(\.occurrences).reduce(0, +), "\(tally)")
    #expect(tally.started == runs.count)
    #expect(record.progress.successRuns + record.progress.failedRuns == runs.count + tally.failedUnstarted)
  }

  /// Waits until no run of a schedule is under way.
  func waitForRuns(of id: ScheduleID) throws {
    try blockUntil("all runs have ended") { try executions(id).allSatisfy { $0.status != .running } }
  }
}

extension ScheduleYard {
  /// Lets nothing more come due, as if nobody had ever asked for more: what is under way goes on.
  func stop(_ id: ScheduleID) throws {
    let database = try HistoryDatabase(path: home.historyPath)
    _ = try database.change(id) { record, _ in
      record.progress.status = .completed
      return ScheduleStep(nextDue: nil)
    }
  }

  /// Makes the row of a schedule unreadable.
  func damage(_ id: ScheduleID) throws {
    let database = try Database(path: home.historyPath, mode: .readWriteCreate)
    try database.run("UPDATE schedules SET record = '{}' WHERE schedule_id = ?1", [.text(id.rawValue)])
  }

  /// Leaves what a scheduler leaves that dies between the moment at which a run appears and all that follows.
  func leaveOrphan(of record: ScheduleRecord, _ due: Timestamp) throws {
    let occurrence = ScheduledOccurrence(schedule: record.schedule.id, scheduledFor: due)
    let id = RunID(of: occurrence)
    let draft = try home.makeDraft(of: id)
    // The lock goes with the process that held it; its file stays.
    do { _ = try FileLock(path: draft.lockPath) }
    try draft.write(
      RunSpecification(
        id: id, command: record.schedule.definition.start.command, workingDirectory: root, detach: true,
        createdAt: due, occurrence: occurrence))
    _ = try home.publish(draft, as: id)
  }
}
