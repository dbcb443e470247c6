package import Platform
package import TrainingModel

/// The directory of one run: the truth about it, readable without any server.
///
///     run.json         what was asked for; written by the server, never changed
///     lock             held for as long as the supervisor lives: the lock says that the run lives
///     control          a FIFO that the supervisor reads: one stop request a line
///     log              stdout and stderr of the training
///     gap.json         what was dropped of the log, once it had grown past its cap; written before it is dropped
///     process.json     the training's process, once it runs
///     code.json        what the code was at the start: commit and changes, or nothing; locked while it is found out
///     exit.json        the exit record: written once, durably, before the supervisor goes
///     conclusion.json  what was concluded of the log, once the log itself was pruned
///     on_finish.json   what the schedule's command at the end of the run reads, and on_finish.log what it printed
package struct RunDirectory: Hashable, Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  package var specificationPath: String { path + "/run.json" }
  package var lockPath: String { path + "/lock" }
  package var controlPath: String { path + "/control" }
  package var logPath: String { path + "/log" }
  package var gapPath: String { path + "/gap.json" }
  package var processPath: String { path + "/process.json" }
  package var exitPath: String { path + "/exit.json" }
  package var finishInputPath: String { path + "/on_finish.json" }
  package var finishLogPath: String { path + "/on_finish.log" }
  package var conclusionPath: String { path + "/conclusion.json" }

  // MARK: Reading

  /// What was asked for.
  package func specification() throws(RecordError) -> RunSpecification {
    try RunSpecification(record: try Record(path: specificationPath))
  }

  /// The training's process; nil while it was not started.
  package func process() throws(RecordError) -> StartedProcess? {
    guard let record = try Record(pathIfThere: processPath) else { return nil }
    return try StartedProcess(record: record)
  }

  /// What is missing of the log; an empty gap when nothing is.
  ///
  /// What is read of the log counts only when the gap is the same before and after: see `write(_:)`.
  package func logGap() throws(RecordError) -> LogGap {
    guard let record = try Record(pathIfThere: gapPath) else { return .none }
    return try LogGap(record: record)
  }

  /// The exit record; nil while the run has not ended.
  package func exitRecord() throws(RecordError) -> ExitRecord? {
    guard let record = try Record(pathIfThere: exitPath) else { return nil }
    return try ExitRecord(record: record)
  }

  /// How the run stands, by what lies here and who holds the lock: the same for whoever looks, whatever the time.
  ///
  /// The lock is taken by the server that makes the directory, before there is anything else in it, and handed to
  /// the supervisor, so that there is no moment at which a run that is starting looks like one that is gone.
  ///
  /// - Throws: `RecordError` when it cannot be told, which is no verdict.
  package func condition() throws(RecordError) -> RunCondition {
    if let record = try exitRecord() { return .ended(record) }
    if try isLocked() {
      guard let process = try process() else { return .launching }
      return .running(process)
    }
    // The record is written before the lock is let go.
    if let record = try exitRecord() { return .ended(record) }
    if try isOrphaned() { return .launching }
    return .ended(try lostRecord())
  }

  /// Whether whoever was to start the run of a schedule died before its supervisor came to life.
  ///
  /// Such a run is not lost: the next scheduler starts it, or says that it is too late. A supervisor makes `control`
  /// before it starts anything, so where there is none nothing ever ran. It means nothing while the lock is held.
  package func isOrphaned() throws(RecordError) -> Bool {
    guard FileSystem.kind(of: controlPath) == nil, try process() == nil, try exitRecord() == nil else {
      return false
    }
    return try specification().occurrence != nil
  }

  private func isLocked() throws(RecordError) -> Bool {
    do throws(SystemError) { return try FileLock.isHeld(path: lockPath) } catch {
      throw RecordError(path: lockPath, problem: error.reason)
    }
  }

  /// The record of a run whose supervisor is gone without one: it ended with its last sign of life.
  private func lostRecord() throws(RecordError) -> ExitRecord {
    let process = try process()
    let signs = [logPath, processPath, specificationPath].compactMap(FileSystem.modificationTime)
    let last = Timestamp(nanoseconds: signs.max() ?? 0)
    let seconds = process.map { Double(last.nanoseconds - $0.startedAt.nanoseconds) / 1e9 } ?? 0
    return ExitRecord(
      outcome: .lost, startedAt: process?.startedAt, endedAt: last, duration: max(0, seconds))
  }

  // MARK: Writing

  /// Writes down what was asked for.
  ///
  /// Not waited for until it is on the medium: a run whose start was never answered may be gone after a power
  /// cut.
  package func write(_ specification: RunSpecification) throws(SystemError) {
    try FileSystem.replace(specificationPath, with: specification.record.bytes, durable: false)
  }

  /// Notes the process of the training.
  package func write(_ process: StartedProcess) throws(SystemError) {
    try FileSystem.replace(processPath, with: process.record.bytes, durable: false)
  }

  /// Notes what is dropped of the log: before the bytes go, so that nobody takes a hole for text.
  ///
  /// Not waited for until it is on the medium: that would first bring the log there, which may take seconds.
  package func write(_ gap: LogGap) throws(SystemError) {
    try FileSystem.replace(gapPath, with: gap.record.bytes, durable: false)
  }

  /// Waits until what was asked for, the process, and the name of this directory are on the medium.
  ///
  /// An exit record that survives a power cut is of no use when nobody can tell of what run it is.
  package func settle() throws(SystemError) {
    for file in [specificationPath, processPath] where FileSystem.kind(of: file) == .file {
      try FileSystem.synchronize(file)
    }
    let runs = FileSystem.parent(of: path)
    for directory in [path, runs, FileSystem.parent(of: runs)] { try FileSystem.synchronize(directory) }
  }

  /// Writes the exit record and waits until it is on the medium.
  package func write(_ exit: ExitRecord) throws(SystemError) {
    try FileSystem.replace(exitPath, with: exit.record.bytes, durable: true)
  }
}
