package import Platform
package import TrainingModel

/// Which runs are in the home, told apart from those that are known already at the least cost.
///
/// A name that was seen is remembered by a hash of its bytes, so that looking through ten thousand of them makes no
/// text for each. Two names of one hash would hide the second: with 64 bits and a million runs, one chance in thirty
/// million.
package struct HomeScan: Sendable {
  /// What a look found.
  package struct Finding: Sendable {
    /// Runs that no earlier look saw, newest first as far as their names tell.
    package var new: [RunID] = []
    /// Whether one that was seen earlier is gone.
    package var isAnyGone = false
  }

  private var seen: Set<Int> = []

  package init() {}

  /// Looks through the home.
  package mutating func look(_ home: HomeDirectory) throws(SystemError) -> Finding {
    var finding = Finding()
    var found = 0
    var newHashes: [Int] = []
    try home.forEachName { name in
      let hash = Self.hash(name)
      if seen.contains(hash) {
        found += 1
      } else if let id = RunID(String(decoding: name, as: UTF8.self)) {
        finding.new.append(id)
        newHashes.append(hash)
      }
    }
    finding.isAnyGone = found < seen.count
    finding.new.sort { $0.rawValue > $1.rawValue }
    seen.formUnion(newHashes)
    return finding
  }

  /// Takes runs for seen.
  package mutating func remember(_ ids: some Sequence<RunID>) {
    for id in ids {
      var text = id.rawValue
      seen.insert(text.withUTF8 { Self.hash(UnsafeRawBufferPointer($0)) })
    }
  }

  /// Takes a run for not seen.
  package mutating func forget(_ id: RunID) {
    var text = id.rawValue
    seen.remove(text.withUTF8 { Self.hash(UnsafeRawBufferPointer($0)) })
  }

  private static func hash(_ name: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: name)
    return hasher.finalize()
  }
}
