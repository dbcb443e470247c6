package import Platform

/// Where a case is played, what it is played with, and what is counted there.
package protocol CaseStage: SendableMetatype {
  associatedtype Counted: CaseFigure

  /// All that is played on stages of this kind.
  static var cases: [Case<Self>] { get }
  /// The title of their report.
  static var title: String { get }
  /// What plays them again.
  static var part: CampaignOptions.Part { get }

  var name: String { get }
  var home: CampaignHome { get }
  var tally: Tally<Counted> { get set }

  /// - Throws: what keeps the case from being played at all.
  init(name: String, home: CampaignHome, tools: CampaignTools) throws(SystemError)

  /// Looks at what must hold behind every case, and ends what the stage itself has begun.
  mutating func finish()
}

extension CaseStage {
  mutating func violate(_ figure: Counted, _ text: String) {
    let repeating =
      "home \(home.path), again with: fault-campaign --only \(Self.part.rawValue) --case '\(name)'"
    tally.violate(figure, in: repeating, text)
  }

  mutating func expectNobodyLeft() {
    for process in home.waitForProcesses(until: SystemClock.monotonic().advanced(bySeconds: 5)) {
      violate(.leaks, "\(process.name), pid \(process.pid)")
    }
  }
}
