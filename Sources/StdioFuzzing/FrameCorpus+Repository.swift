internal import EmbeddedFiles
internal import JSON
internal import Platform
internal import TestSupport

extension FrameCorpus {
  /// The tools of this program by its own schemas, and what the transcripts of the repository say, if they are there.
  package static func ofRepository() -> FrameCorpus {
    let tools = EmbeddedFile.allCases.compactMap { file -> (name: String, schema: JSONObject)? in
      guard file.path.hasPrefix(prefix), file.path.hasSuffix(suffix),
        let schema = try? JSONParser.parse(file.text)  // a test holds all of them to be JSON
      else { return nil }
      return schema.object.map { (String(file.path.dropFirst(prefix.count).dropLast(suffix.count)), $0) }
    }
    // Where the program was moved away from the repository there are none, and the methods have to do.
    let paths = (try? Repository.files(under: "fixtures/transcripts", suffix: ".jsonl")) ?? []
    // One that cannot be read has nothing to add.
    return FrameCorpus(tools: tools, transcripts: paths.compactMap { try? Repository.bytes($0) })
  }

  private static let prefix = "schemas/"
  private static let suffix = ".input.json"
}
