/// Takes a TZif file apart (RFC 9636, section 3).
struct ZoneFileReader {
  /// What a file says that matters here.
  struct Content {
    let initialOffset: Int
    let changes: [(time: Int, offset: Int)]
    let rule: ZoneFooterRule?
  }

  private struct Header {
    let version: UInt8
    let utIndicators, standardIndicators, leapSeconds, transitions, types, characters: Int

    /// The length of the block of data behind it.
    func size(ofTimes width: Int) -> Int {
      transitions * (width + 1) + types * 6 + characters + leapSeconds * (width + 4) + standardIndicators
        + utIndicators
    }
  }

  private let name: String
  private let bytes: [UInt8]
  private var position = 0

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  mutating func content() throws(TimeZoneFileError) -> Content {
    var header = try self.header()
    guard header.version >= UInt8(ascii: "2") else { return try block(header, width: 4, rule: nil) }
    // The first block is for readers that know 32 bits alone; the same follows with 64.
    try skip(header.size(ofTimes: 4))
    header = try self.header()
    let start = position
    try skip(header.size(ofTimes: 8))
    let rule = try footer()
    position = start
    return try block(header, width: 8, rule: rule)
  }

  private mutating func header() throws(TimeZoneFileError) -> Header {
    guard bytes.count - position >= 44 else { throw error("it ends within its header") }
    guard bytes[position..<position + 4].elementsEqual("TZif".utf8) else { throw error("it is no TZif file") }
    let version = bytes[position + 4]
    guard version == 0 || version >= UInt8(ascii: "2") else { throw error("its version is unknown") }
    // Fifteen bytes are kept for the future.
    position += 20
    let counts = try (0..<6).map { _ throws(TimeZoneFileError) in try integer(4) }
    let header = Header(
      version: version, utIndicators: counts[0], standardIndicators: counts[1], leapSeconds: counts[2],
      transitions: counts[3], types: counts[4], characters: counts[5])
    guard counts.allSatisfy({ 0...bytes.count ~= $0 }), header.types > 0 else {
      throw error("its header counts what it does not hold")
    }
    return header
  }

  private mutating func block(
    _ header: Header, width: Int, rule: ZoneFooterRule?
  ) throws(TimeZoneFileError) -> Content {
    // The system's clock does not count them, and such files end where nobody knows yet when the next one comes.
    guard header.leapSeconds == 0 else {
      throw error("it counts leap seconds; use the database without 'right/'")
    }
    guard bytes.count - position >= header.size(ofTimes: width) else {
      throw error("it ends within its data")
    }
    let times = try integers(header.transitions, width)
    let indexes = bytes[position..<position + header.transitions]
    position += header.transitions
    var offsets: [Int] = []
    for _ in 0..<header.types {
      let offset = try integer(4)
      guard abs(offset) < Self.largestOffset else { throw error("it has an offset of \(offset) s") }
      offsets.append(offset)
      position += 2
    }
    position += header.characters
    guard zip(times, times.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw error("its times do not ascend")
    }
    guard indexes.allSatisfy({ Int($0) < offsets.count }) else {
      throw error("it names a type that it lacks")
    }
    return Content(
      initialOffset: offsets[0],
      changes: zip(times, indexes).map { (time: $0, offset: offsets[Int($1)]) },
      rule: rule)
  }

  private static let largestOffset = TimeZoneRules.largestOffset

  private mutating func footer() throws(TimeZoneFileError) -> ZoneFooterRule? {
    let newline = UInt8(ascii: "\n")
    guard position < bytes.count, bytes[position] == newline,
      let end = bytes[(position + 1)...].firstIndex(of: newline)
    else { throw error("it ends without its footer") }
    let footer = bytes[(position + 1)..<end]
    // Without a rule the last offset stays.
    guard !footer.isEmpty else { return nil }
    guard let rule = ZoneFooterParser.parse(footer) else {
      throw error("its footer '\(Quote.short(String(decoding: footer, as: UTF8.self)))' is no rule")
    }
    return rule
  }

  private mutating func integers(_ count: Int, _ width: Int) throws(TimeZoneFileError) -> [Int] {
    var values: [Int] = []
    for _ in 0..<count { values.append(try integer(width)) }
    return values
  }

  /// A signed big-endian integer of 4 or 8 bytes.
  private mutating func integer(_ width: Int) throws(TimeZoneFileError) -> Int {
    guard bytes.count - position >= width else { throw error("it ends within its data") }
    var value = UInt64(0)
    for byte in bytes[position..<position + width] { value = value << 8 | UInt64(byte) }
    position += width
    return width == 8 ? Int(Int64(bitPattern: value)) : Int(Int32(truncatingIfNeeded: value))
  }

  private mutating func skip(_ count: Int) throws(TimeZoneFileError) {
    guard bytes.count - position >= count else { throw error("it ends within its data") }
    position += count
  }

  private func error(_ reason: String) -> TimeZoneFileError { TimeZoneFileError(zone: name, reason: reason) }
}
