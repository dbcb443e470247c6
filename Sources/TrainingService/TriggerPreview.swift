/// What a trigger would do.
package struct TriggerPreview: Hashable, Sendable {
  /// The zone that it was read in.
  package let timeZone: String
  /// Ascending; fewer than asked for when there are no more.
  package let times: [PreviewTime]
  /// What its author may not have meant, each a sentence.
  package let warnings: [String]
}
