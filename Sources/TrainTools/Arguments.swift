internal import JSON
internal import TrainingModel

/// Arguments that have passed their schema, by name and type.
struct Arguments {
  private let object: JSONObject

  init(_ object: JSONObject) { self.object = object }

  func has(_ name: String) -> Bool { object[name] != nil }
  func string(_ name: String) -> String? { object[name]?.string }
  func bool(_ name: String) -> Bool? { object[name]?.bool }
  func double(_ name: String) -> Double? { object[name]?.double }
  func integer(_ name: String) -> Int? { object[name]?.integer.map(Int.init) }
  func strings(_ name: String) -> [String]? { object[name]?.array.map { $0.compactMap(\.string) } }

  /// What a start says of stalls.
  var onStall: StallResponse { string("on_stall").flatMap(StallResponse.init) ?? .warn }

  /// An object whose members are texts.
  func texts(_ name: String) -> [String: String] {
    let members = object[name]?.object?.members ?? []
    return Dictionary(
      members.compactMap { member in member.value.string.map { (member.name, $0) } },
      uniquingKeysWith: { $1 })
  }
}
