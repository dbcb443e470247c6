internal import CPlatform

/// The variables of a process.
package struct Environment: Hashable, Sendable {
  private var values: [String: String]

  package init(_ values: [String: String] = [:]) { self.values = values }

  /// The variables this process was started with.
  package static let current: Environment = {
    var values: [String: String] = [:]
    guard var entry = sb_environment() else { return Environment() }
    while let text = entry.pointee {
      let pair = String(cString: text)
      // Among the bytes: a value that begins with a combining mark would make one character with the sign.
      if let equals = pair.utf8.firstIndex(of: UInt8(ascii: "=")) {
        values[String(pair[..<equals])] = String(pair[pair.utf8.index(after: equals)...])
      }
      entry += 1
    }
    return Environment(values)
  }()

  package subscript(name: String) -> String? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// The variables with those of `other` set over them.
  package func merging(_ other: [String: String]) -> Environment {
    Environment(values.merging(other) { $1 })
  }

  /// Every variable, by name.
  package var sorted: [(name: String, value: String)] {
    values.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }
}
