internal import TrainingModel

/// Pictures of ended runs, which never change: those that were asked for last.
struct PictureCache {
  private struct Entry {
    let picture: RunPicture
    /// Made when a list first tells of it.
    var summary: RunSummary?
    var use: UInt64
  }

  /// How many are kept at least.
  private let capacity: Int
  private var entries: [RunID: Entry] = [:]
  private var uses: UInt64 = 0

  /// - Parameter capacity: at least 1.
  init(capacity: Int) { self.capacity = capacity }

  var count: Int { entries.count }

  /// The picture of a run, if it is kept.
  mutating func picture(of id: RunID) -> RunPicture? { use(id).map { entries.values[$0].picture } }

  /// What lists tell of a run, if its picture is kept.
  mutating func summary(of id: RunID, by make: (RunPicture) -> RunSummary) -> RunSummary? {
    guard let index = use(id) else { return nil }
    if let summary = entries.values[index].summary { return summary }
    let summary = make(entries.values[index].picture)
    entries.values[index].summary = summary
    return summary
  }

  /// Where a run is kept; it is the one that was asked for last.
  private mutating func use(_ id: RunID) -> Dictionary<RunID, Entry>.Index? {
    guard let index = entries.index(forKey: id) else { return nil }
    uses += 1
    entries.values[index].use = uses
    return index
  }

  func contains(_ id: RunID) -> Bool { entries[id] != nil }

  mutating func keep(_ picture: RunPicture) {
    uses += 1
    entries[picture.id] = Entry(picture: picture, use: uses)
    // In bulk, so that it costs little for each.
    guard entries.count >= 2 * capacity else { return }
    let newest = entries.values.map(\.use).sorted().suffix(capacity)
    let oldestKept = newest.first ?? 0
    entries = entries.filter { $0.value.use >= oldestKept }
  }

  mutating func remove(_ id: RunID) { entries[id] = nil }
}
