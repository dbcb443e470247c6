import JSON
import LogReading
import TestSupport
import Testing
import TrainingModel

/// The raw output of frameworks that were run (`make framework-fixtures`), held against what is to be understood of it.
@Suite struct FixtureTests {
  /// A log of `fixtures/frameworks`, perhaps cut, and what a careful reader says of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var log: String
    /// How many bytes of the log there are.
    var length: Int
    var expectation: JSONValue

    var testDescription: String { "\(log), \(length) bytes" }
    var bytes: ArraySlice<UInt8> {
      get throws { try Repository.bytes("fixtures/frameworks/\(log)").prefix(length) }
    }
  }

  static let cases: [Case] = {
    do {
      return try Repository.files(under: "fixtures/frameworks", suffix: ".json").flatMap { path in
        try JSONParser.parse(try Repository.bytes(path))["cases"]?.array ?? []
      }.compactMap { value in
        guard let log = value["log"]?.string, let length = value["bytes"]?.integer else { return nil }
        return Case(log: log, length: Int(length), expectation: value)
      }
    } catch {
      preconditionFailure("fixtures/frameworks cannot be read: \(error)")
    }
  }()

  private func picture(_ pieces: [ArraySlice<UInt8>]) -> LogPicture {
    var reader = LogReader()
    for piece in pieces { _ = reader.consume(piece) }
    _ = reader.finish()
    return reader.picture
  }

  private func number(_ value: JSONValue) -> Double? { value.double ?? value.string.flatMap(Double.init) }

  @Test func areThere() { #expect(Self.cases.count > 100) }

  @Test(arguments: cases)
  func isUnderstood(fixture: Case) throws {
    let picture = picture([try fixture.bytes])
    let wanted = fixture.expectation
    let starts = (wanted["started"]?.array ?? []).compactMap { $0.string.map(words) }
    #expect(
      picture.started.map { starts.contains(words($0.text)) } ?? starts.isEmpty,
      "\(picture.started?.text ?? "none")")
    let found = picture.progress
    for member in wanted["progress"]?.object?.members ?? [] {
      let value =
        switch member.name {
        case "epoch": found.epoch
        case "total_epochs": found.totalEpochs
        case "step": found.step.map(Double.init)
        case "total_steps": found.totalSteps.map(Double.init)
        default: found.percent
        }
      #expect(value == number(member.value), "\(member.name)")
    }
    for member in wanted["metrics"]?.object?.members ?? [] {
      #expect(picture.metrics[member.name] == number(member.value), "\(member.name)")
    }
    for path in (wanted["artifacts"]?.array ?? []).compactMap(\.string) {
      #expect(picture.artifacts.contains(path), "\(path)")
    }
    #expect(picture.endSeen == wanted["end"]?.bool)
    #expect((picture.stoppedEarly != nil) == wanted["stopped_early"]?.bool)
  }

  @Test(arguments: cases)
  func chunksGiveTheSame(fixture: Case) throws {
    let bytes = try fixture.bytes
    let whole = picture([bytes])
    for size in [1, 37, 4096] {
      let pieces = stride(from: 0, to: bytes.count, by: size).map { bytes[$0..<min($0 + size, bytes.count)] }
      #expect(picture(pieces) == whole)
    }
  }

  /// A line as it is compared: a terminal fills it with blanks.
  private func words(_ line: String) -> String {
    line.split(separator: " ").joined(separator: " ")
  }
}
