/// A cron expression of five fields, as Vixie's cron reads them: minute, hour, day of month, month, day of week.
///
/// It knows wall-clock times only; `CronRecurrence` puts it into a time zone.
package struct CronExpression: Hashable, Sendable, CustomStringConvertible {
  /// The text as it was given.
  package let text: String
  /// What its author may not have meant.
  package let warnings: [CronWarning]
  /// Whether neither minute nor hour begins with `*`: such a job has its times of day, and a change of the clock
  /// neither drops nor repeats one (cron(8)).
  package let isFixedTime: Bool

  /// Bit n stands for minute n.
  let minutes: UInt64
  /// Bit n stands for hour n.
  let hours: UInt64
  let days: CronDays

  /// Reads an expression or one of the macros `@hourly`, `@daily`, `@midnight`, `@weekly`, `@monthly`, `@yearly`
  /// and `@annually`.
  ///
  /// - Throws: all problems at once; an expression that no date ever matches is one of them.
  package init(_ text: String) throws(CronError) {
    let fields = try CronText.fields(of: text)
    var problems: [CronProblem] = []
    var warnings: [CronWarning] = []
    var sets: [UInt64] = []
    for (field, text) in zip(CronField.allCases, fields) {
      var parser = CronFieldParser(field: field)
      parser.parse(text)
      sets.append(parser.set)
      problems += parser.problems
      warnings += parser.warnings
    }
    guard problems.isEmpty else { throw CronError(problems: problems) }

    // Vixie's rule looks at the first character alone: `*/2` and `*,10` make the fields restrict each other.
    let (dayOfMonth, dayOfWeek) = (fields[2], fields[4])
    let eitherSuffices = !dayOfMonth.hasPrefix("*") && !dayOfWeek.hasPrefix("*")
    if eitherSuffices {
      warnings.append(.eitherDayField)
    } else if dayOfMonth != "*", dayOfWeek != "*" {
      warnings.append(.bothDayFields)
    }
    minutes = sets[0]
    hours = sets[1]
    days = CronDays(
      daysOfMonth: sets[2], months: sets[3], daysOfWeek: sets[4], eitherSuffices: eitherSuffices)
    guard days.isPossible else { throw CronError(problems: [days.neverFires(fields)]) }
    isFixedTime = !fields[0].hasPrefix("*") && !fields[1].hasPrefix("*")
    self.text = text
    self.warnings = warnings
  }

  package var description: String { text }
}
