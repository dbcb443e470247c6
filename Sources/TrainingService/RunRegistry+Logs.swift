internal import Platform
internal import RunStore
internal import TrainingModel

extension RunRegistry {
  /// A part of a run's log.
  package func logs(of text: String, _ request: LogRequest) throws -> LogPage {
    let run = try run(text)
    let path = run.directory.logPath
    do throws(SystemError) {
      guard FileSystem.kind(of: path) == .file else {
        // It is made just before the command is started: there is none yet, or nothing was ever started.
        return LogPage(
          id: run.id, content: "", offset: 0, nextOffset: 0, size: 0, isTruncated: false,
          status: run.state.processStatus)
      }
      let size = try FileDescriptor.open(path, .reading).size()
      let pager = LogPager(path: path, size: size, mask: run.mask, isComplete: run.isEnded)
      let part = try pager.part(request)
      return LogPage(
        id: run.id, content: String(decoding: part.content, as: UTF8.self), offset: part.start,
        nextOffset: part.next, size: size, isTruncated: part.isTruncated, status: run.state.processStatus)
    } catch {
      throw ServiceError.unreadableLog(run.id, reason: "\(error)")
    }
  }
}
