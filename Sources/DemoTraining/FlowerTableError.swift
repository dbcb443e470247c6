/// What is wrong with the data, and where.
package enum FlowerTableError: Error, Hashable {
  /// The first line is not the expected header.
  case header(found: String)
  /// A line has not five fields.
  case fieldCount(line: Int, found: Int)
  /// A measurement is no finite number.
  case notANumber(line: Int, column: String, text: String)
  /// A species is not named by letters, digits, `-` and `_`.
  case speciesName(line: Int, text: String)
  /// Too few of one species to hold some back for validation and test.
  case tooFewFlowers(species: String, found: Int)
  /// Nothing to tell apart.
  case tooFewSpecies(found: Int)

  /// The line of the file, counted from 1; nil when the problem is the file as a whole.
  package var line: Int? {
    switch self {
    case .header: 1
    case .fieldCount(let line, _), .notANumber(let line, _, _), .speciesName(let line, _): line
    case .tooFewFlowers, .tooFewSpecies: nil
    }
  }
}

extension FlowerTableError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .header(let found):
      "line 1: the header must be \(FlowerTable.header), not \(Self.quoted(found))"
    case .fieldCount(let line, let found):
      "line \(line): \(FlowerTable.columns.count + 1) fields expected, \(found) found"
    case .notANumber(let line, let column, let text):
      "line \(line): \(column) is not a number: \(Self.quoted(text))"
    case .speciesName(let line, let text):
      "line \(line): species must be letters, digits, - and _, not \(Self.quoted(text))"
    case .tooFewFlowers(let species, let found):
      "\(FlowerTable.leastOfASpecies) flowers of each species are needed, \(species) has \(found)"
    case .tooFewSpecies(let found):
      "two species or more are needed, \(found) found"
    }
  }

  /// `text` in quotation marks, escaped, and cut: a wrong file may be one long line.
  private static func quoted(_ text: String) -> String {
    text.count > 60 ? String(text.prefix(60)).debugDescription + "…" : text.debugDescription
  }
}
