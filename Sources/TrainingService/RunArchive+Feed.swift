internal import RunHistory
internal import RunStore

extension RunArchive {
  /// A part of the feed.
  func feed(_ query: FeedQuery) throws -> FeedPage {
    // Looking makes no database.
    guard isThere else {
      if case .refused = storage { throw ServiceError.eventsUnavailable(reason: refusalText) }
      var gap: FeedPage.Gap?
      if case .after(let cursor) = query.start, cursor != .beginning { gap = .remade }
      return FeedPage(entries: [], next: .beginning, hasMore: false, gap: gap)
    }
    guard let database = database() else { throw ServiceError.eventsUnavailable(reason: refusalText) }
    do { return try database.feed(query) } catch {
      if case .damaged = error, let page = withHistory("the feed", { try $0.feed(query) }) { return page }
      throw ServiceError.eventsUnavailable(reason: "\(error)")
    }
  }
}
