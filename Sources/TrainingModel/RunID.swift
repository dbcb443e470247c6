/// The name of one run: `train-<time>-<random>`, opaque to callers, never reused.
package struct RunID: Hashable, Sendable, CustomStringConvertible {
  package let rawValue: String

  /// Takes an identifier that a caller or a directory name gives; nil when it cannot be one.
  package init?(_ text: String) {
    guard let text = RandomName.checked(text, prefix: Self.prefix) else { return nil }
    rawValue = text
  }

  /// A new identifier from the time of creation and 130 random bits.
  package init(createdAt: Timestamp, using generator: inout some RandomNumberGenerator) {
    rawValue = RandomName.make(Self.prefix, createdAt, using: &generator)
  }

  /// The identifier of the one run that an attempt at an occurrence of a schedule may have, whoever starts it.
  ///
  /// The directory of a run appears in one rename, so that of two who start the same occurrence one fails. The
  /// random characters of the schedule's name are turned by a hash of time and attempt: as many names as before, and
  /// another one for each.
  package init(of occurrence: ScheduledOccurrence) {
    var generator = OccurrenceGenerator(occurrence)
    let name = occurrence.schedule.rawValue.utf8.suffix(26)
    let suffix = name.map { byte in
      // A name that is not of our making has other characters: they turn as well, though fewer names are left.
      let place = RandomName.alphabet.firstIndex(of: byte) ?? Int(byte % 32)
      return RandomName.alphabet[(place + Int.random(in: 0..<32, using: &generator)) % 32]
    }
    rawValue =
      Self.prefix + occurrence.scheduledFor.compact + "-" + String(decoding: suffix, as: UTF8.self)
  }

  package var description: String { rawValue }

  private static let prefix = "train-"

  /// SplitMix64 by Vigna: the same numbers for the same time on every machine.
  private struct OccurrenceGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ occurrence: ScheduledOccurrence) {
      state = UInt64(bitPattern: occurrence.scheduledFor.nanoseconds)
      // A hash of the time for each attempt after the first, whose names are older than attempts.
      if occurrence.attempt > 1 { state = next() &+ UInt64(bitPattern: Int64(occurrence.attempt)) }
    }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }
}
