/// What nvidia-smi is asked, and what its answers mean.
///
/// Source: nvidia-smi(1), `--help-query-gpu` and `--help-query-compute-apps`. What it does not know it writes as `[N/A]` or
/// `[Not Supported]`; what goes wrong it says in a sentence on standard output, where the rows would stand.
package enum NvidiaSMI {
  /// Arguments that ask for all GPUs.
  package static let gpuQuery = [
    "--query-gpu=index,uuid,utilization.gpu,memory.used,memory.total", "--format=csv,noheader,nounits",
  ]
  /// Arguments that ask for the processes that compute on them.
  package static let processQuery = [
    "--query-compute-apps=gpu_uuid,pid,used_memory", "--format=csv,noheader,nounits",
  ]

  /// The GPUs of an answer to `gpuQuery`; nil when it is no such answer, or there is none.
  package static func gpus(in answer: String) -> [GPUState]? {
    let gpus = rows(answer).map { row -> GPUState? in
      guard row.count == 5, let index = Int(row[0]), isUUID(row[1]) else { return nil }
      return GPUState(
        index: index, uuid: row[1], utilization: number(row[2]), usedMemory: number(row[3]),
        totalMemory: number(row[4]))
    }
    // A GPU that fell off the bus may be one row among others that says so.
    let known = gpus.compactMap(\.self)
    return known.isEmpty ? nil : known
  }

  /// The processes of an answer to `processQuery`, which is empty where there are none; nil when it is no such answer.
  package static func processes(in answer: String) -> [GPUProcess]? {
    let rows = rows(answer)
    let processes = rows.compactMap { row -> GPUProcess? in
      guard row.count == 3, isUUID(row[0]), let pid = Int32(row[1]) else { return nil }
      return GPUProcess(uuid: row[0], pid: pid, usedMemory: number(row[2]))
    }
    return processes.isEmpty && !rows.isEmpty ? nil : processes
  }

  private static func rows(_ answer: String) -> [[String]] {
    answer.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { field in
        String(field.drop { $0 == " " }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
      }
    }
    .filter { $0 != [""] }
  }

  private static func isUUID(_ text: String) -> Bool { text.hasPrefix("GPU-") || text.hasPrefix("MIG-") }

  private static func number(_ text: String) -> Double? {
    Double(text).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
  }
}
