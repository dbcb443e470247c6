package import TrainingModel

extension ScheduleRules {
  /// Everything that keeps these rules from being those of a schedule created at a time; empty when nothing does.
  package func problems(createdAt now: Timestamp) -> [ScheduleProblem] {
    ranges + contradictions + timeProblems(now)
  }

  private var ranges: [ScheduleProblem] {
    var problems: [ScheduleProblem] = []
    func require(_ value: Int?, in range: ClosedRange<Int>, _ argument: String) {
      guard let value, !(range ~= value) else { return }
      problems.append(
        ScheduleProblem(
          kind: .outOfRange, argument: argument, message: "\(value) is out of range",
          hint: "write a whole number from \(range.lowerBound) to \(range.upperBound)"))
    }
    require(policy.misfireGrace, in: 0...31_622_400, "misfire_grace_s")
    require(policy.runningLimit, in: 1...1_000, "max_instances")
    require(policy.retry?.maxAttempts, in: RetryPolicy.attemptRange, "retry.max_attempts")
    require(policy.retry?.backoff, in: RetryPolicy.backoffRange, "retry.backoff_s")
    require(policy.maxRuns, in: 1...1_000_000_000, "max_runs")
    require(timetable.jitter?.seconds, in: 0...86_400, "jitter_s")
    if let jitter = timetable.jitter, let period = timetable.trigger.shortestPeriod, jitter.seconds >= period
    {
      problems.append(
        ScheduleProblem(
          kind: .contradiction, argument: "jitter_s",
          message: "a delay of up to \(jitter.seconds) s could reach the next occurrence",
          hint:
            "write less than \(period), the least number of seconds between two occurrences (at most a day)"))
    }
    return problems
  }

  private var contradictions: [ScheduleProblem] {
    var problems: [ScheduleProblem] = []
    func refuse(_ argument: String, _ message: String, _ hint: String) {
      problems.append(ScheduleProblem(kind: .contradiction, argument: argument, message: message, hint: hint))
    }
    if policy.catchUp == .all {
      if policy.overlap == .skip {
        refuse(
          "catch_up", "'all' would start one run of a backlog, and overlap 'skip' would drop the others",
          "write overlap 'queue' or 'allow', or catch_up 'latest'")
      }
      if policy.misfireGrace == 0 {
        refuse(
          "catch_up", "'all' makes up what is late, and misfire_grace_s 0 lets nothing be late",
          "write a misfire_grace_s as long as the absence that is to be made up")
      }
    }
    if policy.overlap == .allow, policy.runningLimit != 1 {
      refuse(
        "max_instances", "overlap 'allow' has no limit", "leave it out, or write overlap 'skip' or 'queue'")
    }
    for type in policy.retry?.onlyFor ?? [] where type == .timeLimit || type == .stalled {
      refuse(
        "retry.only_for",
        "a run that ends with \(type.rawValue) was stopped: it is killed, and never tried again",
        "leave \(type.rawValue) out")
    }
    if case .once = timetable.trigger, let runs = policy.maxRuns, runs > 1 {
      refuse("max_runs", "a trigger of type once runs once", "leave it out")
    }
    return problems
  }

  private func timeProblems(_ now: Timestamp) -> [ScheduleProblem] {
    let times = "the server's time is \(now.rfc3339)"
    if let start = timetable.startAt, let end = timetable.endAt, end < start {
      return [
        ScheduleProblem(
          kind: .endsBeforeStart, argument: "end_at", message: "the end is before the start",
          hint: "write an end_at after start_at")
      ]
    }
    if case .once(let at) = timetable.trigger {
      let grace = policy.catchUp == .none ? 0 : policy.misfireGrace
      guard at > now.later(bySeconds: -grace - 1) else {
        return [
          ScheduleProblem(
            kind: .runAtInPast, argument: "run_at",
            message: "it was \((now.second - at.second)) s ago, which is more than \(grace) s",
            hint: "\(times): write a time to come, or start the training with train_start")
        ]
      }
    }
    guard timetable.next(after: initialState(createdAt: now).handledThrough) == nil else { return [] }
    return [
      ScheduleProblem(
        kind: .neverDue, argument: timetable.endAt == nil && timetable.startAt == nil ? "trigger" : "end_at",
        message: "the schedule would never come due",
        hint: "\(times): write a trigger that comes due after it")
    ]
  }
}
