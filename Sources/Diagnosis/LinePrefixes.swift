import LogReading

/// What launchers put in front of the lines of one process, so that its lines can be told from others'.
///
/// Known forms are torch's `[rank0]: `, torchrun's `[default0]:` and Ray's `(Worker pid=12) `. What else stands in
/// front of a traceback's header and of a line after it (`0: ` of srun, `[1,0]<stderr>:` of mpirun, `trainer-0  | ` of
/// compose) is a prefix too.
struct LinePrefixes {
  private static let maximum = 80
  private static let maximumLearned = 64
  /// Lines behind a header in which a prefix must come again.
  private static let reach = 6

  private var learned: [[UInt8]] = []

  init(_ lines: [[UInt8]]) {
    for (index, line) in lines.enumerated() {
      guard let start = ByteSearch.find(TracebackScanner.header, in: line),
        (1...Self.maximum).contains(start),
        learned.count < Self.maximumLearned
      else { continue }
      let prefix = Array(line[..<start])
      guard !prefix.allSatisfy({ $0 == 0x20 || $0 == 0x7C || $0 == 0x09 }), !learned.contains(prefix) else {
        continue
      }
      let next = lines[(index + 1)...].prefix(Self.reach)
      if next.contains(where: { $0.starts(with: prefix) && $0.count > prefix.count }) {
        learned.append(prefix)
      }
    }
    learned.sort { $0.count > $1.count }
  }

  /// Bytes of the prefix of a line; 0 where it has none.
  func length(in line: [UInt8]) -> Int {
    if let prefix = learned.first(where: { line.starts(with: $0) }) { return prefix.count }
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
