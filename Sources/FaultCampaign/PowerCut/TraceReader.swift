/// Reads a trace: `struct fi_record` of `Sources/CFaultInjection/include/CFaultInjection.h`, one after the other.
package struct TraceReader {
  private static let headSize = 48
  private static let emptied: UInt64 = 1
  private static let directory: UInt64 = 2

  private let bytes: [UInt8]
  private var offset = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// All records of a trace, in the order in which the changes were made.
  package static func records(in bytes: [UInt8]) throws(TraceError) -> [TraceRecord] {
    var reader = TraceReader(bytes)
    var records: [TraceRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  /// The bytes of a mark, to be appended to a trace that programs are writing.
  package static func mark(_ text: String) -> [UInt8] {
    let path = Array(text.utf8)
    var head: [UInt8] = []
    func append(_ value: Int, bytes count: Int) {
      for place in 0..<count { head.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
    }
    append(headSize + path.count, bytes: 4)
    append(9, bytes: 2)
    // Role, process, flags, inode and position.
    append(0, bytes: 2 + 4 + 4 + 8 + 8)
    append(path.count, bytes: 4)
    append(0, bytes: headSize - head.count)
    return head + path
  }

  private mutating func next() throws(TraceError) -> TraceRecord? {
    guard offset < bytes.count else { return nil }
    guard offset + Self.headSize <= bytes.count else { throw error("it ends within the head of a record") }
    let size = Int(number(at: 0, bytes: 4))
    let (pathSize, otherSize) = (Int(number(at: 32, bytes: 4)), Int(number(at: 36, bytes: 4)))
    let dataSize = Int(number(at: 40, bytes: 4))
    guard size == Self.headSize + pathSize + otherSize + dataSize, offset + size <= bytes.count else {
      throw error("a record of \(size) bytes does not fit its parts or the file")
    }
    var place = offset + Self.headSize
    func take(_ count: Int) -> [UInt8] {
      defer { place += count }
      return Array(bytes[place..<place + count])
    }
    let path = String(decoding: take(pathSize), as: UTF8.self)
    let other = String(decoding: take(otherSize), as: UTF8.self)
    let data = take(dataSize)
    let inode = number(at: 16, bytes: 8)
    let flags = number(at: 12, bytes: 4)
    let position = Int(Int64(bitPattern: number(at: 24, bytes: 8)))
    let operation: TraceRecord.Operation
    switch number(at: 4, bytes: 2) {
    case 1: operation = .open(path: path, inode: inode, isEmptied: flags & Self.emptied != 0)
    case 2: operation = .write(inode: inode, offset: position, bytes: data)
    case 3: operation = .truncate(inode: inode, size: position)
    case 4 where flags & Self.directory != 0: operation = .syncDirectory(path: path)
    case 4: operation = .syncFile(inode: inode)
    case 5: operation = .rename(from: other, to: path)
    case 6: operation = .unlink(path: path)
    case 7: operation = .makeDirectory(path: path)
    case 8: operation = .link(from: other, to: path)
    case 9: operation = .mark(path)
    case let unknown: throw error("there is no operation \(unknown)")
    }
    let record = TraceRecord(operation, pid: Int32(truncatingIfNeeded: number(at: 8, bytes: 4)))
    offset += size
    return record
  }

  /// A little-endian number of the record that begins at `offset`.
  private func number(at place: Int, bytes count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(bytes[offset + place + $1]) << (8 * UInt64($1)) }
  }

  private func error(_ problem: String) -> TraceError { TraceError(offset: offset, problem: problem) }
}
