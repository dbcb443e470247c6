internal import Platform
internal import RunStore
internal import TrainingModel

/// Runs that this server did not start: those of earlier servers, and of others that share the home.
extension RunRegistry {
  /// Seconds between two looks at a run that another server is just starting.
  private static let launchInterval = 0.1

  /// A run by its identifier: one that is known, else one that is found in the home.
  func run(_ text: String) throws(ServiceError) -> ManagedRun {
    guard let id = RunID(text) else { throw .unknownRun(text) }
    if let run = runs[id] { return run }
    let directory = home.directory(of: id)
    guard FileSystem.kind(of: directory.specificationPath) == .file else { throw .unknownRun(text) }
    do throws(RecordError) {
      return try find(id, in: directory)
    } catch {
      throw .unreadableRecord(id, reason: "\(error)")
    }
  }

  /// Looks for runs that are not known yet; one whose record cannot be read is left out, and said.
  func findAll() throws(ServiceError) {
    let ids: [RunID]
    do throws(SystemError) { ids = try home.runIDs() } catch {
      throw .unreadableHome(reason: "\(error)")
    }
    // Oldest first, so that each is entered at the end.
    for id in ids.reversed() where runs[id] == nil && !unreadableRuns.contains(id) {
      do throws(RecordError) {
        _ = try find(id, in: home.directory(of: id))
      } catch {
        unreadableRuns.insert(id)
        complain("The record of \(id) cannot be read, so it is not listed: \(error)")
      }
    }
  }

  /// Enters a run where it belongs by its age.
  func enter(_ run: ManagedRun) {
    runs[run.id] = run
    let created = run.specification.createdAt
    let place = order.lastIndex { id in runs[id].map { $0.specification.createdAt <= created } ?? true }
    order.insert(run.id, at: place.map { $0 + 1 } ?? 0)
  }

  private func find(_ id: RunID, in directory: RunDirectory) throws(RecordError) -> ManagedRun {
    let run = ManagedRun(
      specification: try directory.specification(), directory: directory, mask: ownSecrets)
    run.isCatchingUp = true
    enter(run)
    do throws(RecordError) {
      try settle(run)
    } catch {
      runs[id] = nil
      order.removeAll { $0 == id }
      throw error
    }
    return run
  }

  /// Takes how the run stands, and sees to it that a change is noticed.
  private func settle(_ run: ManagedRun) throws(RecordError) {
    switch try run.directory.condition() {
    case .ended(let record):
      run.startedProcess = try run.directory.process()
      run.state = .ended(record)
      run.needsReading = true
    case .launching: lookAgain(at: run.id)
    case .running(let process):
      enterLive(run, process)
    }
  }

  private func enterLive(_ run: ManagedRun, _ process: StartedProcess) {
    begin(run, process)
    let id = run.id
    guard let supervisor = process.supervisor,
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
    guard let run = runs[id], !run.isEnded, run.pendingEnd == nil else { return }
    do throws(RecordError) {
      switch try run.directory.condition() {
      case .launching: lookAgain(at: id)
      case .running(let process) where run.startedProcess == nil: enterLive(run, process)
      case .running: lookAgain(at: id)
      case .ended: try concludeWithoutSupervisor(run)
      }
    } catch {
      complain("The record of \(id) cannot be read: \(error)")
    }
  }

  private func supervisorEnded(of id: RunID) {
    guard let run = runs[id], let watch = run.supervisorWatch.take() else { return }
    loop.unwatch(watch.token, descriptor: watch.watch.descriptor)
    lookNow(at: id)
  }

  /// Reads the log of a run that had ended when it was found: its beginning and its end.
  func readFound(_ run: ManagedRun) {
    run.needsReading = false
    guard let record = run.state.exitRecord else { return }
    do throws(SystemError) {
      while true {
        let piece = try run.follower.readPiece()
        take(piece.events, of: run)
        if !piece.hasMore { break }
        take(try run.follower.leap(), of: run)
      }
    } catch {
      complain("The log of \(run.id) cannot be read: \(error)")
    }
    conclude(run, with: record)
  }
}
