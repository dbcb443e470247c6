/// Something that an expression says and that its author may not have meant.
package enum CronWarning: Hashable, Sendable, CustomStringConvertible {
  /// A step that leaves only the first value: `*/60`.
  case stepWiderThanField(CronField, item: String, first: Int)
  /// Both day fields are set and neither begins with `*`: a day that matches either is taken.
  case eitherDayField
  /// Both day fields are set and one begins with `*`: a day must match both.
  case bothDayFields

  package var description: String {
    switch self {
    case .stepWiderThanField(let field, let item, let first):
      "\(field.rawValue): the step of '\(item)' is wider than the field, so it means \(first) alone"
    case .eitherDayField:
      "day-of-month and day-of-week are both set: a day that matches either one is taken"
    case .bothDayFields:
      "day-of-month and day-of-week are both set and one begins with '*': a day must match both"
    }
  }
}
