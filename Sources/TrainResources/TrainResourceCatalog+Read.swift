package import AgentProtocol
internal import JSON
internal import MetricCurves
internal import Scheduling
internal import TrainingAnswers
internal import TrainingModel
internal import TrainingService

extension TrainResourceCatalog {
  package func read(_ uri: String) async throws -> ResourceContents {
    guard let name = ResourceURI(uri) else { throw ResourceProblem.notFound(uri: uri) }
    do {
      switch name {
      case .runs:
        return Self.contents(try await registry.list(RunList.Query(limit: Self.pageSize)).json)
      case .run(let id): return Self.contents(try await registry.picture(of: id.rawValue).json)
      case .log(let id, let window): return try await log(of: id, window)
      case .metrics(let id):
        return Self.contents(try await registry.metrics(of: id.rawValue, MetricQuery()).json)
      case .schedules:
        return Self.contents(try await registry.schedules(ScheduleList.Query(limit: Self.pageSize)).json)
      case .schedule(let id): return Self.contents(try await registry.schedule(id.rawValue).json)
      }
    } catch let error as ServiceError {
      throw error.problem(reading: uri)
    }
  }

  private static func contents(_ object: JSONObject) -> ResourceContents {
    ResourceContents(mimeType: json, text: JSONWriter.text(.object(object)))
  }

  private func log(of id: RunID, _ window: LogWindow) async throws -> ResourceContents {
    let page = try await registry.logs(
      of: id.rawValue,
      LogRequest(
        // As many lines as fit.
        start: window.offset.map(LogRequest.Start.offset) ?? .tail(lines: .max),
        maximumBytes: window.limit ?? LogWindow.usualLimit))
    return ResourceContents(
      mimeType: Self.plainText, text: page.content,
      meta: [
        "signalbox/log": [
          "offset": .integer(page.offset), "next_offset": .integer(page.nextOffset),
          "size": .integer(page.size), "eof": .bool(page.isAtEnd), "truncated": .bool(page.isTruncated),
        ]
      ])
  }
}

extension RunList {
  fileprivate var json: JSONObject {
    let counts = ProcessStatus.allCases.compactMap { status in
      self.counts[status].map { (status.rawValue, JSONValue.integer(Int64($0))) }
    }
    return ["processes": .array(runs.map { .object($0.record) }), "counts": .object(JSONObject(counts))]
  }
}

extension ScheduleList {
  fileprivate var json: JSONObject {
    let counts = self.counts.map { ($0.key.rawValue, JSONValue.integer(Int64($0.value))) }.sorted {
      $0.0 < $1.0
    }
    return [
      "schedules": .array(schedules.map { .object($0.shortJSON) }), "counts": .object(JSONObject(counts)),
    ]
  }
}

extension MetricReply {
  /// Points of one curve at most, and of all together: the first and the last of each are always there.
  private static let (longestCurve, mostPoints) = (100, 2_000)

  fileprivate var json: JSONObject {
    let points = min(Self.longestCurve, max(2, Self.mostPoints / max(1, curves.count)))
    return [
      "process_id": .string(id.rawValue), "process_status": .string(status.rawValue),
      "curves": .array(curves.map { .object($0.json(points: points, from: 0)) }),
    ]
  }
}
