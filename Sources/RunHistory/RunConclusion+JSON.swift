package import JSON
internal import LogReading
internal import TrainingModel
internal import TrainingModelJSON

extension RunConclusion {
  /// A conclusion as `json` writes it; nil when it is anything else.
  ///
  /// Labels that a later program added become the least that is true of them; its warnings are left out.
  package init?(json: JSONValue) {
    do throws(JSONMemberError) {
      let members = try JSONMembers(json, of: "conclusion")
      var errorSummary = try members.optional("error_summary") { ErrorSummary(json: $0) }
      errorSummary?.fingerprint = try members.optional("fingerprint") { $0.string }
      let warnings = try members.member("warnings") { $0.array }
      self.init(
        log: try members.member("log") { LogPicture(json: $0) },
        logSize: try members.member("log_size") { $0.integer },
        errorSummary: errorSummary,
        warnings: warnings.compactMap { RunWarning(json: $0) },
        code: try members.optional("code") { CodeState(json: $0) })
    } catch {
      return nil
    }
  }

  /// The conclusion as JSON, with nothing of it lost.
  package var json: JSONValue {
    var object: JSONObject = ["log": log.json, "log_size": .integer(logSize)]
    object.append("error_summary", ifKnown: errorSummary?.json)
    object.append("fingerprint", ifKnown: (errorSummary?.fingerprint).map(JSONValue.string))
    object.append("warnings", .array(warnings.map(\.json)))
    object.append("code", ifKnown: code?.json)
    return .object(object)
  }
}
