package import JSON

extension LogReader {
  /// Where a reader stood and all that it remembered, so that another one can go on from there.
  package struct Checkpoint: Hashable, Sendable {
    /// Bytes from the start of the file to the first one that was not read as part of a whole line.
    package let offset: Int64
    let state: ReaderState

    /// What the lines before `offset` said.
    package var picture: LogPicture { state.picture }

    init(offset: Int64, state: ReaderState) {
      self.offset = offset
      self.state = state
    }

    /// The beginning of a log.
    package static let start = Checkpoint(offset: 0, state: ReaderState())

    /// A checkpoint as `json` writes it; nil when it is anything else: then the log is read from its start.
    package init?(json: JSONValue) {
      do throws(JSONMemberError) {
        let members = try JSONMembers(json, of: "checkpoint")
        offset = try members.member("offset") { $0.integer.flatMap { $0 >= 0 ? $0 : nil } }
        state = ReaderState(
          picture: try members.member("picture") { LogPicture(json: $0) },
          context: try members.member("context") { ReadingContext(json: $0) },
          encoding: try members.member("encoding") { $0.string.flatMap(LogEncoding.init) })
      } catch {
        return nil
      }
    }

    /// The checkpoint as JSON.
    package var json: JSONValue {
      [
        "offset": .integer(offset), "encoding": .string(state.encoding.rawValue),
        "picture": state.picture.json,
        "context": state.context.json,
      ]
    }
  }
}
