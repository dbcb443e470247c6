internal import Platform
internal import TrainingModel

/// The processes of a run and the memory that they hold, as they were found.
struct RunFootprint: Sendable {
  let id: RunID
  let pids: [Int32]
  /// Bytes; nil when none of them could be asked.
  let memory: Int64?
  let room: MemoryRoom?
  /// Its CUDA_VISIBLE_DEVICES; nil when it has none.
  let visibleDevices: String?

  /// Looks for the processes of runs, with one look at all processes; those that are gone are left out.
  ///
  /// It reads a file of each process, which takes its time for one that holds much.
  static func take(of runs: [RunID: StartedProcess]) -> [RunFootprint] {
    // What was orphaned in a run is a child of its supervisor.
    let ancestors = Set(runs.values.map { ($0.supervisor ?? $0.identity).pid })
    let descendants = ProcessTable.descendants(of: ancestors)
    return runs.compactMap { id, process in
      guard ProcessTable.entry(of: process.identity.pid)?.startTime == process.identity.startTime else {
        return nil
      }
      let found = descendants[(process.supervisor ?? process.identity).pid] ?? []
      let pids = Array(Set(found.map(\.pid) + [process.identity.pid]))
      return RunFootprint(
        id: id, pids: pids, memory: ProcessMemory.held(by: pids), room: MemoryRoom(of: process.identity.pid),
        visibleDevices: ProcessTable.variable("CUDA_VISIBLE_DEVICES", of: process.identity.pid))
    }
  }
}
