extension LineText {
  /// Bytes in which what loggers print in front of a message must stand.
  private static let reach = 160
  private static let levels = ByteWords([
    "info", "debug", "warning", "warn", "error", "critical", "notice", "trace", "i", "d",
  ])
  /// What may join the parts of a prefix.
  private static let joints: [UInt8] = [
    ASCII.minus, ASCII.pipe, ASCII.colon, ASCII.greater, ASCII.equals, UInt8(ascii: "*"), UInt8(ascii: "#"),
  ]

  /// Where the message begins, behind the time, the level and the names that loggers print first.
  ///
  /// `2024-05-01 10:00:00,123 - app.train - INFO - loss 0.5`, `INFO:root:loss 0.5`, `[10:00:01][INFO] loss 0.5`.
  var messageStart: Int {
    var start = 0
    var index = 0
    var isBehindLevel = false
    for _ in 0..<12 {
      let token = skipBlanks(index)
      guard token < min(bytes.count, Self.reach) else { return start }
      let end = bytes[token...].firstIndex(where: ASCII.isBlank) ?? bytes.count
      if let behind = basicConfig(token, end) { return behind }
      if isLevel(token..<end) {
        start = end
        isBehindLevel = true
      } else if isBehindLevel, token == behindJoints(start), isLogger(token..<end) {
        start = end
      } else if bytes[token] == ASCII.openBracket {
        guard let close = bytes[token...].prefix(80).firstIndex(of: ASCII.closeBracket),
          isOfLogger(token + 1..<close)
        else { return behindJoints(start) }
        index = close + 1
        start = index
        continue
      } else if isTime(token..<end) || isPlace(token..<end) || isJoint(token..<end) {
        if start == index || index == 0 || token == skipBlanks(start) { start = end }
      } else if !hasLevel(behind: end) {
        return behindJoints(start)
      }
      index = end
    }
    return behindJoints(start)
  }

  /// What of the message stands before `end`.
  func message(before end: Int) -> Range<Int> { min(messageStart, end)..<end }

  /// Python's own format: `INFO:root:` with the message glued to it.
  private func basicConfig(_ token: Int, _ end: Int) -> Int? {
    guard let colon = bytes[token..<end].firstIndex(of: ASCII.colon), colon > token,
      bytes[token..<colon].allSatisfy({ ASCII.isLetter($0) && ASCII.lower($0) != $0 }),
      Self.levels.contains(bytes[token..<colon]),
      let second = bytes[(colon + 1)..<min(bytes.count, token + 96)].firstIndex(of: ASCII.colon),
      second > colon + 1, !bytes[(colon + 1)..<second].contains(where: ASCII.isBlank)
    else { return nil }
    return second + 1
  }

  private func isLevel(_ range: Range<Int>) -> Bool {
    var range = range
    while let last = range.last, Self.isFrame(bytes[last]) { range = range.dropLast() }
    while let first = range.first, Self.isFrame(bytes[first]) { range = range.dropFirst() }
    guard let first = range.first, ASCII.lower(bytes[first]) != bytes[first] else { return false }
    return Self.levels.contains(bytes[range])
  }

  private static func isFrame(_ byte: UInt8) -> Bool {
    [
      ASCII.openBracket, ASCII.closeBracket, ASCII.colon, ASCII.pipe, ASCII.openParenthesis,
      ASCII.closeParenthesis,
    ]
    .contains(byte)
  }

  /// The name of a logger behind the level, which a joint parts from the message: `INFO - train - Epoch 3`.
  private func isLogger(_ range: Range<Int>) -> Bool {
    guard !bytes[range].contains(where: { ASCII.isDigit($0) || $0 == ASCII.equals }) else { return false }
    let joint = skipBlanks(range.upperBound)
    guard joint > range.upperBound, joint < bytes.count else { return false }
    let end = bytes[joint...].firstIndex(where: ASCII.isBlank) ?? bytes.count
    let next = skipBlanks(end)
    return isJoint(joint..<end) && next < bytes.count && !ASCII.isDigit(bytes[next])
      && bytes[next] != ASCII.minus
  }

  private func hasLevel(behind index: Int) -> Bool {
    var index = index
    for _ in 0..<4 {
      let token = skipBlanks(index)
      guard token < min(bytes.count, Self.reach) else { return false }
      let end = bytes[token...].firstIndex(where: ASCII.isBlank) ?? bytes.count
      if isLevel(token..<end) { return true }
      index = end
    }
    return false
  }

  /// A date or a time of day: digits with at least two marks between them, `3/10` is a count.
  private func isTime(_ range: Range<Int>) -> Bool {
    guard range.count >= 5, ASCII.isDigit(bytes[range.lowerBound]) else { return false }
    var marks = 0
    for byte in bytes[range] {
      switch byte {
      case ASCII.colon, ASCII.minus, ASCII.slash: marks += 1
      case ASCII.period, ASCII.comma, ASCII.plus, UInt8(ascii: "T"), UInt8(ascii: "Z"): break
      default: guard ASCII.isDigit(byte) else { return false }
      }
    }
    return marks >= 2
  }

  /// `trainer.py:93`, `__main__:train:35`.
  private func isPlace(_ range: Range<Int>) -> Bool {
    lower.firstIndex(of: ".py", in: range) != nil || lower.hasWord("__main__", at: range.lowerBound)
  }

  /// Whether brackets hold a time, a level, a module or a word, and no count.
  private func isOfLogger(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, !bytes[range].contains(ASCII.equals) else { return false }
    if isLevel(range) || isPlace(range) { return true }
    let digits = bytes[range].contains(where: ASCII.isDigit)
    return !digits || bytes[range].count { $0 == ASCII.colon } >= 2
  }

  private func isJoint(_ byte: UInt8) -> Bool { Self.joints.contains(byte) }

  /// Whether a word is nothing but marks, or one character that is no letter of ours: `-`, `|`, `—`.
  private func isJoint(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy(isJoint) || range.count <= 4 && bytes[range].allSatisfy { $0 >= 0x80 }
  }

  /// The index behind blanks and the marks that frame a heading.
  func skipJoints(_ index: Int) -> Int { behindJoints(index) }

  private func behindJoints(_ index: Int) -> Int {
    var index = index
    while index < bytes.count {
      if ASCII.isBlank(bytes[index]) || isJoint(bytes[index]) {
        index += 1
      } else if bytes[index] >= 0x80, index == 0 || ASCII.isBlank(bytes[index - 1]),
        let end = bytes[index...].prefix(8).firstIndex(of: ASCII.space), isSign(index..<end)
      {
        index = end
      } else {
        break
      }
    }
    return index
  }

  /// A word without letters of any script that is used for words: a dash, an arrow, a picture.
  private func isSign(_ range: Range<Int>) -> Bool {
    text(range).unicodeScalars.allSatisfy { !$0.properties.isAlphabetic }
  }
}
