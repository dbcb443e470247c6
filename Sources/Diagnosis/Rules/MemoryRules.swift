import TrainingModel

/// Memory of the accelerator and of the machine.
enum MemoryRules {
  static let all: [FailureRule] = [
    FailureRule(
      .cudaOutOfMemory, weight: 9,
      words: [
        ["cuda out of memory"], ["out of memory", "cuda memory"], ["hip out of memory"],
        ["mps backend out of memory"], ["xpu out of memory"],
        ["cuda error: out of memory"], ["cudaerrormemoryallocation"], ["cublas_status_alloc_failed"],
        ["cuda_error_out_of_memory"], ["memory space hbm"], ["oom when allocating"],
        ["cuda failure", "out of memory"],
        ["resource_exhausted: out of memory"], ["cudamalloc failed"], ["torch.outofmemoryerror"],
        ["cuda runtime error (2)"], ["out of memory", "gpu memory"], ["cuda_error_alloc"],
      ],
      advice: smallerBatch),
    FailureRule(
      .sharedMemoryExhausted, weight: 9,
      words: [
        ["unable to allocate shared memory"], ["insufficient shared memory"],
        ["dataloader worker", "bus error"],
        ["no space left on device", "/dev/shm"], ["out of shared memory"],
        ["unable to open shared memory object"],
        ["signal 7 (sigbus)"], ["no space left on device", "shm"],
      ],
      retry: .uselessUnchanged
    ) { scene in
      let workers =
        scene.flag(["worker"]).map { "Lower \($0), or set it to 0." } ?? "Use fewer DataLoader workers."
      return [
        "Give /dev/shm more room: `docker run --shm-size=8g` or `--ipc=host`; in Kubernetes mount an "
          + "emptyDir with `medium: Memory` at /dev/shm.",
        workers,
        "`torch.multiprocessing.set_sharing_strategy('file_system')` trades shared memory for files.",
      ]
    },
    FailureRule(
      .hostOutOfMemory, weight: 8, exceptions: ["MemoryError", "_ArrayMemoryError", "ArrayMemoryError"],
      words: [
        ["unable to allocate", "for an array"], ["defaultcpuallocator"], ["std::bad_alloc"], ["oom-kill"],
        ["out of memory: killed process"], ["oom_kill"], ["oomkilled"], ["winerror 1455"],
        ["killed by signal: killed"], ["signal 9 (sigkill)"], ["exitcode: -9"], ["exitcode  : -9"],
        ["cannot allocate memory"], ["killed as a result of limit of"], ["java.lang.outofmemoryerror"],
        ["detected oom kill"], ["runtime: out of memory"], ["bad_malloc"], ["memory allocation", "failed"],
        ["failed to allocate", "bytes"], ["unable to allocate", "gib"], ["memory limit exceeded"],
        ["died with <signals.sigkill"], ["exceeded memory limit"], ["exceeded job memory limit"],
        ["exceeded step memory limit"], ["exceeding memory limit"],
      ],
      retry: .uselessUnchanged, advice: lessMemory),
  ]

  /// Advice for an accelerator that was too small.
  @Sendable static func smallerBatch(_ scene: FailureScene) -> [String] {
    BatchSize(scene).smaller(by: 1) + [
      "Use mixed precision (bf16 or fp16) and gradient checkpointing; shorten sequences or shrink images.",
      "Look at nvidia-smi for another process that holds the GPU's memory.",
      "If much memory is reserved but not allocated: PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True.",
    ]
  }

  /// Advice for a machine that ran out of main memory.
  @Sendable static func lessMemory(_ scene: FailureScene) -> [String] {
    let workers = scene.flag(["worker"]).map {
      "Lower \($0): every worker holds its own copy of the data set."
    }
    let batch = scene.flag(["batch"]).map { "Lower \($0)." }
    return [
      workers ?? "Use fewer DataLoader workers: every worker holds its own copy of the data set.",
      batch ?? "Load the data lazily (memory-mapped, streaming) and not as a whole.",
      "Raise the memory limit of the container or job, or run fewer trainings beside each other.",
    ]
  }
}
