/// The words that the name of a metric is made of.
enum MetricWords {
  /// The words in small letters: `val_loss` has `val` and `loss`, `valLoss` too, `ep_rew_mean` three.
  static func of(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previousIsSmall = false
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    for byte in name.utf8 {
      let isCapital = (0x41...0x5A).contains(byte)
      if !isLetterOrDigit(byte) || isCapital && previousIsSmall {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetterOrDigit(byte) { word.append(isCapital ? byte | 0x20 : byte) }
      previousIsSmall = (0x61...0x7A).contains(byte)
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
