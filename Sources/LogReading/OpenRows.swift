/// What lines hold that say nothing by themselves, by the line before them.
enum OpenRows: String {
  /// The rest of a dictionary that was opened.
  case dictionary
  /// Results, indented below the line that named their step.
  case indented
  /// Results of a validation in two columns.
  case validation
  /// Results of a test in two columns.
  case test
  /// Steps with the percent that is done.
  case percents
  /// The best round once more, after the last.
  case best
  /// The path of what the line before said was saved.
  case path
}
