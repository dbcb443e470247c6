internal import JSON
internal import Platform
internal import Scheduling
internal import TrainingModel
internal import TranscriptReplay

/// A schedule that fires while the clock jumps, and what is known of its runs beside what servers say.
struct ScheduleInPlay {
  let id: String
  /// Seconds from one due time to the next.
  let interval: Int
  /// The first due time after its creation, in seconds since 1970.
  let firstDue: Int
  /// What each of its trainings adds a line to, with the name of its run.
  let trace: String

  /// The runs whose trainings were started, as they have written it themselves.
  func starts() -> [String] {
    // A file that cannot be read was never made: none was started.
    let bytes = (try? FileSystem.read(trace)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// What a server says of one due time, or of several together.
  struct Entry {
    /// In seconds since 1970; the first, where there are several.
    let due: Int
    /// How many due times it stands for, one after the other.
    let count: Int
    let run: String?

    init?(_ json: JSONValue) {
      guard let text = json["scheduled_for"]?.string, let due = ScheduleInPlay.second(text) else {
        return nil
      }
      self.due = due
      count = json["occurrences"]?.integer.map { Int($0) } ?? 1
      run = json["process_id"]?.string
    }
  }

  /// All that a server knows of its due times.
  func history(on server: Conversation) throws(ServerError) -> [Entry] {
    var entries: [Entry] = []
    var arguments: JSONObject = ["schedule_id": .string(id), "limit": 100]
    while true {
      let answer = try server.call("schedule_history", arguments)
      let page = answer["executions"]?.array ?? []
      let read = page.compactMap(Entry.init)
      guard answer["executions"] != nil, read.count == page.count else { throw .nonsense(answer.text) }
      entries += read
      guard let cursor = answer["next_cursor"] else { return entries }
      arguments["cursor"] = cursor
    }
  }

  /// The whole second that a server's text means; nil when it is none.
  static func second(_ text: String) -> Int? {
    // What is no time is told by whoever gets nothing.
    guard case .instant(let time)? = try? WrittenTime(text) else { return nil }
    return Int(time.nanoseconds / 1_000_000_000)
  }
}
