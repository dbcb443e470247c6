internal import CPlatform

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// One process as the system lists it.
package struct ProcessEntry: Hashable, Sendable {
  package let pid: Int32
  package let parent: Int32
  package let session: Int32
  /// In the kernel's own unit since boot; with the pid it names one process for all time.
  package let startTime: UInt64
  /// The name of the program, at most 15 characters on Linux.
  package let name: String
  /// Whether it has ended and waits to be reaped.
  package let isZombie: Bool
}

/// The processes of the system.
package enum ProcessTable {
  /// This process.
  package static var ownPID: Int32 { getpid() }

  /// Everything that descends from `ancestor`, not counting it, its living ones only.
  package static func descendants(of ancestor: Int32) -> [ProcessEntry] {
    descendants(of: [ancestor])[ancestor] ?? []
  }

  /// What descends from each of several processes, from one look at all there are.
  package static func descendants(of ancestors: Set<Int32>) -> [Int32: [ProcessEntry]] {
    var children: [Int32: [ProcessEntry]] = [:]
    for entry in all() { children[entry.parent, default: []].append(entry) }
    var found: [Int32: [ProcessEntry]] = [:]
    for ancestor in ancestors {
      // Taken out as they are found: what ended during the look may have left a circle.
      var left = children
      var pending = [ancestor]
      while let parent = pending.popLast() {
        for child in left.removeValue(forKey: parent) ?? [] {
          pending.append(child.pid)
          if !child.isZombie { found[ancestor, default: []].append(child) }
        }
      }
    }
    return found
  }

  /// Sends a signal to a process if it is still the one that was listed.
  ///
  /// The check and the signal go through one pidfd where the system has them, so that a pid that was given
  /// to another process in between is never hit.
  ///
  /// - Returns: whether the signal was sent.
  @discardableResult
  package static func send(_ signal: Int32, to pid: Int32, startedAt startTime: UInt64) -> Bool {
    let pidfd = sb_pidfd_open(pid)
    guard pidfd >= 0 else {
      guard errno == ENOSYS, entry(of: pid)?.startTime == startTime else { return false }
      return kill(pid, signal) == 0
    }
    defer { close(pidfd) }
    guard entry(of: pid)?.startTime == startTime else { return false }
    return sb_pidfd_send_signal(pidfd, signal) == 0
  }
}
