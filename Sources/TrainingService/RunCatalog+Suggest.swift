internal import TrainingModel

/// What may be meant, found in one pass over all runs.
extension RunCatalog {
  /// Runs whose identifier begins with the text or whose name holds it, in any case.
  func suggestions(for text: String, _ order: RunSuggestions.Order, limit: Int) -> RunSuggestions {
    let needle = Needle(text)
    var groups: [[String]] = [[], []]
    var total = 0
    for entry in newestFirst {
      guard let group = order.group(of: entry.status),
        entry.id.rawValue.hasPrefix(text) || entry.name.map(needle.isIn) == true
      else { continue }
      total += 1
      if groups[group].count < limit { groups[group].append(entry.id.rawValue) }
    }
    return RunSuggestions(ids: Array(groups.joined().prefix(limit)), total: total)
  }

  /// The names of runs that hold the text, each once, that of the newest run first.
  func names(like text: String) -> [String] {
    let needle = Needle(text)
    return unique(newestFirst.lazy.compactMap(\.name)).filter(needle.isIn)
  }

  /// The tags of runs as `name=value` that hold the text, each once, those of the newest run first.
  func tags(like text: String) -> [String] {
    let needle = Needle(text)
    let tags = newestFirst.lazy.flatMap { $0.tags.map { "\($0.key)=\($0.value)" }.sorted() }
    return unique(tags.filter(needle.isIn))
  }

  private func unique(_ texts: some Sequence<String>) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// A text to be found in others; of letters only those of ASCII have a case.
  private struct Needle {
    private let bytes: [UInt8]

    init(_ text: String) { bytes = text.utf8.map(Self.lower) }

    func isIn(_ text: String) -> Bool {
      guard let first = bytes.first else { return true }
      var text = text
      return text.withUTF8 { text in
        // No array a run: there may be ten thousand of them at each key that is pressed.
        var start = 0
        while start + bytes.count <= text.count {
          if Self.lower(text[start]) == first {
            var length = 1
            while length < bytes.count, Self.lower(text[start + length]) == bytes[length] { length += 1 }
            if length == bytes.count { return true }
          }
          start += 1
        }
        return false
      }
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }
  }
}

extension RunSuggestions.Order {
  /// In which group a run stands; nil for none.
  fileprivate func group(of status: ProcessStatus) -> Int? {
    switch self {
    case .newest: 0
    case .failedFirst: status == .failed ? 0 : 1
    case .endedOnly: status.isEnded ? (status == .completed ? 0 : 1) : nil
    }
  }
}
