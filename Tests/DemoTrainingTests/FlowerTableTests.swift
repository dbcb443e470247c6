import Testing

@testable import DemoTraining

@Suite struct FlowerTableTests {
  @Test func readsTheShippedData() throws {
    let table = try FlowerTable(csv: IrisFixture.csv())
    #expect(table.flowers.count == 150)
    #expect(table.species == ["setosa", "versicolor", "virginica"])
    #expect(table.flowers.first == Flower(features: [5.1, 3.5, 1.4, 0.2], species: 0))
    #expect(table.flowers.last == Flower(features: [5.9, 3.0, 5.1, 1.8], species: 2))
  }

  @Test func takesWindowsLineEndsAndBlankLines() throws {
    let csv = try IrisFixture.csv()
    let windows = csv.split(separator: "\n").joined(separator: "\r\n") + "\r\n\r\n"
    #expect(try FlowerTable(csv: windows).flowers == FlowerTable(csv: csv).flowers)
  }

  @Test(
    arguments: [
      (
        "5.1,3.5,1.4,setosa", .fieldCount(line: 3, found: 4),
        "line 3: 5 fields expected, 4 found"
      ),
      (
        "5.1,3.5,1.4,0.2,setosa,", .fieldCount(line: 3, found: 6),
        "line 3: 5 fields expected, 6 found"
      ),
      (
        "5.1,wide,1.4,0.2,setosa", .notANumber(line: 3, column: "sepal_width", text: "wide"),
        #"line 3: sepal_width is not a number: "wide""#
      ),
      (
        "5.1,3.5,,0.2,setosa", .notANumber(line: 3, column: "petal_length", text: ""),
        #"line 3: petal_length is not a number: """#
      ),
      (
        "5.1,3.5,1.4,nan,setosa", .notANumber(line: 3, column: "petal_width", text: "nan"),
        #"line 3: petal_width is not a number: "nan""#
      ),
      (
        "5.1,3.5,1.4,0.2,", .speciesName(line: 3, text: ""),
        #"line 3: species must be letters, digits, - and _, not """#
      ),
      (
        #"5.1,3.5,1.4,0.2,"setosa""#, .speciesName(line: 3, text: #""setosa""#),
        #"line 3: species must be letters, digits, - and _, not "\"setosa\"""#
      ),
    ] as [(String, FlowerTableError, String)])
  func namesTheLineThatIsWrong(row: String, error: FlowerTableError, text: String) {
    let csv = FlowerTable.header + "\n5.0,3.0,1.0,0.1,setosa\n" + row + "\n"
    #expect(throws: error) { try FlowerTable(csv: csv) }
    #expect(error.description == text)
    #expect(error.line == 3)
  }

  @Test(arguments: ["", "a,b,c,d,e", "5.1,3.5,1.4,0.2,setosa"])
  func anotherHeaderIsRefused(header: String) {
    let error = FlowerTableError.header(found: header)
    #expect(throws: error) { try FlowerTable(csv: header + "\n5.1,3.5,1.4,0.2,setosa") }
    #expect(error.line == 1)
  }

  @Test func aLongWrongLineIsCutInTheMessage() {
    let message = FlowerTableError.header(found: String(repeating: "x", count: 100_000)).description
    #expect(message.count < 200)
    #expect(message.hasSuffix(#"x"…"#))
  }

  @Test func tooLittleDataIsRefused() {
    let rows = Array(repeating: "5.1,3.5,1.4,0.2,setosa", count: 5)
    let onlyOne = ([FlowerTable.header] + rows).joined(separator: "\n")
    #expect(throws: FlowerTableError.tooFewSpecies(found: 1)) { try FlowerTable(csv: onlyOne) }
    #expect(throws: FlowerTableError.tooFewFlowers(species: "virginica", found: 1)) {
      try FlowerTable(csv: onlyOne + "\n5.9,3.0,5.1,1.8,virginica")
    }
    #expect(FlowerTableError.tooFewSpecies(found: 1).line == nil)
  }
}
