internal import TrainingModel

extension RunRegistry {
  /// The runs of the home, newest first, whoever started them.
  ///
  /// A cursor is the identifier of the last run of a page, so it stays valid while runs are added.
  package func list(_ query: RunList.Query) throws -> RunList {
    try findAll()
    let tagged = order.reversed().compactMap { runs[$0] }.filter { query.matches(tagsOf: $0.specification) }
    var counts: [ProcessStatus: Int] = [:]
    for run in tagged { counts[run.state.processStatus, default: 0] += 1 }
    var wanted = tagged.filter { query.status == nil || $0.state.processStatus == query.status }[...]
    if let cursor = query.cursor {
      guard let id = RunID(cursor), let last = order.firstIndex(of: id) else {
        throw ServiceError.badCursor(cursor)
      }
      let older = Set(order[..<last])
      wanted = wanted.drop { !older.contains($0.id) }
    }
    let page = wanted.prefix(query.limit)
    return RunList(
      runs: page.map { picture(of: $0) }, counts: counts,
      nextCursor: page.count < wanted.count ? page.last?.id.rawValue : nil)
  }
}
