internal import JSON
internal import Platform
internal import Scheduling
internal import TrainingModel
internal import TranscriptReplay

/// Schedules, and the daemon that fires them.
extension ClockStage {
  private static let day = 86_400

  /// The clock that goes right, in seconds since 1970.
  private static var now: Int { Int(SystemClock.wallNanoseconds() / 1_000_000_000) }

  /// Creates a schedule whose due times reach back for days, so that it has some whatever the clock says.
  ///
  /// - Parameter lead: seconds from now to its first due time, at most `interval`.
  func schedule(
    every interval: Int, lead: Int, grace: Int, on server: Conversation
  ) throws(ServerError) -> ScheduleInPlay {
    let now = Self.now
    let periods = 3 * Self.day / interval
    let start = Timestamp(nanoseconds: Int64(now + lead - periods * interval) * 1_000_000_000)
    let trace = "\(home.truth)/every-\(interval)"
    let answer = try server.call(
      "schedule_create",
      [
        "name": .string("every \(interval) s"), "misfire_grace_s": .integer(Int64(grace)),
        "trigger": [
          "type": "interval", "interval_seconds": .integer(Int64(interval)),
          "start_at": .string(start.rfc3339), "timezone": "UTC",
        ],
        "start": ["command": ["/bin/sh", "-c", "echo $SIGNALBOX_RUN_ID >>\"$0\"", .string(trace)]],
      ])
    guard let id = answer["schedule_id"]?.string,
      let next = answer["next_run_at"]?.string.flatMap(ScheduleInPlay.second)
    else { throw .nonsense(answer.text) }
    return ScheduleInPlay(id: id, interval: interval, firstDue: next, trace: trace)
  }

  /// Creates something that is due at once, and waits until it has run: whoever fires has looked at the clock by then.
  func letDaemonLook(through server: Conversation, at shift: Int64) throws(ServerError) {
    let trace = "\(home.truth)/marker\(shift)"
    let now = Timestamp(nanoseconds: SystemClock.wallNanoseconds() + shift * 1_000_000_000)
    let answer = try server.call(
      "schedule_create",
      [
        "name": "marker", "trigger": ["type": "once", "run_at": .string(now.rfc3339)],
        "start": ["command": ["/bin/sh", "-c", "echo >\"$0\"", .string(trace)]],
      ])
    let hasRun = Pause.until(Conversation.deadline()) { FileSystem.kind(of: trace) != nil }
    if answer.isError || !hasRun { throw .nonsense("the marker has not run: \(answer.text)") }
  }

  /// Waits until a schedule has started so many runs in all, long before the clock is read anew without a reason.
  mutating func expectStarts(_ count: Int, of schedule: ScheduleInPlay) {
    if !Pause.until(Conversation.deadline(), { schedule.starts().count >= count }) {
      violate(.stalls, "\(schedule.starts().count) starts instead of \(count)")
    }
  }

  /// Waits until the ends of all runs of a schedule are known.
  ///
  /// - Returns: the schedule as the server says it is then.
  mutating func settle(
    _ schedule: ScheduleInPlay, on server: Conversation
  ) throws(ServerError) -> ToolAnswer {
    let deadline = Conversation.deadline()
    while true {
      let picture = try server.call("schedule_list", ["schedule_id": .string(schedule.id)])
      let ended = (picture["success_runs"]?.integer ?? 0) + (picture["failed_runs"]?.integer ?? 0)
      if ended == picture["total_runs"]?.integer { return picture }
      let now = SystemClock.monotonic()
      guard now < deadline else {
        violate(.stalls, "the ends of its runs are not known: \(picture.text)")
        return picture
      }
      Pause.until(now.advanced(bySeconds: 0.02))
    }
  }

  /// Pauses a schedule and waits until the ends of its runs are known.
  mutating func pause(
    _ schedule: ScheduleInPlay, on server: Conversation
  ) throws(ServerError) -> ToolAnswer {
    _ = try server.call("schedule_pause", ["schedule_id": .string(schedule.id)])
    return try settle(schedule, on: server)
  }

  /// Holds the history against what must be in it after a clock that was two hours ahead, a day behind, and is right:
  /// each due time once, and twice counted what came due before and behind the great step back.
  mutating func expectHistory(
    of schedule: ScheduleInPlay, _ picture: ToolAnswer, on server: Conversation
  ) throws(ServerError) {
    let entries = try schedule.history(on: server)
    let interval = schedule.interval
    guard let first = entries.map(\.due).min(),
      let last = entries.map({ $0.due + ($0.count - 1) * interval }).max(),
      // The last that came due by the right clock: what the clock that was ahead left is to come.
      let right = entries.filter({ $0.count == 1 && $0.due <= Self.now }).map(\.due).max()
    else { return violate(.wrongHistories, "it is empty") }
    var times: [Int: Int] = [:]
    for entry in entries {
      for number in 0..<entry.count { times[entry.due + number * interval, default: 0] += 1 }
    }
    tally.add(.dueTimes, times.count)
    for due in stride(from: first, through: last, by: interval) {
      let count = times[due] ?? 0
      // What the clock that was ahead left behind comes due once more, and may stand there from before.
      let isTwice = schedule.firstDue...max(schedule.firstDue, right) ~= due
      if count == 0 || (count > 1 && !isTwice) {
        violate(.wrongHistories, "\(due) stands there \(count) times, of \(first)...\(last)")
      }
    }
    let wanted = (last - schedule.firstDue) / interval + 1 + (right - first) / interval + 1
    let counted = (picture["total_runs"]?.integer ?? 0) + (picture["skipped_runs"]?.integer ?? 0)
    if counted != Int64(wanted) {
      violate(.wrongHistories, "\(counted) are counted instead of \(wanted): \(picture.text)")
    }
    expectStartsOnce(schedule, entries, picture)
  }

  private mutating func expectStartsOnce(
    _ schedule: ScheduleInPlay, _ entries: [ScheduleInPlay.Entry], _ picture: ToolAnswer
  ) {
    let starts = schedule.starts()
    tally.add(.starts, starts.count)
    if Set(starts).count != starts.count { violate(.storms, "a run ran twice: \(starts)") }
    if Set(starts) != Set(entries.compactMap(\.run)) {
      violate(.wrongHistories, "\(starts) were started, and it says \(entries.compactMap(\.run))")
    }
    if picture["total_runs"]?.integer != Int64(starts.count) {
      violate(.wrongHistories, "\(starts.count) were started, and it says \(picture.text)")
    }
  }

  /// No more may be started than time has passed, but for one run after each jump.
  mutating func expectNoStorm(of schedule: ScheduleInPlay, since begin: MonotonicInstant) {
    let periods = Int(SystemClock.monotonic().seconds(since: begin)) / schedule.interval
    let most = periods + 1 + Self.jumps.count
    let starts = schedule.starts().count
    if starts > most { violate(.storms, "\(starts) runs instead of at most \(most)") }
  }
}
