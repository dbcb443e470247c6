/// What the cases of failing calls count.
package enum ErrorFigure: String, CaseFigure {
  case cases
  case faults = "faults that were brought about"
  case databases = "databases checked"
  case wrongVerdicts = "wrong verdicts"
  case halfRecords = "half records"
  case falselyLost = "runs that are lost for a fault that can be told"
  case unclearErrors = "errors that do not name their cause"
  case leftovers = "leftovers of starts that failed"
  case stuck = "records stuck in a live state"
  case leaks = "processes left behind"
  case badDatabases = "databases that are damaged"
  case missed = "cases whose fault hit nothing"
  case badServers = "servers that did not go on"

  package var mustBeZero: Bool { ![.cases, .faults, .databases].contains(self) }
}
