import JSON
import TestSupport

/// Values and broken documents from a seed, for tests that hold for every input.
struct RandomJSON {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  /// Any value, at most `depth` levels deep.
  mutating func value(depth: Int = 5) -> JSONValue {
    switch number(below: depth > 0 ? 9 : 7) {
    case 0: .null
    case 1: .bool(Bool.random(using: &generator))
    case 2: .integer(Int64(number(below: 2_000)) - 1_000)
    case 3: .integer(Int64.random(in: .min ... .max, using: &generator))
    case 4: decimal()
    case 5, 6: .string(text())
    case 7: .array((0..<number(below: 5)).map { _ in value(depth: depth - 1) })
    default:
      .object(JSONObject((0..<number(below: 5)).map { ("\($0)" + text(), value(depth: depth - 1)) }))
    }
  }

  private mutating func decimal() -> JSONValue {
    let double = Double(bitPattern: generator.next())
    return JSONDecimal(double).map(JSONValue.decimal) ?? .null
  }

  private mutating func text() -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0...0x1F, 0x80...0x2FF, 0x2028...0x2029, 0x1F600...0x1F64F, 0xFFF0...0xFFFF, 0x22...0x22,
      0x5C...0x5C, 0x20...0x7E,
    ]
    let scalars = (0..<number(below: 12)).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: ranges[number(below: ranges.count)], using: &generator))
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// `bytes` with one to three bytes changed, left out, doubled or put in.
  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    let interesting = Array("{}[]\",:\\u0123456789eE+-. truefalsn/\t\n\0".utf8) + [0x80, 0xC3, 0xED, 0xFF]
    var bytes = bytes
    for _ in 0...number(below: 3) where !bytes.isEmpty {
      let index = number(below: bytes.count)
      let byte = interesting[number(below: interesting.count)]
      switch number(below: 5) {
      case 0: bytes[index] = UInt8(number(below: 256))
      case 1: bytes[index] = byte
      case 2: bytes.remove(at: index)
      case 3: bytes.insert(byte, at: index)
      default: bytes.insert(bytes[index], at: index)
      }
    }
    return bytes
  }
}
