internal import Platform
internal import Scheduling
internal import TrainingModel

/// Has the data of schedules looked at, each time on a thread of its own: neither the registry nor the history waits
/// for a file server.
extension RunRegistry {
  /// Looks at data; what hangs in the system is given up after a while, and tells so.
  ///
  /// - Parameter limits: nil for those of a look before something is started.
  func look(_ order: DataLookOrder, limits: DataSurvey.Limits? = nil) async -> DataLook {
    let finding: DataLook.Finding
    if let number = dataLooks.enter(order.schedule) {
      finding = await withCheckedContinuation { continuation in
        dataLookers[number] = DataLooker(order, limits ?? dataLooking.limits, continuation)
        beginDataLooks()
      }
    } else {
      finding = .partial(reason: "an earlier look at data hangs in the system")
    }
    return DataLook(order.scope, askedAt: order.askedAt, finding: finding)
  }

  private func beginDataLooks() {
    for number in dataLooks.takeReady() {
      guard let looker = dataLookers[number] else { continue }
      let (scope, limits) = (looker.order.scope, looker.limits)
      let survey = dataLooking.survey
      do throws(SystemError) {
        try Thread.start(name: "data") { [self] in
          let finding = survey(scope, limits)
          Task(executorPreference: loop) { await self.endDataLook(number, finding) }
        }
      } catch {
        let reason = "\(error)"
        Task(executorPreference: loop) { await self.endDataLook(number, .partial(reason: reason)) }
        continue
      }
      let end = SystemClock.monotonic().advanced(bySeconds: limits.seconds + dataLooking.patience)
      looker.timer = loop.schedule(at: end) { [self] in assumeIsolated { $0.giveUpDataLook(number) } }
    }
  }

  private func endDataLook(_ number: Int, _ finding: DataLook.Finding) {
    dataLooks.end(number)
    if let looker = dataLookers.removeValue(forKey: number) {
      if let timer = looker.timer { loop.cancel(timer) }
      looker.continuation.resume(returning: finding)
    }
    beginDataLooks()
  }

  private func giveUpDataLook(_ number: Int) {
    guard let looker = dataLookers.removeValue(forKey: number) else { return }
    dataLooks.giveUp(number, looker.order.schedule)
    looker.continuation.resume(returning: .partial(reason: "looking at them did not come to an end"))
    beginDataLooks()
  }

  /// What whoever has just written globs may not have meant, each a sentence; none where they find something.
  func warnings(aboutDataOf schedule: Schedule) async -> [String] {
    let definition = schedule.definition
    guard !definition.training.data.isEmpty else { return [] }
    let scope = DataScope(definition)
    let order = DataLookOrder(schedule: schedule.id, scope: scope, askedAt: now)
    switch await look(order, limits: dataLooking.shortLimits).finding {
    case .whole(let state) where state.files == 0: return ["no file matches its data (\(scope.words)) now"]
    // Many files are no mistake; there is more time before something is started.
    case .whole, .unfinished: return []
    case .partial(let reason):
      return ["its data (\(scope.words)) could not be looked at as a whole: \(reason)"]
    }
  }

  /// Has data looked at for the scheduler, which goes on with it in its next turn.
  func lookSoon(_ order: DataLookOrder, for lease: ScheduleLease) {
    lease.dataLooks[order.schedule] = .underWay(askedAt: order.askedAt)
    Task(executorPreference: loop) { await self.lookAndGoOn(order) }
  }

  private func lookAndGoOn(_ order: DataLookOrder) async {
    let look = await look(order)
    // Where the clock was set meanwhile, what the look was for is decided anew.
    guard case .firing(let lease) = scheduling,
      lease.dataLooks[order.schedule] == .underWay(askedAt: order.askedAt)
    else { return }
    lease.dataLooks[order.schedule] = .done(look)
    await self.look()
  }
}
