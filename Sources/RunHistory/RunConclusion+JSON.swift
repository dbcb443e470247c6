package import JSON
internal import LogReading
internal import TrainingModel

extension RunConclusion {
  /// A conclusion as `json` writes it; nil when it is anything else.
  ///
  /// Labels that a later program added become the least that is true of them; its warnings are left out.
  package init?(json: JSONValue) {
    do throws(JSONMemberError) {
      let members = try JSONMembers(json, of: "conclusion")
      let warnings = try members.member("warnings") { $0.array }
      self.init(
        log: try members.member("log") { LogPicture(json: $0) },
        logSize: try members.member("log_size") { $0.integer },
        errorSummary: try members.optional("error_summary") { ErrorSummary(json: $0) },
        warnings: warnings.compactMap { RunWarning(json: $0) })
    } catch {
      return nil
    }
  }

  /// The conclusion as JSON, with nothing of it lost.
  package var json: JSONValue {
    var object: JSONObject = ["log": log.json, "log_size": .integer(logSize)]
    object.append("error_summary", ifKnown: errorSummary?.json)
    object.append("warnings", .array(warnings.map(\.json)))
    return .object(object)
  }
}

extension RunWarning {
  fileprivate init?(json: JSONValue) {
    guard let code = json["code"]?.string.flatMap(Code.init), let message = json["message"]?.string else {
      return nil
    }
    self.init(code, message, evidence: json["evidence"]?.string)
  }

  fileprivate var json: JSONValue {
    var object: JSONObject = ["code": .string(code.rawValue), "message": .string(message)]
    object.append("evidence", ifKnown: evidence.map(JSONValue.string))
    return .object(object)
  }
}

extension ErrorSummary {
  fileprivate init?(json: JSONValue) {
    do throws(JSONMemberError) {
      let members = try JSONMembers(json, of: "error_summary")
      self.init(
        failureType: FailureType(rawValue: try members.member("failureType") { $0.string }) ?? .unknown,
        message: try members.member("message") { $0.string },
        suggestions: try members.member("suggestions") { $0.strings },
        evidence: try members.member("evidence") { json in
          json.array?.compactMap { Evidence(json: $0) }
        },
        confidence: Confidence(rawValue: try members.member("confidence") { $0.string }) ?? .low,
        location: try members.optional("location") { $0.string },
        retry: Retry(rawValue: try members.member("retry") { $0.string }) ?? .unknown)
    } catch {
      return nil
    }
  }

  fileprivate var json: JSONValue {
    var object: JSONObject = [
      "failureType": .string(failureType.rawValue), "message": .string(message),
      "suggestions": .array(suggestions.map(JSONValue.string)), "evidence": .array(evidence.map(\.json)),
      "confidence": .string(confidence.rawValue),
    ]
    object.append("location", ifKnown: location.map(JSONValue.string))
    object.append("retry", .string(retry.rawValue))
    return .object(object)
  }
}

extension ErrorSummary.Evidence {
  fileprivate init?(json: JSONValue) {
    guard let offset = json["offset"]?.integer, let text = json["text"]?.string else { return nil }
    self.init(offset: offset, text: text)
  }

  fileprivate var json: JSONValue { ["offset": .integer(offset), "text": .string(text)] }
}
