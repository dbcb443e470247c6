internal import LogReading
internal import Platform
internal import TrainingModel

/// News for whoever listens; while nobody does, none of it costs anything.
extension RunRegistry {
  /// Listens to changes from now on: what is read after this call is never older than what is told.
  ///
  /// - Throws: `ServiceError.unknownRun`, `unknownSchedule` when there is no such thing; `tooManyListeners`.
  package func listen(to topics: Set<NewsTopic>) async throws -> NewsListener {
    watchHome()
    do {
      for topic in topics {
        // A run that lives is followed from here on.
        if let id = topic.run { _ = try await known(id.rawValue) }
        if case .schedule(let id) = topic { _ = try await schedule(id.rawValue) }
      }
      // Whose runs are not known cannot be told of.
      if topics.contains(.runs) || topics.contains(.catalog) { try await knowAll() }
      guard let number = news.add(topics) else { throw ServiceError.tooManyListeners }
      return NewsListener(self, number: number)
    } catch {
      if news.isEmpty { unwatchHome() }
      throw error
    }
  }

  /// Waits until a listener is to be told something.
  func nextNews(for number: UInt64) async throws -> Set<NewsTopic> {
    while true {
      guard !Task.isCancelled, let due = news.take(number, at: SystemClock.monotonic()) else {
        throw CancellationError()
      }
      if !due.isEmpty { return due }
      await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          news.wait(number, with: continuation)
          if Task.isCancelled { wake(number) } else { arm(number) }
        }
      } onCancel: {
        Task(executorPreference: loop) { await self.wake(number) }
      }
    }
  }

  func endListening(_ number: UInt64) {
    guard let (wake, timer) = news.remove(number) else { return }
    if let timer { loop.cancel(timer) }
    wake?.resume()
    if news.isEmpty { unwatchHome() }
  }

  private func wake(_ number: UInt64) {
    if let timer = news.setTimer(nil, of: number) { loop.cancel(timer) }
    news.takeWake(number)?.resume()
  }

  /// Sees to it that a listener that waits is woken when it is to be told something.
  private func arm(_ number: UInt64) {
    guard news.isWaiting(number), let due = news.nextDue(of: number) else { return }
    guard due > SystemClock.monotonic() else { return wake(number) }
    let timer = loop.schedule(at: due) { [self] in assumeIsolated { $0.wake(number) } }
    if let earlier = news.setTimer(timer, of: number) { loop.cancel(earlier) }
  }

  // MARK: Telling

  /// Tells whoever listens that something has changed.
  func tell(_ topic: NewsTopic) {
    guard !news.isEmpty else { return }
    for number in news.note(topic, at: SystemClock.monotonic()) { arm(number) }
  }

  /// Something about a run has changed.
  func tellChange(of id: RunID) {
    tell(.run(id))
    tell(.runs)
  }

  /// More of a run's log was read.
  func tellGrowth(of id: RunID, _ events: [LogEvent]) {
    guard !news.isEmpty else { return }
    tellChange(of: id)
    tell(.log(id))
    let hasMetrics = events.contains { if case .metrics = $0.kind { true } else { false } }
    if hasMetrics { tell(.metrics(id)) }
  }

  /// A run is gone.
  func tellEnd(of id: RunID) {
    tellChange(of: id)
    tell(.log(id))
    tell(.metrics(id))
    tell(.catalog)
  }

  /// Something about a schedule has changed, or how far it has come.
  func tellChange(of id: ScheduleID) {
    tell(.schedule(id))
    tell(.schedules)
  }

  /// A caller of this server has changed a schedule: what else has changed is seen with it.
  func tellChanges(inSchedulesWith id: ScheduleID) {
    tellChange(of: id)
    lookAtSchedules()
  }
}
