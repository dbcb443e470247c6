import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// The advice on a failure knows what is around it.
@Suite(.timeLimit(.minutes(10)), .blocking) struct SurroundingsTests {
  private func firstSuggestion(_ picture: ToolAnswer) -> String? {
    picture["error_summary"]?["suggestions"]?.array?.first?.string
  }

  @Test func theFileThatWasMeantIsNamed() throws {
    let yard = try Yard()
    try FileSystem.makeDirectories(yard.root + "/data")
    try FileSystem.replace(yard.root + "/data/train.csv", with: Array("1\n".utf8), durable: false)
    let picture = try yard.end(of: try yard.startRun(["python3", "-c", "open('data/trian.csv')"]))
    #expect(picture["error_summary"]?["failureType"] == "file_not_found")
    #expect(
      firstSuggestion(picture) == "data/trian.csv is not there, but data/train.csv is: correct the path.")
  }

  /// It listens where the system lets it, and tells where.
  private static let listener: JSONValue = [
    "python3", "-c",
    """
    import socket, time
    listener = socket.create_server(('127.0.0.1', 0))
    print('listening on', listener.getsockname()[1], flush=True)
    time.sleep(900)
    """,
  ]

  @Test func theRunThatHoldsAPortIsNamed() throws {
    let yard = try Yard()
    let holder = try yard.startRun(Self.listener)
    var port = ""
    try blockUntil("it listens") {
      let log = try yard.status("logs", holder)["content"]?.string ?? ""
      port = log.split(separator: " ").last.map { $0.filter(\.isNumber) } ?? ""
      return log.contains("\n") && !port.isEmpty
    }
    let command: JSONValue = [
      "python3", "-c", "import socket, sys; socket.create_server(('127.0.0.1', int(sys.argv[2])))",
      "--master_port", .string(port),
    ]
    let failed = try yard.end(of: try yard.startRun(command))
    #expect(failed["error_summary"]?["failureType"] == "rendezvous_or_port")
    let advice = try #require(firstSuggestion(failed))
    #if os(Linux)
      let pid = try #require(try yard.status("status", holder)["pid"]?.integer)
      #expect(advice.hasPrefix("Port \(port) is held by process \(pid) (python3"), "\(advice)")
      #expect(advice.contains(" of the run \(holder): "), "\(advice)")
    #endif
    _ = try yard.status("kill", holder)
    _ = try yard.end(of: holder)
  }
}
