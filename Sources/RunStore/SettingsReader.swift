internal import JSON
internal import TrainingModel

/// Turns the JSON of a settings file into settings, and collects everything that is wrong with it.
///
/// Unlike a record, the file is written by people: a name that is not known is a mistake.
struct SettingsReader {
  /// The least cap of a log: less would keep too little of it to tell anything.
  static let smallestLogCap: Int64 = 1 << 20

  /// Seconds between two looks at a training's memory; the short ones are for tests.
  static let healthIntervals = 0.05...3600

  private(set) var settings = Settings()
  private(set) var problems: [String] = []

  init(_ json: JSONValue) {
    guard let root = members(of: json, at: "", ["log", "health", "retention"]) else { return }
    if let log = root["log"] { readLog(log) }
    if let health = root["health"] { readHealth(health) }
    if let retention = root["retention"],
      let members = members(of: retention, at: "retention", ["records", "logs"])
    {
      if let records = members["records"] {
        settings.recordRetention = limits(records, at: "retention.records")
      }
      if let logs = members["logs"] { settings.logRetention = limits(logs, at: "retention.logs") }
    }
  }

  private mutating func readLog(_ json: JSONValue) {
    guard let log = members(of: json, at: "log", ["max_bytes"]), let value = log["max_bytes"] else { return }
    guard let bytes = Self.bytes(value), bytes == 0 || bytes >= Self.smallestLogCap else {
      return problem("log.max_bytes", "must be a size of 1 MiB or more, such as \"2 GiB\", or 0 for no cap")
    }
    settings.maximumLogBytes = bytes == 0 ? nil : bytes
  }

  private mutating func readHealth(_ json: JSONValue) {
    guard let health = members(of: json, at: "health", ["interval_s"]), let value = health["interval_s"]
    else { return }
    guard let seconds = value.double, seconds == 0 || Self.healthIntervals.contains(seconds) else {
      return problem("health.interval_s", "must be a number of seconds from 0.05 to 3600, or 0 for no looks")
    }
    settings.healthInterval = seconds == 0 ? nil : seconds
  }

  private mutating func limits(_ json: JSONValue, at place: String) -> RetentionLimits {
    var limits = RetentionLimits()
    guard let members = members(of: json, at: place, ["max_age_days", "max_count", "max_bytes"]) else {
      return limits
    }
    if let value = members["max_age_days"] {
      limits.maximumAgeDays = value.double.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
      if limits.maximumAgeDays == nil { problem("\(place).max_age_days", "must be a number greater than 0") }
    }
    if let value = members["max_count"] {
      limits.maximumCount = value.integer.flatMap { $0 >= 1 ? $0 : nil }
      if limits.maximumCount == nil { problem("\(place).max_count", "must be a whole number of 1 or more") }
    }
    if let value = members["max_bytes"] {
      limits.maximumBytes = Self.bytes(value).flatMap { $0 >= 1 ? $0 : nil }
      if limits.maximumBytes == nil {
        problem("\(place).max_bytes", "must be a size of 1 byte or more, such as 50000000 or \"10 GiB\"")
      }
    }
    return limits
  }

  private static func bytes(_ value: JSONValue) -> Int64? {
    value.integer ?? value.string.flatMap(ByteSize.parse)
  }

  /// The members of an object that may have those names alone, each once.
  private mutating func members(of json: JSONValue, at place: String, _ names: [String]) -> JSONObject? {
    let list = names.joined(separator: ", ")
    guard let object = json.object else {
      problem(place, "must be an object; its members may be \(list)")
      return nil
    }
    var seen: Set<String> = []
    for name in object.names {
      let member = place.isEmpty ? name : "\(place).\(name)"
      if !names.contains(name) { problem(member, "is no setting; there are \(list)") }
      if !seen.insert(name).inserted { problem(member, "is there twice") }
    }
    return object
  }

  private mutating func problem(_ place: String, _ what: String) {
    problems.append("\(place.isEmpty ? "the file" : place) \(what)")
  }
}
