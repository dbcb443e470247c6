/// What a fuzzer did, and what was wrong.
package struct FuzzReport: Sendable {
  package internal(set) var frames = 0
  package internal(set) var bytes = 0
  package internal(set) var replies = 0
  /// Sessions or servers, one after the other.
  package internal(set) var lives = 0
  package internal(set) var seconds = 0.0
  /// Lives of servers by how their clients ended them.
  package internal(set) var endings: [ClientEnding: Int] = [:]
  /// Bytes of memory that a server held at most; 0 where that is not known.
  package internal(set) var largestServer: Int64 = 0
  /// Each with the seed of its life, to see it again.
  package internal(set) var violations: [String] = []

  /// The figures in one line.
  package var text: String {
    let rate = seconds > 0 ? Int(Double(frames) / seconds) : 0
    var text = "\(frames) frames, \(bytes >> 20) MiB, \(replies) replies, \(lives) lives, \(rate) frames/s"
    if largestServer > 0 { text += ", at most \(largestServer >> 20) MiB" }
    let endings = ClientEnding.allCases.compactMap { ending in self.endings[ending].map { "\($0) \(ending)" }
    }
    if !endings.isEmpty { text += " (" + endings.joined(separator: ", ") + ")" }
    return text + ", \(violations.count) violations"
  }

  /// Adds what was done in another life.
  mutating func add(_ other: FuzzReport) {
    frames += other.frames
    bytes += other.bytes
    replies += other.replies
    lives += other.lives
    endings.merge(other.endings, uniquingKeysWith: +)
    largestServer = max(largestServer, other.largestServer)
    violations += other.violations
  }
}
