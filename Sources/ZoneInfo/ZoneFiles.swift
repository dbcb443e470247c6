package import Platform
package import Scheduling

/// The system's time zone database: compiled files by IANA name.
///
/// Each question reads the file; who asks often keeps the answer.
package struct ZoneFiles: Sendable {
  /// Where the database may be, best place first.
  package let directories: [String]
  /// The file or link that says which zone the machine keeps.
  private let localTime: String

  package init(directories: [String], localTime: String = "/etc/localtime") {
    self.directories = directories
    self.localTime = localTime
  }

  /// The database of this machine: the one in `TZDIR` alone where that is set, else where systems keep it.
  package static func system(_ environment: Environment = .current) -> ZoneFiles {
    if let place = environment["TZDIR"], !place.isEmpty { return ZoneFiles(directories: [place]) }
    return ZoneFiles(directories: [
      "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
    ])
  }

  /// The rules of a zone by its IANA name; `UTC` needs no database.
  package func rules(of name: String) throws(ZoneError) -> TimeZoneRules {
    if let reason = ZoneName.problem(with: name) { throw .notAName(name, reason: reason) }
    if name == "UTC" || name == "Etc/UTC" { return .utc }
    guard let directory else { throw .noDatabase(name, places: directories) }
    let path = "\(directory)/\(name)"
    guard FileSystem.kind(of: path) == .file else {
      throw .unknown(name, suggestion: spelling(of: name, in: directory))
    }
    let bytes: [UInt8]
    do throws(SystemError) { bytes = try FileSystem.read(path, limit: 1 << 20) } catch {
      throw .unreadable(name, reason: error.description)
    }
    do throws(TimeZoneFileError) { return try TimeZoneRules(name: name, file: bytes) } catch {
      throw .unusable(error)
    }
  }

  /// The zone that this machine keeps: of `TZ`, else of `/etc/localtime`; UTC when neither names one.
  package func localRules(_ environment: Environment = .current) -> TimeZoneRules {
    guard let name = environment["TZ"].map(Self.name(inVariable:)) ?? linkedName else { return .utc }
    // A machine whose zone cannot be found is in UTC for the C library too.
    return (try? rules(of: name)) ?? .utc
  }

  /// The release of the database, such as `2026f`; nil where the database does not say.
  package var release: String? {
    guard let directory else { return nil }
    // Only some systems have this file, and nothing depends on it.
    guard let bytes = try? FileSystem.read("\(directory)/tzdata.zi", limit: 64) else { return nil }
    let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return line.hasPrefix("# version ") ? String(line.dropFirst(10)) : nil
  }

  private var directory: String? { directories.first { FileSystem.kind(of: $0) == .directory } }

  /// `TZ` may have a colon before the name and a path instead of it; empty is UTC.
  private static func name(inVariable text: String) -> String {
    let text = text.hasPrefix(":") ? String(text.dropFirst()) : text
    return text.isEmpty ? "UTC" : name(inPath: text) ?? text
  }

  private var linkedName: String? { FileSystem.resolve(localTime).flatMap(Self.name(inPath:)) }

  /// What stands behind `zoneinfo/` in a path, which is how a link to a zone says its name.
  private static func name(inPath path: String) -> String? {
    let parts = path.split(separator: "/")
    guard path.hasPrefix("/"), let place = parts.lastIndex(where: { $0.hasPrefix("zoneinfo") }) else {
      return nil
    }
    let name = parts[(place + 1)...].drop { $0 == "posix" || $0 == "right" }
    return name.joined(separator: "/")
  }

  /// The name as the database writes it, when only capitals differ.
  private func spelling(of name: String, in directory: String) -> String? {
    var found: [String] = []
    for part in name.split(separator: "/") {
      let place = ([directory] + found).joined(separator: "/")
      // A directory that is not there, or may not be read, has no better spelling to offer.
      let entries = (try? FileSystem.entries(of: place)) ?? []
      guard let entry = entries.sorted().first(where: { $0.lowercased() == part.lowercased() }) else {
        return nil
      }
      found.append(entry)
    }
    let spelling = found.joined(separator: "/")
    return FileSystem.kind(of: "\(directory)/\(spelling)") == .file ? spelling : nil
  }
}
