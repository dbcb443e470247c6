/// A zone file that cannot be used.
package struct TimeZoneFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The zone that the file is for.
  package let zone: String
  /// What is wrong with it.
  package let reason: String

  package var description: String {
    "the file of the time zone \(zone) cannot be used: \(reason); installing tzdata anew may mend it"
  }
}
