internal import TrainingModel
package import TrainingService

/// The sentence at the end of every answer that says what to call now.
package enum NextStep {
  package static func after(_ picture: RunPicture) -> String {
    let id = picture.id.rawValue
    switch picture.status {
    case .queued, .running, .paused:
      if picture.phase == .stopping {
        return call("wait", id) + " with until \"end\": it is being stopped."
      }
      if picture.warnings.contains(where: { $0.code == .stalled }) {
        return call("logs", id) + " to see where it hangs, or with action \"kill\" to stop it."
      }
      return call("wait", id) + "; it returns when something changes."
    case .completed:
      if picture.isVerified == true {
        return "Show the user the final metrics and offer a report."
      }
      return call("logs", id) + ": exit code 0 alone does not mean that anything was trained."
    case .failed:
      return "Tell the user failureType, message and suggestions, and ask before starting anything again; "
        + call("logs", id, isStart: false) + " if more of the log is needed."
    case .killed:
      return "Tell the user that the run was stopped; nothing more happens to it."
    }
  }

  package static func after(_ page: LogPage) -> String {
    if page.isPruned {
      return
        "The log was pruned, as the limits of this home say. \(call("status", page.id.rawValue)) for what it said."
    }
    guard let dropped = page.dropped else { return after(page, from: page.nextOffset) }
    let next = dropped.contains(page.nextOffset) ? dropped.upperBound : page.nextOffset
    return "Bytes \(dropped.lowerBound) to \(dropped.upperBound) were dropped to keep the log under its cap. "
      + after(page, from: next)
  }

  private static func after(_ page: LogPage, from offset: Int64) -> String {
    let id = page.id.rawValue
    if !page.isAtEnd { return call("logs", id) + " and offset \(offset) to read on." }
    if page.status.isEnded {
      return "This is the end of the log. \(call("status", id)) for the verdict."
    }
    return call("wait", id) + ", then action \"logs\" with offset \(offset) for what is new."
  }

  package static func after(_ reply: MetricReply, showsPoints: Bool) -> String {
    let id = reply.id.rawValue
    if !showsPoints { return call("metrics", id) + " and names for the curves of some." }
    if reply.status.isEnded { return call("status", id) + " for the verdict." }
    return call("wait", id) + ", then action \"metrics\" with since \(reply.nextSince) for what is new."
  }

  package static func after(_ list: RunList) -> String {
    if let cursor = list.nextCursor {
      return "Call train_status with action \"list\" and cursor \"\(cursor)\" for older runs."
    }
    if list.runs.isEmpty { return "Start a training with train_start." }
    if let running = list.runs.first(where: { !$0.status.isEnded }) {
      return call("wait", running.id.rawValue) + "."
    }
    return "Call train_status with action \"status\" and a process_id for the full picture of a run."
  }

  package static func after(_ feed: EventFeed) -> String {
    let ask = "Call train_status with action \"events\" and cursor \"\(feed.nextCursor)\""
    return feed.hasMore ? "\(ask) to read on." : "\(ask) later, for what happens from now on."
  }

  private static func call(_ action: String, _ id: String, isStart: Bool = true) -> String {
    "\(isStart ? "Call" : "call") train_status with action \"\(action)\" and process_id \"\(id)\""
  }
}
