package import JSON
package import TrainingModel

extension ExitRecord {
  /// Reads what `json` wrote; nil when it is anything else.
  package init?(json: JSONValue) {
    guard let value = Record.value(of: json, { record throws(RecordError) in try Self(record: record) })
    else {
      return nil
    }
    self = value
  }

  /// The content of `exit.json`, to be kept elsewhere too.
  package var json: JSONValue { .object(record.members) }
}
