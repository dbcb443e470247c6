package import JSON
internal import TrainingModel
internal import TrainingModelJSON

extension MetricHealth {
  /// What `json` writes; nil when it is anything else.
  package init?(json: JSONValue) {
    do throws(JSONMemberError) {
      let members = try JSONMembers(json, of: "health")
      self.init(
        trends: try members.member("trends") { Self.table($0, LossTrend.init(json:)) },
        validations: try members.member("validations") { Self.table($0, ValidationTrend.init(json:)) },
        zeroRates: try members.member("zero_rates") { $0.int },
        lastEpoch: try members.optional("last_epoch") { $0.double },
        warnings: try members.member("warnings") { json in
          let warnings = json.array?.map { RunWarning(json: $0) }
          return warnings.flatMap { $0.contains(nil) ? nil : $0.compactMap(\.self) }
        })
    } catch {
      return nil
    }
  }

  /// All of it, so that another reader can go on from here.
  package var json: JSONValue {
    let trends = trends.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }
    let validations = validations.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }
    var object: JSONObject = [
      "trends": .object(JSONObject(trends)), "validations": .object(JSONObject(validations)),
      "zero_rates": .integer(Int64(zeroRates)), "warnings": .array(warnings.map(\.json)),
    ]
    object.append("last_epoch", ifKnown: lastEpoch.map(JSONValue.number))
    return .object(object)
  }

  private static func table<Value>(_ json: JSONValue, _ read: (JSONValue) -> Value?) -> [String: Value]? {
    guard let members = json.object?.members else { return nil }
    var table: [String: Value] = [:]
    for member in members {
      guard let value = read(member.value) else { return nil }
      table[member.name] = value
    }
    return table
  }
}

extension LossTrend {
  fileprivate init?(json: JSONValue) {
    do throws(JSONMemberError) {
      let members = try JSONMembers(json, of: "trend")
      self.init(
        count: try members.member("count") { $0.int }, first: try members.member("first") { $0.double },
        smoothed: try members.member("smoothed") { $0.double },
        best: try members.member("best") { $0.double },
        countAtBest: try members.member("count_at_best") { $0.int },
        badCount: try members.member("bad_count") { $0.int })
    } catch {
      return nil
    }
  }

  fileprivate var json: JSONValue {
    [
      "count": .integer(Int64(count)), "first": .number(first), "smoothed": .number(smoothed),
      "best": .number(best), "count_at_best": .integer(Int64(countAtBest)),
      "bad_count": .integer(Int64(badCount)),
    ]
  }
}

extension ValidationTrend {
  fileprivate init?(json: JSONValue) {
    do throws(JSONMemberError) {
      let members = try JSONMembers(json, of: "validation")
      self.init(
        first: try members.member("first") { $0.double }, last: try members.member("last") { $0.double },
        best: try members.member("best") { $0.double },
        sinceBest: try members.member("since_best") { $0.int },
        trainingAtBest: try members.optional("training_at_best") { $0.double },
        placeOfBest: try members.member("place_of_best") { $0.string })
    } catch {
      return nil
    }
  }

  fileprivate var json: JSONValue {
    var object: JSONObject = [
      "first": .number(first), "last": .number(last), "best": .number(best),
      "since_best": .integer(Int64(sinceBest)), "place_of_best": .string(placeOfBest),
    ]
    object.append("training_at_best", ifKnown: trainingAtBest.map(JSONValue.number))
    return .object(object)
  }
}
