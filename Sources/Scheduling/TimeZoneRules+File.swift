extension TimeZoneRules {
  /// Reads a compiled zone file (TZif versions 1 to 4, RFC 9636).
  ///
  /// Of abbreviations and of what is standard time it takes nothing: schedules need offsets alone. Where a file has
  /// no rule for what comes after its last change, the last offset stays.
  ///
  /// - Throws: also for files that count leap seconds (those under `right/`).
  package init(name: String, file bytes: [UInt8]) throws(TimeZoneFileError) {
    var reader = ZoneFileReader(name: name, bytes: bytes)
    let content = try reader.content()
    self.init(
      name: name, initialOffset: content.initialOffset, changes: content.changes, rule: content.rule)
  }
}
