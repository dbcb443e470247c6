internal import Diagnosis
package import Platform
internal import RunHistory
package import RunStore
internal import TrainingModel

/// What is kept of runs: reads what ended runs left, and is the one user of the history database in this process.
///
/// It has a thread of its own, so that no reading of a long log and no slow disk keeps a call waiting. Without a
/// database that can be used everything still works from the runs' directories, only slower.
package actor RunArchive {
  nonisolated let loop: EventLoop
  let home: HomeDirectory
  let complain: @Sendable (String) -> Void
  var storage = Storage.closed
  var lastSweep: Sweep?
  var triggers = TriggerCache()
  /// Schedules that could not be dealt with when they were looked at last.
  var unfireable: Set<ScheduleID> = []
  var failureRules: FailureRulesCache
  let diskLooks: PatientLooks<[FullDisk]>
  let verdictLooks: PatientLooks<ErrorSummary>
  private var lastComplaint = ""

  /// Where the history is.
  enum Storage {
    case closed
    case open(HistoryDatabase)
    /// The file cannot be used, so it is kept in memory until the server ends.
    case inMemory(HistoryDatabase, because: String)
    /// It belongs to a newer program.
    case refused(HistoryError)
  }

  package nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  /// - Parameters:
  ///   - loop: the loop of a thread of its own.
  ///   - complain: takes a line about a fault of ours.
  package init(loop: EventLoop, home: HomeDirectory, complain: @escaping @Sendable (String) -> Void) {
    self.loop = loop
    self.home = home
    self.complain = complain
    failureRules = FailureRulesCache(FailureRulesFile(of: home))
    diskLooks = PatientLooks("disks", slots: 4, patience: 1, loop: loop)
    verdictLooks = PatientLooks("surroundings", slots: 4, patience: 1, loop: loop)
  }

  // MARK: News, in the order in which they come; nobody waits for them

  /// A run was started.
  nonisolated func note(_ specification: RunSpecification) {
    tell { archive in archive.withHistory("a new run") { try $0.insert(specification) } }
  }

  /// The process of a run was started.
  nonisolated func note(_ process: StartedProcess, of id: RunID) {
    tell { archive in archive.withHistory("a start") { try $0.noteStart(process, of: id) } }
  }

  /// More of a run's log was read.
  nonisolated func save(_ reading: ReadingProgress, of id: RunID) {
    tell { archive in archive.saveNow(reading, of: id) }
  }

  /// Something happened to a run that its log does not tell; entered once, whoever notices it.
  nonisolated func note(_ event: HistoryEvent, of id: RunID) {
    tell { archive in archive.withHistory("an event") { try $0.enterOnce(event, of: id) } }
  }

  private nonisolated func tell(_ news: @escaping @Sendable (isolated RunArchive) -> Void) {
    Task(executorPreference: loop) { await news(self) }
  }

  /// Returns when all that was told before is kept.
  func flush() {}

  // MARK: Questions

  /// What is kept of a run; nil when that is nothing.
  func stored(_ id: RunID) -> StoredRun? {
    // Looking makes no database.
    guard isThere else { return nil }
    return withHistory("a run") { try $0.run(id) } ?? nil
  }

  /// When a run was made, also one that is gone; nil when nobody knows.
  func creationTime(of id: RunID) -> Timestamp? {
    guard isThere else { return nil }
    let first = withHistory("a run") { try $0.events(of: id, limit: 1).first } ?? nil
    return first?.event.kind == .created ? first?.event.time : nil
  }

  /// The names of runs that have one.
  func names() -> [RunID: String] {
    guard isThere else { return [:] }
    return withHistory("the names of runs") { try $0.names() } ?? [:]
  }

  // MARK: The database

  var isThere: Bool {
    switch storage {
    case .open, .inMemory: true
    case .closed: FileSystem.kind(of: home.historyPath) == .file
    case .refused: false
    }
  }

  /// Works on the database; nil when that failed, which is said.
  func withHistory<Value>(_ what: String, _ work: (HistoryDatabase) throws -> Value) -> Value? {
    guard let database = database() else { return nil }
    do { return try work(database) } catch {
      guard case HistoryError.damaged? = error as? HistoryError else {
        sayOnce("The history could not take or give \(what): \(error)")
        return nil
      }
      replaceDamaged(because: error)
      guard let database = self.database() else { return nil }
      return try? work(database)  // what fails right after that has another cause, and is said the next time
    }
  }

  /// The database, opened or made when it is not open.
  func database() -> HistoryDatabase? {
    switch storage {
    case .open(let database) where !database.hasMoved: return database
    case .inMemory(let database, _): return database
    case .refused: return nil
    case .closed: storage = open()
    case .open:
      // Somebody removed it or put it aside.
      storage = open()
      refill()
    }
    return current
  }

  private var current: HistoryDatabase? {
    switch storage {
    case .open(let database), .inMemory(let database, _): database
    case .closed, .refused: nil
    }
  }

  /// Enters what is in the directories into a history that takes the place of another, wherever it is kept: without the
  /// idempotency keys a run would be started twice.
  private func refill() {
    guard let current else { return }
    reconcile(current)
    // Schedules are fired from a file that all servers see, or not at all.
    if case .open = storage { reconcileSchedules() }
  }

  private func open() -> Storage {
    do throws(HistoryError) { return .open(try HistoryDatabase(path: home.historyPath)) } catch {
      switch error {
      case .newerSchema:
        complain("\(error)")
        return .refused(error)
      case .damaged:
        return setAside(because: error)
      case .unusable:
        sayOnce("\(error) Until then the history is kept in memory.")
        return inMemory(because: "\(error)")
      }
    }
  }

  private func inMemory(because reason: String) -> Storage {
    do throws(HistoryError) {
      return .inMemory(try HistoryDatabase.inMemory(), because: reason)
    } catch {
      complain("\(error)")
      return .refused(error)
    }
  }

  private func replaceDamaged(because error: any Error) {
    storage = setAside(because: error)
    refill()
  }

  /// Puts a damaged file aside and makes a new one.
  private func setAside(because error: any Error) -> Storage {
    storage = .closed
    do {
      // Nil when another server has done so meanwhile.
      if let place = try HistoryDatabase.setAside(path: home.historyPath) {
        complain(
          "\(error) It was put aside as \(place), and a new one is made from the directories of the runs.")
      }
      return .open(try HistoryDatabase(path: home.historyPath))
    } catch {
      sayOnce("The history is damaged and cannot be replaced, so it is kept in memory: \(error)")
      return inMemory(because: "\(error)")
    }
  }

  func sayOnce(_ text: String) {
    guard text != lastComplaint else { return }
    lastComplaint = text
    complain(text)
  }
}
