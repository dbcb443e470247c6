internal import Platform
internal import TranscriptReplay

extension ClockStage {
  /// Schedules fire while the clock jumps: where the system tells of it, and where it does not.
  static let firing: [Case<ClockStage>] = [true, false].flatMap { isTold in
    let way = isTold ? "is told of the jumps" : "is not told of the jumps"
    return [
      Case("a daemon fires every second, and \(way)") { stage in try firesOften(isTold, &stage) },
      Case("a daemon fires every hour, and \(way)") { stage in try firesSeldom(isTold, &stage) },
    ]
  }

  private static func firesOften(_ isTold: Bool, _ stage: inout Self) throws {
    let daemon = try stage.daemon(isToldOfJumps: isTold)
    let server = try stage.server()
    let begin = SystemClock.monotonic()
    let schedule = try stage.schedule(every: 1, lead: 1, grace: 300, on: server)
    stage.expectStarts(2, of: schedule)
    for jump in jumps {
      let before = schedule.starts().count
      try stage.jump(to: jump)
      stage.expectStarts(before + 2, of: schedule)
    }
    let picture = try stage.pause(schedule, on: server)
    stage.expectNoStorm(of: schedule, since: begin)
    try stage.expectHistory(of: schedule, picture, on: server)
    try stage.end(daemon, server)
  }

  /// Between two due times it sleeps longer than anybody here waits.
  ///
  /// Who is not told of a jump notices it when a schedule is changed.
  private static func firesSeldom(_ isTold: Bool, _ stage: inout Self) throws {
    let daemon = try stage.daemon(isToldOfJumps: isTold)
    let server = try stage.server()
    let schedule = try stage.schedule(every: 3_600, lead: 1_800, grace: 7_200, on: server)
    for (jump, starts) in zip(jumps, [1, 1, 2]) {
      try stage.jump(to: jump)
      // A day back nothing is due: that it has noticed is told by something else that it starts then.
      if !isTold || starts == schedule.starts().count { try stage.letDaemonLook(through: server, at: jump) }
      stage.expectStarts(starts, of: schedule)
      // Else the next would be skipped, since this one is still under way.
      _ = try stage.settle(schedule, on: server)
    }
    let picture = try stage.pause(schedule, on: server)
    let starts = schedule.starts().count
    if starts > 2 { stage.violate(.storms, "\(starts) runs instead of 2") }
    try stage.expectHistory(of: schedule, picture, on: server)
    try stage.end(daemon, server)
  }

  private mutating func end(_ daemon: CampaignDaemon, _ server: Conversation) throws(ServerError) {
    try server.close()
    let end = daemon.close()
    if end != .exited(code: 0) { violate(.badServers, "the daemon ended by \(end)") }
  }
}
