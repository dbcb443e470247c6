internal import Platform
internal import RunStore
internal import TrainingModel

extension RunRegistry {
  /// A part of a run's log.
  package func logs(of text: String, _ request: LogRequest) throws -> LogPage {
    let run = try run(text)
    let path = run.log.path
    guard FileSystem.kind(of: path) == .file else {
      // It is made just before the command is started: there is none yet, or nothing was ever started.
      return LogPage(
        id: run.id, content: "", offset: 0, nextOffset: 0, size: 0, isTruncated: false, dropped: nil,
        status: run.state.processStatus)
    }
    do {
      return try run.log.read { missing in
        let size = try FileDescriptor.open(path, .reading).size()
        let pager = LogPager(
          path: path, size: size, missing: missing, mask: run.mask, isComplete: run.isEnded)
        let part = try pager.part(request)
        return LogPage(
          id: run.id, content: String(decoding: part.content, as: UTF8.self), offset: part.start,
          nextOffset: part.next, size: size, isTruncated: part.isTruncated, dropped: part.dropped,
          status: run.state.processStatus)
      }
    } catch {
      throw ServiceError.unreadableLog(run.id, reason: "\(error)")
    }
  }
}
