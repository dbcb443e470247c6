internal import LogReading
internal import Platform
internal import RunHistory
internal import RunStore
internal import TrainingHealth
internal import TrainingModel

/// Looks now and then at what runs that train take of their machine.
///
/// The one thing here that a timer wakes: it exists only while a run trains. Whatever may take long happens on a thread of
/// its own.
extension RunRegistry {
  /// Begins to look at a run, once it trains.
  func watchResources(of run: ManagedRun) {
    guard run.phase == .training, run.resources == nil else { return }
    // What is wrong with the settings is said at the next start; a run that is there goes on with what is usual.
    let settings = (try? home.settings()) ?? Settings()
    run.resources = ResourceWatch(interval: settings.healthInterval)
    guard let interval = settings.healthInterval else { return }
    resourceLooks.interval = interval
    armResourceTimer()
  }

  /// Ends the looks when no run is left to be looked at.
  func unwatchResources() {
    guard let timer = resourceLooks.timer, trainingRuns.isEmpty else { return }
    loop.cancel(timer)
    resourceLooks.timer = nil
  }

  /// The runs that train and are looked at, with their processes.
  private var trainingRuns: [RunID: StartedProcess] {
    live.compactMapValues { run in
      guard run.resources?.isWanted == true, run.phase == .training else { return nil }
      return run.process
    }
  }

  private func armResourceTimer() {
    guard resourceLooks.timer == nil else { return }
    let next = SystemClock.monotonic().advanced(bySeconds: resourceLooks.interval)
    resourceLooks.timer = loop.schedule(at: next) { [self] in assumeIsolated { $0.lookAtResources() } }
  }

  private func lookAtResources() {
    resourceLooks.timer = nil
    let runs = trainingRuns
    guard !runs.isEmpty else { return }
    armResourceTimer()
    guard !resourceLooks.isReadingMemory else { return }
    do throws(SystemError) {
      try Thread.start(name: "memory") { [self] in
        let footprints = RunFootprint.take(of: runs)
        Task(executorPreference: loop) { await self.takeFootprints(footprints) }
      }
      resourceLooks.isReadingMemory = true
    } catch {
      complain("What runs take of the machine cannot be looked at: \(error)")
    }
  }

  private func takeFootprints(_ footprints: [RunFootprint]) {
    resourceLooks.isReadingMemory = false
    let now = SystemClock.monotonic()
    for footprint in footprints {
      guard let run = live[footprint.id], run.phase == .training, let bytes = footprint.memory else {
        continue
      }
      let look = MemoryLook(
        time: now.paceSeconds, bytes: bytes, epoch: run.follower.picture.progress.countedEpoch,
        ceiling: footprint.room.map(MemoryCeiling.init))
      let timeLeft = run.pace.pace.timeLeft(at: now.paceSeconds)?.seconds
      if let warning = run.resources?.note(look, timeLeft: timeLeft) { report(warning, of: run) }
    }
    lookAtGPUs(of: footprints)
  }

  // MARK: GPUs

  private func lookAtGPUs(of footprints: [RunFootprint]) {
    guard !resourceLooks.isReadingGPUs, !footprints.isEmpty else { return }
    let tool: String?
    switch resourceLooks.gpuTool {
    case .unknown: tool = nil
    case .found(let path, _): tool = path
    case .useless: return
    }
    let environment = self.environment
    do throws(SystemError) {
      try Thread.start(name: "gpu") { [self] in
        let finding = GPUSurvey.take(tool: tool, environment: environment)
        Task(executorPreference: loop) { await self.takeGPUs(finding, footprints) }
      }
      resourceLooks.isReadingGPUs = true
    } catch {
      complain("GPUs cannot be looked at: \(error)")
    }
  }

  private func takeGPUs(_ finding: GPUSurvey.Finding, _ footprints: [RunFootprint]) {
    resourceLooks.isReadingGPUs = false
    resourceLooks.gpuTool.note(finding)
    guard case .seen(let survey, _) = finding else { return }
    let now = SystemClock.monotonic()
    for footprint in footprints {
      guard let run = live[footprint.id], run.phase == .training else { continue }
      let look = GPULook(
        time: now.paceSeconds, gpus: survey.gpus, processes: survey.processes, pids: Set(footprint.pids),
        visibleDevices: footprint.visibleDevices, isSaidToUseGPU: run.follower.picture.usesGPU,
        movements: run.pace.pace.movements)
      if let warning = run.resources?.note(look) { report(warning, of: run) }
    }
  }
}

extension TrainingProgress {
  /// The epoch, where there will be another one after it as far as is known.
  fileprivate var countedEpoch: Double? { totalEpochs.map { $0 <= 1 } == true ? nil : epoch }
}
