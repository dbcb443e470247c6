internal import TrainingModel

extension TrainingPlan {
  /// Whether a decision needs a look at the data.
  package func needsLook(after success: ScheduleProgress.Success?) -> Bool {
    !data.isEmpty && !isRefused(after: success)
  }

  /// Whether what came due is started.
  ///
  /// - Parameter look: nil where none is needed.
  package func decision(after success: ScheduleProgress.Success?, _ look: DataLook?) -> TrainingDecision {
    if isRefused(after: success) {
      return TrainingDecision(
        .fail(.noSuccessBefore),
        message:
          "Nothing was started: training_mode is incremental, first_incremental is refuse, and no run of the "
          + "schedule has completed yet. Run a full training first (training_mode full), or let the first one be "
          + "full (first_incremental full).")
    }
    guard let look else { return .start }
    switch look.finding {
    case .partial(let reason): return blind(look.scope, reason)
    case .unfinished(let seconds):
      return blind(look.scope, "looking at them took longer than \(Int(seconds)) s")
    case .whole(let state):
      guard let success, mode == .incremental else { return full(state, after: success, look.scope) }
      return incremental(state, after: success, look.scope)
    }
  }

  private func isRefused(after success: ScheduleProgress.Success?) -> Bool {
    mode == .incremental && success == nil && firstIncremental == .refuse
  }

  /// Data that nobody could see may be new.
  private func blind(_ scope: DataScope, _ reason: String) -> TrainingDecision {
    TrainingDecision(
      .start,
      message: "It was started without knowing whether its data (\(scope.words)) are new, because \(reason).")
  }

  private func full(
    _ state: DataState, after success: ScheduleProgress.Success?, _ scope: DataScope
  ) -> TrainingDecision {
    guard state.files > 0 else {
      // Nothing is like nothing, but nobody means that: the globs are wrong, or the data are not there.
      return TrainingDecision(
        .start, message: "No file matches its data (\(scope.words)), so nothing could be compared.",
        data: state)
    }
    guard !forceRetrain, let success, success.data == state else {
      return TrainingDecision(.start, data: state)
    }
    return TrainingDecision(
      .skip(.unchanged),
      message:
        "Skipped: its data (\(scope.words)) are what they were before the last success, \(success.words): "
        + "\(state.words). With force_retrain it would train all the same.",
      data: state)
  }

  private func incremental(
    _ state: DataState, after success: ScheduleProgress.Success, _ scope: DataScope
  ) -> TrainingDecision {
    if state.hasNews(since: success.startedAt, success.data) { return TrainingDecision(.start, data: state) }
    let what =
      state.files == 0
      ? "no file matches its data (\(scope.words))"
      : "nothing in its data (\(scope.words)) is newer than the last success, \(success.words): \(state.words)"
    switch onNoNewData ?? .fail {
    case .fail:
      return TrainingDecision(
        .fail(.noNewData), message: "\(FailureType.noNewData.rawValue): \(what).", data: state)
    case .skip: return TrainingDecision(.skip(.noNewData), message: "Skipped: \(what).", data: state)
    }
  }
}

extension ScheduleProgress.Success {
  fileprivate var words: String { "\(run) of \(startedAt.rfc3339)" }
}

extension DataState {
  /// How many files, and the newest.
  fileprivate var words: String {
    let count = files == 1 ? "1 file" : "\(files) files"
    return newest.map { "\(count), the newest \($0.path) of \($0.changedAt.rfc3339)" } ?? count
  }
}
