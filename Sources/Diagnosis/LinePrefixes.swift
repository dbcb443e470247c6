import LogReading

/// What launchers put in front of the lines of one process, so that its lines can be told from others'.
///
/// Known forms are torch's `[rank0]: `, torchrun's `[default0]:` and Ray's `(Worker pid=12) `. What else stands in
/// front of a traceback's header and of a line after it (`0: ` of srun, `[1,0]<stderr>:` of mpirun, `trainer-0  | ` of
/// compose, the times of Docker, kubectl, ts and logging programs) is a prefix too.
struct LinePrefixes {
  private static let maximum = 80
  private static let maximumLearned = 64
  /// Lines behind a header in which a prefix must come again.
  private static let reach = 6

  /// Prefixes with times put as marks.
  private var learned: [[UInt8]] = []
  private var hasTimes = false

  init(_ lines: [[UInt8]]) {
    for (index, line) in lines.enumerated() {
      guard let start = ByteSearch.find(TracebackScanner.header, in: line),
        (1...Self.maximum).contains(start),
        learned.count < Self.maximumLearned
      else { continue }
      let prefix = TimeMask(line[..<start])
      guard !prefix.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x7C || $0 == 0x09 }),
        !learned.contains(prefix.bytes)
      else { continue }
      let next = lines[(index + 1)...].prefix(Self.reach)
      if next.contains(where: { Self.begins($0, with: prefix.bytes, hasTime: prefix.hasTime) }) {
        learned.append(prefix.bytes)
        hasTimes = hasTimes || prefix.hasTime
      }
    }
    learned.sort { $0.count > $1.count }
  }

  /// The bytes of a line that are its prefix, and what the prefixes of one process have in common; nil where it has none.
  func prefix(of line: [UInt8]) -> (length: Int, process: [UInt8])? {
    if hasTimes {
      let mask = TimeMask(line)
      if let known = learned.first(where: { mask.bytes.starts(with: $0) }) {
        return (mask.ends[known.count - 1], known)
      }
    } else if let known = learned.first(where: { line.starts(with: $0) }) {
      return (known.count, known)
    }
    let length = knownLength(in: line)
    return length == 0 ? nil : (length, Array(line[..<length]))
  }

  private static func begins(_ line: [UInt8], with prefix: [UInt8], hasTime: Bool) -> Bool {
    let head = hasTime ? TimeMask(line).bytes : line
    return head.count > prefix.count && head.starts(with: prefix)
  }

  /// Bytes of a prefix of a known form; 0 where there is none.
  private func knownLength(in line: [UInt8]) -> Int {
    guard let first = line.first else { return 0 }
    switch first {
    case 0x5B where line.starts(with: "[rank".utf8) || line.starts(with: "[default".utf8):
      guard let close = line.prefix(14).firstIndex(of: 0x5D) else { return 0 }
      var end = close + 1
      if end < line.count, line[end] == 0x3A { end += 1 }
      if end < line.count, line[end] == 0x20 { end += 1 }
      return end
    case 0x28:
      let head = line.prefix(Self.maximum)
      guard let close = head.firstIndex(of: 0x29), close + 1 < line.count, line[close + 1] == 0x20,
        ByteSearch.find(Array("pid=".utf8), in: Array(head[..<close])) != nil
      else { return 0 }
      return close + 2
    default: return 0
    }
  }
}
