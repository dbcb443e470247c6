import Testing
import TrainingModel

@testable import TrainingService

/// Which runs, names and tags are suggested, and in which order.
@Suite struct RunCatalogSuggestTests {
  private static func id(_ number: Int) -> RunID {
    guard let id = RunID("train-20260101t000000z-\(1000 + number)") else {
      preconditionFailure("no identifier")
    }
    return id
  }

  /// Runs 0, 1, 2, …, each a second younger, of these statuses.
  private static func catalog(
    _ statuses: [ProcessStatus], name: (Int) -> String? = { _ in nil },
    tags: (Int) -> [String: String] = { _ in [:] }
  ) -> RunCatalog {
    RunCatalog(
      statuses.enumerated().map { number, status in
        RunCatalog.Entry(
          id: id(number), createdAt: Timestamp(nanoseconds: Int64(number) * 1_000_000_000),
          tags: tags(number), status: status, name: name(number))
      })
  }

  private static let mixed: [ProcessStatus] = [.failed, .completed, .killed, .running, .failed, .completed]

  @Test(
    arguments: [
      (.newest, [5, 4, 3, 2, 1, 0]), (.failedFirst, [4, 0, 5, 3, 2, 1]), (.endedOnly, [5, 1, 4, 2, 0]),
    ] as [(RunSuggestions.Order, [Int])])
  func theMostUsefulComeFirst(order: RunSuggestions.Order, numbers: [Int]) {
    let found = Self.catalog(Self.mixed).suggestions(for: "", order, limit: 100)
    #expect(found == RunSuggestions(ids: numbers.map { Self.id($0).rawValue }, total: numbers.count))
    let first = Self.catalog(Self.mixed).suggestions(for: "", order, limit: 2)
    #expect(first == RunSuggestions(ids: Array(found.ids.prefix(2)), total: numbers.count))
  }

  @Test func aRunIsMeantByTheStartOfItsIdentifierOrAPartOfItsName() {
    let catalog = Self.catalog([.running, .running, .running]) { ["ResNet sweep", nil, "bert"][$0] }
    func numbers(_ text: String) -> [Int] {
      let ids = catalog.suggestions(for: text, .newest, limit: 10).ids
      return (0..<3).filter { ids.contains(Self.id($0).rawValue) }
    }
    #expect(numbers("resNET") == [0])
    #expect(numbers("net s") == [0])
    #expect(numbers("train-") == [0, 1, 2])
    #expect(numbers(Self.id(1).rawValue) == [1])
    #expect(numbers("1001") == [])
    #expect(numbers("bertha") == [])
  }

  @Test func namesAndTagsComeOnceAndNewestFirst() {
    let catalog = Self.catalog(
      [.completed, .completed, .running, .failed], name: { ["a", "b", "a", nil][$0] },
      tags: { [["owner": "x", "lr": "1"], [:], ["lr": "2"], ["owner": "x"]][$0] })
    #expect(catalog.names(like: "") == ["a", "b"])
    #expect(catalog.names(like: "B") == ["b"])
    #expect(catalog.tags(like: "") == ["owner=x", "lr=2", "lr=1"])
    #expect(catalog.tags(like: "lr=") == ["lr=2", "lr=1"])
  }

  @Test func namesThatWereReadLaterReplaceNoneThatIsKnown() {
    var catalog = Self.catalog([.failed, .failed], name: { $0 == 0 ? "mine" : nil })
    catalog.addNames([Self.id(0): "other", Self.id(1): "late"])
    #expect(catalog.names(like: "") == ["late", "mine"])
  }
}
