internal import TrainingModel

/// Every run of the home, as lists need it: small, in memory, ordered by age.
struct RunCatalog {
  /// One run.
  struct Entry: Hashable, Sendable {
    let id: RunID
    let createdAt: Timestamp
    let tags: [String: String]
    var status: ProcessStatus
    /// nil also where it has not been read yet.
    var name: String?

    /// Oldest first; the identifier decides between runs of the same nanosecond.
    static func isOlder(_ left: Entry, _ right: Entry) -> Bool {
      (left.createdAt, left.id.rawValue) < (right.createdAt, right.id.rawValue)
    }
  }

  /// One page, newest first.
  struct Page: Hashable, Sendable {
    let ids: [RunID]
    /// How many runs have each status, over all that carry the tag, whatever status was asked for.
    let counts: [ProcessStatus: Int]
    /// Whether older ones follow.
    let hasMore: Bool
  }

  /// Oldest first.
  private var entries: [Entry] = []
  private var ages: [RunID: Timestamp] = [:]
  private var counts: [ProcessStatus: Int] = [:]

  init() {}

  /// - Parameter entries: in any order.
  init(_ entries: [Entry]) {
    self.entries = entries.sorted(by: Entry.isOlder)
    ages = Dictionary(entries.map { ($0.id, $0.createdAt) }, uniquingKeysWith: { $1 })
    for entry in entries { counts[entry.status, default: 0] += 1 }
  }

  var count: Int { entries.count }

  var newestFirst: ReversedCollection<[Entry]> { entries.reversed() }

  /// Enters names that were not known.
  mutating func addNames(_ names: [RunID: String]) {
    for index in entries.indices where entries[index].name == nil {
      entries[index].name = names[entries[index].id]
    }
  }

  /// The runs there are, in no order.
  var ids: Dictionary<RunID, Timestamp>.Keys { ages.keys }

  func contains(_ id: RunID) -> Bool { ages[id] != nil }

  func entry(of id: RunID) -> Entry? { position(of: id).map { entries[$0] } }

  /// Enters a run, or what is new of it.
  mutating func set(_ entry: Entry) {
    if let position = position(of: entry.id) {
      count(entries[position].status, -1)
      entries[position] = entry
    } else {
      ages[entry.id] = entry.createdAt
      // Nearly always the newest.
      let place = entries.last.map { Entry.isOlder($0, entry) } ?? true ? entries.count : place(before: entry)
      entries.insert(entry, at: place)
    }
    count(entry.status, 1)
  }

  /// Takes a run out; content when it is not there.
  mutating func remove(_ id: RunID) {
    guard let position = position(of: id) else { return }
    count(entries[position].status, -1)
    entries.remove(at: position)
    ages[id] = nil
  }

  /// A page of runs; nil when the cursor names no run.
  ///
  /// - Parameter createdAt: when the run of the cursor was made, for one that is gone.
  func page(_ query: RunList.Query, cursorCreatedAt createdAt: Timestamp? = nil) -> Page? {
    var end = entries.count
    if let cursor = query.cursor {
      guard let id = RunID(cursor), let createdAt = ages[id] ?? createdAt else { return nil }
      end = place(of: id, createdAt: createdAt)
    }
    var ids: [RunID] = []
    for entry in entries[..<end].reversed()
    where query.status ?? entry.status == entry.status && query.matches(tags: entry.tags) {
      if ids.count == query.limit { return Page(ids: ids, counts: counts(query), hasMore: true) }
      ids.append(entry.id)
    }
    return Page(ids: ids, counts: counts(query), hasMore: false)
  }

  private func counts(_ query: RunList.Query) -> [ProcessStatus: Int] {
    guard query.tag != nil else { return counts }
    return entries.reduce(into: [:]) { counts, entry in
      if query.matches(tags: entry.tags) { counts[entry.status, default: 0] += 1 }
    }
  }

  private mutating func count(_ status: ProcessStatus, _ change: Int) {
    let new = (counts[status] ?? 0) + change
    counts[status] = new == 0 ? nil : new
  }

  private func position(of id: RunID) -> Int? {
    ages[id].map { place(of: id, createdAt: $0) }
  }

  /// Where a run stands, or would stand.
  private func place(of id: RunID, createdAt: Timestamp) -> Int {
    place(before: Entry(id: id, createdAt: createdAt, tags: [:], status: .queued))
  }

  /// How many entries are older.
  private func place(before entry: Entry) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if Entry.isOlder(entries[middle], entry) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
