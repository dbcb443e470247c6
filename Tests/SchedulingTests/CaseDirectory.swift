import JSON
import Platform
import TestSupport

/// Cases from outside the repository: in the directory that `SIGNALBOX_CRON_CASES` names, or beside the repository.
enum CaseDirectory {
  static let path: String? = {
    let named = Environment.current["SIGNALBOX_CRON_CASES"]
    let path = named ?? FileSystem.parent(of: Repository.root) + "/shared/cron"
    if FileSystem.kind(of: path) == .directory { return path }
    print("no directory \(path) (SIGNALBOX_CRON_CASES): the cases in it are not tested")
    return nil
  }()

  /// The cases of a file, an object a line.
  static func cases(_ file: String) throws -> [JSONValue] {
    guard let path else { return [] }
    return try FileSystem.read("\(path)/\(file)").split(separator: UInt8(ascii: "\n")).map {
      try JSONParser.parse($0)
    }
  }
}
