// Next times of cron expressions against the clock. Reads a job a line, `count<TAB>zone<TAB>after<TAB>expression`,
// and answers each with a line of four figures: seconds for reading the expression once, seconds for `count` next
// times one after the other, the last of them as seconds since 1970, and the slowest single one in seconds.

import Platform
import Scheduling
import TrainingModel
import ZoneInfo

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

func seconds(of work: () throws -> Void) rethrows -> Double {
  let start = SystemClock.monotonic()
  try work()
  return SystemClock.monotonic().seconds(since: start)
}

/// Each of the next times alone, the quickest of several tries: what else the machine does is not what is asked.
func slowest(_ recurrence: CronRecurrence, _ after: Timestamp, count: Int) -> Double {
  var slowest = 0.0
  var time = after
  for _ in 0..<count {
    var next: Timestamp?
    var quickest = Double.infinity
    for _ in 0..<7 { quickest = min(quickest, seconds { next = recurrence.next(after: time) }) }
    slowest = max(slowest, quickest)
    guard let next else { break }
    time = next
  }
  return slowest
}

func answer(_ line: String) throws -> String {
  let fields = line.split(separator: "\t").map(String.init)
  guard fields.count == 4, let count = Int(fields[0]), let after = Int64(fields[2]) else {
    return "no job: \(line)"
  }
  let zone = try ZoneFiles.system().rules(of: fields[1])
  let repeats = 200
  let reading = try seconds {
    for _ in 0..<repeats { _ = try CronExpression(fields[3]) }
  }
  let recurrence = CronRecurrence(try CronExpression(fields[3]), in: zone)
  let start = Timestamp(nanoseconds: after * 1_000_000_000)
  var time = start
  let asking = seconds {
    for _ in 0..<count {
      guard let next = recurrence.next(after: time) else { break }
      time = next
    }
  }
  let worst = slowest(recurrence, start, count: min(count, 300))
  return "\(reading / Double(repeats))\t\(asking)\t\(time.nanoseconds / 1_000_000_000)\t\(worst)"
}

while let line = readLine() {
  print(try answer(line))
  // A pipe is not written to line by line otherwise.
  fflush(nil)
}
