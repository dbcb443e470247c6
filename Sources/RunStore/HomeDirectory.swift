package import Platform
package import TrainingModel

/// Where everything is kept: `SIGNALBOX_HOME`.
///
///     runs/<process_id>/    one directory a run, see `RunDirectory`
package struct HomeDirectory: Hashable, Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// `SIGNALBOX_HOME`, else `$XDG_STATE_HOME/signalbox`, else `~/.local/state/signalbox`; nil when none of
  /// the three variables is of use.
  package init?(environment: Environment) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let home = value("SIGNALBOX_HOME") {
      path = home.hasPrefix("/") ? home : FileSystem.currentDirectory() + "/" + home
    } else if let state = value("XDG_STATE_HOME"), state.hasPrefix("/") {
      // A relative one is to be ignored: XDG base directory specification.
      path = state + "/signalbox"
    } else if let home = value("HOME") {
      path = home + "/.local/state/signalbox"
    } else {
      return nil
    }
  }

  /// The directory of one run, whether it is there or not.
  package func directory(of id: RunID) -> RunDirectory {
    RunDirectory(path: "\(path)/runs/\(id.rawValue)")
  }

  /// The runs that have a directory, newest first as far as their names tell; none where nothing was started yet.
  package func runIDs() throws(SystemError) -> [RunID] {
    do throws(SystemError) {
      return try FileSystem.entries(of: "\(path)/runs").sorted(by: >).compactMap { RunID($0) }
    } catch {
      if error.kind == .notFound { return [] }
      throw error
    }
  }

  /// Makes the directory of a new run, and those above it, for their owner alone.
  package func makeDirectory(of id: RunID) throws(SystemError) -> RunDirectory {
    let directory = directory(of: id)
    try FileSystem.makeDirectories("\(path)/runs")
    try FileSystem.makeDirectory(directory.path)
    return directory
  }
}
