/// Lines that say what is done next, before training has begun: `Extracting features`, `Eval on test data`.
///
/// A bar without a name that follows such a line belongs to that work.
package struct WorkHeading: Sendable {
  /// In small letters, as a word among the first of a line begins.
  package let text: StaticString
  /// A line as it is printed, which is the heading's test.
  package let example: StaticString

  /// Every word that is known.
  package static let all = [
    WorkHeading(text: "preprocessing", example: "Preprocessing data..."),
    WorkHeading(text: "processing", example: "2024-05-01 10:00:00,123 - INFO - Processing 100 files"),
    WorkHeading(text: "extracting", example: "Extracting features"),
    WorkHeading(text: "generating", example: "Generating samples"),
    WorkHeading(text: "tokenizing", example: "Tokenizing the corpus"),
    WorkHeading(text: "evaluating", example: "[INFO] Evaluating..."),
    WorkHeading(text: "eval on", example: "Eval on Test dataset"),
    WorkHeading(text: "testing", example: "Testing"),
    WorkHeading(text: "validating", example: "Validating 50 batches"),
    WorkHeading(text: "inference", example: "Running inference..."),
    WorkHeading(text: "predicting", example: "Predicting 100 images"),
    WorkHeading(text: "encoding", example: "Encoding passages"),
    WorkHeading(text: "converting", example: "Converting annotations"),
    WorkHeading(text: "rendering", example: "Rendering views"),
    WorkHeading(text: "resizing", example: "Resizing images"),
    WorkHeading(text: "computing", example: "Computing FID of 50000 samples"),
    WorkHeading(text: "calculating", example: "Calculating statistics"),
    WorkHeading(text: "caching", example: "Caching latents"),
    WorkHeading(text: "scanning", example: "Scanning labels"),
    WorkHeading(text: "downloading", example: "Downloading 12 archives"),
    WorkHeading(text: "filtering", example: "Filtering sentences"),
    WorkHeading(text: "indexing", example: "Indexing documents"),
    WorkHeading(text: "embedding", example: "Embedding documents"),
    WorkHeading(text: "parsing", example: "Parsing XML files"),
    WorkHeading(text: "got prompt", example: "got prompt"),
    WorkHeading(text: "prompt executed", example: "Prompt executed in 3.21 seconds"),
    WorkHeading(text: "loading images", example: "Loading images"),
    WorkHeading(text: "reading images", example: "Reading images from /data"),
  ]

  /// Bytes of a line that are looked at, and words among them.
  private static let reach = 100
  private static let words = 4

  /// Whether a line names other work than training; nil for lines that say nothing, and for bars.
  static func isOtherWork(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool? {
    let head = range.prefix(reach)
    var index = head.lowerBound
    var seen = 0
    while index < head.upperBound, seen < words {
      guard ASCII.isLetter(bytes[index]) else {
        if bytes[index] == ASCII.percent || bytes[index] == ASCII.escape { return nil }
        index += 1
        continue
      }
      if opens(bytes, index..<range.upperBound) {
        return bytes[range].contains(ASCII.percent) ? nil : true
      }
      seen += 1
      while index < head.upperBound, ASCII.isLetter(bytes[index]) { index += 1 }
    }
    return seen > 0 ? false : nil
  }

  /// The letters that headings begin with, a bit each.
  private static let initials = all.reduce(into: UInt32(0)) { mask, heading in
    mask |= 1 << UInt32(heading.text.utf8Start[0] & 0x1F)
  }

  private static func opens(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard initials & 1 << UInt32(bytes[range.lowerBound] & 0x1F) != 0 else { return false }
    return all.contains { heading in
      let length = heading.text.utf8CodeUnitCount
      return range.count >= length
        && (0..<length).allSatisfy {
          ASCII.lower(bytes[range.lowerBound + $0]) == heading.text.utf8Start[$0]
        }
    }
  }
}
