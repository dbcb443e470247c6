/// How a member of an answer is compared: some differ from one run of the same training to the next.
enum FieldRule: Hashable {
  case exact
  /// Any number for a number.
  case anyNumber
  /// Any RFC 3339 time for one.
  case anyTime
  /// Any text for a text.
  case anyText
  /// A text whose times and numbers do not count.
  case freeText
  /// A directory, where the server's own stands for the server's own.
  case directory

  /// - Parameters:
  ///   - name: of the member; elements of a list have the name of the list.
  ///   - parent: the member whose value holds it.
  init(name: String, parent: String) {
    switch (parent, name) {
    case (_, "pid"), (_, "max_rss"), (_, "size"), (_, "offset"), (_, "next_offset"): self = .anyNumber
    case ("serverInfo", "version"), ("io.modelcontextprotocol/serverInfo", "version"): self = .anyText
    // What the server says of itself is not what it does.
    case ("result", "instructions"): self = .anyText
    case ("content", "text"), ("structuredContent", "content"), (_, "last_lines"): self = .freeText
    case ("error_summary", "message"), ("evidence", "text"): self = .freeText
    case ("warnings", "message"), ("warnings", "evidence"): self = .freeText
    case (_, "cwd"): self = .directory
    case (_, "scheduled_for"), (_, "next_times"): self = .anyTime
    case (_, let name) where name.hasSuffix("_at"): self = .anyTime
    case (_, let name) where name.hasSuffix("_s"): self = .anyNumber
    default: self = .exact
    }
  }

  /// Members of a run that depend on the moment at which it was looked at, or cut short.
  static let momentary: Set<String> = [
    "progress", "metrics", "artifacts", "warnings", "training_started_at", "started_at", "pid", "resources",
    "eof", "truncated", "last_lines",
  ]

  /// The member of a run that tells of the repository around it, which is another one where it is replayed.
  static let surroundings = "code"

  /// The statuses of runs whose picture depends on the moment.
  static let momentaryStatuses: Set<String> = ["queued", "running", "paused", "killed"]
}
