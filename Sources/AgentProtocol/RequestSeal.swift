internal import Digests
internal import JSON
internal import Synchronization

/// Makes the `requestState` that a stateless client carries from a question to its answer, and knows it again.
///
/// A state is no secret and holds nothing but its end and a random name. What it is good for (the tool, its arguments,
/// the question) goes into its code, so that it is worth nothing with any other call, and only who has the key makes it.
package final class RequestSeal: Sendable {
  /// Seconds for which a state is good.
  package static let lifetime: Int64 = 600

  /// What a state is bound to.
  struct Binding {
    let tool: String
    let arguments: JSONObject
    let question: String

    /// The same for the same call, however a client writes it.
    func bytes(_ expiry: Int64, _ name: String) -> [UInt8] {
      let digest = SHA256.digest(of: JSONWriter.bytes(JSONValue.object(arguments).canonical))
      return JSONWriter.bytes([
        "tools/call", .string(tool), .string(Hexadecimal.text(digest)), .string(question), .integer(expiry),
        .string(name),
      ])
    }
  }

  /// Why a state is not accepted.
  enum Refusal: Error {
    /// It was changed, or belongs to another call.
    case foreign
    case expired
    case used
  }

  private let key: @Sendable () -> [UInt8]?
  private let now: @Sendable () -> Int64
  /// The states that were answered with yes, until they expire: by name.
  private let used = Mutex<[String: Int64]>([:])

  /// - Parameters:
  ///   - key: the key that all servers share who are to know each other's states; nil while there is none to be had.
  ///   - now: seconds since 1970.
  package init(key: @escaping @Sendable () -> [UInt8]?, now: @escaping @Sendable () -> Int64) {
    self.key = key
    self.now = now
  }

  /// A new state; nil when there is no key.
  func state(for binding: Binding) -> String? {
    guard let key = key() else { return nil }
    var generator = SystemRandomNumberGenerator()
    let name = Hexadecimal.text((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    let expiry = now() + Self.lifetime
    let code = HMAC.code(for: binding.bytes(expiry, name), key: key)
    return "\(expiry).\(name).\(Hexadecimal.text(code))"
  }

  /// Checks a state that a client has sent.
  ///
  /// - Parameter isSpent: whether it is good for nothing more from now on, in this process; what it allowed must not be
  ///   harmful when it is done twice.
  func check(_ state: String, for binding: Binding, isSpent: Bool) throws(Refusal) {
    let parts = state.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let expiry = Int64(parts[0]), let key = key() else { throw .foreign }
    let code = Hexadecimal.text(HMAC.code(for: binding.bytes(expiry, parts[1]), key: key))
    guard HMAC.isSame(Array(code.utf8), Array(parts[2].utf8)) else { throw .foreign }
    let now = now()
    guard expiry > now else { throw .expired }
    let isNew = used.withLock { used in
      used = used.filter { $0.value > now }
      guard used[parts[1]] == nil else { return false }
      if isSpent { used[parts[1]] = expiry }
      return true
    }
    if !isNew { throw .used }
  }
}

extension JSONValue {
  /// The same value as everybody writes it: members by name, numbers in their shortest form.
  fileprivate var canonical: JSONValue {
    switch self {
    case .null, .bool, .integer, .string: self
    case .decimal(let decimal): .number(decimal.doubleValue)
    case .array(let elements): .array(elements.map(\.canonical))
    case .object(let object):
      .object(
        JSONObject(
          Set(object.names).sorted().compactMap { name in object[name].map { (name, $0.canonical) } }))
    }
  }
}
