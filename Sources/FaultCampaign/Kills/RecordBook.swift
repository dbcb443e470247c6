internal import JSON

/// What was said of ended runs: it may never be said otherwise.
struct RecordBook {
  /// The members of a picture that are about the end, and what was concluded from it.
  private static let names = [
    "process_status", "end_reason", "verified", "exit_code", "signal", "pid", "started_at", "ended_at",
    "duration_s", "error_summary", "warnings", "resources",
  ]

  private var records: [String: JSONObject] = [:]

  /// The runs that are in it, in no order.
  var ids: [String] { Array(records.keys) }

  /// Takes what is said of a run, and compares it with what was said first.
  ///
  /// - Returns: how the two differ; nil when they do not, or when nothing was known.
  mutating func compare(_ picture: JSONObject, of id: String) -> String? {
    let end = JSONObject(Self.names.compactMap { name in picture[name].map { (name, $0) } })
    guard let first = records[id] else {
      records[id] = end
      return nil
    }
    let differences = Self.names.filter { end[$0] != first[$0] }.map { name in
      "\(name) was \(Self.text(first[name])) and is \(Self.text(end[name]))"
    }
    return differences.isEmpty ? nil : "\(id): " + differences.joined(separator: "; ")
  }

  private static func text(_ value: JSONValue?) -> String { value.map(JSONWriter.text) ?? "absent" }
}
