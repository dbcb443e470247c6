import LogReading
import TestSupport
import Testing
import TrainingModel

/// Bytes of any kind, cut anywhere: no cut changes what is read.
@Suite struct ByteStreamTests {
  private struct Reading: Equatable {
    var events: [LogEvent]
    var picture: LogPicture
    var lineStart: Int64
  }

  private func read(_ pieces: [ArraySlice<UInt8>]) -> Reading {
    var reader = LogReader()
    var events: [LogEvent] = []
    for piece in pieces { events += reader.consume(piece) }
    events += reader.finish()
    return Reading(events: events, picture: reader.picture, lineStart: reader.lineStart)
  }

  private func pieces(
    _ bytes: [UInt8], using generator: inout SeededGenerator
  ) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    let longest = [1, 7, 100, 5000].randomElement(using: &generator) ?? 1
    while start < bytes.count {
      let end = min(bytes.count, start + Int.random(in: 1...longest, using: &generator))
      pieces.append(bytes[start..<end])
      start = end
    }
    return pieces
  }

  private func expectSameInPieces(_ bytes: [UInt8], using generator: inout SeededGenerator) {
    let whole = read([bytes[...]])
    #expect(whole.lineStart == Int64(bytes.count))
    for _ in 0..<4 { #expect(read(pieces(bytes, using: &generator)) == whole) }
  }

  @Test(arguments: 1...20) func noise(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let marks: [[UInt8]] = [[], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]]
    let mark = marks[seed % marks.count]
    let bytes = mark + (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    expectSameInPieces(bytes, using: &generator)
  }

  /// Samples with bytes changed, taken out, doubled and moved.
  @Test(arguments: 1...60) func mutations(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = Samples.all.shuffled(using: &generator).prefix(6).flatMap { Array($0.utf8) }
    for _ in 0..<40 {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 1...60, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes[place] = [8, 9, 10, 13, 27].randomElement(using: &generator) ?? 13
      default: bytes.append(contentsOf: bytes[place..<end])
      }
    }
    expectSameInPieces(bytes, using: &generator)
  }

  /// Many states of bars between carriage returns, among them other bars, other totals and plain lines.
  @Test(arguments: 1...20) func floodsOfBars(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var log = "Epoch 1/3\n"
    for step in 0..<400 {
      let total = step % 90 == 89 ? 8 : 400
      log += "\rTrain: \(step / 4)%|██▌  | \(step)/\(total) [00:01<00:\(step % 60), 9.1it/s, loss=0.\(step)]"
      if Int.random(in: 0..<40, using: &generator) == 0 {
        log += "\nValidating: 50%|#####| 1/2 [00:01<00:01]\n"
      }
    }
    expectSameInPieces(Array(log.utf8), using: &generator)
  }

  @Test func ofStatesInAFloodTheLastCountsAndSomeAreReported() {
    var log = "Epoch 1/3\n"
    for step in 1...1000 {
      log += "\rTrain: \(step / 10)%|██▌  | \(step)/1000 [00:01<00:09, 9.1it/s, loss=\(1000 - step)]"
    }
    var reader = LogReader()
    let events = reader.consume(Array(log.utf8)[...])
    #expect(reader.picture.progress.step == 1000)
    #expect(reader.picture.metrics["loss"] == 0)
    let reports = events.count { if case .metrics = $0.kind { true } else { false } }
    #expect((10...100).contains(reports))
  }

  // MARK: Encodings

  private func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let high = UInt8(unit >> 8)
      let low = UInt8(unit & 0xFF)
      return isLittleEndian ? [low, high] : [high, low]
    }
  }

  @Test(arguments: [true, false]) func utf16IsReadLikeUTF8(isLittleEndian: Bool) {
    var generator = SeededGenerator(seed: 7)
    for sample in FrameworkSample.all {
      let text = "\u{1F682} ü\n" + sample.log
      let bytes = utf16(text, isLittleEndian: isLittleEndian)
      let plain = read([Array(text.utf8)[...]])
      let wide = read([bytes[...]])
      #expect(wide.picture.progress == plain.picture.progress)
      #expect(wide.picture.metrics == plain.picture.metrics)
      #expect(wide.picture.started?.text == plain.picture.started?.text)
      expectSameInPieces(bytes, using: &generator)
    }
  }

  @Test func offsetsInUTF16AreThoseOfTheFile() {
    let bytes = utf16("a\nEpoch 1/2\n", isLittleEndian: true)
    #expect(read([bytes[...]]).picture.started == LogLine(offset: 6, text: "Epoch 1/2"))
  }

  @Test func aByteOrderMarkIsNoText() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("[0]\ttrain-auc:0.5\n".utf8)
    #expect(read([bytes[...]]).picture.started == LogLine(offset: 3, text: "[0]\ttrain-auc:0.5"))
  }

  @Test func theFirstBytesOfAMarkAloneAreText() {
    for bytes: [UInt8] in [[0xFF], [0xFE], [0xEF], [0xEF, 0xBB], [0xEF, 0xBB, 0x41]] {
      #expect(read([bytes[...]]).lineStart == Int64(bytes.count))
    }
  }

  @Test func aReaderOfUTF16IsResumed() throws {
    let bytes = utf16("Epoch 1/2\nstep 3/9 loss: 0.5\n", isLittleEndian: false)
    for cut in 0...bytes.count {
      var first = LogReader()
      _ = first.consume(bytes[..<cut])
      let checkpoint = try #require(LogReader.Checkpoint(json: first.checkpoint.json))
      var second = LogReader(resuming: checkpoint)
      _ = second.consume(bytes[Int(checkpoint.offset)...])
      _ = second.finish()
      #expect(second.picture == read([bytes[...]]).picture)
    }
  }

  // MARK: Hostile input

  /// Lines that make a rule search much, repeated to a megabyte: quadratic work would take hours.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "1%|", "1% 1/2 ", "epoch ", "epoch [", "epoch=1=", "step (", "loss: ", "loss: (", "'x':1 ",
      "{'loss': 1", "\" ",
      "saved to ' ", "━━", "1/2 ", "[0] ", "1|1|loss: ", "a 1 ", "\u{8}", "\u{1B}[K", "\u{1B}[",
      "progress on: ", "class ",
      "1,000,", "0", "x", "training ", "1 day, ", "all 1 ", "(x pid=", "epoch 1/2 val ", "|a|1|",
      "}{\"loss\":",
    ])
  func hostileLinesAreReadInTime(piece: String) {
    let repeated = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    // One line of a megabyte, and the same in lines as long as any that is read.
    var reader = LogReader()
    _ = reader.consume(Array(repeated.utf8)[...])
    var lines: [UInt8] = []
    for (index, byte) in repeated.utf8.enumerated() {
      lines.append(byte)
      if index % LogReader.maximumLine == LogReader.maximumLine - 1 { lines.append(0x0A) }
    }
    _ = reader.consume(lines[...])
    _ = reader.finish()
    #expect(reader.lineStart == Int64(repeated.utf8.count + lines.count))
  }
}
