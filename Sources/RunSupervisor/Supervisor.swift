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
    let report = RunReport(descriptor: FileDescriptor(owning: Inherited.report))
    do throws(SystemError) {
      // Held to the very end: whoever finds it free finds the record.
      let lock = try FileLock(inherited: Inherited.lock)
      defer { extendLifetime(lock) }
      let record = supervise(directory, report)
      guard ExitWriter.write(record, to: directory) else { return 70 }
      report.send()
      return 0
    } catch {
      // Whoever started this process has not handed it a run.
      return 70
    }
  }

  /// Starts the training and returns how it ended; when its supervisor cannot do its work, nothing of it is left, and
  /// the record says why.
  private static func supervise(_ directory: RunDirectory, _ report: borrowing RunReport) -> ExitRecord {
    do {
      try ChildProcess.leaveParent()
      let signals = try SignalPipe(catching: [.hangUp, .interrupt, .terminate, .child])
      let isReaper = ChildProcess.adoptOrphans()
      let control = try ControlChannel(path: directory.controlPath)
      let specification = try directory.specification()
      let outOfMemory = OutOfMemoryCounter()
      let training = try TrainingLaunch.start(specification, in: directory).get()
      do {
        try directory.write(training.process)
        report.send()
        MemoryFootprint.releaseProgramPages()
        var supervision = Supervision(
          training: training, specification: specification, isReaper: isReaper, outOfMemory: outOfMemory,
          directory: directory)
        return try supervision.run(
          signals: signals, control: control, lifeline: FileDescriptor(owning: Inherited.lifeline))
      } catch {
        // A training that nobody could see or stop must not run.
        killAll()
        throw error
      }
    } catch let failure as StartFailure {
      return record(of: failure)
    } catch {
      return record(
        of: StartFailure(
          problem: .systemError, message: "The run's supervisor could not do its work: \(error)."))
    }
  }

  private static func record(of failure: StartFailure) -> ExitRecord {
    ExitRecord(
      outcome: .failedToStart(failure), startedAt: nil,
      endedAt: Timestamp(nanoseconds: SystemClock.wallNanoseconds()), duration: 0)
  }

  /// Ends every process of the run.
  private static func killAll() {
    while true {
      let left = ProcessTable.descendants(of: ProcessTable.ownPID)
      if left.isEmpty { return }
      for process in left {
        ProcessTable.send(SystemSignal.kill, to: process.pid, startedAt: process.startTime)
      }
      while case .child = ChildProcess.reapAny() {}
    }
  }
}
