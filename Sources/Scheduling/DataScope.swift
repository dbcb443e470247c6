/// Where the data of a schedule are looked for.
package struct DataScope: Hashable, Sendable {
  /// Where patterns begin that are not absolute; an absolute path.
  package let directory: String
  package let globs: [String]

  package init(directory: String, globs: [String]) {
    self.directory = directory
    self.globs = globs
  }

  /// Where those of a schedule are.
  package init(_ definition: ScheduleDefinition) {
    // It is absolute once the schedule is created.
    self.init(directory: definition.start.workingDirectory ?? "/", globs: definition.training.data)
  }

  /// A number that other patterns or another directory hardly have: kept with what was found, to know what may be
  /// compared.
  package var fingerprint: UInt64 {
    var hash = StableHash()
    for text in [directory] + globs {
      hash.add(text.utf8)
      // No path has it: "a", "b" is not "ab".
      hash.add(CollectionOfOne(0))
    }
    return hash.value
  }

  /// The patterns and the directory in a few words.
  package var words: String {
    let shown = globs.prefix(3).map { Quote.short($0, limit: 100) }.joined(separator: ", ")
    let rest = globs.count > 3 ? " and \(globs.count - 3) more" : ""
    return "\(shown)\(rest) in \(Quote.short(directory, limit: 200))"
  }
}
