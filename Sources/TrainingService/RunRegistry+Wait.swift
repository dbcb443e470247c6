internal import Platform
package import TrainingModel

extension RunRegistry {
  /// Hears every two seconds of a wait how things stand, with the seconds that have passed.
  package typealias Beat = @Sendable (_ picture: RunPicture, _ elapsed: Double) -> Void

  /// How a wait on runs came out.
  package struct WaitOutcome: Sendable {
    /// Of the run that reached the goal; of the first one when none did.
    package let picture: RunPicture
    /// Whether that run's status or phase is another than when the call came.
    package let hasChanged: Bool
    package let hasTimedOut: Bool
  }

  private static let beatInterval = 2.0
  private static let longestLaunch = 5.0

  /// Waits until one of the runs has reached the goal; a run that has ended has.
  ///
  /// Cancelling the waiting task ends the wait and touches no run.
  ///
  /// - Throws: `ServiceError.unknownRun`; `CancellationError`.
  package func wait(
    for goal: WaitGoal, on texts: [String], seconds: Double, onBeat: Beat? = nil
  ) async throws -> WaitOutcome {
    var waited: [KnownRun] = []
    for text in texts { waited.append(try await known(text)) }
    guard var reached = waited.first else { throw ServiceError.unknownRun("") }
    if let ended = waited.first(where: \.isEnded) {
      return WaitOutcome(picture: await picture(of: ended), hasChanged: false, hasTimedOut: false)
    }
    let before = Dictionary(waited.map { ($0.id, $0.situation) }, uniquingKeysWith: { $1 })
    let end = try await wait(for: waited.map(\.id), seconds: seconds, onBeat: onBeat) { run in
      switch goal {
      case .end: run.isEnded
      case .change: run.isEnded || (!run.hasExited && run.situation != before[run.id])
      }
    }
    if case .satisfied(let id) = end { reached = waited.first { $0.id == id } ?? reached }
    return WaitOutcome(
      picture: await picture(of: reached), hasChanged: reached.situation != before[reached.id],
      hasTimedOut: end == .timedOut)
  }

  /// Waits until start-up has a verdict: a sign of training, or the end.
  ///
  /// However short the wait is to be, whether the command could be started at all is waited for: it takes
  /// milliseconds, and it is what a caller must know.
  package func waitForStartup(of id: RunID, seconds: Double, onBeat: Beat? = nil) async throws -> RunPicture {
    _ = try await wait(for: [id], seconds: Self.longestLaunch, onBeat: nil) {
      $0.isEnded || $0.process != nil
    }
    _ = try await wait(for: [id], seconds: seconds, onBeat: onBeat) {
      $0.isEnded || $0.trainingStart != nil
    }
    return try await picture(of: id.rawValue)
  }

  /// Waits until a run has ended.
  package func waitForEnd(of id: RunID, seconds: Double, onBeat: Beat? = nil) async throws -> RunPicture {
    _ = try await wait(for: [id], seconds: seconds, onBeat: onBeat) { $0.isEnded }
    return try await picture(of: id.rawValue)
  }

  /// Waits in slices where somebody wants to hear of it, else in one.
  private func wait(
    for ids: [RunID], seconds: Double, onBeat: Beat?, _ isSatisfied: @escaping (ManagedRun) -> Bool
  ) async throws -> WaitEnd {
    let start = SystemClock.monotonic()
    let deadline = start.advanced(bySeconds: seconds)
    while true {
      let now = SystemClock.monotonic()
      let slice = onBeat == nil ? deadline : min(deadline, now.advanced(bySeconds: Self.beatInterval))
      let end = await wait(for: ids, until: slice, isSatisfied)
      if end == .cancelled { throw CancellationError() }
      guard end == .timedOut, slice < deadline, !isShuttingDown else { return end }
      if let onBeat, let run = ids.first.flatMap({ live[$0] }) {
        onBeat(picture(of: run), SystemClock.monotonic().seconds(since: start))
      }
    }
  }

  /// Waits until `isSatisfied` holds for one of the runs.
  func wait(
    for ids: [RunID], until deadline: MonotonicInstant, _ isSatisfied: @escaping (ManagedRun) -> Bool
  ) async -> WaitEnd {
    // One that is followed no more has ended.
    if let ready = ids.first(where: { live[$0].map(isSatisfied) ?? true }) { return .satisfied(ready) }
    if Task.isCancelled { return .cancelled }
    guard deadline > SystemClock.monotonic() else { return .timedOut }
    let number = waiters.nextNumber()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let timer = loop.schedule(at: deadline) { [self] in
          assumeIsolated { $0.endWait(number, .timedOut) }
        }
        waiters.add(
          WaiterTable.Waiter(
            runs: Set(ids), isSatisfied: isSatisfied, timer: timer, continuation: continuation),
          number: number)
      }
    } onCancel: {
      Task(executorPreference: loop) { await self.endWait(number, .cancelled) }
    }
  }

  private func endWait(_ number: UInt64, _ end: WaitEnd) {
    guard let waiter = waiters.take(number) else { return }
    resume(waiter, end)
  }

  /// Something about a run has changed.
  func notify(_ run: ManagedRun) {
    enter(run.catalogEntry, of: run.specification)
    tellChange(of: run.id)
    for waiter in waiters.take(satisfiedBy: run) { resume(waiter, .satisfied(run.id)) }
  }

  func resume(_ waiter: WaiterTable.Waiter, _ end: WaitEnd) {
    loop.cancel(waiter.timer)
    waiter.continuation.resume(returning: end)
  }
}
