internal import JSON
internal import Platform
package import TrainingModel
internal import TrainingModelJSON

/// `code.json`: what the code was at the start of the run.
///
/// It is found out beside the run, by a process that holds the file's lock from before the run starts until it has
/// written what it found, or knows that there is nothing to find: then the file stays empty.
extension RunDirectory {
  package var codePath: String { path + "/code.json" }

  /// What is known of the code of a run.
  package enum CodeFinding: Hashable, Sendable {
    /// Somebody is at it.
    case underWay
    case known(CodeState)
    /// It lies in no repository, or nobody could tell.
    case unknown

    /// nil unless known.
    package var state: CodeState? { if case .known(let state) = self { state } else { nil } }
  }

  /// What is known of the code at the start of the run.
  package func code() -> CodeFinding {
    // What cannot be told is not known: the run is none the worse for it.
    if (try? FileLock.isHeld(path: codePath)) ?? false { return .underWay }
    guard let bytes = try? FileSystem.read(codePath),  // seldom not there, often empty
      let json = try? JSONParser.parse(bytes), json["version"]?.integer == Record.version
    else { return .unknown }
    return CodeState(json: json).map(CodeFinding.known) ?? .unknown
  }

  /// The content of the file.
  package static func codeRecord(_ state: CodeState) -> [UInt8] {
    guard case .object(let members) = state.json else { return [] }
    return Record(members).bytes
  }
}
