internal import Platform
internal import RunHistory
internal import RunStore
internal import TrainingModel

extension RunRegistry {
  /// Learns what earlier servers left, in the background: nobody needs to wait for it but who lists.
  package func recover() {
    guard recovery == nil else { return }
    recovery = Task(executorPreference: loop) { await self.takeInventory() }
  }

  /// Returns when what earlier servers left is known.
  func recovered() async {
    recover()
    await recovery?.value
  }

  private func takeInventory() async {
    let inventory = await archive.inventory()
    let known = catalog
    catalog = RunCatalog(inventory.entries.filter { !known.contains($0.id) }.map(RunCatalog.Entry.init(_:)))
    // What was started or found meanwhile is newer.
    for id in known.ids { if let entry = known.entry(of: id) { catalog.set(entry) } }
    scan = inventory.scan
    scan.remember(known.ids)
    lastLook = inventory.look
    refusal = inventory.refusal
    for id in inventory.open { await findQuietly(id) }
    isRecovered = true
    await lookForSchedules()
    // Oldest first, so that each failure finds those before it.
    concludeInTheBackground(inventory.unread.reversed())
  }

  /// Waits until all runs are known, and looks for those that came since.
  func knowAll() async throws {
    if !isRecovered { await recovered() }
    // A start that came before this call goes first: it may wait for the same, or was woken and has not had its turn.
    while startsBeforeRecovery > 0 { await Task.yield() }
    // Another process may have made the first schedule of this home.
    if case .off = scheduling, home.hasSchedules { await lookForSchedules() }
    guard lastLook != .at(changedAt: home.runsChangedAt) else { return }
    if let looking {
      // Begun before this call, it may have missed what this call is to know.
      _ = await looking.result
      guard lastLook != .at(changedAt: home.runsChangedAt) else { return }
    }
    // Whoever waited as well may have begun the next one.
    let look = looking ?? beginLook()
    try await look.value
  }

  private func beginLook() -> Task<Void, any Error> {
    let look = Task(executorPreference: loop) { try await self.lookThroughHome() }
    looking = look
    return look
  }

  private func lookThroughHome() async throws {
    defer { looking = nil }
    let changedAt = home.runsChangedAt
    let finding: HomeScan.Finding
    do throws(SystemError) {
      finding = try scan.look(home)
      if finding.isAnyGone { try forgetRemoved() }
    } catch {
      throw ServiceError.unreadableHome(reason: "\(error)")
    }
    for id in finding.new where !catalog.contains(id) { await findQuietly(id) }
    lastLook = HomeLook(changedAt: changedAt, now: now.nanoseconds)
  }

  private func forgetRemoved() throws(SystemError) {
    let gone = Set(catalog.ids).subtracting(try home.runIDs())
    for id in gone where live[id] == nil { forget(id) }
  }

  /// Finds a run that somebody else started; one whose record cannot be read is not listed, and said.
  ///
  /// - Returns: nil also when it was removed meanwhile.
  @discardableResult
  private func findQuietly(_ id: RunID) async -> KnownRun? {
    do {
      return try await known(id.rawValue)
    } catch ServiceError.unreadableRecord(_, let reason) {
      // Else it would be counted and not shown. What is damaged stays so, but for want of a descriptor it may have been
      // unreadable just now: it is new again to the next look.
      catalog.remove(id)
      scan.forget(id)
      if unreadableRuns.insert(id).inserted {
        complain("The record of \(id) cannot be read, so it is not listed: \(reason)")
      }
      return nil
    } catch {
      return nil
    }
  }

  /// Reads the logs of runs that ended while nobody was there, one after the other.
  private func concludeInTheBackground(_ ids: [RunID]) {
    guard !ids.isEmpty else { return }
    Task(executorPreference: loop) { await self.concludeAll(ids) }
  }

  private func concludeAll(_ ids: [RunID]) async {
    for id in ids where !isShuttingDown {
      guard let known = await findQuietly(id) else { continue }
      _ = await picture(of: known)
    }
  }
}

extension RunCatalog.Entry {
  fileprivate init(_ entry: RunEntry) {
    self.init(id: entry.id, createdAt: entry.createdAt, tags: entry.tags, status: entry.status)
  }
}
