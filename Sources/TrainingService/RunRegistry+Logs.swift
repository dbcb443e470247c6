internal import Platform
internal import RunStore
package import TrainingModel

extension RunRegistry {
  /// A part of a run's log.
  package func logs(of text: String, _ request: LogRequest) async throws -> LogPage {
    let run = try await known(text)
    let log = log(of: run)
    guard FileSystem.kind(of: log.path) == .file else {
      // It is made just before the command is started: there is none yet, nothing was ever started, or it was pruned.
      let size = if case .ended(let picture) = run { picture.logSize } else { Int64(0) }
      return LogPage(
        id: run.id, content: "", offset: 0, nextOffset: size, size: size, isTruncated: false,
        dropped: size > 0 ? 0..<size : nil, status: run.status)
    }
    let mask = mask(of: run.id)
    do {
      return try log.read { missing in
        let size = try FileDescriptor.open(log.path, .readingNoLink).size()
        let pager = LogPager(
          path: log.path, size: size, missing: missing, mask: mask, isComplete: run.status.isEnded)
        let part = try pager.part(request)
        return LogPage(
          id: run.id, content: String(decoding: part.content, as: UTF8.self), offset: part.start,
          nextOffset: part.next, size: size, isTruncated: part.isTruncated, dropped: part.dropped,
          status: run.status)
      }
    } catch {
      throw ServiceError.unreadableLog(run.id, reason: "\(error)")
    }
  }

  /// The last lines of a run's log that are not empty, clean, masked, and at most 500 characters each.
  package func lastLines(_ count: Int, of id: RunID) async throws -> [String] {
    let log = log(of: try await known(id.rawValue))
    return LogExcerpt.lastLines(count, of: log).map(mask(of: id).mask)
  }

  private func log(of run: KnownRun) -> RunLog {
    switch run {
    case .managed(let run): run.log
    case .ended(let picture):
      RunLog(
        directory: home.directory(of: picture.id), maximumBytes: picture.specification.maximumLogBytes)
    }
  }
}
