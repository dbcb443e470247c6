/// What the rounds of kills count.
package enum KillFigure: String, Figure {
  case rounds
  case runs = "runs started"
  case serversKilled = "servers killed"
  case serversEnded = "servers told to end"
  case supervisorsKilled = "supervisors killed"
  case trainingsKilled = "trainings killed"
  case misses = "victims that had ended before"
  case verdicts = "verdicts compared with the truth"
  case durations = "durations compared with the truth"
  case rereads = "records read again by other servers"
  case databases = "databases checked"
  case exitCodesLost = "exit codes lost"
  case wrongVerdicts = "wrong verdicts"
  case wrongDurations = "wrong durations"
  case unknownRuns = "answered runs that are not known"
  case contradictions = "servers that contradict each other"
  case changedRecords = "changed records"
  case stuckRecords = "records stuck in a live state"
  case leaks = "processes left behind"
  case badDatabases = "databases that are damaged"
  case badServers = "servers that ended or answered wrongly"

  package var mustBeZero: Bool {
    switch self {
    case .rounds, .runs, .serversKilled, .serversEnded, .supervisorsKilled, .trainingsKilled, .misses,
      .verdicts,
      .durations, .rereads, .databases:
      false
    default: true
    }
  }

  /// Whoever was shot or told to end.
  static let hits: [KillFigure] = [.serversKilled, .serversEnded, .supervisorsKilled, .trainingsKilled]
}
