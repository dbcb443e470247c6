/// Reads a pattern: literals, `.`, `[…]`, groups, `|`, `* + ? {m,n}`, `^ $ \b \B`, `\d \w \s` and their opposites.
struct PatternParser {
  /// How often a part may be asked for by number.
  private static let mostTimes = 1_000
  /// How deep groups may lie in one another.
  private static let deepest = 50

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  private var ignoresCase = false

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The tree of a pattern.
  static func tree(of text: String) throws(LinePatternError) -> PatternNode {
    var parser = PatternParser(text)
    if parser.take("(?i)") { parser.ignoresCase = true }
    let node = try parser.alternatives()
    guard parser.index == parser.scalars.count else {
      throw parser.error("a ) that closes nothing: write \\) for the character")
    }
    return node
  }

  // MARK: Pieces

  private mutating func alternatives() throws(LinePatternError) -> PatternNode {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(LinePatternError) -> PatternNode {
    var parts: [PatternNode] = []
    while let next = peek, next != "|", next != ")" {
      let start = index
      let atom = try atom()
      parts.append(try repeated(atom, from: start))
    }
    return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repeated(_ node: PatternNode, from start: Int) throws(LinePatternError) -> PatternNode
  {
    var node = node
    var isRepeated = false
    while let (least, most) = try quantifier() {
      if isRepeated { throw error("repeated twice: put the first repetition into a group", at: index - 1) }
      isRepeated = true
      node = .repeated(node, least: least, most: most)
      // Whether as few or as many as possible makes no difference to whether there is a match.
      _ = take("?")
    }
    return node
  }

  private mutating func quantifier() throws(LinePatternError) -> (least: Int, most: Int?)? {
    switch peek {
    case "*":
      index += 1
      return (0, nil)
    case "+":
      index += 1
      return (1, nil)
    case "?":
      index += 1
      return (0, 1)
    case "{": return try counted()
    default: return nil
    }
  }

  /// `{m}`, `{m,}` or `{m,n}`; a brace that begins none of them is a character.
  private mutating func counted() throws(LinePatternError) -> (least: Int, most: Int?)? {
    let start = index
    index += 1
    guard let least = number() else {
      index = start
      return nil
    }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}") else {
      index = start
      return nil
    }
    guard least <= Self.mostTimes, most ?? 0 <= Self.mostTimes else {
      throw error("at most \(Self.mostTimes) times can be asked for", at: start)
    }
    if let most, most < least {
      throw error("{\(least),\(most)} asks for more at least than at most", at: start)
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    let digits = scalars[index...].prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty else { return nil }
    index += digits.count
    return digits.count > 6 ? .max : digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  private mutating func atom() throws(LinePatternError) -> PatternNode {
    let start = index
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case ".": return .set(.anyButLineFeed)
    case "^": return .place(.start)
    case "$": return .place(.end)
    case "(": return try group(from: start)
    case "[":
      var parser = PatternClassParser(scalars, at: index, ignoresCase: ignoresCase)
      let set = try parser.set(from: start)
      index = parser.index
      return .set(set)
    case "\\": return try escape(from: start)
    case "*", "+", "?":
      throw error("nothing stands before this \(scalar): write \\\(scalar) for the character", at: start)
    default: return literal(scalar)
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> PatternNode {
    let set = ScalarSet(scalar)
    return .set(ignoresCase ? set.ignoringCase : set)
  }

  private mutating func group(from start: Int) throws(LinePatternError) -> PatternNode {
    if take("?"), !take(":") {
      throw error(
        "only (?:…), and (?i) at the very start, are known of the groups that begin with (?", at: start)
    }
    depth += 1
    guard depth <= Self.deepest else {
      throw error("more than \(Self.deepest) groups in one another", at: start)
    }
    let node = try alternatives()
    guard take(")") else { throw error("this ( is never closed: write \\( for the character", at: start) }
    depth -= 1
    return node
  }

  private mutating func escape(from start: Int) throws(LinePatternError) -> PatternNode {
    switch peek {
    case "b":
      index += 1
      return .place(.wordBoundary)
    case "B":
      index += 1
      return .place(.noWordBoundary)
    default: break
    }
    let found = try PatternEscape.read(scalars, at: index, from: start)
    index = found.end
    switch found.meaning {
    case .set(let set): return .set(set)
    case .scalar(let scalar): return literal(scalar)
    }
  }

  // MARK: Characters

  private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[index...].starts(with: wanted) else { return false }
    index += wanted.count
    return true
  }

  private func error(_ problem: String, at offset: Int? = nil) -> LinePatternError {
    LinePatternError(offset: offset ?? index, problem: problem)
  }
}
