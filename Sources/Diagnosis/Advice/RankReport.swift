/// What torchrun tells of the rank that failed first.
struct RankReport {
  let rank: String
  let host: String?
  let exitCode: String?

  /// From the lines of a log; nil where no report is.
  init?(_ lines: [String]) {
    guard let start = lines.lastIndex(where: { $0.contains("Root Cause (first observed failure)") }) else {
      return nil
    }
    let report = lines[start...].prefix(12).map { $0.trimmingPrefix(while: \.isWhitespace) }
    func value(_ name: String) -> String? {
      report.first { $0.hasPrefix(name) }.flatMap { line in
        line.split(separator: ":", maxSplits: 1).last.map { String($0.trimmingPrefix(while: \.isWhitespace)) }
      }
    }
    guard let rank = value("rank ") else { return nil }
    self.rank = String(rank.prefix { $0.isNumber })
    host = value("host ")
    exitCode = value("exitcode ").map { String($0.prefix { $0.isNumber || $0 == "-" }) }
  }

  /// What to do first where the log shows no more of that rank than this.
  var advice: String {
    let place = host.map { " on \($0)" } ?? ""
    let end: String =
      switch exitCode {
      case "-9": ", killed by SIGKILL: look there for an out-of-memory kill (`dmesg | grep -i oom`)"
      case "-11": ", with a segmentation fault: run that rank with `python -X faulthandler`"
      case "-6": ", by an abort: read its last lines"
      case let code?: " (exit code \(code)): read its own log"
      case nil: ": read its own log"
      }
    return
      "Rank \(rank)\(place) failed first\(end); `torchrun --log-dir … --redirects 3` keeps each rank's output apart."
  }
}
