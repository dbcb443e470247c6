internal import Diagnosis
internal import Platform
internal import RunStore
internal import TrainingModel

/// Looks around a run that failed for what makes the verdict surer and the advice better.
///
/// It looks at disks and at other processes, which may take its time.
struct SurroundingsSurvey: Sendable {
  /// Bytes below which a disk is full: less than any checkpoint.
  private static let least: Int64 = 1 << 20
  /// Names of a directory that are read at most.
  private static let mostNames = 20_000
  /// A directory that holds so few is told whole.
  private static let fewNames = 6

  /// Where the run's relative paths begin.
  let workingDirectory: String
  /// Directories that the run writes to.
  let places: [String]

  /// - Parameter environment: the server's.
  init(of run: EndedRun, environment: Environment = .current) {
    workingDirectory = run.specification.workingDirectory
    places = [
      workingDirectory, environment["TMPDIR"] ?? "/tmp", Self.sharedMemory, run.directory.path,
    ]
  }

  init(workingDirectory: String, places: [String]) {
    self.workingDirectory = workingDirectory
    self.places = places
  }

  private static let sharedMemory = "/dev/shm"

  /// The places on which nothing more can be written; one that is mounted read-only was never meant to be.
  func fullDisks() -> [FullDisk] {
    places.compactMap { place in
      guard let room = DiskRoom(at: place), !room.isReadOnly else { return nil }
      if room.availableBytes < Self.least { return FullDisk(path: place, shortage: .bytes) }
      return room.availableFiles == 0 ? FullDisk(path: place, shortage: .files) : nil
    }
  }

  /// The verdict with the answer to what it made one ask, where there is one.
  func answer(_ inquiry: FailureInquiry, about summary: ErrorSummary) -> ErrorSummary {
    switch inquiry {
    case .path(let path): missing(path).map { summary.adding($0, of: path) } ?? summary
    case .port(let port): holder(of: port).map { summary.adding($0, of: port) } ?? summary
    }
  }

  // MARK: Paths

  /// How far a path exists; nil when that cannot be seen.
  func missing(_ path: String) -> MissingPath? {
    let parts = path.split(separator: "/").map(String.init).filter { $0 != "." }
    let start = path.hasPrefix("/") ? "" : workingDirectory
    guard !parts.isEmpty, FileSystem.kind(of: start.isEmpty ? "/" : start) == .directory else { return nil }
    var place = start
    for (index, part) in parts.enumerated() {
      let next = "\(place)/\(part)"
      if FileSystem.kind(of: next) != nil {
        place = next
        continue
      }
      // One that may not be listed, or is a file, tells nothing.
      guard
        let (names, isWhole) = try? FileSystem.someEntries(
          of: place.isEmpty ? "/" : place, limit: Self.mostNames)
      else { return nil }
      let shown = names.filter { name in
        name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      }
      if let near = NearName.best(for: part, among: shown) {
        let written = (parts[..<index] + [near]).joined(separator: "/")
        let rest = parts[(index + 1)...].map { "/" + $0 }.joined()
        let whole = FileSystem.kind(of: "\(place)/\(near)\(rest)") == nil ? written : written + rest
        return .near((path.hasPrefix("/") ? "/" : "") + whole)
      }
      // What lies beside it at the top of a machine helps nobody.
      let visible = place.isEmpty ? [] : shown.filter { !$0.hasPrefix(".") }.sorted()
      return .missing(
        name: part, in: place.isEmpty ? "/" : place,
        beside: isWhole && visible.count <= Self.fewNames ? visible : [])
    }
    return .isThere
  }

  // MARK: Ports

  private func holder(of port: Int) -> PortHolder? {
    switch PortTable.listener(on: port) {
    case .nobody?: .nobody
    case .process(let process)?:
      .process(
        pid: process.pid, name: process.name,
        run: ProcessTable.variable("SIGNALBOX_RUN_ID", of: process.pid))
    case .user(let id)?: .otherUser(id: id)
    case nil: nil
    }
  }
}
