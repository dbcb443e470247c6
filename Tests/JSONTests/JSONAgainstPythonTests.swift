import JSON
import Platform
import TestSupport
import Testing

/// Python's json module as an independent reader: it must take and refuse the same documents, and see the same
/// values in them.
@Suite struct JSONAgainstPythonTests {
  /// Reads one document a line, in hexadecimal; prints its value as ASCII JSON, or `!` for what is none.
  private static let reader = """
    import json, sys
    def refuse(word): raise ValueError(word)
    for line in sys.stdin:
        try:
            value = json.loads(bytes.fromhex(line).decode(), parse_constant=refuse)
        except ValueError:
            print("!")
        else:
            print(json.dumps(value, separators=(",", ":")).replace("Infinity", "1e999"))
    """

  private func verdicts(on documents: [[UInt8]]) async throws -> [String] {
    let lines = documents.map { bytes in
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\n"
    }
    let output = try await Program.python(["-c", Self.reader], input: Array(lines.joined().utf8))
    #expect(output.termination == .exited(code: 0), "\(output.errorText)")
    return output.text.split(separator: "\n").map(String.init)
  }

  /// Whether two values are the same to a reader that has doubles for numbers that are not whole.
  private func agree(_ ours: JSONValue, _ theirs: JSONValue) -> Bool {
    switch (ours, theirs) {
    case (.array(let ours), .array(let theirs)):
      return ours.count == theirs.count && zip(ours, theirs).allSatisfy(agree)
    case (.object(let ours), .object(let theirs)):
      return Set(ours.names) == Set(theirs.names)
        && Set(ours.names).allSatisfy { name in
          guard let our = ours[name], let their = theirs[name] else { return false }
          return agree(our, their)
        }
    case (.decimal, .decimal), (.decimal, .integer), (.integer, .decimal): return ours.double == theirs.double
    default: return ours == theirs
    }
  }

  private func compare(_ documents: [[UInt8]]) async throws -> (taken: Int, refused: Int) {
    let verdicts = try await verdicts(on: documents)
    try #require(verdicts.count == documents.count)
    var taken = 0
    for (document, verdict) in zip(documents, verdicts) {
      let text = String(decoding: document, as: UTF8.self)
      do throws(JSONSyntaxError) {
        let ours = try JSONParser.parse(document)
        taken += 1
        guard verdict != "!" else {
          Issue.record("only Python refuses \(text)")
          continue
        }
        #expect(agree(ours, try JSONParser.parse(verdict)), "\(text)")
      } catch {
        #expect(verdict == "!", "only we refuse \(text): \(error)")
      }
    }
    return (taken, documents.count - taken)
  }

  @Test func whatWeWriteIsReadAlike() async throws {
    var random = RandomJSON(seed: 21)
    let documents = (0..<1_500).map { _ in JSONWriter.bytes(random.value()) }
    #expect(try await compare(documents).refused == 0)
  }

  @Test func brokenDocumentsAreJudgedAlike() async throws {
    var random = RandomJSON(seed: 22)
    let documents = (0..<6_000).map { _ in random.mutated(JSONWriter.bytes(random.value(depth: 2))) }
    let (taken, refused) = try await compare(documents)
    // Both kinds must have been met, or the test shows nothing.
    #expect(taken > 500)
    #expect(refused > 500)
  }
}
