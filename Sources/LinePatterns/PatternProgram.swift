/// A pattern as a machine of bytes that may be at several places at once (Thompson's construction).
struct PatternProgram: Sendable {
  /// One place of the machine.
  enum Instruction: Sendable {
    /// Goes on to `next` with a byte of the range.
    case byte(ClosedRange<UInt8>, next: Int)
    /// Is at both.
    case fork(Int, Int)
    /// Goes on where this holds.
    case place(PatternNode.Place, next: Int)
    case match
  }

  /// A step costs at most as much as there are instructions.
  private static let maximum = 2_000

  private(set) var instructions: [Instruction] = []
  /// Where it begins; it begins anew before every byte.
  private(set) var start = 0
  /// Parts that were looked at: a part that is empty can be asked for many times and makes no instruction.
  private var work = 0

  init(_ tree: PatternNode) throws(LinePatternError) {
    let match = try emit(.match)
    let begin = try add(tree, before: match)
    start = try emit(.fork(begin, 0))
    let any = try emit(.byte(0...255, next: start))
    instructions[start] = .fork(begin, any)
  }

  private mutating func emit(_ instruction: Instruction) throws(LinePatternError) -> Int {
    guard instructions.count < Self.maximum else { throw Self.tooLarge }
    instructions.append(instruction)
    return instructions.count - 1
  }

  private static var tooLarge: LinePatternError {
    LinePatternError(offset: 0, problem: "the pattern is too large: ask for less by number, such as {1,20}")
  }

  /// Where a part begins that goes on to `next`.
  private mutating func add(_ node: PatternNode, before next: Int) throws(LinePatternError) -> Int {
    work += 1
    guard work <= 20 * Self.maximum else { throw Self.tooLarge }
    switch node {
    case .empty: return next
    case .place(let place): return try emit(.place(place, next: next))
    case .sequence(let parts):
      var begin = next
      for part in parts.reversed() { begin = try add(part, before: begin) }
      return begin
    case .alternatives(let branches):
      var begins: [Int] = []
      for branch in branches { begins.append(try add(branch, before: next)) }
      return try fork(begins)
    case .set(let set):
      var begins: [Int] = []
      for sequence in UTF8Ranges.sequences(of: set) {
        var begin = next
        for range in sequence.reversed() { begin = try emit(.byte(range, next: begin)) }
        begins.append(begin)
      }
      return try fork(begins)
    case .repeated(let part, let least, let most):
      return try add(part, least, most, before: next)
    }
  }

  private mutating func add(
    _ part: PatternNode, _ least: Int, _ most: Int?, before next: Int
  ) throws(LinePatternError) -> Int {
    var begin = next
    if let most {
      for _ in least..<max(least, most) { begin = try emit(.fork(try add(part, before: begin), next)) }
    } else {
      let again = try emit(.fork(next, next))
      instructions[again] = .fork(try add(part, before: again), next)
      begin = again
    }
    for _ in 0..<least { begin = try add(part, before: begin) }
    return begin
  }

  /// Where all of `begins` are reached; of none nothing is matched.
  private mutating func fork(_ begins: [Int]) throws(LinePatternError) -> Int {
    guard var begin = begins.last else {
      // An empty set, such as `[^\s\S]`: no byte of UTF-8 is 0xFF.
      return try emit(.byte(255...255, next: 0))
    }
    for other in begins.dropLast().reversed() { begin = try emit(.fork(other, begin)) }
    return begin
  }
}
