internal import TestSupport

/// What a client does with the pipes to its server, for one life of the server.
package struct ClientManners: Hashable, Sendable {
  package var ending: ClientEnding
  package var reading: ClientReading
  package var writing: ClientWriting
  /// Whether the pipes hold no more than the least that the system allows.
  package var hasNarrowPipes = false
  /// Calls that wait for the end of a training, and streams, which are left open at the end; 0 starts no training.
  package var waits = 0
  /// Whether some of these calls are as large as can be, of what a server must ignore.
  package var areHeavy = false
  /// Whether it asks, before it reads, for more than a server lets wait.
  package var floods = false

  package init(
    ending: ClientEnding, reading: ClientReading = .steady, writing: ClientWriting = .frames,
    hasNarrowPipes: Bool = false, waits: Int = 0, floods: Bool = false
  ) {
    self.ending = ending
    self.reading = reading
    self.writing = writing
    self.hasNarrowPipes = hasNarrowPipes
    self.waits = waits
    self.floods = floods
  }

  /// Any of them.
  init(_ random: inout SeededGenerator) {
    func chance(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
    ending = ClientEnding.allCases.randomElement(using: &random) ?? .settled
    reading = ClientReading(for: ending, &random)
    writing = ClientWriting(&random)
    hasNarrowPipes = chance(in: 3)
    // Whoever reads in between never makes a server full.
    if reading == .late || reading == .never, ending != .killed { floods = chance(in: 3) }
    // What is called of a full server is refused, so that nothing would be left open.
    if !floods, chance(in: 4) { waits = Int.random(in: 1...200, using: &random) }
    areHeavy = waits > 0 && chance(in: 8)
  }
}

extension ClientManners: CustomStringConvertible {
  package var description: String {
    var parts = ["\(ending)", "\(reading)", "\(writing)"]
    if hasNarrowPipes { parts.append("narrow pipes") }
    if waits > 0 { parts.append("\(waits) \(areHeavy ? "heavy " : "")waits") }
    if floods { parts.append("floods") }
    return parts.joined(separator: ", ")
  }
}
