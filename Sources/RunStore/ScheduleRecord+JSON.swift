package import JSON
package import Scheduling

extension ScheduleRecord {
  /// Reads what `json` wrote; nil when it is anything else.
  package init?(json: JSONValue) {
    guard let value = Record.value(of: json, { record throws(RecordError) in try Self(record: record) })
    else {
      return nil
    }
    self = value
  }

  /// The content of a schedule's file, to be kept elsewhere too.
  package var json: JSONValue { .object(record.members) }
}
