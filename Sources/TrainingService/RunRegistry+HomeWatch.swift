internal import Platform
internal import RunStore
internal import TrainingModel

/// Notices what others do in the home, while somebody listens.
extension RunRegistry {
  /// Seconds from a sign of change to the look at it: a run appears in several steps, a schedule before its row.
  private static let lookDelay = 0.05

  /// Watches what can be watched; what is there already stays as it is.
  func watchHome() {
    let isNew = !homeWatch.isActive
    do throws(SystemError) {
      try FileSystem.makeDirectories(home.path)
      try makeWatcher()
      // Before the others: what appears in between is seen.
      if homeWatch.home == nil, homeWatch.runs == nil || homeWatch.schedules == nil {
        homeWatch.home = try watcher?.add(directory: home.path)
      }
      if homeWatch.runs == nil, FileSystem.kind(of: home.runsPath) == .directory {
        homeWatch.runs = try watcher?.add(directory: home.runsPath)
      }
      if homeWatch.schedules == nil, home.hasSchedules {
        homeWatch.schedules = try watcher?.add(directory: home.schedulesPath)
      }
      if homeWatch.runs != nil, homeWatch.schedules != nil, let watch = homeWatch.home.take() {
        watcher?.remove(watch)
      }
      if isNew { homeWatch.scheduleTimes = try home.scheduleTimes() }
    } catch {
      complain("The home cannot be watched, so nobody hears of what other servers do: \(error)")
    }
  }

  func unwatchHome() {
    if let watch = homeWatch.runs.take() { watcher?.remove(watch) }
    if let watch = homeWatch.schedules.take() { watcher?.remove(watch) }
    if let watch = homeWatch.home.take() { watcher?.remove(watch) }
  }

  /// A name has appeared in the home or is gone.
  func homeChanged() {
    switch homeWatch.turn {
    case .scheduled, .mustLookAgain: return
    case .looking: homeWatch.turn = .mustLookAgain
    case .resting:
      homeWatch.turn = .scheduled
      let instant = SystemClock.monotonic().advanced(bySeconds: Self.lookDelay)
      _ = loop.schedule(at: instant) { [self] in
        Task(executorPreference: loop) { await self.lookAtHome() }
      }
    }
  }

  private func lookAtHome() async {
    homeWatch.turn = .looking
    if !news.isEmpty, !isShuttingDown {
      watchHome()
      lookAtSchedules()
      // What cannot be read now is said to whoever lists.
      try? await knowAll()
    }
    let mustLookAgain = if case .mustLookAgain = homeWatch.turn { true } else { false }
    homeWatch.turn = .resting
    if mustLookAgain { homeChanged() }
  }

  /// Tells of the schedules whose files are others than at the last look.
  func lookAtSchedules() {
    // Without the directory nothing can be told; that is said where it is watched.
    guard let times = try? home.scheduleTimes() else { return }
    let before = homeWatch.scheduleTimes
    homeWatch.scheduleTimes = times
    let changed = Set(times.keys).union(before.keys).filter { times[$0] != before[$0] }
    for id in changed { tellChange(of: id) }
    if changed.contains(where: { times[$0] == nil || before[$0] == nil }) { tell(.catalog) }
  }
}
