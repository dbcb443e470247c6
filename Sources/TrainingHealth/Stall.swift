package import TrainingModel

/// A training in which nothing moves any more.
package struct Stall: Hashable, Sendable {
  /// How often it moved while it did.
  package enum Rhythm: Hashable, Sendable {
    /// Seconds: the typical interval and the longest of the last ones.
    case seen(typical: Double, longest: Double)
    /// It moved while nobody looked.
    case unseen
    /// Somebody has set so many seconds.
    case set(Double)
  }

  package let rhythm: Rhythm
  /// The progress that was reached.
  package let progress: TrainingProgress
  /// When it moved last.
  package let since: Timestamp

  package init(_ pace: Pace, since: Timestamp) {
    if let fixed = pace.limits.fixed {
      rhythm = .set(fixed)
    } else if let typical = pace.intervals.median, let longest = pace.intervals.longest {
      rhythm = .seen(typical: typical, longest: longest)
    } else {
      rhythm = .unseen
    }
    progress = pace.progress
    self.since = since
  }

  /// It in words, as it stands now.
  ///
  /// - Parameters:
  ///   - seconds: for how long it has been so.
  ///   - logGrowth: bytes that the log has grown since.
  package func warning(seconds: Double, logGrowth: Int64) -> RunWarning {
    let before =
      switch rhythm {
      case .seen(let typical, let longest):
        "before, it moved every \(DurationText.words(typical)), the last times after "
          + "\(DurationText.words(longest)) at most"
      case .unseen: "how often it moved before, this server has not seen"
      case .set(let seconds): "after \(DurationText.words(seconds)) that counts as a stall (stall_after)"
      }
    let log =
      logGrowth > 0
      ? "Its log still grows (\(logGrowth) bytes since): read what it says there."
      : "Its log does not grow either: look whether it computes at all (py-spy dump, top, nvidia-smi), and at the "
        + "loading of the data, network drives and, with several processes, at who waits for whom."
    return RunWarning(
      .stalled,
      "Nothing has moved for \(DurationText.words(seconds)), since \(since.rfc3339), though its processes live; \(before). "
        + log,
      evidence: place.map { "the last that moved: \($0)" })
  }

  private var place: String? {
    var parts: [String] = []
    if let epoch = progress.epoch {
      parts.append("epoch \(number(epoch))" + (progress.totalEpochs.map { " of \(number($0))" } ?? ""))
    }
    if let step = progress.step {
      parts.append("step \(step)" + (progress.totalSteps.map { " of \($0)" } ?? ""))
    }
    if parts.isEmpty, let percent = progress.percent { parts.append("\(number(percent)) %") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
