internal import JSON

/// The trace that a request belongs to, as its `_meta` has it (W3C Trace Context, W3C Baggage); unchecked.
package struct TraceMeta: Hashable, Sendable {
  package let parent: String?
  package let state: String?
  package let baggage: String?

  package init(parent: String? = nil, state: String? = nil, baggage: String? = nil) {
    self.parent = parent
    self.state = state
    self.baggage = baggage
  }

  init(meta: JSONObject) {
    self.init(
      parent: meta["traceparent"]?.string, state: meta["tracestate"]?.string,
      baggage: meta["baggage"]?.string)
  }
}
