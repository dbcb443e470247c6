/// Whether an occurrence may start, as far as it hangs on what it comes after.
package enum ChainGate: Hashable, Sendable {
  case open
  /// For one occurrence: the next has to wait for another run.
  case openOnce
  /// What comes due waits.
  case closed
  /// What it waits for can never come.
  case never(reason: String)

  /// Whether one may start now.
  var mayStart: Bool {
    switch self {
    case .open, .openOnce: true
    case .closed, .never: false
    }
  }

  /// Why nothing will ever start; nil while it may.
  package var neverReason: String? {
    if case .never(let reason) = self { reason } else { nil }
  }
}
