/// What the cases with a jumping clock count.
package enum ClockFigure: String, CaseFigure {
  case cases
  case jumps = "jumps of the wall clock"
  case verdicts = "verdicts compared with the truth"
  case durations = "durations compared with the truth"
  case waits = "waits measured"
  case starts = "runs that schedules started"
  case dueTimes = "due times held against the history"
  case wrongVerdicts = "wrong verdicts"
  case falselyEnded = "living runs that are said to have ended"
  case stuck = "records stuck in a live state"
  case wrongDurations = "wrong durations"
  case wrongAges = "wrong ages of living runs"
  case wrongWaits = "waits that ended too early or too late"
  case wrongHistories = "due times not accounted for once"
  case storms = "runs that schedules started too many"
  case stalls = "schedules that did not go on after a jump"
  case leaks = "processes left behind"
  case badServers = "servers that did not go on"

  package var mustBeZero: Bool {
    switch self {
    case .cases, .jumps, .verdicts, .durations, .waits, .starts, .dueTimes: false
    default: true
    }
  }
}
