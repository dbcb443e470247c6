internal import Platform
internal import RunStore
package import TranscriptReplay

/// A `signalbox daemon` on a home; it goes with the last reference to it.
package final class CampaignDaemon {
  private let process: ServerProcess
  private let home: CampaignHome

  /// Starts it, and waits until it is the one that fires.
  package init(
    on home: CampaignHome, _ tools: CampaignTools, faults: FaultPlan = FaultPlan()
  ) throws(ServerError) {
    self.home = home
    process = try home.start("daemon", tools, faults: faults)
    let isFiring = Pause.until(Conversation.deadline()) {
      FileSystem.kind(of: HomeDirectory(path: home.home).schedulerPath) != nil
    }
    if !isFiring { throw .silent(method: "daemon", seconds: Conversation.patience) }
  }

  /// Tells it to end, and waits for that; it is killed when it takes more than ten seconds.
  package func close() -> ServerProcess.End {
    if let entry = ProcessTable.entry(of: process.pid) {
      ProcessTable.send(SystemSignal.terminate, to: process.pid, startedAt: entry.startTime)
    }
    return process.waitForEnd(until: SystemClock.monotonic().advanced(bySeconds: 10))
  }
}
