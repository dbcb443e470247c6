import Platform
import RunHistory
import SQLite
import Scheduling
import TestSupport
import Testing
import TrainingModel

/// Opening: new files, old files, those of later programs, and those that are no history.
@Suite struct SchemaTests {
  private static let second = Migration(sql: "CREATE TABLE additions(name TEXT) STRICT")

  private func version(_ path: String) throws -> Int64 {
    try Database(path: path, mode: .readOnly).userVersion
  }

  private func error(_ body: () throws -> Void) -> HistoryError? {
    #expect(throws: HistoryError.self) { try body() }
  }

  @Test func aNewOneIsMadeWithTheDirectoryItLiesIn() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("home/history.db")
      let new = try HistoryDatabase(path: path)
      #expect(try new.entries().isEmpty)
      #expect(try version(path) == Int64(Migration.all.count))
      #expect(try HistoryDatabase(path: path).entries().isEmpty)
    }
  }

  @Test func anEmptyFileIsANewOne() async throws {
    try await ScratchDirectory.with { scratch in
      let path = try scratch.write("history.db", "")
      #expect(try HistoryDatabase(path: path).entries().isEmpty)
    }
  }

  @Test func anOlderOneIsBroughtUpAndKeepsItsRuns() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      // As a program of that time has written it.
      try {
        _ = try HistoryDatabase(path: path, migrations: Array(Migration.all.prefix(1)))
        let old = try Database(path: path)
        try old.run(
          "INSERT INTO runs(process_id, created_at, status, specification) VALUES (?1, 1, 'queued', '{}')",
          [.text(Examples.id(1).rawValue)])
        try old.run(
          "INSERT INTO events(process_id, time, kind, detail) VALUES (?1, 1, 'created', '{}')",
          [.text(Examples.id(1).rawValue)])
      }()
      let history = try HistoryDatabase(path: path, migrations: Migration.all + [Self.second])
      #expect(try history.entries().count == 1)
      let feed = try history.feed(FeedQuery(start: .oldest, limit: 9, kinds: [.created]))
      #expect(try feed.entries.map(\.run) == [Examples.id(1)])
      #expect(try version(path) == Int64(Migration.all.count) + 1)
      try Database(path: path).execute("INSERT INTO additions VALUES ('a')")
    }
  }

  @Test func executionsOfAnOlderOneAreRead() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      _ = try HistoryDatabase(path: path, migrations: Array(Migration.all.prefix(1)))
      try Database(path: path).execute(
        "INSERT INTO executions(execution_id, schedule_id, scheduled_for, status) VALUES ('e', 's-1', 5, 'missed')"
      )
      let id = try #require(ScheduleID("schedule-1"))
      try Database(path: path).run("UPDATE executions SET schedule_id = ?1", [.text(id.rawValue)])
      let executions = try HistoryDatabase(path: path).executions(of: id, limit: 9)
      #expect(
        executions == [
          Execution(
            id: "e", schedule: id, scheduledFor: Timestamp(nanoseconds: 5), status: .missed)
        ])
    }
  }

  @Test func aStepThatFailsLeavesWhatWasThere() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      let broken = Migration(sql: "CREATE TABLE halves(a); INSERT INTO nowhere VALUES (1)")
      let failure = error { _ = try HistoryDatabase(path: path, migrations: Migration.all + [broken]) }
      guard case .unusable(path, let cause) = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(cause.message == "no such table: nowhere")
      #expect(try version(path) == Int64(Migration.all.count))
      _ = try HistoryDatabase(path: path, migrations: Migration.all + [Self.second])
    }
  }

  @Test func manyMayMakeItAtOnce() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      try await withThrowingTaskGroup { group in
        for number in 1...8 {
          group.addTask {
            try await onOwnThread {
              try HistoryDatabase(path: path, migrations: Migration.all + [Self.second])
                .insert(Examples.specification(number))
            }
          }
        }
        try await group.waitForAll()
      }
      let history = try HistoryDatabase(path: path, migrations: Migration.all + [Self.second])
      #expect(try history.entries().count == 8)
    }
  }

  // MARK: What is refused

  @Test(arguments: [Database.Mode.readWriteCreate, .readOnly])
  func oneOfALaterProgramIsNotTouched(mode: Database.Mode) async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      try {
        let later = try Database(path: path)
        try later.execute("CREATE TABLE others(a); PRAGMA user_version = 1000; PRAGMA journal_mode = DELETE")
      }()
      let before = try FileSystem.read(path)
      let failure = error { _ = try HistoryDatabase(path: path, mode: mode) }
      #expect(
        failure == .newerSchema(path: path, found: 1000, supported: Int64(Migration.all.count)))
      #expect(failure?.description.contains("later version") == true)
      #expect(try FileSystem.read(path) == before)
      #expect(try scratch.entries() == ["history.db"])
    }
  }

  /// What a server leaves that is killed while it makes the database, before there is a write-ahead log.
  @Test func aTransactionThatWasBrokenOffIsTakenBack() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      try HistoryDatabase(path: path).insert(Examples.specification(1))
      try FileSystem.replace(path + "-journal", with: [UInt8](repeating: 1, count: 512), durable: false)
      #expect(throws: DatabaseError.self) { try Database(path: path, mode: .readOnly) }
      #expect(try HistoryDatabase(path: path).entries().count == 1)
    }
  }

  @Test func oneThatMayOnlyBeReadIsNotBroughtUp() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      _ = try HistoryDatabase(path: path)
      #expect(try HistoryDatabase(path: path, mode: .readOnly).entries().isEmpty)
      let failure = error {
        _ = try HistoryDatabase(path: path, mode: .readOnly, migrations: Migration.all + [Self.second])
      }
      guard case .unusable(path, let cause) = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(cause.kind == .readOnly)
    }
  }

  @Test func whatIsNoDatabaseIsDamaged() async throws {
    try await ScratchDirectory.with { scratch in
      let path = try scratch.write("history.db", String(repeating: "no history at all ", count: 500))
      guard case .damaged(path, let reason) = error({ _ = try HistoryDatabase(path: path) }) else {
        Issue.record("it is not said to be damaged")
        return
      }
      #expect(reason == "file is not a database")
    }
  }

  @Test(arguments: [100, 4096, 8192, 20000])
  func aTruncatedOneIsDamaged(size: Int) async throws {
    try await ScratchDirectory.with { scratch in
      let path = try damaged(scratch) { $0.removeLast($0.count - size) }
      guard case .damaged = error({ _ = try HistoryDatabase(path: path).entries() }) else {
        Issue.record("it is not said to be damaged")
        return
      }
    }
  }

  @Test func whereNothingCanBeMadeItSaysWhatToDo() async throws {
    try await ScratchDirectory.with { scratch in
      try scratch.write("file", "")
      let path = scratch.path("file/history.db")
      let failure = error { _ = try HistoryDatabase(path: path) }
      guard case .unusable(path, let cause) = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(cause.kind == .cannotOpen)
      #expect(
        failure?.description.hasSuffix("See whether its directory is there and may be written.") == true)
    }
  }

  // MARK: Setting aside

  @Test func aDamagedOneMakesRoomForANewOne() async throws {
    try await ScratchDirectory.with { scratch in
      let path = try damaged(scratch) { $0.removeLast($0.count - 8192) }
      try scratch.write("history.db-wal", "left over")
      let bytes = try FileSystem.read(path)
      let aside = try #require(try HistoryDatabase.setAside(path: path))
      #expect(aside.hasPrefix("\(path).damaged-"))
      #expect(try FileSystem.read(aside) == bytes)
      #expect(FileSystem.kind(of: aside + "-wal") == .file)
      try HistoryDatabase(path: path).insert(Examples.specification(1))
      #expect(try HistoryDatabase.setAside(path: path) == nil, "a sound one stays")
      #expect(try HistoryDatabase(path: path).entries().count == 1)
    }
  }

  @Test func twoInOneSecondGetTwoNames() async throws {
    try await ScratchDirectory.with { scratch in
      var places: Set<String> = []
      for _ in 1...3 {
        let path = try damaged(scratch) { $0.removeLast($0.count - 8192) }
        places.insert(try #require(try HistoryDatabase.setAside(path: path)))
      }
      #expect(places.count == 3)
    }
  }

  @Test func ofSeveralThatFindItDamagedOneSetsItAside() async throws {
    try await ScratchDirectory.with { scratch in
      let path = try damaged(scratch) { $0.removeLast($0.count - 8192) }
      let places = Recorder<String>()
      try await withThrowingTaskGroup { group in
        for number in 1...6 {
          group.addTask {
            try await onOwnThread {
              if let place = try HistoryDatabase.setAside(path: path) { places.record(place) }
              try HistoryDatabase(path: path).insert(Examples.specification(number))
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(places.count == 1)
      #expect(try HistoryDatabase(path: path).entries().count == 6)
    }
  }

  @Test func whoHasItOpenNoticesThatItWentAside() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      let history = try HistoryDatabase(path: path)
      #expect(!history.hasMoved)
      try FileSystem.rename(path, to: path + ".elsewhere")
      _ = try HistoryDatabase(path: path)
      #expect(history.hasMoved)
    }
  }

  /// A history with runs in it whose bytes were changed; nobody has it open.
  private func damaged(_ scratch: ScratchDirectory, _ change: (inout [UInt8]) -> Void) throws -> String {
    let path = scratch.path("history.db")
    try {
      let history = try HistoryDatabase(path: path)
      for number in 1...200 { try history.insert(Examples.specification(number)) }
      try history.checkpoint()
    }()
    var bytes = try FileSystem.read(path)
    change(&bytes)
    try FileSystem.replace(path, with: bytes, durable: false)
    return path
  }
}
