/// What is to happen to certain system calls of the program under test; one line of `FAULT_RULES`, whose form
/// `Sources/CFaultInjection/include/CFaultInjection.h` tells.
package struct FaultRule: Hashable, Sendable {
  /// Whose calls.
  package enum Role: String, Sendable {
    case serve, supervise, any
  }

  /// A family of calls.
  package enum Call: String, CaseIterable, Sendable {
    case open, write, fsync, rename, mkdir, mkfifo, pipe, flock, truncate, unlink, link, fork
    /// Every one that changes files.
    case change
  }

  /// What becomes of a call that is hit.
  package enum Effect: Hashable, Sendable {
    case failure(ErrorNumber)
    /// Half of the bytes of a write are written.
    case shortWrite
    case killBefore, killAfter
    case delay(milliseconds: Int)
  }

  package var role: Role
  package var calls: [Call]
  /// Absolute; `*` stands for anything but a slash; nil hits every path, and calls that have none.
  package var path: String?
  /// Matching calls that are let through first.
  package var skip: Int
  /// Matching calls that are hit; nil hits all.
  package var count: Int?
  package var effect: Effect

  package init(
    _ effect: Effect, _ calls: [Call], role: Role, path: String? = nil, skip: Int = 0, count: Int? = nil
  ) {
    self.effect = effect
    self.calls = calls
    self.role = role
    self.path = path
    self.skip = skip
    self.count = count
  }

  /// The rule as the library reads it.
  package var line: String {
    var fields = ["role=\(role.rawValue)", "call=" + calls.map(\.rawValue).joined(separator: ",")]
    if let path { fields.append("path=\(path)") }
    if skip > 0 { fields.append("skip=\(skip)") }
    if let count { fields.append("count=\(count)") }
    switch effect {
    case .failure(let number): fields.append("action=fail error=\(number.rawValue)")
    case .shortWrite: fields.append("action=short")
    case .killBefore: fields.append("action=kill-before")
    case .killAfter: fields.append("action=kill-after")
    case .delay(let milliseconds): fields.append("action=delay ms=\(milliseconds)")
    }
    return fields.joined(separator: " ")
  }
}
