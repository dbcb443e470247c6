internal import Platform
internal import RunStore
internal import TrainingModel

/// The parent of one run: starts the training, sees everything of it to its end, and writes down how it ended.
///
/// It depends on no server: when every server is gone it goes on, and what it writes is the truth. It has one
/// thread, allocates little, and sleeps in poll(2) until something happens.
package enum Supervisor {
  /// Descriptors that whoever starts a supervisor hands it, behind the standard ones.
  package enum Inherited {
    /// Ends when the server that started the run is gone.
    package static let lifeline: Int32 = 3
    /// One byte is written when there is news in the run's directory; it ends with the supervisor.
    package static let report: Int32 = 4
    /// The run's lock, held.
    package static let lock: Int32 = 5
  }

  /// Supervises the run of a directory to its end.
  ///
  /// - Returns: the exit code for the process: 0 when an exit record was written.
  package static func run(directory path: String) -> Int32 {
    let directory = RunDirectory(path: path)
    do {
      try ChildProcess.leaveParent()
      let signals = try SignalPipe(catching: [.hangUp, .interrupt, .terminate, .child])
      let lock = try FileLock(inherited: Inherited.lock)
      defer { extendLifetime(lock) }
      let isReaper = ChildProcess.adoptOrphans()
      let control = try ControlChannel(path: directory.controlPath)
      let specification = try directory.specification()
      let report = RunReport(descriptor: FileDescriptor(owning: Inherited.report))
      let outOfMemory = OutOfMemoryCounter()

      switch TrainingLaunch.start(specification, in: directory) {
      case .failure(let failure):
        let record = ExitRecord(
          outcome: .failedToStart(failure), startedAt: nil,
          endedAt: Timestamp(nanoseconds: SystemClock.wallNanoseconds()), duration: 0)
        ExitWriter.write(record, to: directory)
      case .success(let training):
        try directory.write(training.process)
        report.send()
        MemoryFootprint.releaseProgramPages()
        var supervision = Supervision(
          training: training, specification: specification, isReaper: isReaper, outOfMemory: outOfMemory,
          logCap: specification.maximumLogBytes.map {
            LogCap(directory: directory, maximumBytes: $0, start: training.startedAt)
          })
        let record = try supervision.run(
          signals: signals, control: control, lifeline: FileDescriptor(owning: Inherited.lifeline))
        ExitWriter.write(record, to: directory)
      }
      report.send()
      return 0
    } catch {
      // Nobody reads what it could print; that there is no exit record says it.
      return 70
    }
  }
}
