internal import TrainingModel

/// A delay that is added to each start, so that schedules of one time do not all start at once.
///
/// It is worked out from the schedule and the occurrence alone: the same whenever and by whomever it is asked, and
/// never part of the times themselves, so nothing drifts.
package struct Jitter: Hashable, Sendable {
  /// The longest delay in seconds; less than 1 is none.
  package let seconds: Int
  /// What the delays of one schedule have in common: its identifier.
  package let key: String

  package init(seconds: Int, key: String) {
    self.seconds = seconds
    self.key = key
  }

  /// Whole seconds from 0 to `limit` or `seconds`, whichever is less.
  func delay(of occurrence: Timestamp, limit: Int) -> Int {
    // FNV-1a over both, and the last steps of SplitMix64, since neighboring times differ in few bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for shift in stride(from: 0, to: 64, by: 8) {
      hash = (hash ^ UInt64(truncatingIfNeeded: occurrence.nanoseconds >> shift) & 0xFF) &* 0x100_0000_01B3
    }
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    hash ^= hash >> 31
    return Int(hash.multipliedFullWidth(by: UInt64(max(0, min(seconds, limit))) + 1).high)
  }
}
