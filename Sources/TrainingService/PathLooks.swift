/// Looks at directories that are under way for suggestions; the registry's alone.
struct PathLooks {
  /// Looks at a time; while so many hang at a file server, nothing is suggested.
  static let slots = 4
  /// Seconds after which nobody waits for one any more: what is typed has changed by then.
  static let patience = 2.0

  private var waiting: [Int: CheckedContinuation<PathSuggestions, Never>] = [:]
  private var threads = 0
  private var lastNumber = 0

  var isFull: Bool { threads >= Self.slots }

  mutating func begin(_ continuation: CheckedContinuation<PathSuggestions, Never>) -> Int {
    lastNumber += 1
    threads += 1
    waiting[lastNumber] = continuation
    return lastNumber
  }

  /// A look has come back, also one that nobody waits for.
  mutating func end(_ number: Int, _ found: PathSuggestions) {
    threads -= 1
    waiting.removeValue(forKey: number)?.resume(returning: found)
  }

  /// Whoever still waits for a look is answered; its thread may come back one day.
  mutating func giveUp(_ number: Int) { waiting.removeValue(forKey: number)?.resume(returning: .unknown) }
}
