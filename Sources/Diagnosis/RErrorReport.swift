/// What R prints when a script stops: `Error in fit(x) : object 'y' not found`, the message on the next line where the
/// first is full.
struct RErrorReport {
  /// The report in one line.
  let text: String

  private static let start = Array("Error in ".utf8)
  private static let mark = Array(" : ".utf8)
  private static let blank: UInt8 = 0x20

  init?(_ line: [UInt8], next: [UInt8]) {
    guard line.starts(with: Self.start) else { return nil }
    let end = line.reversed().drop { $0 == Self.blank }
    if end.starts(with: ": ".utf8), next.first == Self.blank {
      let message = next.drop { $0 == Self.blank }
      text = String(decoding: end.reversed() + [Self.blank] + message, as: UTF8.self)
    } else if ByteSearch.find(Self.mark, in: line) != nil {
      text = String(decoding: line, as: UTF8.self)
    } else {
      return nil
    }
  }
}
