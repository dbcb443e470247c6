internal import LogReading
internal import Platform

/// Cuts the wanted part out of a log file, reading no more than it must, however large the file is.
struct LogPager {
  /// What was cut out.
  struct Part {
    var content: [UInt8]
    var start: Int64
    var next: Int64
    var isTruncated: Bool
    /// What is missing of the log, where the part touches it.
    var dropped: Range<Int64>?
  }

  /// Bytes that a tail or a search looks at in one call.
  static let searchBudget: Int64 = 8 << 20
  private static let lineFeed = UInt8(ascii: "\n")

  let path: String
  let size: Int64
  /// Bytes that are not there any more, none of which is shown; empty when nothing is missing.
  let missing: Range<Int64>
  let mask: SecretMask
  /// Whether nothing more will be written, so that the end of the log is no half character.
  let isComplete: Bool

  /// Cuts out what a request asks for.
  func part(_ request: LogRequest) throws(SystemError) -> Part {
    let file = try FileDescriptor.open(path, .readingNoLink)
    switch request.start {
    case .tail(let lines): return try tail(lines, request, file)
    case .offset(let offset):
      let offset = min(max(0, offset), size)
      if missing.contains(offset) {
        return Part(
          content: [], start: offset, next: missing.upperBound, isTruncated: missing.upperBound < size,
          dropped: missing)
      }
      var part = try page(from: offset, request, file)
      if missing.contains(part.next) { part.dropped = missing }
      return part
    }
  }

  /// Where reading forwards from `offset` ends: at what is missing, else at the end of the log.
  private func end(from offset: Int64) -> Int64 {
    offset < missing.lowerBound ? min(missing.lowerBound, size) : size
  }

  // MARK: Forwards

  private func page(
    from offset: Int64, _ request: LogRequest, _ file: borrowing FileDescriptor
  ) throws(SystemError) -> Part {
    if let match = request.match { return try search(match, from: offset, request, file) }
    let end = end(from: offset)
    let wanted = min(end - offset, Int64(request.maximumBytes))
    var bytes = try file.read(at: offset, limit: Int(wanted))
    let reachesEnd = offset + Int64(bytes.count) >= end
    // A cut behind a line keeps bars and control sequences whole; one line that is too long is cut all the
    // same, or reading would not go on.
    if !reachesEnd, !request.isRaw, let lineEnd = bytes.lastIndex(of: Self.lineFeed) {
      bytes.removeSubrange((lineEnd + 1)...)
    }
    let isFinal = isComplete || end < size
    if !(reachesEnd && isFinal) { bytes.removeLast(UTF8Boundary.incompleteSuffix(of: bytes)) }
    let next = offset + Int64(bytes.count)
    return Part(
      content: try shown(bytes, at: offset, request, file), start: offset, next: next,
      isTruncated: next < size)
  }

  private func search(
    _ match: String, from offset: Int64, _ request: LogRequest, _ file: borrowing FileDescriptor
  ) throws(SystemError) -> Part {
    let windowEnd = end(from: offset)
    let window = try file.read(at: offset, limit: Int(min(windowEnd - offset, Self.searchBudget)))
    let reachesEnd = offset + Int64(window.count) >= windowEnd
    var part = Part(content: [], start: offset, next: offset, isTruncated: false)
    var position = 0
    while position < window.count {
      let lineEnd = window[position...].firstIndex(of: Self.lineFeed)
      // The last line of the window may go on behind it; unless it fills the window, it is read next time.
      if lineEnd == nil, !reachesEnd, position > 0 { break }
      let end = lineEnd.map { $0 + 1 } ?? window.count
      let line = try shown(
        Array(window[position..<end]), at: offset + Int64(position), request, file)
      if Self.contains(line, match) {
        if !part.content.isEmpty, part.content.count + line.count > request.maximumBytes {
          part.isTruncated = true
          break
        }
        part.content += line.prefix(request.maximumBytes)
      }
      position = end
    }
    part.next = offset + Int64(position)
    if part.next < size { part.isTruncated = true }
    return part
  }

  // MARK: Backwards

  private func tail(
    _ lines: Int, _ request: LogRequest, _ file: borrowing FileDescriptor
  ) throws(SystemError) -> Part {
    var tail = LogTail(wantedLines: lines, maximumBytes: request.maximumBytes)
    var start = size
    // What is missing ends the search as well.
    let first = min(missing.upperBound, size)
    let limit = max(first, size - Self.searchBudget)
    // Block by block from the end, so that a small answer costs a small read. A hole of a sparse file reads
    // as zero bytes, which are no text; it ends the search as the start of the file does.
    while start > limit, !tail.isFull {
      let blockStart = max(limit, start - LogTail.blockBytes)
      let block = try file.read(at: blockStart, limit: Int(start - blockStart))
      start = blockStart
      let isHole = block.allSatisfy { $0 == 0 }
      if isHole { break }
      for (offset, line) in tail.takeLines(block, at: blockStart, isFirstBlock: blockStart == 0) {
        let text = try shown(line, at: offset, request, file)
        if request.match.map({ Self.contains(text, $0) }) ?? true { tail.add(text, at: offset) }
        if tail.isFull { break }
      }
    }
    if !tail.isFull, let (offset, line) = tail.takeRest() {
      let text = try shown(line, at: offset, request, file)
      if request.match.map({ Self.contains(text, $0) }) ?? true { tail.add(text, at: offset) }
    }
    var next = size
    if !isComplete {
      let end = try file.read(at: max(0, size - 4), limit: 4)
      next -= Int64(UTF8Boundary.incompleteSuffix(of: end))
    }
    let wantsMissing = !missing.isEmpty && start == first && !tail.isFull
    return Part(
      content: tail.content, start: tail.start ?? size, next: next, isTruncated: tail.wasCut,
      dropped: wantsMissing ? missing : nil)
  }

  // MARK: What is shown

  /// The bytes as they are shown: masked, and clean unless they are wanted raw.
  private func shown(
    _ bytes: [UInt8], at offset: Int64, _ request: LogRequest, _ file: borrowing FileDescriptor
  ) throws(SystemError) -> [UInt8] {
    let masked = try maskedWithContext(bytes, at: offset, file)
    return request.isRaw ? masked : Array(LogText.clean(masked).utf8)
  }

  /// Masks a part whose first or last bytes may belong to a secret that is cut in two.
  private func maskedWithContext(
    _ bytes: [UInt8], at offset: Int64, _ file: borrowing FileDescriptor
  ) throws(SystemError) -> [UInt8] {
    guard mask.longest > 0, !bytes.isEmpty else { return bytes }
    let before = try file.read(
      at: max(0, offset - Int64(mask.longest)), limit: Int(min(offset, Int64(mask.longest))))
    let after = try file.read(at: offset + Int64(bytes.count), limit: mask.longest)
    let masked = mask.mask(before + bytes + after)
    return Array(masked[before.count..<(before.count + bytes.count)])
  }

  private static func contains(_ line: [UInt8], _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return true }
    var start = 0
    while let found = line[start...].firstIndex(of: first) {
      if line[found...].starts(with: wanted) { return true }
      start = found + 1
    }
    return false
  }
}
