/// Words with which trainers say what becomes of a training, and a line that has them.
package struct TrainerPhrase: Sendable {
  /// What a phrase means.
  package enum Meaning: Sendable {
    /// Training begins.
    case start
    /// The whole training is done.
    case end
    /// An evaluation begins; it lasts until training goes on.
    case evaluation
    /// Work begins that moves nothing and may take minutes: saving, compiling, an evaluation that tells no more.
    case pause
    /// Training stops before its last epoch, because it no longer improves.
    case earlyStop
    /// There was nothing left to train.
    case nothingToDo
  }

  /// Where in a message a phrase must stand.
  package enum Place: Sendable {
    case anywhere
    /// At its beginning: `Tokenizer training completed` speaks of a part.
    case opening
    /// At its beginning, with a number behind it: `Training time 0:01:02`, not `Training time budget`.
    case openingNumber
    /// At the end of the line.
    case closing
  }

  /// In small letters.
  package let text: StaticString
  package let meaning: Meaning
  package let place: Place
  /// A line as it is printed, which is the phrase's test.
  package let example: StaticString
  /// What a line that has the phrase is made of.
  let traits: LineTraits

  init(_ text: StaticString, _ meaning: Meaning, at place: Place = .anywhere, example: StaticString) {
    self.text = text
    self.meaning = meaning
    self.place = place
    self.example = example
    traits = SegmentScanner.traits(
      of: Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)))
  }
}
