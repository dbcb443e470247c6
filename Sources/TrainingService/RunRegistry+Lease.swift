internal import Platform
internal import RunStore
internal import Scheduling
internal import TrainingModel

/// Who starts what schedules ask for: the one process of the home that holds the lease.
extension RunRegistry {
  /// Takes part in starting what schedules ask for, also where there are none yet: for a process that is there for
  /// nothing else.
  package func takePartInScheduling() async {
    await recovered()
    beginScheduling()
  }

  /// Takes part where there are schedules.
  func lookForSchedules() async {
    guard case .off = scheduling, !policy.isReadOnly, home.hasSchedules, await archive.reconcileSchedules()
    else { return }
    beginScheduling()
  }

  /// Waits for the lease, on a thread that sleeps in the system until its holder is gone.
  func beginScheduling() {
    guard case .off = scheduling, !policy.isReadOnly, !isShuttingDown else { return }
    scheduling = .waiting
    let path = home.leasePath
    do throws(SystemError) {
      try FileSystem.makeDirectories(home.path)
      try Thread.start(name: "lease") { [self] in
        let hold = Result { () throws(SystemError) in try LeaseHold(waitingFor: path) }
        Task(executorPreference: loop) { await self.begin(hold) }
      }
    } catch {
      scheduling = .off
      complain("Schedules start nothing here: \(error)")
    }
  }

  private func begin(_ hold: Result<LeaseHold, SystemError>) async {
    guard case .waiting = scheduling, !isShuttingDown else { return }
    do throws(SystemError) {
      let hold = try hold.get()
      if FileSystem.kind(of: home.schedulerPath) == nil { try FileSystem.makeFIFO(home.schedulerPath) }
      let wake = try FileDescriptor.open(home.schedulerPath, .fifoOwner)
      let lease = ScheduleLease(hold, wake: wake, now: .now)
      scheduling = .firing(lease)
      _ = try loop.watch(lease.wake.number) { [self] in assumeIsolated { $0.heardOfChange() } }
      if let clock = lease.clockDescriptor {
        _ = try loop.watch(clock) { [self] in assumeIsolated { $0.heardOfClock() } }
      }
    } catch {
      scheduling = .off
      return complain("Schedules start nothing here: \(error)")
    }
    await archive.reconcileSchedules()
    await archive.noticeClock(from: nil, to: now)
    await archive.wakeAllFollowers()
    await archive.endClaimedFinishes()
    for execution in await archive.openExecutions() {
      if let run = execution.run { await settleOrFollow(run) }
    }
    await look()
  }

  /// Tells the process that holds the lease that something has changed.
  func wakeScheduler() {
    if case .firing = scheduling { return lookSoon() }
    // Nobody reads it when nobody holds the lease: whoever takes it next looks at everything.
    try? FileDescriptor.open(home.schedulerPath, .fifoWriter).write([UInt8(ascii: "\n")])
  }

  private func heardOfChange() {
    guard case .firing(let lease) = scheduling else { return }
    lease.takeWakes()
    lookSoon()
  }

  private func heardOfClock() {
    guard case .firing(let lease) = scheduling else { return }
    lease.takeClockNews()
    lookSoon()
  }

  func lookSoon() { Task(executorPreference: loop) { await self.look() } }
}
