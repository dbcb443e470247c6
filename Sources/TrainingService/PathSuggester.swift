internal import Platform

/// Finds paths inside the roots that begin as what was typed.
///
/// It looks at the disk, which may take its time. Nothing outside of the roots is told, whatever was typed and wherever links lead.
struct PathSuggester: Sendable {
  /// Names of a directory that are read at most, and those of them that are looked at more closely.
  private static let mostNames = 20_000
  private static let mostLooks = 1_000
  private static let scriptEndings = [".py", ".sh", ".bash", ".R", ".r", ".jl", ".lua"]

  let policy: StartPolicy
  let wanted: PathSuggestions.Wanted
  /// Where relative paths begin, as a caller gave it; nil for where runs do.
  let directory: String?

  func suggestions(for text: String) -> PathSuggestions {
    guard let base = base else { return PathSuggestions(paths: [], isWhole: true) }
    let slash = text.lastIndex(of: "/")
    let typed = slash.map { text[...$0] } ?? ""
    let start = slash.map { text[text.index(after: $0)...] } ?? text[...]
    let place = typed.hasPrefix("/") ? String(typed) : "\(base)/\(typed)"
    guard let place = FileSystem.resolve(place), policy.allows(place) else {
      // On the way to a root: which ones there are is no secret.
      let roots = policy.roots.filter { text.hasPrefix("/") && $0.hasPrefix(text) }
      return PathSuggestions(paths: roots.map { "\($0)/" }, isWhole: true)
    }
    // What cannot be read has nothing to suggest.
    guard let (names, isWhole) = try? FileSystem.someEntries(of: place, limit: Self.mostNames) else {
      return PathSuggestions(paths: [], isWhole: true)
    }
    let candidates = names.filter { $0.hasPrefix(start) && isShown($0, start) }.sorted()
    let found = candidates.prefix(Self.mostLooks).compactMap { candidate($0, in: place) }.sorted()
    return PathSuggestions(
      paths: found.map { typed + $0.text }, isWhole: isWhole && candidates.count <= Self.mostLooks)
  }

  private var base: String? {
    guard let directory, let policyBase = policy.base else { return policy.base }
    let path = FileSystem.resolve(directory.hasPrefix("/") ? directory : "\(policyBase)/\(directory)")
    return path.flatMap { policy.allows($0) ? $0 : nil } ?? policyBase
  }

  /// Hidden names are for who types their dot; names that would spoil a line are for nobody.
  private func isShown(_ name: String, _ start: Substring) -> Bool {
    (!name.hasPrefix(".") || start.hasPrefix("."))
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }

  /// One that is wanted and lies inside a root, links followed; nil for all others.
  private func candidate(_ name: String, in place: String) -> Candidate? {
    guard let path = FileSystem.resolve("\(place)/\(name)"), policy.allows(path) else { return nil }
    switch FileSystem.kind(of: path) {
    case .directory: return Candidate(rank: .directory, text: name + "/")
    case .file where wanted == .scripts:
      guard Self.scriptEndings.contains(where: name.hasSuffix) || FileSystem.isExecutable(path) else {
        return nil
      }
      return Candidate(rank: name.contains("train") ? .trainer : .script, text: name)
    case .file, .other, nil: return nil
    }
  }

  private struct Candidate: Comparable {
    enum Rank: Int {
      /// A script whose name says that it trains.
      case trainer
      case script, directory
    }

    let rank: Rank
    let text: String

    static func < (left: Candidate, right: Candidate) -> Bool {
      (left.rank.rawValue, left.text) < (right.rank.rawValue, right.text)
    }
  }
}
