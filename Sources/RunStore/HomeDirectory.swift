package import Platform
package import TrainingModel

/// Where everything is kept: `SIGNALBOX_HOME`.
///
///     runs/<process_id>/         one directory a run, see `RunDirectory`
///     runs/.new-<process_id>/    one that is being made
///     runs/.gone-<process_id>/   one that is being removed
///     schedules/<schedule_id>.json  what each schedule is, and how far it had come when a person changed it last
///     scheduler.lock             held by the process that starts what schedules ask for
///     scheduler                  a FIFO that this process reads: a byte says that something has changed
///     confirmation.key           by which servers know the questions of one another again, see `confirmationKey()`
///     history.db                 an index of the runs and what they did; it can be made again from their directories
///     environment.key            what digests of variables are made with, so that they tell nothing of the values
///     failure-rules.json         how a person wants failures to be named; need not be there
///     settings.json              what a person has set, see `Settings`; need not be there
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

  /// The database of all runs, whether it is there or not.
  package var historyPath: String { "\(path)/history.db" }

  /// Held by the process that starts what schedules ask for.
  package var leasePath: String { "\(path)/scheduler.lock" }
  /// Where this process hears that something has changed.
  package var schedulerPath: String { "\(path)/scheduler" }

  /// Where runs are, whether it is there or not.
  package var runsPath: String { "\(path)/runs" }

  /// The directory of one run, whether it is there or not.
  package func directory(of id: RunID) -> RunDirectory {
    RunDirectory(path: "\(path)/runs/\(id.rawValue)")
  }

  /// The runs that have a directory, newest first as far as their names tell; none where nothing was started yet.
  package func runIDs() throws(SystemError) -> [RunID] {
    try names().sorted(by: >).compactMap { RunID($0) }
  }

  /// Calls `body` with every name in `runs/`, those of other things included.
  func forEachName(_ body: (UnsafeRawBufferPointer) -> Void) throws(SystemError) {
    do throws(SystemError) { try FileSystem.forEachEntry(of: "\(path)/runs", body) } catch {
      if error.kind != .notFound { throw error }
    }
  }

  /// When a run was added or removed last, in nanoseconds since 1970; nil while there was never one.
  package var runsChangedAt: Int64? { FileSystem.modificationTime(of: "\(path)/runs") }

  // MARK: Adding and removing

  /// Makes a directory in which a new run is prepared, for its owner alone; nobody takes it for a run.
  package func makeDraft(of id: RunID) throws(SystemError) -> RunDirectory {
    let draft = RunDirectory(path: "\(path)/runs/\(Self.draftPrefix)\(id.rawValue)")
    try FileSystem.makeDirectories("\(path)/runs")
    try FileSystem.makeDirectory(draft.path)
    return draft
  }

  /// Makes such a directory for the run of an occurrence, in the place of one that somebody left who died.
  ///
  /// Only for whoever keeps others from doing the same meanwhile: such a run has one name, whoever prepares it.
  package func makeDraft(ofOccurrenceRun id: RunID) throws(SystemError) -> RunDirectory {
    try FileSystem.removeTree("\(path)/runs/\(Self.draftPrefix)\(id.rawValue)")
    return try makeDraft(of: id)
  }

  /// Gives a prepared directory its name: in one step the run is there, with its lock and its specification.
  package func publish(_ draft: RunDirectory, as id: RunID) throws(SystemError) -> RunDirectory {
    let directory = directory(of: id)
    try FileSystem.rename(draft.path, to: directory.path)
    return directory
  }

  /// Removes a run: in one step it is gone, and then its files go.
  package func remove(_ id: RunID) throws(SystemError) {
    let gone = "\(path)/runs/\(Self.gonePrefix)\(id.rawValue)"
    try FileSystem.rename(directory(of: id).path, to: gone)
    try FileSystem.removeTree(gone)
  }

  /// Directories that somebody was making or removing when he died: names and when they were changed last.
  package func remains() throws(SystemError) -> [(path: String, changedAt: Int64)] {
    try names().filter { $0.hasPrefix(Self.draftPrefix) || $0.hasPrefix(Self.gonePrefix) }
      .map { "\(path)/runs/\($0)" }
      .compactMap { path in FileSystem.modificationTime(of: path).map { (path, $0) } }
  }

  private static let draftPrefix = ".new-"
  private static let gonePrefix = ".gone-"

  private func names() throws(SystemError) -> [String] {
    do throws(SystemError) { return try FileSystem.entries(of: "\(path)/runs") } catch {
      if error.kind == .notFound { return [] }
      throw error
    }
  }
}
