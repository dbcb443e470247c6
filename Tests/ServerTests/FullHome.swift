import JSON
import Platform
import TestSupport
import Testing

/// Fills homes with runs: copies of one that has ended, under names of their own.
enum FullHome {
  /// A yard whose server ran something once, and many copies of that run beside it.
  ///
  /// - Parameter name: of every copy, and the value of a tag.
  static func yard(runs count: Int, name: String = "copy") throws -> Yard {
    let yard = try Yard(companions: 0)
    let id = try yard.startRun(["sh", "-c", "echo 'Epoch 1/1 - loss: 0.5'; exit 3"])
    _ = try yard.end(of: id)
    yard.close()
    let runs = "\(yard.home)/runs"
    let specification = try JSONParser.parse(try FileSystem.read("\(runs)/\(id)/run.json"))
    let others = try FileSystem.entries(of: "\(runs)/\(id)").filter { $0 != "run.json" }
      .filter { FileSystem.kind(of: "\(runs)/\(id)/\($0)") == .file }
      .map { ($0, try FileSystem.read("\(runs)/\(id)/\($0)")) }
    let created = try #require(specification["created_at"]?.integer)
    for number in 1...count {
      let digits = String(1_000_000 + number)
      let copy = "train-20200101T000000-\(String(repeating: "a", count: 19))\(digits)"
      var record = try #require(specification.object)
      record["process_id"] = .string(copy)
      record["name"] = .string(name)
      record["tags"] = ["what": .string(name)]
      record["created_at"] = .integer(created - Int64(number) * 1_000_000_000)
      try FileSystem.makeDirectory("\(runs)/\(copy)")
      for (file, bytes) in others + [("run.json", JSONWriter.bytes(.object(record)))] {
        try FileSystem.replace("\(runs)/\(copy)/\(file)", with: bytes, durable: false)
      }
    }
    return yard
  }
}
