internal import Platform
internal import Scheduling

/// Goes through the files that globs name, and adds up what they are.
///
/// It blocks in the system, for minutes where a file server does not answer: it is for a thread of its own.
struct DataSurvey {
  /// What a look may take.
  struct Limits: Sendable {
    var files = 1_000_000
    var seconds = 60.0
    /// Directories below each other, for `**`.
    var depth = 100
  }

  /// Why not everything was seen.
  private struct Failure: Error {
    let finding: DataLook.Finding

    init(_ finding: DataLook.Finding) { self.finding = finding }

    init(_ reason: String) { finding = .partial(reason: reason) }

    init(_ error: SystemError) { finding = .partial(reason: ShownPath.text("\(error)".utf8)) }
  }

  /// A directory, whatever paths lead to it.
  private struct Place: Equatable {
    let device: UInt64
    let number: UInt64
  }

  private let limits: Limits
  private let deadline: MonotonicInstant
  private var builder: DataStateBuilder
  private var entries = 0

  private init(_ scope: DataScope, _ limits: Limits) {
    self.limits = limits
    deadline = SystemClock.monotonic().advanced(bySeconds: limits.seconds)
    builder = DataStateBuilder(scope)
  }

  /// Looks.
  static func finding(in scope: DataScope, limits: Limits = Limits()) -> DataLook.Finding {
    var survey = DataSurvey(scope, limits)
    do throws(Failure) {
      for text in scope.globs {
        let glob: DataGlob
        do throws(DataGlobError) { glob = try DataGlob(text) } catch {
          throw Failure("the glob '\(ShownPath.text(text.utf8))' \(error.message)")
        }
        let isRoot = glob.isAbsolute || scope.directory == "/"
        try survey.walk(isRoot ? [] : Array(scope.directory.utf8), glob.components[...], [])
      }
      return .whole(survey.builder.state)
    } catch {
      return error.finding
    }
  }

  /// - Parameters:
  ///   - directory: without a slash at its end, so empty for the root.
  ///   - chain: the directories that `**` went through to come here.
  private mutating func walk(
    _ directory: [UInt8], _ components: ArraySlice<DataGlob.Component>, _ chain: [Place]
  ) throws(Failure) {
    guard let component = components.first else { return }
    let rest = components.dropFirst()
    switch component {
    case .name(let name):
      let path = directory + [Self.slash] + Array(name.utf8)
      if !rest.isEmpty { return try walk(path, rest, chain) }
      // A directory that is named stands for what is in it.
      if try count(path, .unknown) == .directory { try walk(path, [.anyDepth], chain) }
    case .pattern(let pattern):
      let found = try list(directory, countsFiles: rest.isEmpty, wantsDirectories: !rest.isEmpty) {
        pattern.matches($0)
      }
      for path in found { try walk(path, rest, chain) }
    case .anyDepth:
      try walkAnyDepth(directory, components, chain)
    }
  }

  private mutating func walkAnyDepth(
    _ directory: [UInt8], _ components: ArraySlice<DataGlob.Component>, _ chain: [Place]
  ) throws(Failure) {
    guard let status = try status(directory.isEmpty ? [Self.slash] : directory), status.kind == .directory
    else { return }
    let place = Place(device: status.device, number: status.number)
    // A link leads back to where it lies.
    if chain.contains(place) { return }
    guard chain.count < limits.depth else {
      throw Failure(
        "there are more than \(limits.depth) directories below each other at \(ShownPath.text(directory))")
    }
    let rest = components.dropFirst()
    try walk(directory, rest, chain)
    let found = try list(directory, countsFiles: rest.isEmpty, wantsDirectories: true) {
      $0.first != UInt8(ascii: ".")
    }
    for path in found { try walk(path, components, chain + [place]) }
  }

  /// Counts the files of a directory whose names are wanted.
  ///
  /// - Returns: the paths of its directories whose names are wanted.
  private mutating func list(
    _ directory: [UInt8], countsFiles: Bool, wantsDirectories: Bool, _ isWanted: ([UInt8]) -> Bool
  ) throws(Failure) -> [[UInt8]] {
    var directories: [[UInt8]] = []
    var failure: Failure?
    do throws(SystemError) {
      try DirectoryEntry.forEach(in: directory.isEmpty ? [Self.slash] : directory) { entry in
        do throws(Failure) {
          try keepWithinTime()
          guard isWanted(entry.name), entry.hint != .file || countsFiles else { return true }
          let path = directory + [Self.slash] + entry.name
          var isDirectory = entry.hint == .directory
          if !isDirectory {
            let kind = countsFiles ? try count(path, entry.hint) : try status(path)?.kind
            isDirectory = kind == .directory
          }
          if isDirectory, wantsDirectories { directories.append(path) }
          return true
        } catch {
          failure = error
          return false
        }
      }
    } catch {
      guard error.isAbsence else { throw Failure(error) }
    }
    if let failure { throw failure }
    return directories
  }

  /// Counts what a path leads to, where that is a file.
  ///
  /// - Returns: what it is; nil when it is nothing.
  private mutating func count(_ path: [UInt8], _ hint: DirectoryEntry.Hint) throws(Failure) -> FileSystem
    .Kind?
  {
    guard let status = try status(path) else { return nil }
    guard status.kind == .file else { return status.kind }
    var changedAt = max(status.modificationTime, status.changeTime)
    // A link that was turned to another file is new, however old that is.
    if hint != .file, let link = try self.status(path, followsLinks: false) {
      changedAt = max(changedAt, link.changeTime)
    }
    builder.add(path: path, size: status.size, changedAt: changedAt)
    guard builder.files <= limits.files else { throw Failure("there are more than \(limits.files) files") }
    return .file
  }

  /// nil when nothing is there.
  private func status(_ path: [UInt8], followsLinks: Bool = true) throws(Failure) -> FileStatus? {
    do throws(SystemError) { return try FileStatus(of: path, followsLinks: followsLinks) } catch {
      if error.isAbsence { return nil }
      throw Failure(error)
    }
  }

  private mutating func keepWithinTime() throws(Failure) {
    entries += 1
    guard entries % 64 == 0, SystemClock.monotonic() > deadline else { return }
    throw Failure(.unfinished(seconds: limits.seconds))
  }

  private static let slash = UInt8(ascii: "/")
}
