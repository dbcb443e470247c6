/// What launchers put in front of every line, to tell which of several processes has printed it.
///
/// `[rank0]:` and `[default0]:` (torchrun), `[1,0]<stdout>:` (mpirun), `(RayTrainWorker pid=12, ip=…)` (Ray),
/// `0: ` (srun --label), `trainer-1  | ` (docker compose).
enum LaunchPrefix {
  private static let longest = 96

  /// How many bytes of a line are such prefixes; launchers may be nested.
  static func length(in bytes: [UInt8]) -> Int {
    var start = 0
    for _ in 0..<3 {
      guard let end = end(bytes, from: start) else { break }
      start = end
    }
    return start
  }

  private static func end(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case ASCII.openBracket: return bracketed(bytes, start)
    case ASCII.openParenthesis: return worker(bytes, start)
    case let byte where ASCII.isDigit(byte): return labeled(bytes, start)
    case let byte where ASCII.isLetter(byte): return composed(bytes, start)
    default: return nil
    }
  }

  /// `[rank0]:`, `[default0]:`, `[1,0]<stdout>:`.
  private static func bracketed(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard let close = bytes[start...].prefix(24).firstIndex(of: ASCII.closeBracket) else { return nil }
    let rest = bytes[(close + 1)...]
    for name in ["<stdout>:", "<stderr>:"] as [StaticString] where bytes.hasWord(name, at: close + 1) {
      return skipBlank(bytes, close + 10)
    }
    var name = start + 1
    while name < close, ASCII.isLetter(bytes[name]) { name += 1 }
    let word = String(decoding: bytes[start + 1..<name], as: UTF8.self).lowercased()
    guard word == "rank" || word == "default" else { return nil }
    if name < close, bytes[name] == ASCII.space { name += 1 }
    guard name < close, bytes[name..<close].allSatisfy(ASCII.isDigit) else { return nil }
    return skipBlank(bytes, rest.first == ASCII.colon ? close + 2 : close + 1)
  }

  /// `(RayTrainWorker pid=1234, ip=10.0.0.1)`.
  private static func worker(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard let close = bytes[start...].prefix(longest).firstIndex(of: ASCII.closeParenthesis),
      bytes.firstIndex(of: " pid=", in: start..<close) != nil
    else { return nil }
    return skipBlank(bytes, close + 1)
  }

  /// `12: `, not `12: 0.5`, which is a step and its loss.
  private static func labeled(_ bytes: [UInt8], _ start: Int) -> Int? {
    var end = start
    while end < bytes.count, end - start < 5, ASCII.isDigit(bytes[end]) { end += 1 }
    guard bytes.hasWord(": ", at: end), end + 2 < bytes.count else { return nil }
    var next = end + 2
    while next < bytes.count, ASCII.isDigit(bytes[next]) { next += 1 }
    if next > end + 2, next < bytes.count, [ASCII.period, ASCII.comma].contains(bytes[next]) { return nil }
    // CatBoost pads with blanks where its tabs were lost: `39:     learn: 0.9479`.
    var word = end + 2
    while word < bytes.count, bytes[word] == ASCII.space { word += 1 }
    if bytes.hasWord("learn:", at: word) || bytes.hasWord("test:", at: word) { return nil }
    return next == bytes.count ? nil : end + 2
  }

  /// `trainer-1  | `: a word that ends in a number, and the bar of a column.
  private static func composed(_ bytes: [UInt8], _ start: Int) -> Int? {
    var end = start
    while end < bytes.count, end - start < 64,
      ASCII.isLetter(bytes[end]) || ASCII.isDigit(bytes[end]) || bytes[end] == ASCII.minus
        || bytes[end] == ASCII.underscore
    {
      end += 1
    }
    guard end - start > 2, ASCII.isDigit(bytes[end - 1]),
      [ASCII.minus, ASCII.underscore].contains(bytes[end - 2])
    else { return nil }
    var bar = end
    while bar < bytes.count, bytes[bar] == ASCII.space { bar += 1 }
    return bar > end && bytes.hasWord("| ", at: bar) ? bar + 2 : nil
  }

  private static func skipBlank(_ bytes: [UInt8], _ index: Int) -> Int {
    index < bytes.count && bytes[index] == ASCII.space ? index + 1 : index
  }
}
