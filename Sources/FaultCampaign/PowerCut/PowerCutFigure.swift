/// What the power cuts count.
package enum PowerCutFigure: String, Figure {
  case cuts = "moments at which the power is cut"
  case states = "states of the disk checked"
  case shown = "states shown by a real server"
  case databases = "databases checked"
  case forgotten = "unfinished runs that are forgotten"
  case wrongRecords = "exit records that are half or wrong"
  case missingRecords = "exit records missing behind their fsync"
  case unreadable = "ended runs that nobody can read"
  case wrongVerdicts = "wrong verdicts"
  case stuck = "dead runs shown as alive"
  case badDatabases = "databases that do not open"

  package var mustBeZero: Bool {
    switch self {
    // Nothing is waited for at a start, so that a start is fast: the power cut has ended the training anyway.
    case .cuts, .states, .shown, .databases, .forgotten: false
    default: true
    }
  }
}
