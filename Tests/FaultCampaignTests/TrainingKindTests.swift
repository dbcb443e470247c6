#if os(Linux)
  import FaultCampaign
  import Platform
  import TestSupport
  import Testing

  /// The trainings do what they are called for, and say so themselves.
  @Suite(.timeLimit(.minutes(10))) struct TrainingKindTests {
    /// Runs a training to its end, and gives what it wrote down and how it really ended.
    private func play(_ kind: TrainingKind) async throws -> (truth: Truth, end: ChildProcess.Termination?) {
      try await ScratchDirectory.with { scratch in
        let command = kind.command(truth: scratch.path("truth"), seconds: 0.1)
        let output = try await Program.run(
          ProgramLaunch(
            path: command[0], arguments: command, environment: .current, descriptors: [], newSession: true))
        return (Truth(at: scratch.path("truth")), output.termination)
      }
    }

    @Test(arguments: [TrainingKind.exits(code: 7), .stubborn(code: 7), .floods(code: 7)])
    func theyExitAsTheySay(kind: TrainingKind) async throws {
      let (truth, end) = try await play(kind)
      #expect(truth.end == .exited(code: 7))
      #expect(end == .exited(code: 7))
      let (start, last) = (try #require(truth.startedAt), try #require(truth.endedAt))
      #expect(last - start >= 0.09)
    }

    @Test func oneEndsByItsOwnSignal() async throws {
      let (truth, end) = try await play(.signalsItself)
      #expect(truth.end == .signalled("SIGUSR1"))
      #expect(end == .signalled(number: 10))
    }

    @Test func whoNeverRanHasNoTruth() async throws {
      let truth = try await ScratchDirectory.with { Truth(at: $0.path("nobody")) }
      #expect(truth == Truth())
    }
  }
#endif
