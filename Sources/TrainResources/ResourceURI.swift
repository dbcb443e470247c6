internal import TrainingModel

/// The name of a resource.
///
/// Nothing but these forms is taken, each written in one way, so that no URI leads to anything but a run or a schedule:
///
///     train://runs
///     train://runs/{process_id}
///     train://runs/{process_id}/log{?offset,limit}
///     train://runs/{process_id}/metrics
///     train://schedules
///     train://schedules/{schedule_id}
enum ResourceURI: Hashable {
  case runs
  case run(RunID)
  case log(RunID, LogWindow)
  case metrics(RunID)
  case schedules
  case schedule(ScheduleID)

  static let scheme = "train://"
  /// Bytes; the longest that names something has far fewer.
  static let longest = 500

  init?(_ text: String) {
    guard text.utf8.count <= Self.longest, text.utf8.starts(with: Self.scheme.utf8) else { return nil }
    let parts = text.utf8.dropFirst(Self.scheme.utf8.count).split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    let query = parts.count == 2 ? parts[1] : nil
    let path = parts[0].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let id = path.count > 1 ? Self.decoded(path[1]) : nil
    let named = path.map { String(Substring($0)) }
    switch (named.first, named.count, named.last, query) {
    case ("runs", 1, _, nil): self = .runs
    case ("schedules", 1, _, nil): self = .schedules
    case ("runs", 2, _, nil):
      guard let id = id.flatMap(RunID.init) else { return nil }
      self = .run(id)
    case ("schedules", 2, _, nil):
      guard let id = id.flatMap(ScheduleID.init) else { return nil }
      self = .schedule(id)
    case ("runs", 3, "metrics", nil):
      guard let id = id.flatMap(RunID.init) else { return nil }
      self = .metrics(id)
    case ("runs", 3, "log", let query):
      guard let id = id.flatMap(RunID.init), let window = LogWindow(query: query.map(Substring.init)) else {
        return nil
      }
      self = .log(id, window)
    default: return nil
    }
  }

  /// The URI as it is told.
  var text: String {
    switch self {
    case .runs: "\(Self.scheme)runs"
    case .run(let id): "\(Self.scheme)runs/\(id)"
    case .log(let id, let window): "\(Self.scheme)runs/\(id)/log\(window.query)"
    case .metrics(let id): "\(Self.scheme)runs/\(id)/metrics"
    case .schedules: "\(Self.scheme)schedules"
    case .schedule(let id): "\(Self.scheme)schedules/\(id)"
    }
  }

  /// An identifier with its percent signs read, once; nil when one of them is none.
  ///
  /// What comes of it is held to be an identifier by the type of that.
  private static func decoded(_ segment: Substring.UTF8View.SubSequence) -> String? {
    var bytes: [UInt8] = []
    var rest = segment
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
