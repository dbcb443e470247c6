/// Looks for a pattern in many lines, and remembers what it learned of it: a deterministic machine that is made as it is
/// needed.
///
/// A step takes a look into a table, or as long as the pattern is large where it is new; what is remembered is bounded.
package struct LineMatcher {
  /// What stands before or behind a place.
  private enum Neighbor: Int {
    case none, word, other
  }

  /// Where the pattern is at once, and what stands before that place.
  private struct State: Hashable {
    let places: [Int]
    let before: Neighbor
  }

  private static let maximumStates = 1_000
  private static let unknown: Int32 = -1
  private static let matched: Int32 = -2
  private static let failed: Int32 = -3

  private let program: PatternProgram
  /// Bytes that no part of the pattern tells apart have one class.
  private let classes: [UInt8]
  /// A byte of each class.
  private let samples: [UInt8]
  private var states: [State] = []
  private var numbers: [State: Int32] = [:]
  /// By state and class, and behind the classes the end of the line.
  private var steps: [Int32] = []
  /// The round in which a place was looked at last.
  private var rounds: [Int]
  private var round = 0

  package init(_ pattern: LinePattern) {
    program = pattern.program
    rounds = [Int](repeating: 0, count: program.instructions.count)
    (classes, samples) = Self.classes(of: program)
  }

  /// Whether the pattern occurs in the line.
  package mutating func isFound(in line: String) -> Bool {
    var line = line
    return line.withUTF8 { isFound(in: $0) }
  }

  private mutating func isFound(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let width = samples.count + 1
    var state = number(of: State(places: [program.start], before: .none))
    for byte in bytes {
      let index = Int(classes[Int(byte)])
      var next = steps[Int(state) * width + index]
      if next == Self.unknown { next = learn(state, index) }
      if next == Self.matched { return true }
      state = next
    }
    var end = steps[Int(state) * width + samples.count]
    if end == Self.unknown { end = learn(state, samples.count) }
    return end == Self.matched
  }

  /// How many states are remembered.
  var rememberedStates: Int { states.count }

  // MARK: Learning

  /// The step from a state with a class, or at the end.
  private mutating func learn(_ number: Int32, _ index: Int) -> Int32 {
    let state = states[Int(number)]
    let byte = index < samples.count ? samples[index] : nil
    let (places, isMatch) = reached(from: state, behind: byte)
    var next = isMatch ? Self.matched : Self.failed
    if !isMatch, let byte {
      var following: Set<Int> = []
      for place in places {
        if case .byte(let range, let next) = program.instructions[place], range.contains(byte) {
          following.insert(next)
        }
      }
      if states.count >= Self.maximumStates {
        forget()
        // The step from a state that is forgotten leads on, but is not remembered.
        return self.number(of: State(places: following.sorted(), before: Self.neighbor(byte)))
      }
      next = self.number(of: State(places: following.sorted(), before: Self.neighbor(byte)))
    }
    steps[Int(number) * (samples.count + 1) + index] = next
    return next
  }

  private mutating func forget() {
    states = []
    numbers = [:]
    steps = []
  }

  private mutating func number(of state: State) -> Int32 {
    if let number = numbers[state] { return number }
    let number = Int32(states.count)
    states.append(state)
    numbers[state] = number
    steps += [Int32](repeating: Self.unknown, count: samples.count + 1)
    return number
  }

  /// All places that are reached without a byte, and whether the pattern is matched there.
  private mutating func reached(from state: State, behind byte: UInt8?) -> (places: [Int], isMatch: Bool) {
    let next = byte.map(Self.neighbor) ?? .none
    // Between the bytes of a character there is no place.
    let isInside = byte.map { $0 & 0xC0 == 0x80 } ?? false
    round += 1
    var places: [Int] = []
    var pending = state.places
    while let place = pending.popLast() {
      guard rounds[place] != round else { continue }
      rounds[place] = round
      switch program.instructions[place] {
      case .byte: places.append(place)
      case .fork(let one, let other): pending += [one, other]
      case .place(let kind, let behind):
        if !isInside, Self.holds(kind, state.before, next) { pending.append(behind) }
      case .match: return (places, true)
      }
    }
    return (places, false)
  }

  private static func holds(_ place: PatternNode.Place, _ before: Neighbor, _ next: Neighbor) -> Bool {
    let isBoundary = (before == .word) != (next == .word)
    return switch place {
    case .start: before == .none
    case .end: next == .none
    case .wordBoundary: isBoundary
    case .noWordBoundary: !isBoundary
    }
  }

  // MARK: Bytes

  private static func neighbor(_ byte: UInt8) -> Neighbor {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x5F ? .word : .other
  }

  private static func classes(of program: PatternProgram) -> (classes: [UInt8], samples: [UInt8]) {
    var isStart = [Bool](repeating: false, count: 257)
    var ranges: [ClosedRange<UInt8>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0x80...0xBF]
    for case .byte(let range, _) in program.instructions { ranges.append(range) }
    for range in ranges {
      isStart[Int(range.lowerBound)] = true
      isStart[Int(range.upperBound) + 1] = true
    }
    var classes = [UInt8](repeating: 0, count: 256)
    var samples: [UInt8] = [0]
    for byte in 1..<256 {
      if isStart[byte] { samples.append(UInt8(byte)) }
      classes[byte] = UInt8(samples.count - 1)
    }
    return (classes, samples)
  }
}
