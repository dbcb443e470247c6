/// The last value of every metric that a log named, in the order of first appearance.
package struct TrainingMetrics: Hashable, Sendable {
  /// One metric and its last value.
  package struct Entry: Hashable, Sendable {
    package let name: String
    /// As printed; may be NaN or infinite.
    package var value: Double

    package init(name: String, value: Double) {
      self.name = name
      self.value = value
    }

    /// NaN is the same as NaN here: two reports of one line are equal.
    package static func == (left: Entry, right: Entry) -> Bool {
      left.name == right.name && (left.value == right.value || left.value.isNaN && right.value.isNaN)
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(name)
      hasher.combine(value.isNaN ? nil : value)
    }
  }

  /// Names past this are not taken up: a log that invents names must not grow the server.
  package static let maximumNames = 200

  /// Every metric, in the order of first appearance.
  package private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]

  package init() {}

  /// Whether no metric was seen.
  package var isEmpty: Bool { entries.isEmpty }

  /// The last value under a name.
  package subscript(name: String) -> Double? { places[name].map { entries[$0].value } }

  /// Notes a value; false when there are too many names to take another one up.
  @discardableResult
  mutating func set(_ name: String, to value: Double) -> Bool {
    if let place = places[name] {
      entries[place].value = value
    } else if entries.count < Self.maximumNames {
      places[name] = entries.count
      entries.append(Entry(name: name, value: value))
    } else {
      return false
    }
    return true
  }
}
