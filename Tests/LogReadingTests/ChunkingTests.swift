import LogReading
import Testing
import TrainingModel

/// The same bytes give the same events however they are cut.
@Suite struct ChunkingTests {
  private func events(_ pieces: [ArraySlice<UInt8>]) -> (events: [LogEvent], picture: LogPicture) {
    var reader = LogReader()
    var events: [LogEvent] = []
    for piece in pieces {
      events += reader.consume(piece)
      _ = reader.picture
    }
    events += reader.finish()
    return (events, reader.picture)
  }

  @Test(arguments: Samples.all)
  func splitsGiveTheSame(sample: String) {
    let bytes = Array(sample.utf8)
    let whole = events([bytes[...]])
    #expect(!whole.events.isEmpty)
    for cut in Samples.cuts(of: bytes) {
      let split = events([bytes[..<cut], bytes[cut...]])
      #expect(split.events == whole.events)
      #expect(split.picture == whole.picture)
    }
  }

  @Test(arguments: Samples.all)
  func singleBytesGiveTheSame(sample: String) {
    let bytes = Array(sample.utf8)
    #expect(events(bytes.indices.map { bytes[$0...$0] }).events == events([bytes[...]]).events)
  }

  @Test(arguments: FrameworkSample.excerpts)
  func excerptsInPiecesGiveTheSame(excerpt: FrameworkSample) {
    let bytes = Array(excerpt.log.utf8)
    let whole = events([bytes[...]])
    for size in [1, 13] {
      let pieces = stride(from: 0, to: bytes.count, by: size).map { bytes[$0..<min($0 + size, bytes.count)] }
      #expect(events(pieces).events == whole.events)
    }
  }

  @Test func longLinesAreCutAlike() {
    let line =
      "step 5/10 loss: 0.5 " + String(repeating: "x", count: 3 * LogReader.maximumLine) + " "
      + "step 9/10\nstep 6/10 loss: 0.4\n"
    let bytes = Array(line.utf8)
    let whole = events([bytes[...]])
    #expect(whole.picture.progress.step == 6)
    for size in [9973, 65535, 65536, 65537] {
      let pieces = stride(from: 0, to: bytes.count, by: size).map { bytes[$0..<min($0 + size, bytes.count)] }
      #expect(events(pieces).events == whole.events)
    }
  }

  @Test func finishTwiceSaysNothingNew() {
    var reader = LogReader()
    _ = reader.consume(Array("step 3/9 loss: 0.5".utf8)[...])
    #expect(reader.finish().count == 3)
    #expect(reader.finish().isEmpty)
  }

  @Test func unfinishedLineShowsInThePicture() {
    var reader = LogReader()
    #expect(reader.consume(Array("\r 10%|█         | 1/10 [00:01<00:09, 1.0it/s]".utf8)[...]).isEmpty)
    #expect(reader.picture.progress.step == 1)
    #expect(reader.consume(Array("\r 20%|██        | 2/10 [00:02<00:08, 1.0it/s]".utf8)[...]).count == 2)
    #expect(reader.picture.progress.step == 2)
  }
}
