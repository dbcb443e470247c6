import Platform
import SQLite
import TestSupport
import Testing

@Suite struct DatabaseTests {
  private func memory() throws -> Database {
    let database = try Database(path: "", mode: .inMemory)
    try database.execute("CREATE TABLE things(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT")
    return database
  }

  private func add(_ name: String, to database: Database) throws(DatabaseError) {
    try database.run("INSERT INTO things(name) VALUES (?1)", [.text(name)])
  }

  private func names(_ database: Database) throws(DatabaseError) -> [String] {
    try database.rows("SELECT name FROM things ORDER BY id") { $0.text(0) }
  }

  // MARK: Values

  @Test(
    arguments: [
      .null, .integer(0), .integer(.min), .integer(.max), .real(0.1), .real(-.infinity),
      .real(.leastNonzeroMagnitude),
      .text(""), .text("naïve 🚂"),
      .text("a\u{0}b"), .bytes([]),
      .bytes([0, 255, 0]),
    ] as [DatabaseValue])
  func aValueComesBackAsItWent(value: DatabaseValue) throws {
    let database = try Database(path: "", mode: .inMemory)
    let back = try database.firstRow("SELECT ?1, typeof(?1)", [value]) { row -> DatabaseValue? in
      switch row.text(1) {
      case "null": .null
      case "integer": row.optionalInteger(0).map(DatabaseValue.integer)
      case "real": row.optionalReal(0).map(DatabaseValue.real)
      case "text": row.optionalText(0).map(DatabaseValue.text)
      case "blob": row.optionalBytes(0).map(DatabaseValue.bytes)
      default: nil
      }
    }
    #expect(back == value)
  }

  @Test func nothingIsReadAsNothing() throws {
    let row = try Database(path: "", mode: .inMemory).firstRow("SELECT NULL") { row in
      [row.isNull(0), row.optionalInteger(0) == nil, row.optionalReal(0) == nil, row.optionalText(0) == nil]
        + [row.optionalBytes(0) == nil, row.integer(0) == 0, row.text(0).isEmpty, row.bytes(0).isEmpty]
    }
    #expect(row == Array(repeating: true, count: 8))
  }

  @Test func textThatIsNotUTF8IsRepaired() throws {
    let text = try Database(path: "", mode: .inMemory)
      .firstRow("SELECT CAST(?1 AS TEXT)", [.bytes([0x61, 0xFF, 0x62])]) { $0.text(0) }
    #expect(text == "a\u{FFFD}b")
  }

  // MARK: Statements

  @Test func aRunTellsHowManyRowsItChanged() throws {
    let database = try memory()
    for name in ["a", "b", "c"] { try add(name, to: database) }
    #expect(try database.run("DELETE FROM things WHERE name <> ?1", [.text("b")]) == 2)
    #expect(try database.firstRow("SELECT id FROM things WHERE name = 'x'") { $0.integer(0) } == nil)
  }

  @Test func aStatementMayBeUsedWithinItself() throws {
    let database = try memory()
    for name in ["a", "b", "c"] { try add(name, to: database) }
    var pairs: [String] = []
    func outer() throws -> Statement { try database.statement("SELECT name FROM things ORDER BY id") }
    let statement = try outer()
    while let row = try statement.step() {
      let inner = try outer()
      while let other = try inner.step() { pairs.append(row.text(0) + other.text(0)) }
    }
    #expect(pairs == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
  }

  @Test func parametersOfTheLastUseAreGone() throws {
    let database = try memory()
    func get(_ values: [DatabaseValue]) throws -> Int64? {
      try database.firstRow("SELECT ?1") { $0.optionalInteger(0) } ?? nil
    }
    let statement = try database.statement("SELECT ?1")
    try statement.bind([.integer(5)])
    #expect(try statement.step()?.optionalInteger(0) == 5)
    statement.reset()
    #expect(try statement.step()?.isNull(0) == true)
  }

  @Test func wrongSQLSaysWhatAndWhere() throws {
    let database = try Database(path: "", mode: .inMemory)
    let error = #expect(throws: DatabaseError.self) {
      try database.run("SELECT   *\n FROM nowhere WHERE aLongCondition = 1 AND another = 2 AND more")
    }
    #expect(error?.kind == .other)
    #expect(
      error?.description
        == "Cannot prepare 'SELECT * FROM nowhere WHERE aLongCondition = 1 AND anothe…' in the database "
        + ":memory:: no such table: nowhere (SQLite code 1).")
  }

  @Test func quotesOfTheWrongKindAreNoText() throws {
    let database = try memory()
    #expect(throws: DatabaseError.self) { try database.run("SELECT \"nothing\"") }
  }

  // MARK: Transactions

  @Test func aTransactionHappensAsAWholeOrNotAtAll() throws {
    let database = try memory()
    try database.transaction { () throws(DatabaseError) in
      try add("a", to: database)
      try add("b", to: database)
    }
    let error = #expect(throws: DatabaseError.self) {
      try database.transaction { () throws(DatabaseError) in
        try add("c", to: database)
        try add("a", to: database)
      }
    }
    #expect(error?.kind == .constraint)
    #expect(error?.message == "UNIQUE constraint failed: things.name")
    #expect(try names(database) == ["a", "b"])
    #expect(try database.transaction { 7 } == 7, "the failed one is over")
  }

  @Test func foreignKeysAreChecked() throws {
    let database = try memory()
    try database.execute("CREATE TABLE parts(of INTEGER NOT NULL REFERENCES things(id))")
    let error = #expect(throws: DatabaseError.self) { try database.run("INSERT INTO parts VALUES (9)") }
    #expect(error?.kind == .constraint)
  }

  @Test func whenItIsFullNothingOfATransactionRemains() async throws {
    try await ScratchDirectory.with { scratch in
      let database = try Database(path: scratch.path("a.db"))
      try database.execute("CREATE TABLE blobs(content BLOB) STRICT; PRAGMA max_page_count = 20")
      let error = #expect(throws: DatabaseError.self) {
        try database.transaction { () throws(DatabaseError) in
          for _ in 1...10 {
            try database.run("INSERT INTO blobs VALUES (?1)", [.bytes(Array(repeating: 1, count: 16384))])
          }
        }
      }
      #expect(error?.kind == .full)
      #expect(try database.firstRow("SELECT count(*) FROM blobs") { $0.integer(0) } == 0)
      try database.run("INSERT INTO blobs VALUES (?1)", [.bytes([1])])
    }
  }
}
