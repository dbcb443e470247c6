// A JSON-RPC loop with nothing around it: one thread reads lines, answers `ping` with an empty result and
// `tools/call` with a list of 20 runs, as text and as structured content, and writes lines. Both contestants
// compile this same file; `JSONTree`, `decodeJSON` and `encodeJSON` are what differs.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

func answer(to request: JSONTree, id: JSONTree) -> JSONTree {
  switch request["method"]?.string {
  case "ping": return result([:], id: id)
  case "tools/call":
    let runs = listOfRuns()
    let text = String(decoding: encodeJSON(runs), as: UTF8.self)
    return result(
      ["content": [["type": "text", "text": .string(text)]], "structuredContent": runs, "isError": false],
      id: id)
  default: return ["jsonrpc": "2.0", "id": id, "error": ["code": -32601, "message": "no such method"]]
  }
}

func result(_ result: JSONTree, id: JSONTree) -> JSONTree {
  ["jsonrpc": "2.0", "id": id, "result": result]
}

func listOfRuns() -> JSONTree {
  let records = (0..<20).map { number -> JSONTree in
    [
      "process_id": .string("train-20260728T101500Z-4f9c1d0e7a62b85391d04c6e7f80a\(number)"),
      "name": .string("baseline \(number)"), "process_status": "completed", "end_reason": "exited",
      "verified": true, "created_at": "2026-07-28T10:15:00.125+02:00",
      "ended_at": "2026-07-28T10:15:41.250+02:00", "duration_s": 41.125, "exit_code": 0,
      "metrics": ["loss": 0.3125, "val_accuracy": 0.9375],
    ]
  }
  return ["processes": .array(records), "counts": ["completed": 20, "running": 0], "total": 20]
}

func writeAll(_ bytes: [UInt8]) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    guard written > 0 else { exit(1) }
    rest = rest.dropFirst(written)
  }
}

var pending: [UInt8] = []
var chunk = [UInt8](repeating: 0, count: 65_536)
while true {
  let count = chunk.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
  guard count > 0 else { break }
  pending += chunk[..<count]
  var start = pending.startIndex
  while let end = pending[start...].firstIndex(of: UInt8(ascii: "\n")) {
    if let request = decodeJSON(pending[start..<end]), let id = request["id"] {
      writeAll(encodeJSON(answer(to: request, id: id)) + [UInt8(ascii: "\n")])
    }
    start = end + 1
  }
  pending.removeSubrange(..<start)
}
