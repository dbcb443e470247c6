/// What stays of a message from one run to the next: numbers, sizes, addresses, times, identifiers and the directories
/// of paths are taken out.
struct MessageShape {
  /// Bytes of a shape: what comes behind says little, and varies.
  private static let maximum = 200
  /// Bytes of a message that are read.
  private static let maximumMessage = 2_000
  /// How many letters and digits an identifier has that somebody drew by lot.
  private static let shortestIdentifier = 8
  /// How often such a one goes from letters to digits or back, which names of layers and models do not.
  private static let fewestTurns = 4
  private static let number = UInt8(ascii: "#")
  private static let units = Set(
    [
      "b", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "tib", "bytes", "ns", "us", "ms", "s", "sec", "min",
      "h",
    ]
    .map { Array($0.utf8) })

  private var shape: [UInt8] = []

  /// The shape of a message.
  static func of(_ message: String) -> String {
    var shape = MessageShape()
    for word in Array(message.utf8.prefix(maximumMessage)).split(whereSeparator: { $0 <= 0x20 }) {
      // A size may be in one word or in two.
      let letters = word.prefix(while: isAlphanumeric)
      if shape.shape.last == number, word.count - letters.count < 2, units.contains(letters.map(lower)) {
        continue
      }
      if !shape.shape.isEmpty { shape.shape.append(0x20) }
      for part in parts(of: word) { shape.add(part) }
      if shape.shape.count > maximum { break }
    }
    return String(decoding: shape.shape.prefix(maximum), as: UTF8.self)
  }

  /// A word at its quotes, brackets and separators, which are parts of their own.
  private static func parts(of word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = word.startIndex
    for index in word.indices where "'\"`()[]{}<>=,;|".utf8.contains(word[index]) {
      if start < index { parts.append(word[start..<index]) }
      parts.append(word[index...index])
      start = index + 1
    }
    if start < word.endIndex { parts.append(word[start...]) }
    return parts
  }

  /// Adds a name, or of a path its last component.
  private mutating func add(_ part: ArraySlice<UInt8>) {
    var name = part
    let isAddress = ByteSearch.find(Array("://".utf8), in: Array(part)) != nil
    if !isAddress, part.count > 1 {
      let path = part.last.map(Self.isSlash) ?? false ? part.dropLast() : part
      name = path.lastIndex(where: Self.isSlash).map { path[($0 + 1)...] } ?? path
    }
    addName(name)
  }

  private mutating func addName(_ name: ArraySlice<UInt8>) {
    var index = name.startIndex
    while index < name.endIndex {
      let rest = name[index...]
      let isStart = index == name.startIndex || !Self.isAlphanumeric(name[index - 1])
      if isStart, let length = Self.identifier(rest) {
        shape.append(Self.number)
        index += length
      } else if Self.isDigit(name[index]) {
        index += Self.numberLength(rest)
        index += Self.unitLength(name[index...])
        shape.append(Self.number)
      } else if isStart, name[index] == 0x2D || name[index] == 0x2B, index + 1 < name.endIndex,
        Self.isDigit(name[index + 1])
      {
        // A sign; between words it is a hyphen.
        index += 1
      } else {
        shape.append(name[index])
        index += 1
      }
    }
  }

  // MARK: What varies

  /// Bytes of a number: `12`, `0.5`, `1e-05`, `10:02:33`.
  private static func numberLength(_ bytes: ArraySlice<UInt8>) -> Int {
    var index = bytes.startIndex
    func isDigit(at index: Int) -> Bool { index < bytes.endIndex && Self.isDigit(bytes[index]) }
    while index < bytes.endIndex {
      if isDigit(at: index) || (bytes[index] == 0x2E || bytes[index] == 0x3A) && isDigit(at: index + 1) {
        index += 1
      } else if lower(bytes[index]) == UInt8(ascii: "e"), index + 1 < bytes.endIndex,
        isDigit(at: index + 1)
          || (bytes[index + 1] == 0x2D || bytes[index + 1] == 0x2B) && isDigit(at: index + 2)
      {
        index += 2
      } else {
        break
      }
    }
    return index - bytes.startIndex
  }

  /// Bytes of a unit right behind a number.
  private static func unitLength(_ bytes: ArraySlice<UInt8>) -> Int {
    let letters = bytes.prefix(while: isAlphanumeric)
    return units.contains(letters.map(lower)) ? letters.count : 0
  }

  /// Bytes of something that somebody drew by lot, or of an address; nil where there is none.
  private static func identifier(_ bytes: ArraySlice<UInt8>) -> Int? {
    if isUUID(bytes) { return 36 }
    if let length = temporaryName(bytes) { return length }
    let run = bytes.prefix(while: isAlphanumeric)
    if run.count > 2, run.starts(with: "0x".utf8), run.dropFirst(2).allSatisfy(isHex) { return run.count }
    guard run.count >= shortestIdentifier else { return nil }
    let digits = run.count(where: isDigit)
    if digits > 0, digits < run.count, run.allSatisfy(isHex) { return run.count }
    let turns = zip(run, run.dropFirst()).count { isDigit($0) != isDigit($1) }
    return turns >= fewestTurns ? run.count : nil
  }

  private static func isUUID(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = bytes.prefix(36)
    guard text.count == 36 else { return false }
    return text.enumerated().allSatisfy { index, byte in
      [8, 13, 18, 23].contains(index) ? byte == 0x2D : isHex(byte)
    }
  }

  /// Bytes of a name that Python's `tempfile` makes: `tmp` and eight of 37 characters.
  private static func temporaryName(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.starts(with: "tmp".utf8) else { return nil }
    let drawn = bytes.dropFirst(3).prefix { isDigit($0) || $0 &- 0x61 < 26 || $0 == 0x5F }
    return drawn.count == 8 ? 11 : nil
  }

  private static func isSlash(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x5C }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || lower(byte) &- 0x61 < 6 }
  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || lower(byte) &- 0x61 < 26 }
  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
