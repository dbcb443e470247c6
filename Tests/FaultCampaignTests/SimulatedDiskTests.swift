import FaultCampaign
import Testing

/// What a power cut may leave is neither more nor less than what POSIX and journals promise.
@Suite struct SimulatedDiskTests {
  private typealias Operation = TraceRecord.Operation

  /// Everything that a file may hold, or nil, after a power cut behind these operations.
  private func contents(
    of path: String, after operations: [Operation], _ promise: SimulatedDisk.Promise = .unordered
  ) -> Set<[UInt8]?> {
    var disk = SimulatedDisk(root: "/h", promise: promise)
    for operation in operations { disk.apply(operation) }
    let survivals = [.nothing, .everything] + (1...200).map { SimulatedDisk.Survival.some(seed: $0) }
    return Set(survivals.map { disk.state(after: $0)[path] })
  }

  private func make(_ path: String, _ inode: UInt64, _ bytes: [UInt8]) -> [Operation] {
    [.open(path: path, inode: inode, isEmptied: true), .write(inode: inode, offset: 0, bytes: bytes)]
  }

  @Test func whatNobodyWaitedForMayBeThereOrNot() {
    #expect(contents(of: "a", after: make("/h/a", 1, [7])) == [nil, [], [0], [7]])
  }

  @Test func aSyncedFileMayStillLackItsName() {
    #expect(contents(of: "a", after: make("/h/a", 1, [7]) + [.syncFile(inode: 1)]) == [nil, [7]])
  }

  @Test func aSyncedNameMayStillLackItsContent() {
    let operations = make("/h/a", 1, [7]) + [.syncDirectory(path: "/h")]
    #expect(contents(of: "a", after: operations) == [[], [0], [7]])
  }

  @Test func bothSyncedIsThere() {
    let operations = make("/h/a", 1, [7]) + [.syncFile(inode: 1), .syncDirectory(path: "/h")]
    #expect(contents(of: "a", after: operations) == [[7]])
  }

  @Test func aReplacementIsOldOrNew() {
    let old = make("/h/a", 1, [7]) + [.syncFile(inode: 1), .syncDirectory(path: "/h")]
    let new = make("/h/a.new", 2, [8, 8]) + [.syncFile(inode: 2), .rename(from: "/h/a.new", to: "/h/a")]
    #expect(contents(of: "a", after: old + new) == [[7], [8, 8]])
    #expect(contents(of: "a", after: old + new + [.syncDirectory(path: "/h")]) == [[8, 8]])
    #expect(contents(of: "a.new", after: old + new + [.syncDirectory(path: "/h")]) == [nil])
  }

  @Test func aReplacementThatWasNotSyncedMayBeEmpty() {
    let old = make("/h/a", 1, [7]) + [.syncFile(inode: 1), .syncDirectory(path: "/h")]
    let new = make("/h/a.new", 2, [8]) + [.rename(from: "/h/a.new", to: "/h/a")]
    #expect(contents(of: "a", after: old + new) == [[7], [], [0], [8]])
  }

  @Test func aDirectoryWithoutADurableNameTakesItsFilesWithIt() {
    let operations: [Operation] =
      [.makeDirectory(path: "/h/d")] + make("/h/d/a", 1, [7])
      + [.syncFile(inode: 1), .syncDirectory(path: "/h/d")]
    #expect(contents(of: "d/a", after: operations) == [nil, [7]])
    #expect(contents(of: "d/a", after: operations + [.syncDirectory(path: "/h")]) == [[7]])
    #expect(contents(of: "d/a", after: operations, .ordered) == [[7]], "a journal holds the directory too")
  }

  @Test func aDirectoryTakesItsFilesAlongToItsNewName() {
    let operations: [Operation] =
      [.makeDirectory(path: "/h/new")] + make("/h/new/a", 1, [7])
      + [.syncFile(inode: 1), .syncDirectory(path: "/h/new"), .rename(from: "/h/new", to: "/h/d")]
    #expect(contents(of: "d/a", after: operations) == [nil, [7]])
    let settled = operations + [.syncDirectory(path: "/h")]
    #expect(contents(of: "d/a", after: settled) == [[7]])
    #expect(contents(of: "new/a", after: settled) == [nil])
    let later = settled + [.write(inode: 1, offset: 0, bytes: [8]), .syncFile(inode: 1)]
    #expect(contents(of: "d/a", after: later + make("/h/d/b", 2, [9])) == [[8]])
    #expect(contents(of: "d/b", after: later + make("/h/d/b", 2, [9])).contains([9]))
  }

  @Test func namesOfAJournalKeepTheirOrder() {
    let operations = make("/h/a", 1, [7]) + make("/h/b", 2, [8])
    var disk = SimulatedDisk(root: "/h", promise: .ordered)
    for operation in operations { disk.apply(operation) }
    var seen: Set<[Bool]> = []
    for seed in 1...100 {
      let state = disk.state(after: .some(seed: UInt64(seed)))
      seen.insert([state["a"] != nil, state["b"] != nil])
    }
    #expect(seen == [[false, false], [true, false], [true, true]])
  }

  @Test func aWriteIsTornAtSectors() throws {
    let bytes = [UInt8](repeating: 1, count: 700) + [UInt8](repeating: 2, count: 700)
    let seen = contents(of: "a", after: make("/h/a", 1, bytes) + [.syncDirectory(path: "/h")])
    for case let content? in seen {
      for sector in stride(from: 0, to: content.count, by: 512) {
        let end = min(sector + 512, content.count)
        let written = Array(bytes[sector..<end])
        #expect(content[sector..<end].elementsEqual(written) || content[sector..<end].allSatisfy { $0 == 0 })
      }
    }
    #expect(seen.count > 3, "no write was torn")
  }

  @Test func anInodeThatIsUsedAgainIsAnotherFile() {
    let first =
      make("/h/a", 1, [7]) + [.syncFile(inode: 1), .syncDirectory(path: "/h"), .unlink(path: "/h/a")]
    #expect(contents(of: "a", after: first + make("/h/b", 1, [8])) == [nil, [7]])
    #expect(contents(of: "b", after: first + make("/h/b", 1, [8])) == [nil, [], [0], [8]])
  }

  @Test func truncationIsPendingToo() {
    let old = make("/h/a", 1, [7, 7]) + [.syncFile(inode: 1), .syncDirectory(path: "/h")]
    #expect(contents(of: "a", after: old + [.truncate(inode: 1, size: 1)]) == [[7, 7], [7]])
    #expect(contents(of: "a", after: old + [.truncate(inode: 1, size: 1), .syncFile(inode: 1)]) == [[7]])
  }

  @Test func oneSeedGivesOneState() {
    var disk = SimulatedDisk(root: "/h", promise: .unordered)
    for operation in make("/h/a", 1, [UInt8](repeating: 1, count: 5000)) { disk.apply(operation) }
    for seed in 1...20 {
      let states = (1...2).map { _ in disk.state(after: .some(seed: UInt64(seed))) }
      #expect(states[0]["a"] == states[1]["a"])
    }
  }
}
