import Platform
import TestSupport
import Testing

/// What can still be written on a file system.
@Suite struct DiskRoomTests {
  @Test func aPlaceForFilesHasRoom() async throws {
    try await ScratchDirectory.with { scratch in
      let room = try #require(DiskRoom(at: scratch.path))
      #expect(room.availableBytes > 0)
      #expect(room.availableFiles != 0)
      #expect(!room.isReadOnly)
    }
  }

  @Test func whereNothingIsThereIsNoRoom() { #expect(DiskRoom(at: "/nonexistent/at/all") == nil) }
}
