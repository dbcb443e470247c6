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

  /// Whether plain lines may be rows that belong to what came before.
  var expectsRows: Bool {
    !table.isEmpty || !commaTable.isEmpty || !cells.isEmpty || rows != nil || !classColumns.isEmpty
  }
}
