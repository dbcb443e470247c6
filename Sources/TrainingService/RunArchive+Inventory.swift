internal import Platform
internal import RunHistory
internal import RunStore
internal import TrainingModel

extension RunArchive {
  /// What the home holds.
  struct Inventory: Sendable {
    /// All runs.
    var entries: [RunEntry] = []
    /// Those that had not ended when they were written about last, and those that cannot be read.
    var open: [RunID] = []
    /// Those that have ended and whose logs nobody has read to the end, newest first.
    var unread: [RunID] = []
    var look = HomeLook.never
    /// Why nothing may be started in this home; nil when all is well.
    var refusal: HistoryError?
  }

  /// Holds the history against the directories, which are the truth, and says what there is.
  ///
  /// Where nothing was ever started, nothing is made.
  func inventory() -> Inventory {
    guard FileSystem.kind(of: home.path + "/runs") == .directory else { return Inventory() }
    let changedAt = home.runsChangedAt
    var inventory = Inventory()
    if let database = database() {
      reconcile(database)
      inventory.entries = write("all runs") { try $0.entries() } ?? []
    } else {
      inventory.entries = unaided()
    }
    if case .refused(let error) = storage { inventory.refusal = error }
    let known = Set(inventory.entries.map(\.id))
    // Who lists is told the error.
    inventory.open = ((try? home.runIDs()) ?? []).filter { !known.contains($0) }
    for entry in inventory.entries {
      switch entry.stage {
      case .open: inventory.open.append(entry.id)
      case .ended: inventory.unread.append(entry.id)
      case .concluded: break
      }
    }
    inventory.look = HomeLook(changedAt: changedAt, now: SystemClock.wallNanoseconds())
    return inventory
  }

  /// Enters runs that the history does not have, and removes those whose directory is gone.
  func reconcile(_ database: HistoryDatabase) {
    do {
      let there = Set(try home.runIDs())
      let known = Set(try database.entries().map(\.id))
      let gone = known.subtracting(there)
      if !gone.isEmpty { try database.remove(Array(gone)) }
      let missing = there.subtracting(known).sorted { $0.rawValue < $1.rawValue }
      let records = missing.compactMap(record(of:))
      try database.restore(records)
      if !records.isEmpty {
        complain(
          "The history in \(home.path) was \(known.isEmpty ? "empty" : "incomplete"): \(records.count) run(s) were "
            + "entered from their directories.")
      }
    } catch {
      sayOnce("The history could not be held against the directories of the runs: \(error)")
    }
  }

  /// What a directory says; nil where it cannot be read, which is said when somebody asks for the run.
  private func record(of id: RunID) -> RunRecord? {
    let directory = home.directory(of: id)
    do throws(RecordError) {
      return RunRecord(
        specification: try directory.specification(), process: try directory.process(),
        exit: try directory.exitRecord(), conclusion: nil)
    } catch {
      return nil
    }
  }

  private func unaided() -> [RunEntry] {
    let ids = (try? home.runIDs()) ?? []  // who lists is told the error
    return ids.compactMap(record(of:)).map { record in
      RunEntry(
        id: record.specification.id, createdAt: record.specification.createdAt,
        tags: record.specification.tags,
        status: record.exit?.outcome.processStatus ?? .running, isConcluded: false)
    }
  }
}
