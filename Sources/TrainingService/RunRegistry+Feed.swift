internal import JSON
internal import RunHistory
internal import TrainingModel

extension RunRegistry {
  /// What happened in the home, whoever did it; nothing is consumed by reading.
  package func events(_ query: EventFeed.Query) async throws -> EventFeed {
    let run = try query.run.map { text in
      guard let id = RunID(text) else { throw ServiceError.unknownRun(text) }
      return id
    }
    let schedule = try query.schedule.map { text in
      guard let id = ScheduleID(text) else { throw ServiceError.unknownSchedule(text) }
      return id
    }
    let start = try start(of: query)
    try await knowAll()
    for run in live.values {
      freshen(run)
      if !run.hasExited, let unsaved = run.takeUnsaved() { archive.save(unsaved, of: run.id) }
    }
    let kinds = query.kinds.isEmpty ? Set(EventFeed.Kind.allCases) : query.kinds
    let page = try await archive.feed(
      FeedQuery(
        start: start, limit: query.limit, kinds: Set(kinds.map { HistoryEvent.Kind(rawValue: $0.rawValue) }),
        run: run, schedule: schedule))
    // A run that was removed is still told of.
    if let run, page.entries.isEmpty, await archive.creationTime(of: run) == nil {
      _ = try await known(run.rawValue)
    }
    return EventFeed(
      entries: page.entries.compactMap(entry), nextCursor: page.next.text, hasMore: page.hasMore,
      gap: page.gap.map { gap in
        switch gap {
        case .expired: .expired
        case .remade: .remade
        }
      })
  }

  private func start(of query: EventFeed.Query) throws(ServiceError) -> FeedQuery.Start {
    guard let text = query.cursor else { return .newest }
    if text == EventFeed.Query.oldest { return .oldest }
    guard let cursor = FeedCursor(text) else { throw .badEventCursor(text) }
    return .after(cursor)
  }

  private func entry(_ entry: FeedPage.Entry) -> EventFeed.Entry? {
    guard let kind = EventFeed.Kind(rawValue: entry.event.kind.rawValue) else { return nil }
    let mask = entry.run.map(mask(of:)) ?? ownSecrets
    let members = entry.event.detail.members.map { member in
      (member.name, member.value.string.map { JSONValue.string(mask.mask($0)) } ?? member.value)
    }
    return EventFeed.Entry(
      sequence: entry.sequence, time: entry.event.time, kind: kind, run: entry.run, schedule: entry.schedule,
      name: entry.name, detail: JSONObject(members))
  }
}
