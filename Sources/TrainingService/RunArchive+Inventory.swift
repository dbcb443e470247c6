internal import Platform
internal import RunHistory
internal import RunStore
internal import TrainingModel

extension RunArchive {
  /// What the home holds.
  struct Inventory: Sendable {
    /// All runs.
    var entries: [RunEntry] = []
    /// Those that had not ended when they were written about last.
    var open: [RunID] = []
    /// Those that have ended and whose logs nobody has read to the end, newest first.
    var unread: [RunID] = []
    /// Has seen all of them; what cannot be read is new to it.
    var scan = HomeScan()
    var look = HomeLook.never
    /// Why nothing may be started in this home; nil when all is well.
    var refusal: HistoryError?
  }

  /// Holds the history against the directories, which are the truth, and says what there is.
  ///
  /// Where nothing was ever started, nothing is made.
  func inventory() -> Inventory {
    // Who wrote rules hears at the start, and not at the next failure, what is wrong with them.
    _ = failureRules.current(complain: complain)
    guard FileSystem.kind(of: home.path + "/runs") == .directory else { return Inventory() }
    let changedAt = home.runsChangedAt
    var inventory = Inventory()
    let found = database().flatMap { reconcile($0) } ?? unaided()
    inventory.entries = found.entries
    if case .refused(let error) = storage { inventory.refusal = error }
    inventory.scan.remember(inventory.entries.lazy.map(\.id))
    for entry in inventory.entries {
      switch entry.stage {
      case .open: inventory.open.append(entry.id)
      case .ended: inventory.unread.append(entry.id)
      case .concluded: break
      }
    }
    // Records that cannot be read are left to the next look, which says so.
    if found.isComplete {
      inventory.look = HomeLook(changedAt: changedAt, now: SystemClock.wallNanoseconds())
    }
    return inventory
  }

  /// Enters runs that the history does not have, and removes those whose directory is gone.
  ///
  /// - Returns: all runs that it has then, and whether those are all there are; nil when that failed, which is said.
  @discardableResult
  func reconcile(_ database: HistoryDatabase) -> (entries: [RunEntry], isComplete: Bool)? {
    do {
      let entries = try database.entries()
      var scan = HomeScan()
      scan.remember(entries.lazy.map(\.id))
      let finding = try scan.look(home)
      guard !finding.new.isEmpty || finding.isAnyGone else { return (entries, true) }
      if finding.isAnyGone {
        let there = Set(try home.runIDs())
        try database.remove(entries.map(\.id).filter { !there.contains($0) })
      }
      // Oldest first, as they were made.
      let records = finding.new.reversed().compactMap(record(of:))
      try database.restore(records)
      let missing = records.count { Self.isMissing(createdAt: $0.specification.createdAt, now: now) }
      if missing > 0 {
        complain(
          "The history in \(home.path) was \(entries.isEmpty ? "empty" : "incomplete"): \(missing) run(s) "
            + "were entered from their directories.")
      }
      return (try database.entries(), records.count == finding.new.count)
    } catch {
      sayOnce("The history could not be held against the directories of the runs: \(error)")
      return nil
    }
  }

  /// Seconds after which whoever started a run has long entered it.
  private static let longestEntering = 2.0

  /// Whether a run should have been in the history: one that was just started is only on its way there.
  static func isMissing(createdAt: Timestamp, now: Timestamp) -> Bool {
    abs(Double(now.nanoseconds - createdAt.nanoseconds) / 1e9) > longestEntering
  }

  /// What a directory says; nil where it cannot be read, which is said when somebody asks for the run.
  private func record(of id: RunID) -> RunRecord? {
    let directory = home.directory(of: id)
    do throws(RecordError) {
      return RunRecord(
        specification: try directory.specification(), process: try directory.process(),
        exit: try directory.exitRecord(), kept: directory.keptConclusion())
    } catch {
      return nil
    }
  }

  /// All runs, as their directories alone say.
  private func unaided() -> (entries: [RunEntry], isComplete: Bool) {
    let ids = (try? home.runIDs()) ?? []  // who lists is told the error
    let records = ids.compactMap(record(of:))
    let entries = records.map { record in
      RunEntry(
        id: record.specification.id, createdAt: record.specification.createdAt,
        tags: record.specification.tags,
        status: record.exit?.outcome.processStatus ?? .running, isConcluded: false)
    }
    return (entries, records.count == ids.count)
  }
}
