internal import JSON
internal import Scheduling
internal import TrainingModel

extension ScheduleRecord {
  init(record: Record) throws(RecordError) {
    self.init(
      schedule: Schedule(
        id: try record.member("schedule_id") { $0.string.flatMap(ScheduleID.init) },
        definition: ScheduleDefinition(
          name: try record.member("name") { $0.string },
          description: try record.optional("description") { $0.string },
          trigger: try record.member("trigger") { TriggerSpecification(json: $0) },
          start: try record.member("start") { TrainingCommand(json: $0) },
          training: try TrainingPlan(record: record),
          scope: try record.optional("scope") { $0.string },
          policy: try record.member("policy") { SchedulePolicy(json: $0) },
          after: try record.optional("after") { ChainCondition(json: $0) },
          onFinish: try record.optional("on_finish") { FinishCommand(json: $0) }),
        createdAt: try record.member("created_at") { $0.timestamp },
        updatedAt: try record.member("updated_at") { $0.timestamp },
        triggerSetAt: try record.member("trigger_set_at") { $0.timestamp }),
      progress: try record.member("progress") { ScheduleProgress(json: $0) })
  }

  var record: Record {
    let definition = schedule.definition
    var members: JSONObject = [
      "schedule_id": .string(schedule.id.rawValue), "name": .string(definition.name),
    ]
    members.append("description", ifKnown: definition.description.map(JSONValue.string))
    members.append("trigger", definition.trigger.json)
    members.append("start", definition.start.json)
    definition.training.append(to: &members)
    members.append("scope", ifKnown: definition.scope.map(JSONValue.string))
    members.append("policy", definition.policy.json)
    members.append("after", ifKnown: definition.after?.json)
    members.append("on_finish", ifKnown: definition.onFinish?.json)
    members.append("created_at", schedule.createdAt.json)
    members.append("updated_at", schedule.updatedAt.json)
    members.append("trigger_set_at", schedule.triggerSetAt.json)
    members.append("progress", progress.json)
    return Record(members)
  }
}

extension SchedulePolicy {
  fileprivate init?(json: JSONValue) {
    guard let grace = json["misfire_grace_s"]?.integer,
      let catchUp = json["catch_up"]?.string.flatMap(CatchUpPolicy.init),
      let overlap = json["overlap"]?.string.flatMap(OverlapPolicy.init),
      let limit = json["max_instances"]?.integer
    else { return nil }
    self.init(
      misfireGrace: Int(grace), catchUp: catchUp, overlap: overlap, runningLimit: Int(limit),
      maxRuns: (json["max_runs"]?.integer).map(Int.init),
      retry: json["retry"].flatMap { RetryPolicy(json: $0) })
  }

  fileprivate var json: JSONValue {
    var object: JSONObject = [
      "misfire_grace_s": .integer(Int64(misfireGrace)), "catch_up": .string(catchUp.rawValue),
      "overlap": .string(overlap.rawValue), "max_instances": .integer(Int64(runningLimit)),
    ]
    object.append("max_runs", ifKnown: maxRuns.map { .integer(Int64($0)) })
    object.append("retry", ifKnown: retry?.json)
    return .object(object)
  }
}
