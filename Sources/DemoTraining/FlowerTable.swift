/// The data of the training, read from CSV.
struct FlowerTable {
  /// The one header that is understood.
  static let header = "sepal_length,sepal_width,petal_length,petal_width,species"
  /// The names of the four measurements, in order.
  static let columns = ["sepal_length", "sepal_width", "petal_length", "petal_width"]
  /// Fewer of a species cannot be split into training, validation and test.
  static let leastOfASpecies = 5

  private(set) var flowers: [Flower] = []
  /// Species in the order in which they first appear.
  private(set) var species: [String] = []

  /// Reads `csv`: the header, then one flower a line; blank lines are passed over, CRLF is taken.
  init(csv: String) throws(FlowerTableError) {
    let lines = csv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let header = lines.first ?? ""
    guard header == Self.header else { throw .header(found: String(header)) }
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      flowers.append(try flower(line, number: index + 1))
    }
    guard species.count >= 2 else { throw .tooFewSpecies(found: species.count) }
    for (index, name) in species.enumerated() {
      let found = flowers.count { $0.species == index }
      guard found >= Self.leastOfASpecies else { throw .tooFewFlowers(species: name, found: found) }
    }
  }

  private mutating func flower(_ line: Substring, number: Int) throws(FlowerTableError) -> Flower {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    guard fields.count == Self.columns.count + 1 else {
      throw .fieldCount(line: number, found: fields.count)
    }
    var features = SIMD4<Double>()
    for (index, column) in Self.columns.enumerated() {
      guard let value = Double(fields[index]), value.isFinite else {
        throw .notANumber(line: number, column: column, text: String(fields[index]))
      }
      features[index] = value
    }
    return Flower(features: features, species: try speciesIndex(fields[Self.columns.count], line: number))
  }

  private mutating func speciesIndex(_ name: Substring, line: Int) throws(FlowerTableError) -> Int {
    // Names go into the model file as they are: none may need an escape there.
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    guard isPlain, !name.isEmpty else { throw .speciesName(line: line, text: String(name)) }
    if let index = species.firstIndex(where: { $0 == name }) { return index }
    species.append(String(name))
    return species.count - 1
  }
}
