internal import LogReading
internal import Platform
internal import RunHistory
internal import RunStore
internal import TrainingHealth
internal import TrainingModel

/// Runs that this server did not start: those of earlier servers, and of others that share the home.
extension RunRegistry {
  /// Seconds between two looks at a run that another server is just starting.
  private static let launchInterval = 0.1

  /// A run by its identifier: one that is known, else one that is found in the home.
  func known(_ text: String) async throws -> KnownRun {
    guard let id = RunID(text) else { throw ServiceError.unknownRun(text) }
    do {
      guard let known = try await find(id) else { throw ServiceError.unknownRun(text) }
      return known
    } catch let error as RecordError {
      throw ServiceError.unreadableRecord(id, reason: "\(error)")
    }
  }

  /// A run; nil when there is none of this name.
  private func find(_ id: RunID) async throws -> KnownRun? {
    let directory = home.directory(of: id)
    while true {
      if let run = live[id] {
        freshen(run)
        return .managed(run)
      }
      // Asked each time, since anybody may prune. A link would lead to where no run of this home is.
      guard FileSystem.kind(of: directory.path, followsLinks: false) == .directory,
        FileSystem.kind(of: directory.specificationPath) == .file
      else {
        forget(id)
        return nil
      }
      if let picture = pictures.picture(of: id) { return .ended(picture) }
      try await look(for: id, in: directory)
    }
  }

  /// Returns when a run is read; who wants what is being read already waits for that.
  private func look(for id: RunID, in directory: RunDirectory) async throws {
    if let reading = readings[id] { return try await reading.value }
    // On the loop also where it waits for another task: else a thread of the runtime's pool would wake for it.
    let reading = Task(executorPreference: loop) { try await self.read(id, directory) }
    readings[id] = reading
    try await reading.value
  }

  /// Reads a run: when it returns, the run is followed, or its picture is kept.
  private func read(_ id: RunID, _ directory: RunDirectory) async throws {
    defer { readings[id] = nil }
    let stored = await archive.stored(id)
    // It may have been started meanwhile.
    if live[id] != nil { return }
    if let stored, let picture = RunPicture(stored, directory: directory, mask: mask(of: id)) {
      enter(picture)
    } else if let picture = try keptPicture(directory) {
      enter(picture)
    } else {
      try follow(directory, stored)
    }
  }

  /// The picture of a run whose log was pruned, from its directory alone.
  private func keptPicture(_ directory: RunDirectory) throws(RecordError) -> RunPicture? {
    guard let kept = directory.keptConclusion(), let exit = try directory.exitRecord() else { return nil }
    let specification = try directory.specification()
    return RunPicture(
      StoredRun(
        specification: specification, process: try directory.process(), exit: exit,
        trainingStartedAt: kept.trainingStartedAt, startedAfter: kept.startedAfter,
        conclusion: kept.conclusion),
      directory: directory, mask: mask(of: specification.id))
  }

  /// Enters an ended run.
  func enter(_ picture: RunPicture) {
    pictures.keep(picture)
    enter(
      RunCatalog.Entry(
        id: picture.id, createdAt: picture.specification.createdAt, tags: picture.specification.tags,
        status: picture.status, name: picture.specification.name), of: picture.specification)
  }

  /// Enters a run that is followed.
  func enter(_ run: ManagedRun) {
    live[run.id] = run
    enter(run.catalogEntry, of: run.specification)
  }

  /// Enters what lists tell of a run.
  func enter(_ entry: RunCatalog.Entry, of specification: RunSpecification) {
    let isNew = !catalog.contains(entry.id)
    catalog.set(entry)
    guard isNew else { return }
    tell(.catalog)
    tell(.runs)
    if let schedule = specification.occurrence?.schedule { tellChange(of: schedule) }
  }

  /// Takes out a run whose directory is gone.
  func forget(_ id: RunID) {
    if catalog.contains(id) { tellEnd(of: id) }
    pictures.remove(id)
    catalog.remove(id)
    masks[id] = nil
    ownRuns.remove(id)
    scan.forget(id)
  }

  /// Follows a run of the home from where earlier servers left off.
  private func follow(_ directory: RunDirectory, _ stored: StoredRun?) throws(RecordError) {
    let specification = try directory.specification()
    let condition = try directory.condition()
    let start = stored.flatMap(ManagedRun.TrainingStart.init)
    let run = ManagedRun(
      specification: specification, directory: directory, mask: mask(of: specification.id),
      follower: LogFollower(
        RunLog(directory: directory, maximumBytes: specification.maximumLogBytes),
        from: stored?.checkpoint.map { LogPosition($0) } ?? LogPosition(), isNew: false),
      trainingStart: start, pace: PaceWatch(limits: paceLimits(of: specification)))
    run.pace.pace.begin(at: run.follower.picture.progress)
    if stored == nil { archive.note(specification) }
    switch condition {
    case .ended(let record):
      try conclude(run, with: record)
      enter(run)
    case .launching:
      enter(run)
      inheritSightings(of: run)
      lookAgain(at: run.id)
    case .running(let process):
      enter(run)
      inheritSightings(of: run)
      begin(run, process)
      watchSupervisor(of: run)
    }
  }

  /// Sees to it that the end of somebody else's run is noticed.
  private func watchSupervisor(of run: ManagedRun) {
    guard run.report == nil, run.supervisorWatch == nil, !run.hasExited else { return }
    let id = run.id
    guard let supervisor = run.process?.supervisor,
      let watch = ProcessWatch(pid: supervisor.pid, startTime: supervisor.startTime)
    else { return lookAgain(at: id) }
    do throws(SystemError) {
      let token = try loop.watch(watch.descriptor) { [self] in
        assumeIsolated { $0.supervisorEnded(of: id) }
      }
      run.supervisorWatch = ManagedRun.SupervisorWatch(watch: watch, token: token)
    } catch {
      complain("The supervisor of \(id) cannot be watched: \(error)")
      lookAgain(at: id)
    }
  }

  func lookAgain(at id: RunID) {
    let next = SystemClock.monotonic().advanced(bySeconds: Self.launchInterval)
    _ = loop.schedule(at: next) { [self] in assumeIsolated { $0.lookNow(at: id) } }
  }

  private func lookNow(at id: RunID) {
    guard let run = live[id], !run.hasExited else { return }
    do throws(RecordError) {
      switch try run.directory.condition() {
      case .launching:
        lookAgain(at: id)
        if run.specification.occurrence != nil { adoptSoon(id) }
      case .running(let process):
        begin(run, process)
        watchSupervisor(of: run)
      case .ended: try concludeWithoutSupervisor(run)
      }
    } catch {
      complain("The record of \(id) cannot be read: \(error)")
      // What could not be read for want of a descriptor may be read later; what is damaged stays so.
      if FileSystem.kind(of: run.directory.specificationPath) == .file { lookAgain(at: id) }
    }
  }

  /// Takes what the directory of somebody else's run says now, since its news may still be on their way.
  func freshen(_ run: ManagedRun) {
    guard run.lifeline == nil, !run.hasExited else { return }
    // What cannot be read is said by whoever watches the run.
    try? refresh(run, supervisorIsGone: false)
  }

  private func supervisorEnded(of id: RunID) {
    guard let run = live[id] else { return }
    unwatchSupervisor(of: run)
    lookNow(at: id)
  }
}
