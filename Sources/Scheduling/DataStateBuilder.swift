internal import TrainingModel

/// Adds up the files of a look, in whatever order they are found.
package struct DataStateBuilder: Sendable {
  private let scope: UInt64
  /// The files that are counted, by the hashes of their paths: patterns may find one more than once.
  private var known: Set<UInt64> = []
  private var fingerprint: UInt64 = 0
  private var bytes: Int64 = 0
  private var newest: (path: [UInt8], nanoseconds: Int64)?

  package init(_ scope: DataScope) { self.scope = scope.fingerprint }

  package var files: Int { known.count }

  /// Counts a file, once.
  ///
  /// - Parameters:
  ///   - path: absolute.
  ///   - changedAt: nanoseconds since 1970.
  package mutating func add(path: [UInt8], size: Int64, changedAt: Int64) {
    var hash = StableHash()
    hash.add(path)
    guard known.insert(hash.value).inserted else { return }
    hash.add(size)
    hash.add(changedAt)
    // A sum, so that the order does not matter.
    fingerprint &+= hash.value
    bytes &+= size
    if isNewest(path, changedAt) { newest = (path, changedAt) }
  }

  private func isNewest(_ path: [UInt8], _ changedAt: Int64) -> Bool {
    guard let newest else { return true }
    if changedAt != newest.nanoseconds { return changedAt > newest.nanoseconds }
    // Of files of one time the same is named, in whatever order they come.
    return path.lexicographicallyPrecedes(newest.path)
  }

  package var state: DataState {
    DataState(
      scope: scope, fingerprint: fingerprint, files: files, bytes: bytes,
      newest: newest.map {
        DataState.Newest(
          path: ShownPath.text($0.path), changedAt: Timestamp(nanoseconds: $0.nanoseconds))
      })
  }
}
