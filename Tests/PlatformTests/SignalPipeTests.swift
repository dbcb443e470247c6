import Platform
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Signals that the threads of Swift's pool leave to others, taken by this one.
private func takeSignals() {
  var none = sigset_t()
  sigemptyset(&none)
  pthread_sigmask(SIG_SETMASK, &none, nil)
}

/// Signals as bytes; each test in a process of its own, since what a signal does is process-wide.
@Suite(.timeLimit(.minutes(10))) struct SignalPipeTests {
  @Test func signalsComeInOrder() async {
    await #expect(processExitsWith: .success) {
      let signals = try SignalPipe(catching: [.hangUp, .interrupt, .terminate])
      takeSignals()
      #expect(signals.take() == [])
      #expect(try Poll.readable([signals.descriptor], until: SystemClock.monotonic()).isEmpty)
      for number in [SIGTERM, SIGHUP, SIGINT] { raise(number) }
      #expect(try Poll.readable([signals.descriptor], until: nil) == [0])
      #expect(signals.take() == [.terminate, .hangUp, .interrupt])
      #expect(signals.take() == [])
    }
  }

  @Test func theEndOfAChildIsASignal() async {
    await #expect(processExitsWith: .success) {
      let signals = try SignalPipe(catching: [.child])
      let pid = try Launching.start(["true"])
      // Empty when a signal came in between.
      while try Poll.readable([signals.descriptor], until: nil).isEmpty {}
      #expect(signals.take() == [.child])
      #expect(ChildProcess.reapAny() == .child(pid: pid, .exited(code: 0)))
    }
  }

  @Test func signalsThatAreNotCaughtDoWhatTheyDo() async {
    await #expect(processExitsWith: .signal(SIGALRM)) {
      let signals = try SignalPipe(catching: [.terminate])
      takeSignals()
      raise(SIGALRM)
      extendLifetime(signals)
    }
  }

  @Test func aFloodOfSignalsBlocksNobody() async {
    await #expect(processExitsWith: .success) {
      let signals = try SignalPipe(catching: [.interrupt])
      takeSignals()
      for _ in 0..<100_000 { raise(SIGINT) }
      let taken = signals.take()
      #expect(taken.count == 64)
      #expect(taken.allSatisfy { $0 == .interrupt })
    }
  }

  @Test func aClosedPipeIsNoDeath() async {
    await #expect(processExitsWith: .success) {
      let signals = try SignalPipe(catching: [])
      let pipe = try Pipe()
      let writing = try pipe.writing.duplicate()
      _ = consume pipe
      #expect(throws: SystemError.self) { try writing.write([1]) }
      extendLifetime(signals)
    }
  }

  @Test func endedChildrenNeedNotBeWaitedFor() async {
    await #expect(processExitsWith: .success) {
      ChildProcess.forgetEndedChildren()
      let pid = try Launching.start(["true"])
      try await eventually("it is gone") { ProcessTable.entry(of: pid) == nil }
      #expect(ChildProcess.reapAny() == .noChildren)
    }
  }
}
