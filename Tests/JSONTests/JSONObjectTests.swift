import JSON
import Testing

/// Members in order, found by name; and what values say of themselves.
@Suite struct JSONObjectTests {
  @Test func membersKeepTheirOrder() {
    var object: JSONObject = ["z": 1, "a": 2]
    object["m"] = 3
    object["a"] = 4
    object.append("k", ifKnown: nil)
    object.append("q", ifKnown: 5)
    #expect(object.names == ["z", "a", "m", "q"])
    #expect(JSONWriter.text(.object(object)) == #"{"z":1,"a":4,"m":3,"q":5}"#)
  }

  @Test func settingNilRemovesEveryMemberOfTheName() throws {
    var object = try #require(try JSONParser.parse(#"{"a":1,"b":2,"a":3}"#).object)
    object["a"] = nil
    #expect(object.names == ["b"])
    #expect(object["a"] == nil)
    object["b"] = nil
    #expect(object.isEmpty)
  }

  @Test func settingADoubledNameChangesTheOneThatCounts() throws {
    var object = try #require(try JSONParser.parse(#"{"a":1,"a":2}"#).object)
    object["a"] = 9
    #expect(object["a"] == 9)
  }

  @Test func equalityDoesNotLookAtTheOrder() throws {
    let one: JSONObject = ["a": 1, "b": [2]]
    let other: JSONObject = ["b": [2], "a": 1]
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    #expect(one != ["a": 1])
    #expect(one != ["a": 1, "b": [3]])
    #expect(JSONValue.object(one) != .object(["a": 1, "b": [2], "c": .null]))
  }

  @Test func aNullMemberIsThere() throws {
    let object = try #require(try JSONParser.parse(#"{"a":null}"#).object)
    #expect(object["a"] == .null)
    #expect(object["b"] == nil)
  }

  @Test(
    arguments: [
      (.null, "null"), (true, "boolean"), (1, "integer"), (1.5, "number"), ("", "string"), ([], "array"),
      ([:], "object"),
    ] as [(JSONValue, String)])
  func typesHaveTheNamesOfJSONSchema(value: JSONValue, name: String) {
    #expect(value.typeName == name)
  }

  @Test func valuesAreReadByTheirTypeAlone() {
    let values: [JSONValue] = [.null, true, 1, 1.5, "x", [1], ["a": 1]]
    #expect(values.map { $0.bool != nil } == [false, true, false, false, false, false, false])
    #expect(values.map { $0.integer != nil } == [false, false, true, false, false, false, false])
    #expect(values.map { $0.double != nil } == [false, false, true, true, false, false, false])
    #expect(values.map { $0.string != nil } == [false, false, false, false, true, false, false])
    #expect(values.map { $0.array != nil } == [false, false, false, false, false, true, false])
    #expect(values.map { $0.object != nil } == [false, false, false, false, false, false, true])
    #expect(values.map { $0["a"] != nil } == [false, false, false, false, false, false, true])
  }

  @Test func whatIsWrittenIsOneLine() {
    let value: JSONValue = ["a\nb": ["\r\n", "\u{0}"], "c": [:], "d": [[], .null, true, false, -5]]
    let bytes = JSONWriter.bytes(value)
    #expect(bytes.allSatisfy { $0 >= 0x20 })
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"a\nb":["\r\n","\u0000"],"c":{},"d":[[],null,true,false,-5]}"#)
  }
}
