internal import JSON
internal import TestSupport

/// Values that a careless reader stumbles over.
enum HostileValue {
  static func any(_ random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<24, using: &random) {
    case 0: .null
    case 1: true
    case 2: .integer(.max)
    case 3: .integer(.min)
    case 4: 0
    case 5: -1
    case 6: .number(1e308)
    case 7: .number(-0.5)
    case 8: .string("")
    case 9: .string("\u{0}\u{1b}[31m\n\r\t\u{2028}\u{202e}🚂\u{fffd}")
    case 10: .string(String(repeating: "a", count: 1 << Int.random(in: 4...12, using: &random)))
    case 11: .string("../../../etc/passwd")
    case 12: .string("%2e%2e%2f")
    case 13: .array([])
    case 14: .object([:])
    case 15: .array(Array(repeating: .null, count: 1 << Int.random(in: 1...10, using: &random)))
    case 16: nested(Int.random(in: 1...600, using: &random))
    case 17: .string("{{\(Int.random(in: 0..<9, using: &random))}}")
    case 18: .object(["__proto__": [:], "": "", "a.b": 1])
    default: identifier(&random)
    }
  }

  /// What may be, and may not be, the identifier of a request.
  static func identifier(_ random: inout SeededGenerator) -> JSONValue {
    identifiers.randomElement(using: &random) ?? 0
  }

  private static let identifiers: [JSONValue] = [
    0, 1, -1, "1", "", "\u{0}", .integer(.max), .integer(.min), .integer(1 << 53 + 1), .number(1.5),
    .number(1e20), .null, false, [], [:], .string(String(repeating: "i", count: 300)),
  ]

  static func name(_ random: inout SeededGenerator) -> String {
    names.randomElement(using: &random) ?? ""
  }

  private static let names = [
    "id", "method", "params", "jsonrpc", "result", "error", "_meta", "name", "arguments", "cursor", "",
    "\u{0}", "action", "process_id", "progressToken", "io.modelcontextprotocol/protocolVersion",
  ]

  private static func nested(_ depth: Int) -> JSONValue {
    var value: JSONValue = 1
    for level in 0..<depth { value = level.isMultiple(of: 2) ? [value] : ["a": value] }
    return value
  }
}
