import FaultCampaign
import JSON
import Platform
import Testing
import TranscriptReplay

#if os(Linux)
  /// The library does to the real program what its rules say, and to nobody else.
  @Suite(.timeLimit(.minutes(10))) struct FaultInjectionTests {
    @Test func aCallFailsAsOftenAsTheRuleSays() throws {
      try Stage.with { stage in
        let server = try stage.server([
          FaultRule(
            .failure(.noSpace), [.mkdir], role: .serve, path: "\(stage.home.home)/runs/*", skip: 1, count: 1)
        ])
        #expect(try stage.start("exit 3", on: server)["exit_code"] == 3)
        let refused = try stage.start("exit 3", on: server)
        #expect(refused.isError)
        #expect(refused.text.contains("No space left on device"))
        #expect(try stage.start("exit 4", on: server)["exit_code"] == 4)
      }
    }

    @Test func aRuleForSupervisorsDoesNotHitTheServer() throws {
      try Stage.with { stage in
        let path = "\(stage.home.home)/runs/*/run.json"
        let server = try stage.server([FaultRule(.failure(.noSpace), [.rename], role: .supervise, path: path)]
        )
        #expect(try stage.start("exit 3", on: server)["exit_code"] == 3)
      }
    }

    @Test(arguments: [FaultRule.Effect.killBefore, .killAfter])
    func theProgramDiesAtTheCall(effect: FaultRule.Effect) throws {
      try Stage.with { stage in
        let server = try stage.server([
          FaultRule(effect, [.rename], role: .serve, path: "\(stage.home.home)/runs/*/run.json")
        ])
        try server.sendCall("train_start", ["command": ["true"]])
        try server.listen(until: Conversation.deadline())
        #expect(try server.close() == .signalled(number: 9))
        let run = try #require(stage.home.runDirectoryNames().first)
        let names = try FileSystem.entries(of: "\(stage.home.home)/runs/\(run)")
        #expect(
          names.filter { $0.hasPrefix("run.json") } == [effect == .killBefore ? "run.json.new" : "run.json"])
      }
    }

    @Test func halfOfAWriteIsWrittenAndTheRestAskedForAgain() throws {
      try Stage.with { stage in
        let trace = FaultPlan.Trace(file: stage.home.path + "/trace", root: stage.home.home)
        let path = "\(stage.home.home)/runs/*/run.json.new"
        let server = try stage.server(
          [FaultRule(.shortWrite, [.write], role: .serve, path: path, count: 1)], trace: trace)
        #expect(try stage.start("exit 3", on: server)["exit_code"] == 3)
        try server.close()
        let operations = try stage.trace().map(\.operation)
        let inode = operations.compactMap { operation -> UInt64? in
          if case .open(let path, let inode, _) = operation, path.hasSuffix("/run.json.new") {
            inode
          } else {
            nil
          }
        }.first
        let writes = operations.compactMap { operation -> [UInt8]? in
          if case .write(inode, _, let bytes) = operation { bytes } else { nil }
        }
        #expect(writes.count == 2)
        let run = try #require(stage.home.runDirectoryNames().first)
        #expect(try FileSystem.read("\(stage.home.home)/runs/\(run)/run.json") == Array(writes.joined()))
      }
    }

    @Test func aTraceHoldsEveryStepOfAnExitRecord() throws {
      try Stage.with { stage in
        let trace = FaultPlan.Trace(file: stage.home.path + "/trace", root: stage.home.home)
        let server = try stage.server(trace: trace)
        let answer = try stage.start("exit 3", on: server)
        let run = "\(stage.home.home)/runs/\(try #require(answer["process_id"]?.string))"
        try server.close()
        let operations = try stage.trace().map(\.operation)
        let opened = try #require(
          operations.lastIndex {
            if case .open(run + "/exit.json.new", _, isEmptied: true) = $0 { true } else { false }
          })
        guard case .open(_, let inode, _) = operations[opened] else { return }
        let bytes = try FileSystem.read(run + "/exit.json")
        let steps: [TraceRecord.Operation] = [
          .write(inode: inode, offset: 0, bytes: bytes), .syncFile(inode: inode),
          .rename(from: run + "/exit.json.new", to: run + "/exit.json"), .syncDirectory(path: run),
        ]
        // The server writes its history meanwhile.
        #expect(operations[opened...].filter(steps.contains) == steps)
      }
    }

    @Test func theWallClockJumpsForAllAndTheMonotonicOneForNobody() throws {
      try Stage.with { stage in
        let clock = try ShiftedClock(path: stage.home.path + "/clock")
        let server = try stage.server(clock: clock.path)
        let before = try #require(try stage.start("sleep 0.2; date +%Y", on: server)["process_id"]?.string)
        try clock.set(toSeconds: 400 * 24 * 3600)
        let answer = try stage.start("date +%Y", on: server)
        let after = try #require(answer["process_id"]?.string)
        // An identifier holds the server's time, the log the training's.
        let years = [before, after].map { Int($0.dropFirst(6).prefix(4)) ?? 0 }
        #expect([1, 2].contains(years[1] - years[0]))
        let logs = try [before, after].map { id in
          String(decoding: try FileSystem.read("\(stage.home.home)/runs/\(id)/log"), as: UTF8.self)
        }
        #expect(logs == years.map { "\($0)\n" })
        let duration = try #require(answer["duration_s"]?.double)
        #expect((0..<5).contains(duration))
      }
    }

    @Test func aRuleThatIsNotUnderstoodStopsTheProgram() throws {
      try Stage.with { stage in
        let nonsense = FaultRule(.killBefore, [], role: .serve)
        #expect(throws: (any Error).self) { try stage.server([nonsense]) }
      }
    }
  }
#endif
