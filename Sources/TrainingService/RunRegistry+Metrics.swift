internal import MetricCurves
internal import TrainingModel

extension RunRegistry {
  /// The curves of a run's metrics: of a run that lives up to this moment.
  ///
  /// A long curve is kept thinned (`MetricThinning`), so `since` may miss points of it that were thinned out.
  package func metrics(of text: String, _ query: MetricQuery) async throws -> MetricReply {
    let run = try await known(text)
    let unsaved = live[run.id].flatMap { $0.hasExited ? nil : $0.takeUnsaved() }
    let points = try await archive.metrics(of: run.id, saving: unsaved)
    let all = MetricCurve.curves(points)
    let names = all.map(\.name)
    let since = query.since ?? 0
    let curves = all.filter { query.names?.contains($0.name) ?? true }.filter { $0.last.offset >= since }
    return MetricReply(
      id: run.id, status: run.status, curves: curves, since: since, names: names,
      unknownNames: (query.names ?? []).subtracting(names).sorted(),
      nextSince: max(since, (points.map(\.offset).max() ?? -1) + 1))
  }
}
