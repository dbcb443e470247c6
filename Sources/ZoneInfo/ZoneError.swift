package import Scheduling

/// Why the rules of a time zone cannot be had.
package enum ZoneError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It cannot be the name of a zone at all.
  case notAName(String, reason: String)
  /// The database has no such zone; perhaps another spelling.
  case unknown(String, suggestion: String?)
  /// The machine has no database in any of the places.
  case noDatabase(String, places: [String])
  /// The file is there but cannot be read.
  case unreadable(String, reason: String)
  /// The file was read but is broken.
  case unusable(TimeZoneFileError)

  package var description: String {
    switch self {
    case .notAName(let name, let reason):
      "'\(name)' is no time zone: \(reason); write an IANA name such as Europe/Berlin, or UTC"
    case .unknown(let name, let suggestion?):
      "the time zone database has no '\(name)'; did you mean \(suggestion)?"
    case .unknown(let name, nil):
      "the time zone database has no '\(name)'; write an IANA name such as Europe/Berlin, or UTC"
    case .noDatabase(let name, let places):
      "there is no time zone database on this machine to look up '\(name)' (looked in "
        + places.joined(separator: ", ")
        + "): install the package tzdata, set TZDIR to where one is, or use UTC, which needs none"
    case .unreadable(let name, let reason):
      "the file of the time zone \(name) cannot be read: \(reason)"
    case .unusable(let error): error.description
    }
  }
}
