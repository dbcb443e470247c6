internal import JSON
internal import JSONRPC
internal import TestSupport

/// Makes what a client may send, well-formed or not, the same for the same seed.
package struct FrameGenerator {
  private let corpus: FrameCorpus
  private var random: SeededGenerator
  private var lastID: Int64 = 0
  /// Identifiers that were used, to be cancelled or used again.
  private var recentIDs: [JSONValue] = []

  package init(_ corpus: FrameCorpus, seed: UInt64) {
    self.corpus = corpus
    random = SeededGenerator(seed: seed)
  }

  /// The bytes of one line, most often; with its line end.
  package mutating func next() -> [UInt8] {
    if chance(in: Self.oversizeInterval) {
      return [UInt8](repeating: UInt8(ascii: "x"), count: FrameSplitter.maximumLineBytes + 1) + [
        UInt8(ascii: "\n")
      ]
    }
    var message = self.message()
    if chance(in: 2) { mutate(&message) }
    if chance(in: 40) { message = batch(message) }
    var bytes = JSONWriter.bytes(message)
    if chance(in: 6) { bytes = BytewiseMutation.any(of: bytes, &random) }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// A number below a bound.
  private mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  private mutating func chance(in count: Int) -> Bool { number(count) == 0 }

  // MARK: Messages

  private mutating func message() -> JSONValue {
    switch number(10) {
    case 0: return cancellation()
    case 1...4 where !corpus.tools.isEmpty: return stamped(toolCall())
    default: return stamped(corpus.messages.randomElement(using: &random) ?? [:])
    }
  }

  private mutating func cancellation() -> JSONValue {
    let id = recentIDs.randomElement(using: &random) ?? 1
    return [
      "jsonrpc": "2.0", "method": "notifications/cancelled", "params": ["requestId": id, "reason": "fuzz"],
    ]
  }

  private mutating func toolCall() -> JSONValue {
    guard let tool = corpus.tools.randomElement(using: &random) else { return [:] }
    let arguments = SchemaSample.value(of: tool.schema, &random)
    return [
      "jsonrpc": "2.0", "id": 1, "method": "tools/call",
      "params": ["name": .string(tool.name), "arguments": arguments],
    ]
  }

  /// With an identifier and an era of its own.
  private mutating func stamped(_ message: JSONValue) -> JSONValue {
    guard case .object(var object) = message else { return message }
    guard object["method"] != nil else { return message }
    if object["id"] != nil { object["id"] = newID() }
    var params = object["params"]?.object ?? [:]
    if object["method"] == "initialize" {
      params["protocolVersion"] = Self.revisions.randomElement(using: &random)
    } else if chance(in: 2) {
      var meta: JSONObject = [
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientCapabilities": ["elicitation": [:]],
      ]
      if chance(in: 4) { meta["progressToken"] = newID() }
      if chance(in: 4) { meta["traceparent"] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" }
      params["_meta"] = .object(meta)
    }
    object["params"] = .object(params)
    return .object(object)
  }

  /// One that is new, most often.
  private mutating func newID() -> JSONValue {
    let id: JSONValue
    switch number(20) {
    case 0: id = HostileValue.identifier(&random)
    case 1: id = recentIDs.randomElement(using: &random) ?? 0
    case 2:
      lastID += 1
      id = .string("\(lastID)")
    default:
      lastID += 1
      id = .integer(lastID)
    }
    if recentIDs.count < 32 { recentIDs.append(id) } else { recentIDs[number(32)] = id }
    return id
  }

  private mutating func batch(_ first: JSONValue) -> JSONValue {
    var messages = chance(in: 8) ? [] : [first]
    for _ in 0..<number(4) { messages.append(message()) }
    return .array(messages)
  }

  // MARK: Mutations of the structure

  private mutating func mutate(_ value: inout JSONValue) {
    for _ in 0...number(3) { change(&value, depth: 0) }
  }

  /// Changes one place, somewhere below.
  private mutating func change(_ value: inout JSONValue, depth: Int) {
    switch value {
    case .object(var object) where !object.isEmpty && number(6) > 0:
      change(&object, depth: depth)
      value = .object(object)
    case .array(var elements) where !elements.isEmpty && number(4) > 0:
      let index = number(elements.count)
      change(&elements[index], depth: depth + 1)
      value = .array(elements)
    default:
      // At the root only one time in some: what is no object says nothing of what is in one.
      if depth > 0 || chance(in: 8) { value = HostileValue.any(&random) }
    }
  }

  private mutating func change(_ object: inout JSONObject, depth: Int) {
    let name = object.names[number(object.names.count)]
    switch number(8) {
    case 0: object[name] = nil
    case 1: object[HostileValue.name(&random)] = HostileValue.any(&random)
    case 2: object.append(name, HostileValue.any(&random))  // the same name twice
    case 3: object[name] = HostileValue.any(&random)
    default:
      guard var inner = object[name] else { return }
      change(&inner, depth: depth + 1)
      object[name] = inner
    }
  }

  /// One line in so many is longer than is taken.
  private static let oversizeInterval = 10_000

  private static let revisions: [JSONValue] = [
    "2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28", "1", "",
  ]
}
