import Platform
import SQLite
import TestSupport
import Testing

/// What becomes of the file: who may read it, who waits for whom, what a damaged one says.
@Suite struct DatabaseFileTests {
  private func make(_ path: String, rows: Int = 1) throws(DatabaseError) -> Database {
    let database = try Database(path: path)
    try database.transaction { () throws(DatabaseError) in
      try database.execute("CREATE TABLE things(name TEXT NOT NULL) STRICT")
      for row in 0..<rows {
        try database.run(
          "INSERT INTO things VALUES (?1)", [.text("\(row) " + String(repeating: "x", count: 500))])
      }
    }
    return database
  }

  private func count(_ database: Database) throws(DatabaseError) -> Int64? {
    try database.firstRow("SELECT count(*) FROM things") { $0.integer(0) }
  }

  private func kind(_ body: () throws -> Void) -> DatabaseError.Kind? {
    #expect(throws: DatabaseError.self) { try body() }?.kind
  }

  @Test func onlyItsOwnerMayReadIt() async throws {
    try await ScratchDirectory.with { scratch in
      let database = try make(scratch.path("a.db"))
      let ls = try Program.find("ls")
      let listing = try await Program.run(
        ProgramLaunch(
          path: ls, arguments: [ls, "-l", scratch.path], environment: .current, directory: nil,
          descriptors: [],
          newSession: false)
      ).text
      let files = listing.split(separator: "\n").filter { $0.contains("a.db") }
      #expect(files.count == 3, "the log and its index lie beside it: \(listing)")
      for file in files { #expect(file.hasPrefix("-rw-------"), "\(file)") }
      extendLifetime(database)
    }
  }

  @Test func twoConnectionsSeeEachOther() async throws {
    try await ScratchDirectory.with { scratch in
      let first = try make(scratch.path("a.db"))
      let second = try Database(path: scratch.path("a.db"))
      let third = try Database(path: scratch.path("a.db"), mode: .readOnly)
      try second.run("INSERT INTO things VALUES ('b')")
      #expect(try count(first) == 2)
      #expect(try count(third) == 2)
      #expect(kind { try third.run("INSERT INTO things VALUES ('c')") } == .readOnly)
    }
  }

  @Test func readersAreNotHeldUpByAWriterAndASecondWriterIsRefusedInTheEnd() async throws {
    try await ScratchDirectory.with { scratch in
      let first = try make(scratch.path("a.db"))
      let second = try Database(path: scratch.path("a.db"))
      try second.execute("PRAGMA busy_timeout = 1")
      try first.transaction { () throws(DatabaseError) in
        try first.run("INSERT INTO things VALUES ('b')")
        let seen = try count(second)
        #expect(seen == 1, "what is not committed is not seen")
        let refusal = kind { try second.transaction {} }
        #expect(refusal == .busy)
      }
      #expect(try count(second) == 2)
    }
  }

  @Test func manyMayOpenANewOneAtOnce() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("a.db")
      try await withThrowingTaskGroup { group in
        for _ in 1...8 {
          group.addTask {
            try await onOwnThread {
              let database = try Database(path: path)
              try database.execute("CREATE TABLE IF NOT EXISTS marks(mark INTEGER NOT NULL)")
              for mark in 1...20 {
                try database.run("INSERT INTO marks VALUES (?1)", [.integer(Int64(mark))])
              }
            }
          }
        }
        try await group.waitForAll()
      }
      let total = try Database(path: path).firstRow("SELECT count(*) FROM marks") { $0.integer(0) }
      #expect(total == 160)
    }
  }

  @Test func aFileThatWentAwayIsNoticed() async throws {
    try await ScratchDirectory.with { scratch in
      let database = try make(scratch.path("a.db"))
      #expect(!database.hasMoved)
      try FileSystem.removeTree(scratch.path("a.db"))
      #expect(database.hasMoved)
      try scratch.write("a.db", "")
      #expect(database.hasMoved, "another file at its place is not it")
      #expect(try !Database(path: "", mode: .inMemory).hasMoved)
    }
  }

  @Test func theVersionIsKept() async throws {
    try await ScratchDirectory.with { scratch in
      let database = try make(scratch.path("a.db"))
      #expect(try database.userVersion == 0)
      try database.setUserVersion(7)
      #expect(try Database(path: scratch.path("a.db"), mode: .readOnly).userVersion == 7)
    }
  }

  @Test func aCheckpointEmptiesTheLog() async throws {
    try await ScratchDirectory.with { scratch in
      let database = try make(scratch.path("a.db"), rows: 100)
      let before = try FileSystem.read(scratch.path("a.db")).count
      try database.checkpoint()
      #expect(try FileSystem.read(scratch.path("a.db")).count > before)
      #expect(try !FileSystem.read(scratch.path("a.db-wal")).isEmpty)
      try database.checkpoint(.truncate)
      #expect(try FileSystem.read(scratch.path("a.db-wal")).isEmpty)
    }
  }

  // MARK: What cannot be opened

  @Test(arguments: [Database.Mode.readWriteCreate, .readOnly])
  func whatIsNoDatabaseIsSaid(mode: Database.Mode) async throws {
    try await ScratchDirectory.with { scratch in
      let text = String(repeating: "This is a letter and no database. ", count: 200)
      let path = try scratch.write("a.db", text)
      #expect(kind { _ = try Database(path: path, mode: mode) } == .notADatabase)
      #expect(try FileSystem.read(path) == Array(text.utf8), "it is left as it was")
    }
  }

  @Test func anOpeningThatFailsLeavesNothingOpen() async throws {
    try await ScratchDirectory.with { scratch in
      let path = try scratch.write("a.db", String(repeating: "no database ", count: 500))
      let before = try FileSystem.entries(of: "/dev/fd").count
      for _ in 1...400 { _ = kind { _ = try Database(path: path) } }
      // Other tests open files meanwhile.
      #expect(try FileSystem.entries(of: "/dev/fd").count < before + 200)
    }
  }

  @Test func aPlaceThatIsNoneIsSaidInTheSystemsWords() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("no/such/place.db")
      let error = #expect(throws: DatabaseError.self) { _ = try Database(path: path) }
      #expect(error?.kind == .cannotOpen)
      #expect(
        error?.description
          == "Cannot open the database \(path): unable to open database file, No such file or directory "
          + "(SQLite code 14).")
      #expect(kind { _ = try Database(path: scratch.path("absent.db"), mode: .readOnly) } == .cannotOpen)
      let entries = try scratch.entries()
      #expect(entries.isEmpty, "nothing was made")
    }
  }

  @Test func aTruncatedFileIsCorrupt() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("a.db")
      try { try make(path, rows: 100).checkpoint(.truncate) }()
      let bytes = try FileSystem.read(path)
      try FileSystem.replace(path, with: Array(bytes.prefix(8192)), durable: false)
      #expect(
        kind {
          let database = try Database(path: path)
          _ = try count(database)
        } == .corrupt)
    }
  }

  @Test func aCheckFindsADamagedPage() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("a.db")
      try {
        let database = try make(path, rows: 100)
        try database.checkpoint(.truncate)
        try database.quickCheck()
      }()
      var bytes = try FileSystem.read(path)
      for index in 8192..<12288 { bytes[index] = 0xA5 }
      try FileSystem.replace(path, with: bytes, durable: false)
      #expect(kind { try Database(path: path).quickCheck() } == .corrupt)
    }
  }
}
