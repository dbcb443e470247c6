internal import JSON
internal import Platform
internal import RunStore
internal import TrainingModel
internal import TranscriptReplay

/// Looks at a home as it lies behind a power cut.
struct PowerCutCheck {
  let tools: CampaignTools
  /// Whose home it is that the state was made real in.
  let home: CampaignHome
  /// How many records of the trace had been made.
  let moment: Int
  /// What was cut, and how to see it again.
  let place: String

  /// What one can know of a run without a server.
  private enum Finding {
    case ended(ExitRecord)
    case unreadable(String)
  }

  /// Holds the files of a run against what it was.
  func check(_ run: TracedRun, in state: DiskState, _ tally: inout Tally<PowerCutFigure>) {
    let found = state["runs/\(run.id)/exit.json"]
    let isThere = found == run.exitRecord
    if let found, !isThere {
      tally.violate(
        .wrongRecords, in: place, "\(run.id): \(found.count) bytes instead of \(run.exitRecord.count)")
    }
    if found == nil, moment >= run.settledAt { tally.violate(.missingRecords, in: place, run.id) }
    guard FileSystem.kind(of: directory(of: run).path) == .directory else {
      if moment >= run.answeredAt, moment < run.settledAt { tally.add(.forgotten) }
      return
    }
    switch finding(directory(of: run)) {
    case .ended(let record) where record.outcome == .lost && !isThere: break
    case .ended(let record) where isThere && record.outcome.processStatus == run.verdict.status: break
    case .ended(let record): tally.violate(.wrongVerdicts, in: place, "\(run.id): \(record.outcome)")
    case .unreadable(let problem):
      if isThere {
        tally.violate(.unreadable, in: place, problem)
      } else if moment >= run.answeredAt {
        tally.add(.forgotten)
      }
    }
  }

  /// Lets a real server say what it makes of the home.
  func show(
    _ runs: [TracedRun], in state: DiskState, _ tally: inout Tally<PowerCutFigure>
  ) throws(ServerError) {
    let server = try Conversation(on: home, tools)
    tally.add(.shown)
    for run in runs {
      let answer = try server.call("train_status", ["process_id": .string(run.id)])
      let isThere = state["runs/\(run.id)/exit.json"] == run.exitRecord
      let verdict = Verdict(answer.structuredContent)
      // The files say already whether the server can know of it.
      if answer.isError { continue }
      let right = isThere ? run.verdict : Verdict(.failed, .lost, duration: verdict.duration)
      if verdict.status?.isEnded == false {
        tally.violate(.stuck, in: place, "\(run.id): a server says \(verdict); right is \(right)")
      } else if verdict != right {
        tally.violate(.wrongVerdicts, in: place, "\(run.id): a server says \(verdict); right is \(right)")
      }
    }
    try server.close()
  }

  /// Opens the databases that the power cut has left.
  func checkDatabases(_ tally: inout Tally<PowerCutFigure>) {
    for path in home.databases() {
      tally.add(.databases)
      if let problem = tools.databaseCheck(path) {
        tally.violate(.badDatabases, in: place, "\(path): \(problem)")
      }
    }
  }

  private func directory(of run: TracedRun) -> RunDirectory {
    RunDirectory(path: "\(home.home)/runs/\(run.id)")
  }

  private func finding(_ directory: RunDirectory) -> Finding {
    do {
      // What a server needs to show a run.
      _ = try directory.specification()
      _ = try directory.process()
      if case .ended(let record) = try directory.condition() { return .ended(record) }
      return .unreadable("\(directory.path) looks as if it lived")
    } catch {
      return .unreadable("\(error)")
    }
  }
}
