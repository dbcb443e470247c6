import JSON
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// The catalog against the plain way to say the same: sort, filter, cut.
@Suite struct RunCatalogTests {
  private static func entry(
    _ number: Int, at time: Int64, _ status: ProcessStatus = .completed, tag: String? = nil
  )
    throws -> RunCatalog.Entry
  {
    RunCatalog.Entry(
      id: try #require(RunID("train-\(number)")), createdAt: Timestamp(nanoseconds: time),
      tags: tag.map { ["kind": $0] } ?? [:], status: status)
  }

  private func names(_ page: RunCatalog.Page?) throws -> [String] {
    try #require(page).ids.map(\.rawValue)
  }

  @Test func newestFirstInPages() throws {
    var catalog = RunCatalog([try Self.entry(2, at: 20), try Self.entry(1, at: 10)])
    catalog.set(try Self.entry(4, at: 40))
    catalog.set(try Self.entry(3, at: 30))
    let first = try #require(catalog.page(RunList.Query(limit: 3)))
    #expect(try names(first) == ["train-4", "train-3", "train-2"])
    #expect(first.hasMore)
    // What is added meanwhile shifts no page.
    catalog.set(try Self.entry(5, at: 50))
    let second = catalog.page(RunList.Query(limit: 3, cursor: "train-2"))
    #expect(try names(second) == ["train-1"])
    #expect(second?.hasMore == false)
    // What goes does not either, if it is known where it stood.
    catalog.remove(try #require(RunID("train-2")))
    #expect(catalog.page(RunList.Query(limit: 3, cursor: "train-2")) == nil)
    let again = catalog.page(
      RunList.Query(limit: 3, cursor: "train-2"), cursorCreatedAt: Timestamp(nanoseconds: 20))
    #expect(try names(again) == ["train-1"])
    #expect(catalog.page(RunList.Query(cursor: "train-9")) == nil)
    #expect(catalog.page(RunList.Query(cursor: "nonsense")) == nil)
  }

  @Test func aPageThatIsJustFullHasNoMore() throws {
    let catalog = RunCatalog([try Self.entry(1, at: 1), try Self.entry(2, at: 2)])
    #expect(catalog.page(RunList.Query(limit: 2))?.hasMore == false)
  }

  @Test func countsAreOfAllThatCarryTheTag() throws {
    let catalog = RunCatalog([
      try Self.entry(1, at: 1, .failed, tag: "a"), try Self.entry(2, at: 2, .completed, tag: "a"),
      try Self.entry(3, at: 3, .completed, tag: "b"),
    ])
    #expect(catalog.page(RunList.Query(limit: 1))?.counts == [.failed: 1, .completed: 2])
    let tagged = catalog.page(RunList.Query(status: .failed, tag: "kind=a"))
    #expect(tagged?.counts == [.failed: 1, .completed: 1])
    #expect(try names(tagged) == ["train-1"])
    #expect(try names(catalog.page(RunList.Query(tag: "kind"))).count == 3)
  }

  @Test func itIsWhatSortingAndFilteringWouldGive() throws {
    var generator = SeededGenerator(seed: 7)
    var catalog = RunCatalog()
    var plain: [RunID: RunCatalog.Entry] = [:]
    for _ in 0..<3000 {
      let number = Int.random(in: 0..<200, using: &generator)
      let id = try #require(RunID("train-\(number)"))
      if Int.random(in: 0..<4, using: &generator) == 0 {
        catalog.remove(id)
        plain[id] = nil
      } else {
        // The time of a run never changes; several share one.
        let entry = try Self.entry(
          number, at: Int64(number / 3 * 7919 % 50),
          ProcessStatus.allCases.randomElement(using: &generator) ?? .running)
        catalog.set(entry)
        plain[id] = entry
      }
    }
    let sorted = plain.values.sorted(by: RunCatalog.Entry.isOlder).reversed()
    #expect(catalog.count == plain.count)
    for status in ProcessStatus.allCases {
      let wanted = sorted.filter { $0.status == status }.map(\.id)
      let page = try #require(catalog.page(RunList.Query(status: status, limit: 1000)))
      #expect(page.ids == wanted)
      #expect(page.counts[status] ?? 0 == wanted.count)
    }
  }
}

/// The pictures that were asked for last stay.
@Suite struct PictureCacheTests {
  @Test func theLeastUsedGoFirst() throws {
    var cache = PictureCache(capacity: 3)
    for number in 1...5 { cache.keep(try Pictures.ended("train-\(number)")) }
    let first = try #require(RunID("train-1"))
    #expect(cache.picture(of: first) != nil)
    cache.keep(try Pictures.ended("train-6"))
    #expect(cache.count == 3)
    #expect(cache.picture(of: first) != nil, "it was just asked for")
    #expect(cache.picture(of: try #require(RunID("train-2"))) == nil)
    cache.remove(first)
    #expect(cache.picture(of: first) == nil)
  }

  @Test func whatListsTellIsMadeOnceForEachPicture() throws {
    var cache = PictureCache(capacity: 3)
    let id = try #require(RunID("train-1"))
    var made = 0
    func summary() -> RunSummary? {
      cache.summary(of: id) { picture in
        made += 1
        return RunSummary(picture, record: [:], line: "\(made)")
      }
    }
    #expect(summary() == nil)
    cache.keep(try Pictures.ended("train-1"))
    #expect((summary()?.line, summary()?.line) == ("1", "1"))
    cache.keep(try Pictures.ended("train-1"))
    #expect(summary()?.line == "2", "it is another picture")
  }
}
