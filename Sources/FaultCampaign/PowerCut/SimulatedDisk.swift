internal import TestSupport

/// A disk of which one knows what a power cut may take: the files and names below one directory, each with what is on
/// the medium and what is not yet.
///
/// A write, a new size, a new or other name is *pending* until somebody waits for it: fsync of a file for its content,
/// fsync of a directory for the names in it. What is pending may be on the medium or not.
package struct SimulatedDisk: Sendable {
  /// What a file system promises of names.
  package enum Promise: String, CaseIterable, Sendable {
    /// A journal keeps all changes of names in their order, and every fsync, of whatever file, makes those before it
    /// durable: ext4 and XFS.
    case ordered = "ordered names (ext4, XFS)"
    /// Each change of a name by itself, and none without an fsync of its directory: as much as POSIX promises.
    case unordered = "unordered names (POSIX)"
  }

  /// How much of what is pending a power cut leaves.
  package enum Survival: Hashable, Sendable {
    case nothing, everything
    /// A random part of it, always the same for one seed.
    case some(seed: UInt64)
  }

  private enum Entry: Hashable {
    case directory(Int)
    case file(Int)
  }

  /// A name in a directory, whatever that is called: so what is in a directory moves with it.
  private struct Name: Hashable {
    let directory: Int
    let name: Substring
  }

  private enum NameChange {
    case set(Name, Entry)
    /// Only where the name still leads to this.
    case remove(Name, Entry)
    /// In one step, as rename(2) is atomic on every file system.
    case move(from: Name, to: Name, Entry)

    /// The directory whose fsync makes it durable.
    var directory: Int {
      switch self {
      case .set(let name, _), .remove(let name, _), .move(_, let name, _): name.directory
      }
    }
  }

  private static let rootNumber = 0

  package let root: String
  private let promise: Promise
  private var files: [SimulatedFile] = []
  private var byInode: [UInt64: Int] = [:]
  private var directoryCount = 1
  private var durable: [Name: Entry] = [:]
  private var pending: [NameChange] = []
  /// The names as programs see them now: `durable` with all of `pending`.
  private var current: [Name: Entry] = [:]

  /// A disk with an empty directory.
  package init(root: String, promise: Promise) {
    self.root = root
    self.promise = promise
  }

  // MARK: What programs do

  /// Does to this disk what a program did to the real one.
  package mutating func apply(_ operation: TraceRecord.Operation) {
    switch operation {
    case .open(let path, let inode, let isEmptied):
      let number = file(at: path, inode: inode)
      if isEmptied { files[number].resize(to: 0) }
    case .write(let inode, let offset, let bytes):
      if let number = byInode[inode] { files[number].write(bytes, at: offset) }
    case .truncate(let inode, let size):
      if let number = byInode[inode] { files[number].resize(to: size) }
    case .syncFile(let inode):
      if let number = byInode[inode] { files[number].synchronize() }
      if promise == .ordered { settleNames { _ in true } }
    case .syncDirectory(let path):
      guard case .directory(let number) = entry(at: path) else { return }
      let promise = promise
      settleNames { promise == .ordered || $0.directory == number }
    case .rename(let from, let to):
      if let entry = entry(at: from), let old = name(at: from), let new = name(at: to) {
        change(.move(from: old, to: new, entry))
      }
    case .link(let from, let to):
      if let entry = entry(at: from), let name = name(at: to) { change(.set(name, entry)) }
    case .unlink(let path):
      if let entry = entry(at: path), let name = name(at: path) { change(.remove(name, entry)) }
    case .makeDirectory(let path):
      guard let name = name(at: path) else { return }
      change(.set(name, .directory(directoryCount)))
      directoryCount += 1
    case .mark: break
    }
  }

  /// The file that is opened by this name: the one that was there, else a new one.
  private mutating func file(at path: String, inode: UInt64) -> Int {
    if case .file(let number) = entry(at: path), byInode[inode] == number { return number }
    files.append(SimulatedFile())
    byInode[inode] = files.count - 1
    if let name = name(at: path) { change(.set(name, .file(files.count - 1))) }
    return files.count - 1
  }

  // MARK: Names

  /// What a path leads to now; nil when there is nothing, or when it lies elsewhere.
  private func entry(at path: String) -> Entry? {
    if path == root { return .directory(Self.rootNumber) }
    return name(at: path).flatMap { current[$0] }
  }

  private func name(at path: String) -> Name? {
    guard let slash = path.lastIndex(of: "/"), path.hasPrefix(root + "/"),
      case .directory(let parent) = entry(at: String(path[..<slash]))
    else { return nil }
    return Name(directory: parent, name: path[path.index(after: slash)...])
  }

  private mutating func change(_ change: NameChange) {
    pending.append(change)
    Self.apply(change, to: &current)
  }

  private mutating func settleNames(_ isSettled: (NameChange) -> Bool) {
    for change in pending where isSettled(change) { Self.apply(change, to: &durable) }
    pending.removeAll(where: isSettled)
  }

  private static func apply(_ change: NameChange, to names: inout [Name: Entry]) {
    switch change {
    case .set(let name, let entry): names[name] = entry
    case .remove(let name, let entry): if names[name] == entry { names[name] = nil }
    case .move(let from, let to, let entry):
      if names[from] == entry { names[from] = nil }
      names[to] = entry
    }
  }

  // MARK: What a power cut leaves

  /// What is found after a power cut at this moment.
  package func state(after survival: Survival) -> DiskState {
    switch survival {
    case .nothing: return state(of: durable) { $0.afterLosingAll }
    case .everything: return state(of: current) { $0.current }
    case .some(let seed):
      var generator = SeededGenerator(seed: seed)
      var names = durable
      let last = Int.random(in: 0...pending.count, using: &generator)
      for (index, change) in pending.enumerated() {
        let survives = promise == .ordered ? index < last : Bool.random(using: &generator)
        if survives { Self.apply(change, to: &names) }
      }
      return state(of: names) { $0.afterLosingSome(using: &generator) }
    }
  }

  private func state(of names: [Name: Entry], _ content: (SimulatedFile) -> [UInt8]) -> DiskState {
    var state = DiskState()
    // Sorted, so that the same random numbers meet the same files.
    let byDirectory = Dictionary(grouping: names, by: \.key.directory)
      .mapValues { $0.sorted { $0.key.name < $1.key.name } }
    var unvisited: [(number: Int, path: String)] = [(Self.rootNumber, "")]
    while let directory = unvisited.popLast() {
      for (name, entry) in byDirectory[directory.number] ?? [] {
        let path = directory.path.isEmpty ? "\(name.name)" : "\(directory.path)/\(name.name)"
        switch entry {
        case .directory(let number):
          state.directories.append(path)
          unvisited.append((number, path))
        case .file(let number): state.files.append((path, content(files[number])))
        }
      }
    }
    return state
  }
}
