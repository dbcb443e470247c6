package import Platform
internal import RunStore
package import TrainingModel

extension RunRegistry {
  /// Asks a run to stop.
  ///
  /// - Parameters:
  ///   - grace: seconds between SIGTERM and SIGKILL; nil leaves it at what the run was started with.
  ///   - reason: what the exit record says of it, if it is the first that the supervisor hears.
  /// - Returns: the run, and whether it had ended before, so that nothing was done.
  package func requestStop(
    of text: String, grace: Double?, reason: StopReason = .killRequested
  ) async throws -> (id: RunID, hadEnded: Bool) {
    if policy.isReadOnly { throw ServiceError.readOnly }
    let known = try await known(text)
    guard case .managed(let run) = known else { return (known.id, true) }
    let request = StopRequest(reason: reason, grace: grace)
    switch run.life {
    case .launching: run.life = .launching(stop: request)
    case .running, .stopping: send(request, to: run)
    // One whose end is being read has ended as well: it is not relabeled.
    case .concluding, .ended: return (run.id, true)
    }
    return (run.id, false)
  }

  func send(_ request: StopRequest, to run: ManagedRun) {
    do throws(SystemError) {
      try FileDescriptor.open(run.directory.controlPath, .fifoWriter).write(request.line)
    } catch {
      // Without a reader the supervisor is about to be gone, and its end is reported by itself.
      if error.kind != .noReader { complain("\(run.id) cannot be asked to stop: \(error)") }
      return
    }
    markStopping(run, request.reason)
  }

  private func markStopping(_ run: ManagedRun, _ reason: StopReason) {
    guard case .running(let process) = run.life else { return }
    run.life = .stopping(process, reason)
    notify(run)
  }

  /// Stops every attached run and waits for them, at most until `deadline`; their supervisors see to the rest.
  ///
  /// Whoever still waits then is answered with how things stand.
  package func shutDown(until deadline: MonotonicInstant) async {
    isShuttingDown = true
    let attached = live.values.filter { $0.lifeline != nil && !$0.specification.detach }
      .sorted { $0.id.rawValue < $1.id.rawValue }
    for run in attached {
      run.lifeline = nil
      markStopping(run, .serverShutdown)
    }
    for run in attached { _ = await wait(for: [run.id], until: deadline) { $0.isEnded } }
    for run in live.values { saveNow(run.id) }
    await archive.flush()
    for waiter in waiters.takeAll() { resume(waiter, .timedOut) }
  }
}
