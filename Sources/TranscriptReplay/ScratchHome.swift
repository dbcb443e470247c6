package import Platform

/// A server's surroundings for one conversation: a home and a work directory of its own, removed with it.
package struct ScratchHome: ~Copyable {
  /// Symbolic links resolved, as the server shows paths.
  private let path: String

  /// - Parameter prefix: how its name begins, for whoever finds one.
  package init(prefix: String) throws(SystemError) {
    let made = try FileSystem.makeTemporaryDirectory(prefix: prefix)
    let resolved = FileSystem.resolve(made) ?? made
    try FileSystem.makeDirectory(resolved + Self.home)
    try FileSystem.makeDirectory(resolved + Self.root)
    path = resolved
  }

  deinit {
    // What cannot be removed lies under the system's place for temporary files and is removed by the system.
    try? FileSystem.removeTree(path)
  }

  /// For `SIGNALBOX_HOME`.
  package var home: String { path + Self.home }

  /// Where runs may work.
  package var root: String { path + Self.root }

  private static let home = "/home"
  private static let root = "/root"

  /// An environment in which a server keeps everything here.
  ///
  /// Trainings written in Python leave no compiled files beside their source.
  package func environment(over base: Environment) -> Environment {
    base.merging(["SIGNALBOX_HOME": home, "PYTHONDONTWRITEBYTECODE": "1"])
  }

  /// The processes that belong to this home, of servers, supervisors and trainings alike; none where the
  /// system does not tell (macOS).
  package func processes() -> [ProcessEntry] { ProcessTable.carrying("SIGNALBOX_HOME", home) }

  /// Waits until none of those processes is left.
  ///
  /// - Returns: those that were left at the deadline.
  package func waitForProcesses(until deadline: MonotonicInstant) -> [ProcessEntry] {
    PeriodicCheck.holds(until: deadline) { processes().isEmpty } ? [] : processes()
  }

  /// Ends every process that is left, by force.
  package func killProcesses() {
    for process in processes() {
      ProcessTable.send(SystemSignal.kill, to: process.pid, startedAt: process.startTime)
    }
  }
}
