internal import CommandLineOptions
internal import JSON
internal import LogReading
internal import Platform

/// `signalbox read`: prints what is understood of a log.
struct ReadCommand {
  private static let chunk = 1 << 20

  private let options: ReadOptions

  init(_ arguments: [String]) throws(UsageError) { options = try ReadOptions(arguments) }

  /// Returns the exit code.
  func run() throws -> Int32 {
    let file: FileDescriptor
    if options.path == "-" {
      file = try StandardStreams.claimInput()
    } else {
      file = try FileDescriptor.open(options.path, .reading)
    }
    switch options.form {
    case .text: try StandardStreams.write(try LogReport(picture(of: file)).text)
    case .json: try StandardStreams.write(JSONWriter.text(try picture(of: file).json) + "\n")
    case .explanation: try explain(file)
    }
    return 0
  }

  private func picture(of file: borrowing FileDescriptor) throws -> LogPicture {
    var reader = LogReader()
    try forEachChunk(of: file) { _ = reader.consume($0) }
    _ = reader.finish()
    return reader.picture
  }

  private func explain(_ file: borrowing FileDescriptor) throws {
    var reader = LogReader()
    try forEachChunk(of: file) { try show(reader.explain($0)) }
    try show(reader.explainEnd())
  }

  private func show(_ findings: [RuleFinding]) throws {
    for finding in findings {
      try StandardStreams.write(
        "\(finding.line.offset)\t\(finding.rule)\t\(finding.facts.joined(separator: ", "))\t\(finding.line.text)\n"
      )
    }
  }

  private func forEachChunk(
    of file: borrowing FileDescriptor, _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var buffer = [UInt8](repeating: 0, count: Self.chunk)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
      if count == 0 { return }
      try body(buffer[..<count])
    }
  }
}
