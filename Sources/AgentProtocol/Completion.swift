internal import JSON

/// Values that are suggested for an argument (`CompleteResult` of the published schemas).
package struct Completion: Hashable, Sendable {
  /// The most values that one answer may have.
  package static let mostValues = 100

  /// At most `mostValues`, most useful first.
  package let values: [String]
  /// How many there are in all; nil when nobody counted.
  package let total: Int?
  package let hasMore: Bool

  /// - Parameters:
  ///   - values: may be more than fit.
  ///   - isWhole: whether these are all there are.
  package init(_ values: [String], isWhole: Bool = true) {
    self.values = Array(values.prefix(Self.mostValues))
    total = isWhole ? values.count : nil
    hasMore = !isWhole || values.count > Self.mostValues
  }

  /// - Parameter total: how many there are, of which `values` are the first.
  package init(_ values: [String], total: Int) {
    self.values = Array(values.prefix(Self.mostValues))
    self.total = total
    hasMore = total > self.values.count
  }

  var json: JSONValue {
    var object: JSONObject = ["values": .array(values.map(JSONValue.string))]
    object.append("total", ifKnown: total.map { .integer(Int64($0)) })
    object.append("hasMore", .bool(hasMore))
    return .object(object)
  }
}
