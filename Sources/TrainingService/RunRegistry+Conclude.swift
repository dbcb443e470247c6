internal import Platform
internal import RunHistory
internal import RunStore
internal import TrainingModel

extension RunRegistry {
  /// The run has ended; it is said so once its log is read to the end.
  func conclude(_ run: ManagedRun, with record: ExitRecord) throws(RecordError) {
    guard !run.hasExited else { return }
    // It may have started and ended since its directory was looked at.
    let process = if let known = run.process { known } else { try run.directory.process() }
    let reading = run.takeUnsaved()
    let stall = run.pace.stallWarning(at: SystemClock.monotonic(), logSize: run.follower.size())
    let isOurs = run.lifeline != nil
    run.life = .concluding(record, process)
    release(run)
    enter(run.catalogEntry, of: run.specification)
    tellChange(of: run.id)
    let ended = EndedRun(
      specification: run.specification, process: process, record: record, directory: run.directory,
      mask: run.mask, position: run.follower.handOver, unsaved: reading, seen: run.trainingStart?.moment,
      foundAt: SystemClock.monotonic(),
      standing: (stall.map { [$0] } ?? []) + run.sightings.standing)
    Task {
      switch await self.archive.conclude(ended) {
      case .kept(let picture): self.finish(run, picture)
      case .new(let conclusion) where conclusion.run.errorSummary != nil || !ended.standing.isEmpty:
        // What else is known of the failure, and what was seen of its health, depends on the moment and on who looked:
        // what is told is what was kept first.
        let kept = await self.archive.keep(ended, conclusion)
        let picture = kept.flatMap { RunPicture($0, directory: ended.directory, mask: ended.mask) }
        self.finish(run, picture ?? RunPicture(ended, conclusion))
      case .new(let conclusion):
        self.finish(run, RunPicture(ended, conclusion))
        // What is kept is the same whoever kept it first.
        if let kept = await self.archive.keep(ended, conclusion) { self.replace(kept, ended) }
      }
      if isOurs { await self.pruneNowAndThen() }
    }
  }

  private func finish(_ run: ManagedRun, _ picture: RunPicture) {
    run.life = .ended(picture)
    live[run.id] = nil
    enter(picture)
    notify(run)
    // The rest of its log was read by the archive.
    tell(.log(run.id))
    tell(.metrics(run.id))
    Task(executorPreference: loop) { await self.tellSchedules(of: picture) }
  }

  private func tellSchedules(of picture: RunPicture) async {
    if let occurrence = picture.specification.occurrence {
      await settleExecution(picture)
      tellChange(of: occurrence.schedule)
    }
    if await archive.wakeFollowers(of: picture.id) { wakeScheduler() }
  }

  private func replace(_ kept: StoredRun, _ ended: EndedRun) {
    guard pictures.contains(ended.id),
      let picture = RunPicture(kept, directory: ended.directory, mask: ended.mask)
    else { return }
    pictures.keep(picture)
  }

  /// Gives back what was held to hear of the run.
  private func release(_ run: ManagedRun) {
    run.lifeline = nil
    unwatchReport(of: run)
    unwatchSupervisor(of: run)
    unwatchPace(of: run)
    unwatchResources()
    if let timer = run.savingTimer.take() { loop.cancel(timer) }
    if let watch = run.follower.watch.take() {
      watchedRuns[watch.number] = nil
      watcher?.remove(watch)
    }
  }

  func unwatchReport(of run: ManagedRun) {
    guard let report = run.report.take() else { return }
    loop.unwatch(report.token, descriptor: report.descriptor.number)
  }

  func unwatchSupervisor(of run: ManagedRun) {
    guard let watch = run.supervisorWatch.take() else { return }
    loop.unwatch(watch.token, descriptor: watch.watch.descriptor)
  }
}
