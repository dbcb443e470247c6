/// What earlier lines mean for later ones.
struct ReadingContext: Hashable, Sendable {
  /// How many epochs there will be, where a line said so in words.
  var announcedEpochs: Double?
  /// The total of the bar that counts training steps.
  var barTotal: Int?
  /// That bar reached its end.
  var isBarComplete = false
  /// The lines belong to an evaluation until training goes on.
  var isEvaluating = false
  /// The last line before training began named other work, whose bar may follow: `Extracting features`.
  var isHeadedByOtherWork = false
  /// A line named the use of a model, and none has spoken of training since: `Running inference`.
  var isOtherWork = false
  /// Training has begun; the picture knows, so it is not kept.
  var hasStarted = false
  /// A rule that knows the words has read progress, so that of a loop without names does not count.
  var hasNamedProgress = false
  /// The digest of the lines by which a loop without names was found.
  var ownShape: Int?
  /// Lines that begin a training if others like them follow.
  var candidates: [StartCandidate] = []
  /// Where the last line stood that told a batch size or the like: other settings stand around it.
  var settingsOffset: Int64?
  /// Work was announced that moves nothing, and nothing has moved since.
  var isPausing = false
  /// An epoch was opened.
  var hasEpoch = false
  /// Names of the columns of a table whose rows follow.
  var columns: [String] = []
  /// Names of the columns of a table of plain numbers whose rows may follow.
  var table: [String] = []
  /// Names of the columns of a table with commas whose rows may follow.
  var commaTable: [String] = []
  /// Names of the columns of a table between bars whose rows may follow.
  var cells: [String] = []
  /// Lines since its last row.
  var tableGap = 0
  /// A frame of results was opened.
  var isInFrame = false
  /// What the lines that follow hold.
  var rows: OpenRows?
  /// Names of the columns of results by class whose row follows.
  var classColumns: [String] = []
  /// The number behind `Epoch 0/`, where it is that of the last epoch and not how many there are.
  var lastEpoch: Double?
  /// The number of an epoch that was 0: the training counts from there.
  var hasEpochZero = false

  /// Notes what a line before the first sign of training says of the work that follows.
  mutating func note(_ meaning: WorkHeading.Meaning) {
    switch meaning {
    case .other(let lasts):
      isHeadedByOtherWork = true
      isOtherWork = isOtherWork || lasts
    case .training:
      isHeadedByOtherWork = false
      isOtherWork = false
    case .nothing: isHeadedByOtherWork = false
    }
  }

  /// Notes a line that proves no training alone.
  ///
  /// - Returns: the first line of this shape, when this is the one that was still needed; nil before.
  mutating func confirm(_ shape: Int, value: Double, _ line: LineText, _ needed: Int) -> LogLine? {
    // What is no number is not like itself, which no reader that goes on could compare.
    let value = value.isFinite ? value : 0
    guard let place = candidates.firstIndex(where: { $0.shape == shape }) else {
      if candidates.count == StartCandidate.maximum { candidates.removeFirst() }
      candidates.append(StartCandidate(shape: shape, line: line.logLine, last: value))
      return nil
    }
    if candidates[place].last != value { candidates[place].seen += 1 }
    candidates[place].last = value
    guard candidates[place].seen >= needed else { return nil }
    return candidates.remove(at: place).line
  }

  /// Whether plain lines may be rows that belong to what came before.
  var expectsRows: Bool {
    !table.isEmpty || !commaTable.isEmpty || !cells.isEmpty || rows != nil || !classColumns.isEmpty
  }
}
