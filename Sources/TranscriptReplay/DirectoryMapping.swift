/// Where the server of a transcript was started, and where that of the replay is.
struct DirectoryMapping {
  /// Of the replay.
  private let start: String
  /// Of the transcript, once it was seen.
  private var recorded: String?

  init(start: String) { self.start = start }

  /// Whether the two are the same directory, or both the one their server was started in.
  mutating func match(_ expected: String, _ got: String) -> Bool {
    if expected == got { return true }
    guard got == start, recorded == nil || recorded == expected else { return false }
    recorded = expected
    return true
  }

  /// The text with `<start>` for the directories of both servers, wherever they stand in it.
  func normalize(_ text: String) -> String {
    guard let recorded, recorded != "/", start != "/" else { return text }
    return text.replacing(recorded, with: "<start>").replacing(start, with: "<start>")
  }
}
