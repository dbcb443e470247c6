import FaultCampaign
import Testing

@Suite struct TraceReaderTests {
  /// One record as the library lays it out.
  private func record(
    _ operation: UInt8, flags: UInt8 = 0, inode: UInt8 = 0, position: Int8 = 0, path: String,
    other: String = "",
    data: [UInt8] = []
  ) -> [UInt8] {
    func word(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    func long(_ value: Int) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    let tail = Array(path.utf8) + Array(other.utf8) + data
    let head = word(48 + tail.count) + [operation, 0, 2, 0] + word(77) + word(Int(flags)) + long(Int(inode))
    return head + long(Int(position)) + word(path.utf8.count) + word(other.utf8.count) + word(data.count)
      + word(0) + tail
  }

  @Test func everyOperation() throws {
    let bytes =
      record(1, flags: 1, inode: 5, path: "/h/a")
      + record(2, inode: 5, position: 7, path: "/h/a", data: [1, 2])
      + record(3, inode: 5, position: 4, path: "/h/a") + record(4, inode: 5, path: "/h/a")
      + record(4, flags: 2, inode: 6, path: "/h") + record(5, path: "/h/b", other: "/h/a")
      + record(6, path: "/h/b") + record(7, path: "/h/d") + record(8, path: "/h/c", other: "/h/b")
    #expect(
      try TraceReader.records(in: bytes)
        == [
          .open(path: "/h/a", inode: 5, isEmptied: true), .write(inode: 5, offset: 7, bytes: [1, 2]),
          .truncate(inode: 5, size: 4), .syncFile(inode: 5), .syncDirectory(path: "/h"),
          .rename(from: "/h/a", to: "/h/b"), .unlink(path: "/h/b"), .makeDirectory(path: "/h/d"),
          .link(from: "/h/b", to: "/h/c"),
        ].map { (operation: TraceRecord.Operation) in TraceRecord(operation, pid: 77) })
  }

  @Test func aMarkIsReadBack() throws {
    let bytes = record(7, path: "/h/d") + TraceReader.mark("answered train-1") + record(6, path: "/h/d")
    #expect(try TraceReader.records(in: bytes)[1] == TraceRecord(.mark("answered train-1")))
    #expect(try TraceReader.records(in: bytes).count == 3)
  }

  @Test func whatIsCutOffIsSaid() {
    let bytes = record(7, path: "/h/d")
    for count in 1..<bytes.count {
      #expect(throws: TraceError.self) { try TraceReader.records(in: Array(bytes[..<count])) }
    }
    #expect(throws: TraceError.self) { try TraceReader.records(in: record(99, path: "/h/d")) }
  }
}
