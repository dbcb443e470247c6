/// Lines that say which file holds the best state of the model.
///
/// `Loading best model from out/checkpoint-500 (score: 0.43).`,
/// `Epoch 3: val_loss improved from 0.60 to 0.51, saving model to best.keras`
struct BestCheckpointRule: LineRule {
  let triggers: [LineTraits] = [[.save], [.metric, .ending]]
  var readsClaimedLines: Bool { true }

  /// Words of a file that is the best one.
  private static let marks: [StaticString] = [
    "best model", "best_model", "best checkpoint", "best_checkpoint", "best ckpt", "best weights",
    "best state", "best so far", "best-so-far", "new best", "best agent", "best policy", "best pipeline",
    "best network",
  ]
  /// Behind one of them stands the file.
  private static let verbs: [StaticString] = [
    "saved", "saving", "save ", "copying", "written", "stored", "exported", "loading", "loaded",
    "stripped from", "validating",
  ]
  private static let denials: [StaticString] = [
    "not improve", "no improvement", "will be", "to be saved", "if ",
  ]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    // An event says itself what it means.
    guard reading.best == nil, line.find("best") != nil || line.find(" improved from ") != nil,
      !Self.denials.contains(where: { line.find($0) != nil })
    else { return }
    reading.best = ofKeras(line) ?? ofLightning(line) ?? ofMMEngine(line) ?? named(line)
  }

  /// Keras' ModelCheckpoint.
  private func ofKeras(_ line: LineText) -> BestCheckpoint? {
    guard let improved = line.find(" improved from "),
      let to = line.find(" to ", in: improved..<line.bytes.count),
      let saving = line.find("saving", in: to..<line.bytes.count),
      let path = ArtifactRule().path(line, from: saving)
    else { return nil }
    return BestCheckpoint(
      path: path.text, metric: word(line, before: improved), value: line.number(at: to + 4)?.value,
      epoch: EpochMark.find(in: line)?.epoch)
  }

  /// Lightning's ModelCheckpoint, which also tells of the second best: `'val_loss' reached 0.31 (best 0.31), saving …`.
  private func ofLightning(_ line: LineText) -> BestCheckpoint? {
    guard let reached = line.find(" reached "), let best = line.find("(best "),
      let value = line.number(at: reached + 9), let highest = line.number(at: best + 6),
      value.value == highest.value, let saving = line.find("saving"),
      let path = ArtifactRule().path(line, from: saving)
    else { return nil }
    return BestCheckpoint(
      path: path.text, metric: word(line, before: reached), value: value.value,
      epoch: EpochMark.find(in: line)?.epoch)
  }

  /// MMEngine: `The best checkpoint with 0.7610 coco/bbox_mAP at 12 epoch is saved to best_coco.pth.`.
  private func ofMMEngine(_ line: LineText) -> BestCheckpoint? {
    guard let with = line.find("best checkpoint with "), let saved = line.find("saved to"),
      let value = line.number(at: with + 21), let at = line.find(" at ", in: value.end..<line.bytes.count),
      let path = ArtifactRule().path(line, from: saved)
    else { return nil }
    let number = line.number(at: at + 4)
    let isEpoch = number.map { line.lower.hasWord(" epoch", at: $0.end) } ?? false
    return BestCheckpoint(
      path: path.text, metric: line.text(line.skipBlanks(value.end)..<at), value: value.value,
      epoch: isEpoch ? number?.value : nil)
  }

  /// A file that is called the best one, in words or by its own name.
  private func named(_ line: LineText) -> BestCheckpoint? {
    // The second best has its own line in Lightning's words.
    guard line.find("(best ") == nil else { return nil }
    let mark = Self.marks.lazy.compactMap { line.find($0) }.min()
    let verb = Self.verbs.lazy.compactMap { line.find($0) }.min()
    guard let start = verb ?? mark, let path = ArtifactRule().path(line, from: start),
      mark.map({ $0 < path.start }) == true || isNamedBest(path.text)
    else { return nil }
    let metrics = MetricScanner.scan(line)
    let metric = metrics.first { MetricName.isTelling($0.name) && $0.name != "score" }
    return BestCheckpoint(
      path: path.text, metric: metric?.name, value: metric?.value ?? score(line),
      epoch: EpochMark.find(in: line)?.epoch)
  }

  /// `best.pt`, `checkpoint_best.pt`, `best-model/`.
  private func isNamedBest(_ path: String) -> Bool {
    let name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let words = name.lowercased().utf8.split { !ASCII.isLetter($0) }
    return words.contains { $0.elementsEqual("best".utf8) }
  }

  /// `(score: 0.43)`, `score 4.5`: of a metric that the line does not name.
  private func score(_ line: LineText) -> Double? {
    guard let found = line.find("score") else { return nil }
    var index = found + 5
    while index < line.bytes.count, [ASCII.colon, ASCII.equals, ASCII.space].contains(line.bytes[index]) {
      index += 1
    }
    return line.number(at: index)?.value
  }

  /// The word that ends at `index`, without quotes.
  private func word(_ line: LineText, before index: Int) -> String? {
    var start = index
    while start > 0, !ASCII.isBlank(line.bytes[start - 1]) { start -= 1 }
    let quotes: [UInt8] = [ASCII.quote, ASCII.doubleQuote, UInt8(ascii: "`")]
    let word = line.bytes[start..<index].filter { !quotes.contains($0) }
    return word.isEmpty || word.count > 100 ? nil : String(decoding: word, as: UTF8.self)
  }
}
