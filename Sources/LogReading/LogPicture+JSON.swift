package import JSON
internal import TrainingHealth
internal import TrainingModel

extension LogPicture {
  /// A picture as `json` writes it; nil when it is anything else.
  package init?(json: JSONValue) {
    do throws(JSONMemberError) {
      let members = try JSONMembers(json, of: "picture")
      started = try members.optional("started") { LogLine(json: $0) }
      progress = try members.member("progress") { TrainingProgress(json: $0) }
      metrics = try members.member("metrics") { TrainingMetrics(json: $0) }
      health = try members.member("health") { MetricHealth(json: $0) }
      artifacts = try members.member("artifacts") { $0.strings }
      best = try members.optional("best_checkpoint") { BestCheckpoint(json: $0) }
      endSeen = try members.member("end_seen") { $0.bool }
      stoppedEarly = try members.optional("stopped_early") { LogLine(json: $0) }
      nothingToDo = try members.optional("nothing_to_do") { LogLine(json: $0) }
      testMetrics = try members.member("test_metrics") { TrainingMetrics(json: $0) }
      usesGPU = try members.optional("uses_gpu") { $0.bool } ?? false
      error = try members.optional("error") { TrainingErrorEvent(json: $0) }
    } catch {
      return nil
    }
  }

  /// The picture as JSON, with nothing of it lost.
  package var json: JSONValue {
    var object = JSONObject()
    object.append("started", ifKnown: started?.json)
    object.append("progress", progress.json)
    object.append("metrics", metrics.json)
    object.append("health", health.json)
    object.append("artifacts", .array(artifacts.map(JSONValue.string)))
    object.append("best_checkpoint", ifKnown: best?.json)
    object.append("end_seen", .bool(endSeen))
    object.append("stopped_early", ifKnown: stoppedEarly?.json)
    object.append("nothing_to_do", ifKnown: nothingToDo?.json)
    object.append("test_metrics", testMetrics.json)
    if usesGPU { object.append("uses_gpu", true) }
    object.append("error", ifKnown: error?.json)
    return .object(object)
  }
}

extension LogLine {
  fileprivate init?(json: JSONValue) {
    guard let offset = json["offset"]?.integer, let text = json["text"]?.string else { return nil }
    self.init(offset: offset, text: text)
  }

  fileprivate var json: JSONValue { ["offset": .integer(offset), "text": .string(text)] }
}

extension TrainingProgress {
  /// What `json` writes; nil when it is anything else.
  fileprivate init?(json: JSONValue) {
    do throws(JSONMemberError) {
      let members = try JSONMembers(json, of: "progress")
      self.init(
        epoch: try members.optional("epoch") { $0.double },
        totalEpochs: try members.optional("total_epochs") { $0.double },
        step: try members.optional("step") { $0.int },
        totalSteps: try members.optional("total_steps") { $0.int },
        percent: try members.optional("percent") { $0.double },
        etaSeconds: try members.optional("eta_s") { $0.double },
        stage: try members.optional("stage") { $0.string })
    } catch {
      return nil
    }
  }

  /// What is known, under the names that callers are given too.
  package var json: JSONValue {
    var object = JSONObject()
    object.append("epoch", ifKnown: epoch.map(JSONValue.number))
    object.append("total_epochs", ifKnown: totalEpochs.map(JSONValue.number))
    object.append("step", ifKnown: step.map { .integer(Int64($0)) })
    object.append("total_steps", ifKnown: totalSteps.map { .integer(Int64($0)) })
    object.append("percent", ifKnown: percent.map(JSONValue.number))
    object.append("eta_s", ifKnown: etaSeconds.map(JSONValue.number))
    object.append("stage", ifKnown: stage.map(JSONValue.string))
    return .object(object)
  }
}

extension TrainingMetrics {
  fileprivate init?(json: JSONValue) {
    guard let members = json.object?.members else { return nil }
    self.init()
    for member in members {
      guard let value = member.value.anyDouble else { return nil }
      set(member.name, to: value)
    }
  }

  fileprivate var json: JSONValue {
    .object(JSONObject(entries.map { ($0.name, JSONValue.anyNumber($0.value)) }))
  }
}

extension TrainingErrorEvent {
  fileprivate init?(json: JSONValue) {
    do throws(JSONMemberError) {
      let members = try JSONMembers(json, of: "error")
      self.init(
        errorType: try members.optional("error_type") { $0.string },
        errorMessage: try members.optional("error_message") { $0.string },
        traceback: try members.optional("traceback") { $0.string },
        phase: try members.optional("phase") { $0.string })
    } catch {
      return nil
    }
  }

  fileprivate var json: JSONValue {
    var object = JSONObject()
    object.append("error_type", ifKnown: errorType.map(JSONValue.string))
    object.append("error_message", ifKnown: errorMessage.map(JSONValue.string))
    object.append("traceback", ifKnown: traceback.map(JSONValue.string))
    object.append("phase", ifKnown: phase.map(JSONValue.string))
    return .object(object)
  }
}
