extension LineText {
  /// The time left that a line names in seconds: `eta: 0:05:22`, `ETA=3 days, 2:03:04`, `| ETA 31:06:40`,
  /// `remaining: 00:12:01`, `left time: 165.5s`.
  var timeLeft: Double? {
    for word in ["remaining: ", "left time: ", "time left: "] as [StaticString] {
      if let found = find(word), let time = duration(at: skipBlanks(found + word.utf8CodeUnitCount)) {
        return time.seconds
      }
    }
    var start = 0
    while let word = find("eta", in: start..<bytes.count) {
      start = word + 3
      guard word == 0 || !(ASCII.isLetter(bytes[word - 1]) || bytes[word - 1] == ASCII.underscore),
        start < bytes.count, [ASCII.colon, ASCII.equals, ASCII.space].contains(bytes[start])
      else { continue }
      if let time = duration(at: skipBlanks(start + 1)) { return time.seconds }
    }
    return nil
  }
}
