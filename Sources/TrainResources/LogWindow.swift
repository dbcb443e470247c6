/// Which part of a log a URI names.
struct LogWindow: Hashable {
  /// Bytes that are shown when nobody says how many, and at most, as with `train_status` `logs`.
  static let usualLimit = 16_384
  static let largestLimit = 40_000

  /// Bytes from the start of the log; nil for its end.
  let offset: Int64?
  /// Bytes at most, from 1 to `largestLimit`; nil for `usualLimit`.
  let limit: Int?

  init(offset: Int64? = nil, limit: Int? = nil) {
    self.offset = offset
    self.limit = limit
  }

  /// - Parameter query: what stands behind the question mark; nil where there is none.
  init?(query: Substring?) {
    var values: [Substring: Int64] = [:]
    for part in query?.split(separator: "&", omittingEmptySubsequences: false) ?? [] {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, ["offset", "limit"].contains(sides[0]), values[sides[0]] == nil,
        sides[1].utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
        let value = Int64(sides[1])
      else { return nil }
      values[sides[0]] = value
    }
    if let limit = values["limit"], !(1...Int64(Self.largestLimit)).contains(limit) { return nil }
    offset = values["offset"]
    limit = values["limit"].map(Int.init)
  }

  /// What stands behind the path, question mark included; empty where nothing is said.
  var query: String {
    let parts = [offset.map { "offset=\($0)" }, limit.map { "limit=\($0)" }].compactMap { $0 }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }
}
