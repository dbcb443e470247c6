import Scheduling

/// Makes compiled zone files, so that tests need no database.
struct ZoneFileBytes {
  var version = UInt8(ascii: "2")
  var initialOffset = 0
  var changes: [(time: Int, offset: Int)] = []
  var leapSeconds: [(time: Int, correction: Int)] = []
  var footer = ""

  var bytes: [UInt8] {
    if version == 0 { return block(width: 4) }
    return block(width: 4) + block(width: 8) + Array("\n\(footer)\n".utf8)
  }

  /// A zone with the changes and the rule of a file.
  static func zone(
    _ name: String = "Test/Zone", initialOffset: Int = 0, changes: [(time: Int, offset: Int)] = [],
    footer: String
  ) throws -> TimeZoneRules {
    let file = ZoneFileBytes(initialOffset: initialOffset, changes: changes, footer: footer)
    return try TimeZoneRules(name: name, file: file.bytes)
  }

  private func block(width: Int) -> [UInt8] {
    var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
    // The second block of a file is the one that counts, so the first is left without changes.
    let skipped = width == 4 && version != 0
    let changes = skipped ? [] : changes
    let leapSeconds = skipped ? [] : leapSeconds
    let offsets = [initialOffset] + changes.map(\.offset)
    for count in [0, 0, leapSeconds.count, changes.count, offsets.count, 4] { bytes += big(count, 4) }
    for change in changes { bytes += big(change.time, width) }
    for index in changes.indices { bytes.append(UInt8(index + 1)) }
    for offset in offsets { bytes += big(offset, 4) + [0, 0] }
    bytes += Array("LMT\0".utf8)
    for leap in leapSeconds { bytes += big(leap.time, width) + big(leap.correction, 4) }
    return bytes
  }

  private func big(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
