package import Platform
package import RunStore
internal import TrainingModel

/// A run that was found by its directory.
package struct FoundRun: Sendable {
  /// The name that it was started with; empty for none.
  package let name: String
  package let directory: RunDirectory

  package var id: String { directory.path.split(separator: "/").last.map(String.init) ?? "" }

  /// The process that supervises it, as long as it lives.
  package func supervisor() -> ProcessEntry? {
    ProcessTable.carrying("SIGNALBOX_RUN_ID", id).first { entry in
      // Its own name is the program's; that it is no training is said by its command line. Of a process that is gone
      // meanwhile there is none to read.
      guard let bytes = try? FileSystem.read("/proc/\(entry.pid)/cmdline") else { return false }
      return bytes.split(separator: 0).dropFirst().first.map { $0.elementsEqual("supervise".utf8) } ?? false
    }
  }

  /// The process of the training, as long as it lives.
  package func training() -> ProcessEntry? {
    // A record that cannot be read was not written yet, or is being written: the process is not there yet.
    guard let identity = (try? directory.process())?.identity,
      let entry = ProcessTable.entry(of: identity.pid), entry.startTime == identity.startTime, !entry.isZombie
    else { return nil }
    return entry
  }
}
