/// Lines that say what is done next, before training has begun: `Extracting features`, `Eval on test data`.
///
/// A bar without a name that follows such a line belongs to that work.
package struct WorkHeading: Sendable {
  /// What a line says of the work that follows.
  enum Meaning {
    /// Other work than training; it lasts until a line speaks of training when a model is put to use.
    case other(lasts: Bool)
    case training
    case nothing
  }

  /// In small letters, as a word among the first of a line begins.
  package let text: StaticString
  /// Whether a model is put to use: all that follows is of that, until a line speaks of training.
  package let lasts: Bool
  /// A line as it is printed, which is the heading's test.
  package let example: StaticString

  private init(text: StaticString, lasts: Bool = false, example: StaticString) {
    self.text = text
    self.lasts = lasts
    self.example = example
  }

  /// Every word that is known.
  package static let all = [
    WorkHeading(text: "preprocessing", example: "Preprocessing data..."),
    WorkHeading(text: "processing", example: "2024-05-01 10:00:00,123 - INFO - Processing 100 files"),
    WorkHeading(text: "extract", example: "Extracting features"),
    WorkHeading(text: "generating", example: "Generating samples"),
    WorkHeading(text: "tokenizing", example: "Tokenizing the corpus"),
    WorkHeading(text: "evaluating", lasts: true, example: "[INFO] Evaluating..."),
    WorkHeading(text: "eval on", lasts: true, example: "Eval on Test dataset"),
    WorkHeading(text: "testing", example: "Testing"),
    WorkHeading(text: "validating", example: "Validating 50 batches"),
    WorkHeading(text: "inference", lasts: true, example: "Running inference..."),
    WorkHeading(text: "inferring", lasts: true, example: "Inferring 12 volumes"),
    WorkHeading(text: "infered ", lasts: true, example: "infered volume_370.raw"),
    WorkHeading(text: "sampling", example: "Sampling 16 images"),
    WorkHeading(text: "evaluator.py", lasts: true, example: "INFO [evaluator.py:152] Building the model"),
    WorkHeading(text: "start evaluation", lasts: true, example: "Start evaluation on 500 samples"),
    WorkHeading(text: "starting evaluation", lasts: true, example: "INFO:__main__:Starting evaluation..."),
    WorkHeading(text: "begin eval", lasts: true, example: "[10:00:01] begin eval of the policy"),
    WorkHeading(text: "starting testing", lasts: true, example: "[__main__][INFO] - Starting testing!"),
    WorkHeading(text: "building contexts", lasts: true, example: "Building contexts for hellaswag on rank 0"),
    WorkHeading(
      text: "applying attention", lasts: true, example: "Applying attention optimization: xformers... done."),
    WorkHeading(text: "predicting", lasts: true, example: "Predicting 100 images"),
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
    WorkHeading(text: "got prompt", lasts: true, example: "got prompt"),
    WorkHeading(text: "prompt executed", lasts: true, example: "Prompt executed in 3.21 seconds"),
    WorkHeading(text: "loading images", example: "Loading images"),
    WorkHeading(text: "reading images", example: "Reading images from /data"),
  ]

  /// Bytes of a line that are looked at, and words among them that may be a heading.
  private static let reach = 100
  private static let words = 4
  /// Words that speak of training, in small letters.
  private static let training: [StaticString] = [
    "training", "trainer", "train ", "epoch", "optimi", "fine-tun", "finetun", "gradient",
  ]
  /// Words of what libraries remark on: such a line is none of the program's own.
  private static let remarks: [StaticString] = ["tensorflow/", "warning", "warnings"]

  /// What a line names; nil for lines that say nothing, and for bars.
  static func meaning(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Meaning? {
    let head = range.prefix(reach)
    let starts = starts
    var index = head.lowerBound
    var seen = 0
    var isOfTraining = false
    var isStage = false
    while index < head.upperBound {
      guard ASCII.isLetter(bytes[index]) else {
        if bytes[index] == ASCII.percent || bytes[index] == ASCII.escape { return nil }
        if seen == 0, bytes[index] == ASCII.openBracket {
          isStage = isCount(bytes, index + 1..<head.upperBound)
        }
        index += 1
        continue
      }
      let word = index..<range.upperBound
      let kinds = index + 1 < range.upperBound ? starts[key(bytes[index], bytes[index + 1])] : 0
      if kinds & Self.other != 0 {
        if remarks.contains(where: { stands($0, bytes, word) }) { return nil }
        if training.contains(where: { stands($0, bytes, word) }) { isOfTraining = true }
      }
      if kinds & Self.heading != 0, seen < words,
        let heading = all.first(where: { stands($0.text, bytes, word) })
      {
        return bytes[range].contains(ASCII.percent) ? nil : .other(lasts: heading.lasts)
      }
      seen += 1
      while index < head.upperBound, ASCII.isLetter(bytes[index]) { index += 1 }
    }
    guard seen > 0 else { return nil }
    if isOfTraining { return .training }
    return isStage ? .other(lasts: false) : .nothing
  }

  /// `[3/6] dynamic masks`: a stage of a script.
  private static func isCount(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var marks = 0
    for index in range {
      if bytes[index] == ASCII.closeBracket {
        return marks == 1 && index + 2 < range.upperBound && bytes[index + 1] == ASCII.space
          && ASCII.isLetter(bytes[index + 2])
      }
      if bytes[index] == ASCII.slash { marks += 1 } else if !ASCII.isDigit(bytes[index]) { return false }
    }
    return false
  }

  private static let heading: UInt8 = 1
  private static let other: UInt8 = 2

  /// What words with each pair of first letters may be; made once, never changed and never freed.
  private nonisolated(unsafe) static let starts: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 1024)
    table.initialize(repeating: 0, count: 1024)
    for text in all.map(\.text) { table[key(text.utf8Start[0], text.utf8Start[1])] |= heading }
    for text in training + remarks { table[key(text.utf8Start[0], text.utf8Start[1])] |= other }
    return UnsafePointer(table)
  }()

  /// The place of two letters in the table, whatever their case.
  private static func key(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 0x1F) << 5 | Int(second & 0x1F)
  }

  private static func stands(
    _ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let length = word.utf8CodeUnitCount
    guard range.count >= length else { return false }
    for offset in 0..<length where ASCII.lower(bytes[range.lowerBound + offset]) != word.utf8Start[offset] {
      return false
    }
    return true
  }
}
