import Platform
import RunStore
import TestSupport
import Testing

/// The key that all servers of a home share.
@Suite struct ConfirmationKeyTests {
  @Test func itIsMadeOnceAndKept() async throws {
    try await ScratchDirectory.with { scratch in
      let home = HomeDirectory(path: scratch.path("home"))
      let key = try home.confirmationKey()
      #expect(key.count == 32)
      #expect(try HomeDirectory(path: home.path).confirmationKey() == key)
      let other = try HomeDirectory(path: scratch.path("other")).confirmationKey()
      #expect(other != key)
    }
  }

  @Test func manyThatAskForTheFirstTimeAtOnceGetTheSame() async throws {
    try await ScratchDirectory.with { scratch in
      let home = HomeDirectory(path: scratch.path("home"))
      let keys = Recorder<[UInt8]>()
      for _ in 0..<16 {
        try Thread.start(name: "asks") {
          // What cannot be had is missing at the end.
          if let key = try? home.confirmationKey() { keys.record(key) }
        }
      }
      try await eventually("all have a key") { keys.count == 16 }
      #expect(Set(keys.all).count == 1)
    }
  }

  @Test func aDamagedKeyIsMadeAnew() async throws {
    try await ScratchDirectory.with { scratch in
      let home = HomeDirectory(path: scratch.path("home"))
      let key = try home.confirmationKey()
      try FileSystem.replace(home.confirmationKeyPath, with: [1, 2, 3], durable: false)
      let another = try home.confirmationKey()
      #expect(another.count == 32)
      #expect(another != key)
    }
  }
}
