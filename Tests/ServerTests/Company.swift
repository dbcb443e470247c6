import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// The companions of a yard: other servers, and beside two or more of them a daemon, that follow, conclude and keep the
/// same runs, and of which one is killed now and then in the middle of that, and replaced.
///
/// What a test expects is the same with and without them. When a companion dies is a matter of chance that comes out
/// the same each time.
final class Company {
  /// How many companions every yard has, unless its test says otherwise: `SIGNALBOX_TESTS_COMPANIONS`, else none.
  static let usualSize = number("SIGNALBOX_TESTS_COMPANIONS")
  /// Other numbers let companions die at other moments: `SIGNALBOX_TESTS_SEED`, else 0.
  static let usualSeed = number("SIGNALBOX_TESTS_SEED")

  private static func number(_ name: String) -> Int {
    guard let text = Environment.current[name], !text.isEmpty else { return 0 }
    guard let number = Int(text), number >= 0 else { preconditionFailure("\(name) is no number: '\(text)'") }
    return number
  }

  private let launch: ServerLaunch
  private var companions: [Companion] = []
  private var daemon: CompanionDaemon?
  /// Whether a daemon joins them at the first start: before that nobody may leave a trace in the home.
  private var hasDaemon: Bool
  private var generator: SeededGenerator
  /// The runs that were started, oldest first.
  private var runs: [String] = []
  /// How many were killed and replaced.
  private(set) var losses = 0

  /// - Parameters:
  ///   - place: where in the tests the yard is made; gives the chance of this company.
  ///   - hasDaemon: nil for one beside two servers or more.
  ///   - launch: how each is started.
  init(
    of size: Int, place: String, seed: Int = usualSeed, hasDaemon: Bool? = nil, _ launch: ServerLaunch
  ) throws {
    // FNV-1a, so that it is the same in every process.
    let hash = place.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    generator = SeededGenerator(seed: hash &+ UInt64(seed))
    self.launch = launch
    self.hasDaemon = hasDaemon ?? (size >= 2)
    for _ in 0..<size { companions.append(try Companion(launch)) }
  }

  /// Something is about to be started: whoever is not there yet joins, and perhaps one is lost.
  func prepareForStart() throws {
    if hasDaemon, daemon == nil { daemon = try CompanionDaemon(launch) }
    try perhapsLoseOne()
  }

  /// Each looks for new runs, whenever it comes to that.
  func look() throws {
    for companion in companions { try companion.look() }
  }

  /// Each follows a run from now on, and for some a call waits for its end.
  func follow(_ id: String) throws {
    runs.append(id)
    for companion in companions { try follow(id, companion) }
  }

  private func follow(_ id: String, _ companion: Companion) throws {
    guard try companion.follow(id) else {
      // Some tests remove runs.
      let path = "\(try #require(launch.environment["SIGNALBOX_HOME"]))/runs/\(id)/run.json"
      #expect(FileSystem.kind(of: path) == nil, "a companion does not see \(id)")
      return
    }
    if Bool.random(using: &generator) { try companion.waitForEnd(of: id) }
  }

  /// One time in five a companion is killed and another one takes its place.
  func perhapsLoseOne() throws {
    guard let index = companions.indices.randomElement(using: &generator),
      Int.random(in: 0..<5, using: &generator) == 0
    else { return }
    try companions[index].kill()
    losses += 1
    companions[index] = try Companion(launch)
    for id in runs { try follow(id, companions[index]) }
    guard let daemon, Bool.random(using: &generator) else { return }
    daemon.kill()
    self.daemon = try CompanionDaemon(launch)
  }

  /// Each tells the same of a run that has ended.
  func expectSame(as picture: JSONObject, of id: String) throws {
    for seen in try ends(of: id) {
      for name in Self.telling {
        #expect(seen[name] == picture[name], "a companion tells another \(name)")
      }
      // Of a run that ends at once one may see the end before another has said that it saw the first sign.
      let moments = Set([seen, picture].compactMap { $0["training_started_at"] })
      #expect(moments.count <= 1, "a companion tells another moment of the first sign")
      // Of a success that is faster than git one may be told before its code is known.
      let codes = Set([seen, picture].compactMap { $0["code"] })
      #expect(codes.count <= 1, "a companion tells another code")
    }
  }

  /// What each tells of a run that has ended, or ends soon.
  func ends(of id: String) throws -> [JSONObject] { try companions.map { try $0.end(of: id) } }

  /// What is told of an ended run.
  private static let telling = [
    "process_id", "process_status", "end_reason", "verified", "exit_code", "signal", "created_at",
    "started_at",
    "ended_at", "duration_s", "progress", "metrics", "artifacts", "warnings", "error_summary", "log",
    "resources",
  ]

  /// Ends all of them.
  func close() {
    for companion in companions { companion.close() }
    companions = []
    daemon?.close()
    daemon = nil
    hasDaemon = false
  }
}
