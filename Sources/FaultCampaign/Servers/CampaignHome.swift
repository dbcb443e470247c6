package import Platform
internal import RunStore
internal import TrainingModel

/// A home for servers, with a directory for runs to work in and a place where trainings say how they fared.
package final class CampaignHome: Sendable {
  /// Everything of it; removed by `remove`, kept to be looked at after a violation.
  package let path: String

  /// For `SIGNALBOX_HOME`.
  package var home: String { path + "/home" }
  /// Where runs work.
  package var work: String { path + "/work" }
  /// Outside of the home: what lies here is no business of the program under test.
  package var truth: String { path + "/truth" }
  /// Where rules note what they hit.
  package var hits: String { path + "/hits" }
  /// What the servers complain of.
  package var complaints: String { path + "/stderr" }

  package init(prefix: String) throws(SystemError) {
    let made = try FileSystem.makeTemporaryDirectory(prefix: prefix)
    path = FileSystem.resolve(made) ?? made
    for directory in [home, work, truth] { try FileSystem.makeDirectory(directory) }
  }

  /// Every process of this home: servers, supervisors, trainings and what they have left behind.
  package func processes() -> [ProcessEntry] { ProcessTable.carrying("SIGNALBOX_HOME", home) }

  /// Waits until none of them is left; those that are left at the deadline.
  package func waitForProcesses(until deadline: MonotonicInstant) -> [ProcessEntry] {
    Pause.until(deadline) { processes().isEmpty } ? [] : processes()
  }

  /// Ends what is left by force.
  package func killProcesses() {
    for process in processes() {
      ProcessTable.send(SystemSignal.kill, to: process.pid, startedAt: process.startTime)
    }
  }

  /// The runs that have a directory and say what was asked for.
  ///
  /// - Parameter known: names of directories that are passed over.
  package func runs(except known: Set<String> = []) -> [FoundRun] {
    // A home where nothing was started yet has no directory to read, and no runs.
    let ids = (try? HomeDirectory(path: home).runIDs()) ?? []
    return ids.filter { !known.contains($0.rawValue) }.compactMap { id in
      let directory = HomeDirectory(path: home).directory(of: id)
      // What cannot be read is for a server to say; here it is no run with a name.
      return (try? directory.specification()).map { FoundRun(name: $0.name ?? "", directory: directory) }
    }
  }

  /// The names of what lies in `runs`.
  package func runDirectoryNames() -> [String] {
    // Where nothing was started yet there is no such directory.
    (try? FileSystem.entries(of: "\(home)/runs")) ?? []
  }

  /// How many calls the rules of this home's servers have hit so far.
  package func hitCount() -> Int {
    // The file is made by the first hit.
    let bytes = (try? FileSystem.read(hits)) ?? []
    return bytes.count { $0 == UInt8(ascii: "\n") }
  }

  /// The databases of the home.
  package func databases() -> [String] { databaseFiles().filter { $0.hasSuffix(".db") } }

  /// The databases of the home with what SQLite keeps beside them.
  package func databaseFiles() -> [String] {
    // A home that cannot be listed is found out by every other check.
    let names = (try? FileSystem.entries(of: home)) ?? []
    return names.filter { $0.contains(".db") }.sorted().map { "\(home)/\($0)" }
  }

  /// Ends what still runs in it, and deletes it unless it is wanted to be looked at.
  package func finish(isClean: Bool, _ tools: CampaignTools) {
    if isClean || !tools.keepsHomes { remove() } else { killProcesses() }
  }

  /// Deletes it all, after ending what still runs in it.
  package func remove() {
    killProcesses()
    // What cannot be deleted lies in the system's place for temporary files.
    try? FileSystem.removeTree(path)
  }
}
