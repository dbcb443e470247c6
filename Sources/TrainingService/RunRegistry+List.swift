internal import Platform
internal import TrainingModel

extension RunRegistry {
  /// Seconds that a list waits for the verdicts on runs that have just ended.
  private static let longestConclusion = 1.0

  /// The runs of the home, newest first, whoever started them.
  ///
  /// A cursor is the identifier of the last run of a page, so it stays valid while runs are added; and while they are
  /// removed, since the history tells where that one stood.
  package func list(_ query: RunList.Query) async throws -> RunList {
    try await knowAll()
    for run in live.values { freshen(run) }
    guard let page = await page(query) else { throw ServiceError.badCursor(query.cursor ?? "") }
    return RunList(
      runs: await summaries(of: page.ids), counts: page.counts,
      nextCursor: page.hasMore ? page.ids.last?.rawValue : nil)
  }

  private func page(_ query: RunList.Query) async -> RunCatalog.Page? {
    if let page = catalog.page(query) { return page }
    guard let id = query.cursor.flatMap(RunID.init), let createdAt = await archive.creationTime(of: id) else {
      return nil
    }
    return catalog.page(query, cursorCreatedAt: createdAt)
  }

  private func summaries(of ids: [RunID]) async -> [RunSummary] {
    let deadline = SystemClock.monotonic().advanced(bySeconds: Self.longestConclusion)
    var found: [RunSummary] = []
    for id in ids {
      if let summary = pictures.summary(of: id, by: forms.summary) {
        found.append(summary)
      } else if let run = live[id], !run.hasExited {
        found.append(forms.summary(picture(of: run)))
      } else if let known = try? await known(id.rawValue) {  // one that was removed meanwhile is left out
        if case .managed(let run) = known, run.hasExited {
          _ = await wait(for: [id], until: deadline) { $0.isEnded }
        }
        found.append(forms.summary(currentPicture(of: known)))
      }
    }
    return found
  }

  private func currentPicture(of known: KnownRun) -> RunPicture {
    switch known {
    case .ended(let picture): picture
    case .managed(let run): picture(of: run)
    }
  }
}
