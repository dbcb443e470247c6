internal import JSON
internal import TrainingModel

extension LogGap {
  init(record: Record) throws(RecordError) {
    let start = try record.member("from") { $0.integer.flatMap { $0 >= 0 ? $0 : nil } }
    let end = try record.member("to") { $0.integer.flatMap { $0 >= start ? $0 : nil } }
    self.init(dropped: start..<end, problem: try record.optional("problem") { $0.string })
  }

  var record: Record {
    var members: JSONObject = ["from": .integer(dropped.lowerBound), "to": .integer(dropped.upperBound)]
    members.append("problem", ifKnown: problem.map(JSONValue.string))
    return Record(members)
  }
}
