import JSON

typealias JSONTree = JSONValue

func decodeJSON(_ line: ArraySlice<UInt8>) -> JSONTree? { try? JSONParser.parse(line) }

func encodeJSON(_ tree: JSONTree) -> [UInt8] { JSONWriter.bytes(tree) }
