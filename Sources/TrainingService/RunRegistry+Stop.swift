package import Platform
internal import RunStore
package import TrainingModel

extension RunRegistry {
  /// Asks a run to stop.
  ///
  /// - Parameter grace: seconds between SIGTERM and SIGKILL; nil leaves it at what the run was started with.
  /// - Returns: the run, and whether it had ended before, so that nothing was done.
  package func requestStop(of text: String, grace: Double?) throws -> (id: RunID, hadEnded: Bool) {
    if policy.isReadOnly { throw ServiceError.readOnly }
    let run = try run(text)
    // One whose end is being read has ended as well: it is not relabeled.
    guard !run.isEnded, run.pendingEnd == nil else { return (run.id, true) }
    let request = StopRequest(reason: .killRequested, grace: grace)
    if run.startedProcess == nil { run.pendingStop = request } else { send(request, to: run) }
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
    if case .running(let process, let startedAt) = run.state {
      run.state = .stopping(process: process, startedAt: startedAt, reason: request.reason)
      notify(run)
    }
  }

  /// Stops every attached run and waits for them, at most until `deadline`; their supervisors see to the rest.
  ///
  /// Whoever still waits then is answered with how things stand.
  package func shutDown(until deadline: MonotonicInstant) async {
    isShuttingDown = true
    let attached = order.compactMap { runs[$0] }
      .filter { $0.lifeline != nil && !$0.isEnded && !$0.specification.detach }
    for run in attached {
      run.lifeline = nil
      if case .running(let process, let startedAt) = run.state {
        run.state = .stopping(process: process, startedAt: startedAt, reason: .serverShutdown)
        notify(run)
      }
    }
    for run in attached { _ = await wait(for: [run.id], until: deadline) { $0.isEnded } }
    for waiter in waiters.takeAll() { resume(waiter, .timedOut) }
  }
}
