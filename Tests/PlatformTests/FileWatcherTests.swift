import Platform
import TestSupport
import Testing

/// A file that grows is told of, and one that does not is not.
@Suite(.timeLimit(.minutes(10))) struct FileWatcherTests {
  @Test func growthIsTold() async throws {
    try await ScratchDirectory.with { scratch in
      let paths = [try scratch.write("a", ""), try scratch.write("b", "")]
      let watcher = try FileWatcher()
      let first = try watcher.add(paths[0])
      let second = try watcher.add(paths[1])
      let number = watcher.descriptor
      func isReady(within seconds: Double) throws -> Bool {
        try !Poll.readable([number], until: SystemClock.monotonic().advanced(bySeconds: seconds)).isEmpty
      }
      #expect(try !isReady(within: 0))
      #expect(watcher.take().isEmpty)
      let file = try FileDescriptor.open(paths[0], .appending)
      for _ in 0..<3 {
        try file.write([1])
        #expect(try isReady(within: 20))
        #expect(watcher.take() == [first.number])
        #expect(try !isReady(within: 0))
      }
      let other = try FileDescriptor.open(paths[1], .appending)
      try other.write([1])
      try file.write([1])
      #expect(try isReady(within: 20))
      #expect(watcher.take() == [first.number, second.number])
      watcher.remove(first)
      _ = watcher.take()
      try file.write([1])
      #expect(try !isReady(within: 0))
      watcher.remove(second)
    }
  }

  @Test func aFileThatIsNotThereCannotBeWatched() throws {
    let watcher = try FileWatcher()
    let error = #expect(throws: SystemError.self) { _ = try watcher.add("/nonesuch") }
    #expect(error?.kind == .notFound)
  }
}
