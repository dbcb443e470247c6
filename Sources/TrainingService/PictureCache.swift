internal import TrainingModel

/// Pictures of ended runs, which never change: those that were asked for last.
struct PictureCache {
  /// How many are kept at least.
  private let capacity: Int
  private var pictures: [RunID: (picture: RunPicture, use: UInt64)] = [:]
  private var uses: UInt64 = 0

  /// - Parameter capacity: at least 1.
  init(capacity: Int) { self.capacity = capacity }

  var count: Int { pictures.count }

  /// The picture of a run, if it is kept.
  mutating func picture(of id: RunID) -> RunPicture? {
    guard let picture = pictures[id]?.picture else { return nil }
    uses += 1
    pictures[id]?.use = uses
    return picture
  }

  func contains(_ id: RunID) -> Bool { pictures[id] != nil }

  mutating func keep(_ picture: RunPicture) {
    uses += 1
    pictures[picture.id] = (picture, uses)
    // In bulk, so that it costs little for each.
    guard pictures.count >= 2 * capacity else { return }
    let newest = pictures.values.map(\.use).sorted().suffix(capacity)
    let oldestKept = newest.first ?? 0
    pictures = pictures.filter { $0.value.use >= oldestKept }
  }

  mutating func remove(_ id: RunID) { pictures[id] = nil }
}
