package import JSON

/// One message of a transcript.
package struct TranscriptEntry: Hashable, Sendable {
  /// Who says what.
  package enum Kind: Hashable, Sendable {
    case client(JSONValue)
    /// A request that is sent again and again until its reply is the one that stands behind it.
    case clientRepeats(JSONValue)
    /// A line of the client as it is, JSON or not.
    case clientText(String)
    /// The client closes its side.
    case clientEnd
    case server(JSONObject)
  }

  /// In the file, counted from 1.
  package let line: Int
  package let kind: Kind
}
