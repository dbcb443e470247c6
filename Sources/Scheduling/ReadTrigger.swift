/// What a written trigger means.
package struct ReadTrigger: Hashable, Sendable {
  package let timetable: Timetable
  package let zone: TimeZoneRules
  /// What its author may not have meant, each a sentence.
  package let warnings: [String]
}
