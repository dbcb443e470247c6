internal import Digests
package import Platform
internal import RunStore
package import TrainingModel

/// Finds out what the code of a run is: the commit of its repository, and what of the work tree is not in it.
///
/// What a repository may do is in its owner's hand alone, so git is asked only for names and for digests of contents,
/// which run nothing (see `GitProgram`); a change inside of a submodule counts when its commit is another one.
package struct CodeSurvey {
  /// Files whose contents are looked at.
  private static let maximumFiles = 500
  /// Bytes of contents that are looked at, all files together; of what is larger size and time are.
  private static let maximumBytes: Int64 = 32 << 20
  /// How the names of files end that trainings write, and nobody runs.
  ///
  /// A run would else differ from the one before it by what that one has left.
  private static let outputs = Set([
    "log", "out", "err", "pt", "pth", "ckpt", "bin", "safetensors", "npy", "npz", "h5", "hdf5", "onnx", "pkl",
    "joblib", "parquet", "arrow", "csv", "tsv", "jsonl", "png", "jpg", "svg", "pdf", "pyc", "tmp", "lock",
    "pid",
    "gz", "zip", "tar", "wandb", "db",
  ])

  /// A file that is not as the commit has it.
  private struct Change {
    /// As git puts it: modes and what happened.
    let kind: String
    let path: String
    /// What the commit has; nil for a file that it has not.
    let committed: String?
    /// What git knows the content to be; nil where it was not looked at.
    let content: String?
  }

  private var git: GitProgram

  /// - Parameters:
  ///   - inherited: where git is looked for, and what it may know of the person.
  ///   - seconds: for all of it.
  package init?(inherited: Environment, seconds: Double) {
    let deadline = SystemClock.monotonic().advanced(bySeconds: seconds)
    guard let git = GitProgram(inherited: inherited, deadline: deadline) else { return nil }
    self.git = git
  }

  /// The code of a command; nil where it lies in no repository that git reads, or in one without a commit.
  package mutating func state(of command: [String], in directory: String) -> CodeState? {
    for place in CodePlaces(of: command, in: directory).directories {
      if let state = state(in: place) { return state }
    }
    return nil
  }

  /// TensorBoard's names say only in the middle what they are.
  private static func isEventFile(_ path: String) -> Bool {
    path.split(separator: "/").last?.hasPrefix("events.out.tfevents") ?? false
  }

  private static func ending(of path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    let parts = name.split(separator: UInt8(ascii: "."))
    return parts.count > 1 ? String(decoding: parts[parts.count - 1], as: UTF8.self) : ""
  }

  private mutating func state(in directory: String) -> CodeState? {
    do throws(GitProgram.Problem) {
      let names = try git.lines(["rev-parse", "--show-toplevel", "HEAD"], in: directory)
      guard names.count == 2, names[0].hasPrefix("/"), names[1].utf8.count >= 40 else { return nil }
      try git.disarm(in: names[0])
      return CodeState(commit: names[1], workTree: try workTree(names[0]), root: names[0])
    } catch {
      return nil
    }
  }

  // MARK: What is not in the commit

  private func workTree(_ root: String) throws(GitProgram.Problem) -> CodeState.WorkTree {
    let changes: [Change]
    do throws(GitProgram.Problem) {
      changes = try tracked(in: root) + untracked(in: root)
    } catch .tooMuch {
      return .dirty(digest: nil)
    }
    let contents = contents(of: changes, in: root)
    var digest = PieceDigest()
    var isDirty = false
    for (change, content) in zip(changes, contents) {
      // git has said only that its size or its times are others.
      if let committed = change.committed, committed == content, change.content == nil,
        change.kind.utf8.last == UInt8(ascii: "M"), Self.keepsMode(change.kind)
      {
        continue
      }
      isDirty = true
      for piece in [change.kind, change.path, content] { digest.add(piece) }
    }
    return isDirty ? .dirty(digest: digest.text) : .clean
  }

  /// Whether both modes of `100644 100644 M` are one.
  private static func keepsMode(_ kind: String) -> Bool {
    let words = kind.split(separator: " ")
    return words.count == 3 && words[0] == words[1]
  }

  private func tracked(in root: String) throws(GitProgram.Problem) -> [Change] {
    let arguments = [
      "diff-index", "-z", "--raw", "--no-renames", "--no-abbrev", "--ignore-submodules=dirty", "HEAD", "--",
    ]
    // By twos: `:100644 100644 <blob> <blob> M`, and the path.
    let texts = try git.texts(arguments, in: root)
    return stride(from: 0, to: texts.count - 1, by: 2).compactMap { index in
      let words = texts[index].dropFirst().split(separator: " ").map(String.init)
      guard words.count == 5 else { return nil }
      let isKnown = words[3].utf8.contains { $0 != UInt8(ascii: "0") }
      return Change(
        kind: "\(words[0]) \(words[1]) \(words[4])", path: texts[index + 1], committed: words[2],
        content: isKnown ? words[3] : nil)
    }
  }

  private func untracked(in root: String) throws(GitProgram.Problem) -> [Change] {
    try git.texts(["ls-files", "-z", "--others", "--exclude-standard"], in: root)
      .filter { !Self.outputs.contains(Self.ending(of: $0)) && !Self.isEventFile($0) }
      .sorted().map { Change(kind: "?", path: $0, committed: nil, content: nil) }
  }

  /// What tells the content of each: git's name for it, else size and time.
  private func contents(of changes: [Change], in root: String) -> [String] {
    var texts = changes.map { $0.content ?? "absent" }
    var room = Self.maximumBytes
    var named: [Int] = []
    for (index, change) in changes.enumerated() where change.content == nil {
      // One that cannot be seen is as good as gone.
      guard let status = try? FileStatus(of: Array("\(root)/\(change.path)".utf8), followsLinks: false) else {
        continue
      }
      texts[index] = "\(status.size) \(status.modificationTime)"
      guard status.kind == .file, status.size <= room, named.count < Self.maximumFiles else { continue }
      room -= status.size
      named.append(index)
    }
    guard !named.isEmpty else { return texts }
    let arguments = ["hash-object", "--no-filters", "--"] + named.map { changes[$0].path }
    // One that may not be read spoils it for all: then sizes and times have to do.
    guard let names = try? git.lines(arguments, in: root), names.count == named.count else { return texts }
    for (index, name) in zip(named, names) { texts[index] = name }
    return texts
  }
}
