/// Cuts what comes out of a pipe into lines.
package struct LineBuffer {
  private var ready: [[UInt8]] = []
  private var taken = 0
  private var partial: [UInt8] = []

  package init() {}

  /// Takes the next bytes.
  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      ready.append(partial + rest[..<end])
      partial = []
      rest = rest[(end + 1)...]
    }
    partial += rest
  }

  /// The oldest line that is complete.
  package mutating func next() -> [UInt8]? {
    guard taken < ready.count else {
      ready.removeAll()
      taken = 0
      return nil
    }
    defer { taken += 1 }
    return ready[taken]
  }

  /// What is left behind the last line end, once; nil when nothing is.
  package mutating func finish() -> [UInt8]? {
    defer { partial = [] }
    return partial.isEmpty ? nil : partial
  }
}
