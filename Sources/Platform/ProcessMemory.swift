/// How much memory other processes hold.
package enum ProcessMemory {
  /// What several processes hold together, in bytes; nil when none of them is there.
  package static func held(by pids: [Int32]) -> Int64? {
    let sizes = pids.compactMap { held(by: $0) }
    return sizes.isEmpty ? nil : sizes.reduce(0, +)
  }
}
