package import JSON
package import TrainingModel

extension RunSpecification {
  /// Reads what `json` wrote; nil when it is anything else.
  package init?(json: JSONValue) {
    guard let value = Record.value(of: json, { record throws(RecordError) in try Self(record: record) })
    else {
      return nil
    }
    self = value
  }

  /// The content of `run.json`, to be kept elsewhere too.
  package var json: JSONValue { .object(record.members) }
}
