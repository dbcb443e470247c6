import JSON
import Testing

/// What holds for every value and every input.
@Suite struct JSONPropertyTests {
  @Test(arguments: UInt64(1)...8)
  func whatIsWrittenIsReadBack(seed: UInt64) throws {
    var random = RandomJSON(seed: seed)
    for _ in 0..<500 {
      let value = random.value()
      let bytes = JSONWriter.bytes(value)
      #expect(bytes.allSatisfy { $0 >= 0x20 })
      let read = try JSONParser.parse(bytes)
      #expect(read == value)
      #expect(JSONWriter.bytes(read) == bytes)
    }
  }

  @Test(arguments: UInt64(11)...18)
  func noInputCrashesAndErrorsLieWithin(seed: UInt64) {
    var random = RandomJSON(seed: seed)
    var refused = 0
    for _ in 0..<2_000 {
      let bytes = random.mutated(JSONWriter.bytes(random.value(depth: 3)))
      do throws(JSONSyntaxError) {
        let value = try JSONParser.parse(bytes)
        #expect((try? JSONParser.parse(JSONWriter.bytes(value))) == value)  // an error is not equal
      } catch {
        refused += 1
        #expect(0...bytes.count ~= error.offset)
      }
    }
    // Both kinds must have been met, or the test shows nothing.
    #expect(100..<1_990 ~= refused)
  }

  @Test func noiseNeverCrashes() {
    var random = RandomJSON(seed: 5)
    for length in 0..<300 {
      let noise = (0..<length).map { _ in UInt8(random.number(below: 256)) }
      #expect(length == 1 || (try? JSONParser.parse(noise)) == nil)  // one digit is a document
    }
  }
}
