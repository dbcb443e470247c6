package import Platform
package import TrainingModel

/// Which runs are in the home, told apart from those that are known already at the least cost.
///
/// Looking through ten thousand names makes no text for those that were seen.
package struct HomeScan: Sendable {
  /// What a look found.
  package struct Finding: Sendable {
    /// Runs that no earlier look saw, newest first as far as their names tell.
    package var new: [RunID] = []
    /// Whether one that was seen earlier is gone.
    package var isAnyGone = false
  }

  private var seen = NameSet()

  package init() {}

  /// Looks through the home.
  package mutating func look(_ home: HomeDirectory) throws(SystemError) -> Finding {
    var finding = Finding()
    var found = 0
    var new: [UInt64] = []
    try home.forEachName { name in
      if seen.contains(name) {
        found += 1
      } else if let id = RunID(String(decoding: name, as: UTF8.self)) {
        finding.new.append(id)
        new.append(NameSet.bits(name))
      }
    }
    finding.isAnyGone = found < seen.count
    finding.new.sort { $0.rawValue > $1.rawValue }
    for bits in new { seen.insert(bits) }
    return finding
  }

  /// Takes runs for seen.
  package mutating func remember(_ ids: some Sequence<RunID>) {
    for id in ids {
      var text = id.rawValue
      text.withUTF8 { seen.insert(UnsafeRawBufferPointer($0)) }
    }
  }

  /// Takes a run for not seen.
  package mutating func forget(_ id: RunID) {
    var text = id.rawValue
    text.withUTF8 { seen.remove(UnsafeRawBufferPointer($0)) }
  }
}
