internal import JSON
internal import JSONRPC

/// Which of several things a call is for, and with what arguments: `tools/call` and `prompts/get` have one form.
struct NamedCall {
  /// Characters of an unknown name that are said back.
  private static let longestEcho = 100

  /// Its place among those that there are.
  let index: Int
  /// Empty where none are given.
  let arguments: JSONObject

  /// - Parameters:
  ///   - kind: what it is for, in a word.
  ///   - names: of those that there are.
  init(_ params: JSONObject, of method: String, kind: String, names: [String]) throws(RPCError) {
    guard let name = params["name"]?.string else {
      throw .invalidParams("\(method) needs a name, a string.")
    }
    guard let index = names.firstIndex(of: name) else {
      let known = names.joined(separator: ", ")
      throw .invalidParams("There is no \(kind) '\(name.prefix(Self.longestEcho))'; there are: \(known).")
    }
    self.index = index
    switch params["arguments"] {
    case nil, .null: arguments = [:]
    case .object(let object): arguments = object
    default: throw .invalidParams("The arguments of \(method) must be an object.")
    }
  }
}
