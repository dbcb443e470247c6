internal import Platform
internal import RunHistory
internal import RunStore
internal import TrainingModel

extension RunArchive {
  /// Keeps what was read of a log.
  ///
  /// What cannot be kept now, because the disk is full or the database was lost, leaves a gap that is noticed the next
  /// time: the log has it, and is read again from where it is known.
  func saveNow(_ reading: ReadingProgress, of id: RunID) {
    let saved = withHistory("what a log said") { database in try database.save(reading, of: id) }
    if saved == .gap {
      catchUp(id, seen: ManagedRun.TrainingStart.Moment(reading), isComplete: false)
    }
  }

  /// Reads a log from where it is known to its end, and keeps what it says.
  ///
  /// - Parameters:
  ///   - seen: when the first sign of training was seen.
  ///   - isComplete: whether nothing more will be written to the log.
  /// - Returns: whether all of it is kept.
  @discardableResult
  func catchUp(_ id: RunID, seen: ManagedRun.TrainingStart.Moment?, isComplete: Bool) -> Bool {
    guard let stored = stored(id) else { return false }
    guard stored.conclusion == nil else { return true }
    let log = RunLog(
      directory: home.directory(of: id), maximumBytes: stored.specification.maximumLogBytes)
    var follower = LogFollower(
      log, from: stored.checkpoint.map { LogPosition($0) } ?? LogPosition(), isNew: false)
    do throws(SystemError) {
      while try follower.readPiece(at: now).hasMore {}
    } catch {
      sayOnce("The log of \(id) cannot be read: \(error)")
    }
    if isComplete { _ = follower.finish(at: now) }
    guard let reading = follower.takeUnsaved(seen: seen) else { return true }
    return withHistory("what a log said") { database in try database.save(reading, of: id) } != nil
  }

  /// Enters a run under its idempotency key and lets it appear, or names the run that has the key.
  ///
  /// - Parameter publish: makes the run appear; called while no other server can claim a key.
  func claim(
    _ specification: RunSpecification, publish: @Sendable () throws(SystemError) -> Void
  ) throws -> RunID {
    guard let database = database() else { throw ServiceError.homeRefused(reason: refusalText) }
    // What is in memory no other server sees: it could start a second run under a key that is new.
    if case .inMemory(_, let reason) = storage {
      let holder = try specification.idempotencyKey.flatMap { try database.holder(of: $0) }
      guard let holder else { throw ServiceError.noSharedHistory(reason: reason) }
      return holder
    }
    let home = self.home
    do throws(HistoryDatabase.ClaimError) {
      return try database.claim(
        specification,
        isGone: { id in FileSystem.kind(of: home.directory(of: id).specificationPath) != .file },
        publish: publish)
    } catch {
      switch error {
      case .history(let error): throw ServiceError.homeRefused(reason: "\(error)")
      case .publishing(let error): throw error
      }
    }
  }

  var refusalText: String {
    if case .refused(let error) = storage { return "\(error)" }
    return "The history cannot be opened."
  }

  var now: Timestamp { Timestamp(nanoseconds: SystemClock.wallNanoseconds()) }
}
