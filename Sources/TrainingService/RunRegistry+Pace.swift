internal import LogReading
internal import Platform
internal import RunHistory
internal import RunStore
internal import TrainingHealth
internal import TrainingModel

/// Watches how runs move, and notices when they do so no more.
extension RunRegistry {
  /// Seconds by which a timer may be late when a rhythm becomes faster, so that a run that moves sets it rarely.
  private static let timerSlack = 1.0

  /// Takes what a piece of a log said of how far the training is.
  ///
  /// - Parameters:
  ///   - hasOtherCount: whether a count was seen that is not that of the training.
  ///   - instant: when it was read.
  func watchPace(
    of run: ManagedRun, _ events: [LogEvent], hasOtherCount: Bool, at instant: MonotonicInstant
  ) {
    let seconds = instant.paceSeconds
    let earlierSlowdown = run.pace.pace.slowdown
    var sign: Int64?
    for (index, event) in events.enumerated() {
      let isSeen = run.follower.hasSeen(event.offset)
      switch event.kind {
      case .progress(let progress) where isSeen:
        let closesEpoch = events.dropFirst(index + 1).first?.isMetrics(at: event.offset) ?? false
        if run.pace.pace.note(progress, closesEpoch: closesEpoch, at: seconds) { sign = event.offset }
      case .progress(let progress): run.pace.pace.begin(at: progress)
      case .stage, .artifact:
        guard isSeen else { continue }
        run.pace.pace.noteSign(at: seconds)
        sign = event.offset
      case .trainingStarted:
        if isSeen, run.pace.pace.noteStart(at: seconds) { sign = event.offset }
      case .metrics, .warning, .trainingEnded, .stoppedEarly, .nothingToDo, .trainingError:
        continue
      }
    }
    if hasOtherCount { run.pace.pace.noteSign(at: seconds) }
    let isPause = run.pace.pace.notePause(run.follower.announcesPause, at: seconds)
    guard sign != nil || hasOtherCount || isPause else { return }
    let offset = sign ?? run.pace.lastSign?.offset ?? run.follower.offset
    run.pace.lastSign = PaceWatch.Sign(instant: instant, offset: offset, logSize: run.follower.offset)
    if case .stalled = run.pace.state { run.pace.state = .quiet }
    armStallTimer(of: run)
    switch (earlierSlowdown, run.pace.pace.slowdown) {
    case (nil, let slowdown?): report(slowdown.warning, of: run)
    case (_?, nil): run.sightings.noteRecovery()
    case (nil, nil), (_?, _?): break
    }
  }

  /// Takes what is sure of a run whose rhythm this server has not seen: its log was written last when it says.
  func inheritPace(of run: ManagedRun, at instant: MonotonicInstant) {
    guard run.pace.lastSign == nil, !run.pace.pace.progress.isEmpty,
      let start = (run.sightings.start ?? run.trainingStart?.moment)?.wall,
      // Without it nothing is known, and nothing is said.
      let written = try? FileStatus(of: Array(run.directory.logPath.utf8)).modificationTime
    else { return }
    let silence = max(0, Double(now.nanoseconds - written) / 1e9)
    let sign = instant.advanced(bySeconds: -silence)
    run.pace.pace.inherit(
      lastSign: sign.paceSeconds, trained: Double(written - start.nanoseconds) / 1e9)
    guard run.pace.pace.lastSign != nil else { return }
    run.pace.lastSign = PaceWatch.Sign(
      instant: sign, offset: run.follower.offset, logSize: run.follower.offset)
    armStallTimer(of: run)
  }

  // MARK: Stalls

  /// Sees to it that a stall is noticed when it comes.
  func armStallTimer(of run: ManagedRun) {
    guard let due = run.pace.stallsAt else { return }
    switch run.pace.state {
    case .stalled: return
    case .quiet: break
    case .armed(let timer, let instant):
      // One that goes off too early is set again then.
      guard due.advanced(bySeconds: Self.timerSlack) < instant else { return }
      loop.cancel(timer)
    }
    let id = run.id
    let timer = loop.schedule(at: due) { [self] in assumeIsolated { $0.lookForStall(of: id) } }
    run.pace.state = .armed(timer, at: due)
  }

  private func lookForStall(of id: RunID) {
    guard let run = live[id], case .armed = run.pace.state else { return }
    run.pace.state = .quiet
    // What it has printed may not be read yet, where this process did not run for a while.
    if case .running = run.life { followLog(of: id) }
    guard case .running = run.life, case .quiet = run.pace.state, let due = run.pace.stallsAt else { return }
    guard due <= SystemClock.monotonic() else { return armStallTimer(of: run) }
    stall(run)
  }

  private func stall(_ run: ManagedRun) {
    guard let sign = run.pace.lastSign else { return }
    let instant = SystemClock.monotonic()
    let since = Timestamp(nanoseconds: now.nanoseconds - instant.nanoseconds + sign.instant.nanoseconds)
    run.pace.state = .stalled(Stall(run.pace.pace, since: since))
    if let warning = run.pace.stallWarning(at: instant, logSize: run.follower.size()) {
      // All servers that follow it see the same line as the last one, so that it is entered once. What is told counts
      // the seconds that go by.
      archive.note(HistoryEvent(warning, at: now, offset: sign.offset), of: run.id)
    }
    tellChange(of: run.id)
    guard run.specification.onStall == .stop, !policy.isReadOnly, !isShuttingDown else { return }
    send(StopRequest(reason: .stalled), to: run)
  }

  /// Gives the timer back.
  func unwatchPace(of run: ManagedRun) {
    guard case .armed(let timer, _) = run.pace.state else { return }
    loop.cancel(timer)
    run.pace.state = .quiet
  }
}

extension LogEvent {
  /// Whether it tells the metrics of the line at an offset.
  fileprivate func isMetrics(at offset: Int64) -> Bool {
    guard case .metrics = kind else { return false }
    return self.offset == offset
  }
}
