package import JSON

/// What a server says it can do: a member of its `capabilities`, or of the `extensions` in them.
package enum Capability: Hashable, Sendable {
  case core(String, settings: JSONObject = [:])
  /// By its whole name, such as `io.modelcontextprotocol/tasks`.
  case `extension`(String, settings: JSONObject = [:])
  /// Nothing of its own: what it serves is announced by other features.
  case implied
}
