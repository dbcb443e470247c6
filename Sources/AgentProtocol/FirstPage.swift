internal import JSON
internal import JSONRPC

/// A list whose every element is on its first page.
///
/// No cursor was ever given out, so each that comes back is wrong, the empty one too (2026-07-28, pagination).
enum FirstPage {
  /// - Throws: `RPCError` -32602 where another page is asked for.
  static func require(_ params: JSONObject) throws(RPCError) {
    if params["cursor"] != nil { throw .invalidParams("There is no page with this cursor.") }
  }
}
