import Platform

/// The data set that ships with the repository.
enum IrisFixture {
  /// The text of `fixtures/data/iris.csv`.
  static func csv(testFile: String = #filePath) throws -> String {
    let root = testFile.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    let path = root.joined(separator: "/") + "/fixtures/data/iris.csv"
    return String(decoding: try FileSystem.read(path), as: UTF8.self)
  }
}
