internal import JSON
internal import Platform
internal import TestSupport
internal import TranscriptReplay

extension Round {
  /// Lets a fresh server say how every run ended, and compares that with the truth, with what the surviving servers
  /// say, and with what is said later.
  ///
  /// - Returns: by how many seconds durations deviate from the truth.
  mutating func judge(_ book: inout RecordBook, _ meter: StallMeter) throws(ServerError) -> DeviationSpread {
    let reader = try Conversation(on: home, tools)
    let ends = try endsOfRuns(by: reader)
    var deviations = DeviationSpread()
    for (index, picture) in ends {
      guard let id = runs[index].id else { continue }
      if let deviation = judge(index, picture, meter) { deviations.add(deviation) }
      if let difference = book.compare(picture, of: id) {
        tally.violate(.changedRecords, in: place, difference)
      }
    }
    for (number, server) in servers.enumerated() where isAlive(number) {
      try compare(server, with: book, ends.map(\.index))
    }
    try close(reader)
    expectNobodyLeft()
    try readAgain(&book)
    return deviations
  }

  /// The picture of every run that exists, once it has ended.
  private mutating func endsOfRuns(
    by reader: Conversation
  ) throws(ServerError) -> [(index: Int, picture: JSONObject)] {
    var calls: [(index: Int, call: Int64)] = []
    for (index, run) in runs.enumerated() {
      guard let id = run.id else { continue }
      calls.append((index, try reader.sendCall("train_status", Self.waitForEnd(of: id))))
    }
    var ends: [(index: Int, picture: JSONObject)] = []
    for (index, call) in calls {
      let name = runs[index].name
      guard let answer = try reader.answer(to: call, until: Conversation.deadline(after: Self.settling))
      else {
        throw .silent(method: "train_status", seconds: Self.settling)
      }
      if answer.isError {
        // Whoever was not answered may have got no further than half of the first file.
        if runs[index].facts.wasAnswered { tally.violate(.unknownRuns, in: place, "\(name): \(answer.text)") }
      } else if answer["timed_out"] == true {
        tally.violate(.stuckRecords, in: place, "\(name), \(runs[index].facts): \(answer.text)")
      } else {
        ends.append((index, answer.structuredContent))
      }
    }
    return ends
  }

  private static func waitForEnd(of id: String) -> JSONObject {
    ["action": "wait", "process_id": .string(id), "until": "end", "timeout": .number(settling)]
  }

  /// - Returns: the deviation of the duration from the truth, where both are known.
  private mutating func judge(_ index: Int, _ picture: JSONObject, _ meter: StallMeter) -> Deviation? {
    runs[index].facts.truth = Truth(at: runs[index].truth)
    runs[index].facts.stall = meter.longest(since: beganAt)
    let verdict = Verdict(picture)
    let expected = ExpectedEnd(runs[index].facts, tools.precision)
    tally.add(.verdicts)
    let what = "\(runs[index].id ?? runs[index].name): \(runs[index].facts)"
    switch expected.problem(with: verdict) {
    case nil: break
    case .wrongVerdict(let text): tally.violate(.wrongVerdicts, in: place, "\(text); \(what)")
    case .exitCodeLost(let text): tally.violate(.exitCodesLost, in: place, "\(text); \(what)")
    case .wrongDuration(let deviation):
      tally.violate(.wrongDurations, in: place, "by \(deviation.seconds) s; \(what)")
    }
    let deviation = expected.deviation(of: verdict)
    if deviation != nil { tally.add(.durations) }
    return deviation
  }

  // MARK: Others

  private func isAlive(_ number: Int) -> Bool {
    switch plan.victim {
    case .server(number), .serverGently(number, _): false
    case .serverAndSupervisor(let run): runs[run].plan.server != number
    default: true
    }
  }

  private mutating func compare(
    _ server: Conversation, with book: RecordBook, _ indices: [Int]
  ) throws(ServerError) {
    var book = book
    for index in indices {
      guard let id = runs[index].id else { continue }
      let answer = try server.call("train_status", Self.waitForEnd(of: id), waiting: Self.settling)
      tally.add(.rereads)
      if let difference = book.compare(answer.structuredContent, of: id) {
        tally.violate(.contradictions, in: place, difference)
      }
    }
  }

  /// Closes every server, and makes sure that each ends as it should.
  private mutating func close(_ reader: Conversation) throws(ServerError) {
    for (number, server) in (servers + [reader]).enumerated() {
      let end = try server.close()
      let wasKilled =
        switch plan.victim {
        case .server(number): true
        case .serverAndSupervisor(let run): runs[run].plan.server == number
        default: false
        }
      let expected: ServerProcess.End = wasKilled ? .signalled(number: SystemSignal.kill) : .exited(code: 0)
      if end != expected {
        tally.violate(.badServers, in: place, "server \(number) ended with \(end) instead of \(expected)")
      }
    }
    servers = []
  }

  private mutating func expectNobodyLeft() {
    let left = home.waitForProcesses(until: SystemClock.monotonic().advanced(bySeconds: 5))
    for process in left {
      tally.violate(
        .leaks, in: place, "\(process.name), pid \(process.pid); \(plan.victim); \(runs.map(\.facts))")
    }
    home.killProcesses()
  }

  /// Nothing lives any more: another server reads this round's records and some of earlier ones.
  private mutating func readAgain(_ book: inout RecordBook) throws(ServerError) {
    var generator = SeededGenerator(seed: plan.seed)
    let reader = try Conversation(on: home, tools)
    let own = runs.compactMap(\.id)
    try read(own + book.ids.sorted().shuffled(using: &generator).prefix(5), by: reader, &book)
    for status in ["queued", "running", "paused"] {
      let list = try reader.call("train_status", ["action": "list", "status": .string(status)])
      for run in list["processes"]?.array ?? [] {
        tally.violate(.stuckRecords, in: place, "\(JSONWriter.text(run)) although nothing lives")
      }
    }
    try reader.close()
  }

  /// Reads records, each of which must be what it was.
  mutating func read(_ ids: [String], by reader: Conversation, _ book: inout RecordBook) throws(ServerError) {
    for id in ids {
      let answer = try reader.call("train_status", ["process_id": .string(id)])
      if answer.isError { continue }
      tally.add(.rereads)
      if let difference = book.compare(answer.structuredContent, of: id) {
        tally.violate(.changedRecords, in: place, difference)
      }
    }
  }
}
