/// The trace that a call belongs to, as W3C Trace Context (level 2) and W3C Baggage write it; only what is well-formed.
package struct TraceContext: Hashable, Sendable {
  /// `00-<trace-id>-<parent-id>-<flags>`.
  package let traceParent: String?
  /// What vendors add to it; never there without `traceParent`.
  package let traceState: String?
  /// `key=value` pairs of the application, which need no trace.
  package let baggage: String?

  /// Takes what is well-formed and leaves out the rest, as the specifications ask; nil when that is nothing.
  package init?(traceParent: String?, traceState: String? = nil, baggage: String? = nil) {
    self.traceParent = traceParent.flatMap { Self.isTraceParent(Array($0.utf8)) ? $0 : nil }
    let hasParent = self.traceParent != nil
    self.traceState = traceState.flatMap { hasParent && Self.isTraceState($0) ? $0 : nil }
    self.baggage = baggage.flatMap { Self.isBaggage($0) ? $0 : nil }
    if self.traceParent == nil, self.baggage == nil { return nil }
  }

  /// The variables that carry it into a process; nil for those that belong to another trace and must go.
  package var environment: [(name: String, value: String?)] {
    var variables: [(name: String, value: String?)] = []
    if let traceParent { variables += [("TRACEPARENT", traceParent), ("TRACESTATE", traceState)] }
    if let baggage { variables.append(("BAGGAGE", baggage)) }
    return variables
  }
}

// MARK: Grammars

extension TraceContext {
  // https://www.w3.org/TR/trace-context-2/#traceparent-header: of a later version what this one knows is at its start.
  private static func isTraceParent(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 55, [2, 35, 52].allSatisfy({ bytes[$0] == dash }) else { return false }
    func isHex(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(hexDigits.contains) }
    func isZero(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 == UInt8(ascii: "0") } }
    guard isHex(0..<2), isHex(3..<35), isHex(36..<52), isHex(53..<55), !isZero(3..<35), !isZero(36..<52),
      !bytes.starts(with: "ff".utf8)
    else { return false }
    if bytes.count == 55 { return true }
    return !isZero(0..<2) && bytes[55] == dash && bytes.count <= longestParent
      && bytes.allSatisfy { 0x21...0x7E ~= $0 }
  }

  // https://www.w3.org/TR/trace-context-2/#tracestate-header
  private static func isTraceState(_ text: String) -> Bool {
    guard text.utf8.count <= longestList else { return false }
    let members = members(of: text, at: ",").filter { !$0.isEmpty }
    guard !members.isEmpty, members.count <= 32 else { return false }
    var keys: Set<[UInt8]> = []
    for member in members {
      guard let equals = member.firstIndex(of: UInt8(ascii: "=")) else { return false }
      let (key, value) = (member[..<equals], member[(equals + 1)...])
      guard let first = key.first, isLowercaseOrDigit(first), key.count <= 256,
        key.allSatisfy({ isLowercaseOrDigit($0) || "_-*/@".utf8.contains($0) }),
        !value.isEmpty, value.count <= 256,
        value.allSatisfy({ 0x20...0x7E ~= $0 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "=") }),
        keys.insert(Array(key)).inserted
      else { return false }
    }
    return true
  }

  // https://www.w3.org/TR/baggage/#header-content, with its limits: 64 members, 8192 bytes.
  private static func isBaggage(_ text: String) -> Bool {
    guard text.utf8.count <= longestList else { return false }
    let members = members(of: text, at: ",")
    guard members.count <= 64 else { return false }
    return members.allSatisfy { member in
      let parts = member.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(trimmed)
      guard let pair = parts.first, isPair(pair, needsValue: true) else { return false }
      return parts.dropFirst().allSatisfy { isPair($0, needsValue: false) }
    }
  }

  private static func isPair(_ bytes: ArraySlice<UInt8>, needsValue: Bool) -> Bool {
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return !needsValue && isToken(bytes) }
    return isToken(trimmed(bytes[..<equals])) && trimmed(bytes[(equals + 1)...]).allSatisfy(isBaggageOctet)
  }

  /// A token of RFC 7230.
  private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        isLowercaseOrDigit(byte) || isLowercaseOrDigit(byte | 0x20) && byte >= UInt8(ascii: "A")
          || "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
  }

  /// Printable, but no blank, quotation mark, comma, semicolon or backslash.
  private static func isBaggageOctet(_ byte: UInt8) -> Bool {
    0x21...0x7E ~= byte && !"\",;\\".utf8.contains(byte)
  }

  private static func members(of text: String, at separator: Unicode.Scalar) -> [ArraySlice<UInt8>] {
    Array(text.utf8).split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map(trimmed)
  }

  /// Without the optional blanks around it.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return bytes[first...last]
  }

  private static func isLowercaseOrDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private static let dash = UInt8(ascii: "-")
  private static let hexDigits = Array("0123456789abcdef".utf8)
  /// Bytes of a later version's traceparent that are taken.
  private static let longestParent = 256
  /// Bytes of a list that are taken: what Baggage asks for at least, and more than Trace Context does.
  private static let longestList = 8192
}
