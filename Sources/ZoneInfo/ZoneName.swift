/// The form of the names of time zones, held against what callers write before it becomes a path.
enum ZoneName {
  /// Why a text is no name of a zone that schedules may use; nil when it may be one.
  static func problem(with name: String) -> String? {
    guard !name.isEmpty else { return "it is empty" }
    guard name.utf8.count <= 80 else { return "it is too long" }
    if let place = abbreviations[name] {
      return "it is an abbreviation, and not the same all year or everywhere (write \(place))"
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    for part in parts {
      // A part begins with a letter, so none is `.` or `..` and none is empty.
      guard let first = part.utf8.first, isLetter(first), part.utf8.allSatisfy(isAllowed) else {
        return "names have letters, digits and '_', '-', '+' between slashes"
      }
    }
    // The same zones once more, with and without leap seconds.
    guard parts[0] != "posix", parts[0] != "right" else { return "leave '\(parts[0])/' out" }
    return nil
  }

  /// Names that the database keeps for old systems, and the place that its author may have meant.
  private static let abbreviations = [
    "EST": "America/New_York", "MST": "America/Denver", "HST": "Pacific/Honolulu",
    "EST5EDT": "America/New_York", "CST6CDT": "America/Chicago", "MST7MDT": "America/Denver",
    "PST8PDT": "America/Los_Angeles", "CET": "Europe/Berlin", "MET": "Europe/Berlin",
    "EET": "Europe/Helsinki",
    "WET": "Europe/Lisbon",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"): true
    default: isLetter(byte)
    }
  }
}
