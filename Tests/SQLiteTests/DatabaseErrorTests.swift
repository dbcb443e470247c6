import SQLite
import Testing

@Suite struct DatabaseErrorTests {
  /// The numbers are those of https://www.sqlite.org/rescode.html, written out so that a slip shows.
  @Test(
    arguments: [
      (5, .busy), (261, .busy), (517, .busy), (6, .busy), (13, .full), (8, .readOnly), (1544, .readOnly),
      (11, .corrupt), (267, .corrupt), (26, .notADatabase), (14, .cannotOpen), (3, .cannotOpen),
      (10, .ioError), (522, .ioError), (4874, .ioError), (15, .noLocks), (3850, .noLocks), (5130, .noLocks),
      (22, .noLocks), (19, .constraint), (2067, .constraint), (1, .other), (7, .other),
    ] as [(Int32, DatabaseError.Kind)])
  func aCodeHasAKind(code: Int32, kind: DatabaseError.Kind) {
    #expect(DatabaseError(operation: "open", path: "a", code: code, message: "").kind == kind)
  }
}
