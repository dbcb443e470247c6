/// Memory that was asked for, what there was of it, and what to change therefore.
enum MemoryAdvice {
  static let all: [MessageAdvice] = [
    MessageAdvice(
      ["Tried to allocate {asked}. GPU {gpu#} has a total {_} of {total} of which {free} is free"],
      example:
        "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of "
        + "23.69 GiB of which 1.10 GiB is free. Process 4711 has 9.50 GiB memory in use. Including non-PyTorch memory, "
        + "this process has 13.00 GiB memory in use. Of the allocated memory 12.00 GiB is allocated by PyTorch, and "
        + "500.00 MiB is reserved by PyTorch but unallocated."
    ) { match, scene in
      let allocated = MessageTemplate("Of the allocated memory {allocated} is allocated by PyTorch")
      let unused = MessageTemplate("and {unused} is reserved by PyTorch but unallocated")
      let found = [allocated, unused].compactMap { $0.match(match.text) }
      let names = found.reduce(match.names) { $0.merging($1.names) { $1 } }
      return DeviceMemory(names).map { $0.advice(scene) } ?? []
    },
    MessageAdvice(
      [
        "Tried to allocate {asked} (GPU {gpu#}; {total} total capacity; {allocated} already allocated; {free} free; "
          + "{reserved} reserved in total",
        "Tried to allocate {asked} (GPU {gpu#}; {total} total capacity; {allocated} already allocated; {free} free",
      ],
      example:
        "RuntimeError: CUDA out of memory. Tried to allocate 512.00 MiB (GPU 0; 7.79 GiB total capacity; 5.07 GiB "
        + "already allocated; 12.00 MiB free; 6.92 GiB reserved in total by PyTorch)"
    ) { match, scene in DeviceMemory(match.names).map { $0.advice(scene) } ?? [] },
    MessageAdvice(
      ["OOM when allocating tensor with shape[{shape}] and type {type} on"],
      example:
        "ResourceExhaustedError: OOM when allocating tensor with shape[64,256,128,128] and type float on "
        + "/job:localhost/replica:0/task:0/device:GPU:0 by allocator GPU_0_bfc"
    ) { match, scene in
      let first = match["shape"]?.prefix { $0 != "," } ?? ""
      return [
        "A tensor of shape [\(match["shape"] ?? "")] did not fit; its first number, \(first), is most often the batch."
      ]
        + BatchSize(scene).smaller(by: 2) + DeviceMemory.lessAtAll
    },
    MessageAdvice(
      ["Out of memory while trying to allocate {bytes#} bytes", "Out of memory allocating {bytes#} bytes"],
      example:
        "jaxlib.xla_extension.XlaRuntimeError: RESOURCE_EXHAUSTED: Out of memory while trying to allocate "
        + "17179869184 bytes."
    ) { match, scene in
      let asked = match["bytes"].flatMap(ByteAmount.init)
      return [asked.map { "\($0.text) was asked for at once and was not there." }].compactMap(\.self)
        + BatchSize(scene).smaller(by: 2)
        + [
          "JAX takes 75 % of a GPU's memory at its start: where something else shares the GPU, set "
            + "XLA_PYTHON_CLIENT_PREALLOCATE=false, else XLA_PYTHON_CLIENT_MEM_FRACTION=.95.",
          "Recompute instead of keeping (`jax.checkpoint`), and train in bfloat16.",
        ]
    },
    MessageAdvice(
      [
        "(MPS allocated: {allocated}, other allocations: {other}, max allowed: {total}). Tried to allocate {asked} on"
      ],
      example:
        "RuntimeError: MPS backend out of memory (MPS allocated: 8.82 GB, other allocations: 1.04 GB, max allowed: "
        + "9.07 GB). Tried to allocate 563.62 MB on private pool."
    ) { match, scene in
      BatchSize(scene).smaller(by: 2) + [
        "\(match["other"] ?? "") of the \(match["total"] ?? "") that may be used is held by other programs: close some.",
        "Train in half precision; PYTORCH_MPS_HIGH_WATERMARK_RATIO=0.0 lifts the limit, at the price of swapping.",
      ]
    },
    MessageAdvice(
      ["Unable to allocate {asked} for an array with shape ({shape}) and data type {type}"],
      example:
        "numpy.core._exceptions._ArrayMemoryError: Unable to allocate 29.8 GiB for an array with shape (2000000, "
        + "2000) and data type float64"
    ) { match, scene in
      let asked = match["asked"].flatMap(ByteAmount.init)
      let halves = ["float64", "int64", "complex128"].contains(match["type"] ?? "")
      return [
        "An array of shape (\(match["shape"] ?? "")) takes \(match["asked"] ?? ""): make it in parts, or keep it in a "
          + "file (`np.memmap`, `np.load(..., mmap_mode=\"r\")`).",
        halves
          ? asked.map {
            "\(match["type"] ?? "") takes twice what its half does: with 32 bits it is \(ByteAmount(bytes: $0.bytes / 2).text)."
          } : nil,
        "If most of it is zero (one-hot, word counts), keep it sparse (`scipy.sparse`).",
        "Ask for a machine or a memory limit with more than \(match["asked"] ?? "that") to spare.",
      ].compactMap(\.self)
    },
    MessageAdvice(
      ["you tried to allocate {bytes#} bytes"],
      example:
        "RuntimeError: [enforce fail at alloc_cpu.cpp:75] err == 0. DefaultCPUAllocator: can't allocate memory: you "
        + "tried to allocate 137438953472 bytes. Error code 12 (Cannot allocate memory)"
    ) { match, _ in
      match["bytes"].flatMap(ByteAmount.init).map {
        [
          "One tensor of \($0.text) was asked for in main memory: look at its shape there; a wrong dimension or a batch "
            + "of everything is more likely than a lack of memory."
        ]
      } ?? []
    },
    MessageAdvice(
      "Ran out of memory in memory space hbm. Used {used} of {total} hbm",
      example:
        "jaxlib.xla_extension.XlaRuntimeError: RESOURCE_EXHAUSTED: XLA:TPU compile permanent error. Ran out of memory in "
        + "memory space hbm. Used 21.90G of 7.48G hbm."
    ) { match, scene in
      [
        "The compiled step needs \(match["used"] ?? "") and there is \(match["total"] ?? ""): shard weights and optimizer "
          + "over more chips, or recompute activations (`jax.checkpoint`)."
      ] + BatchSize(scene).smaller(by: 2)
    },
    MessageAdvice(
      "Memory allocation error on worker {worker#}: std::bad_alloc: cudaErrorMemoryAllocation",
      example:
        "xgboost.core.XGBoostError: [11:17:10] device_vector.cu:23: Memory allocation error on worker 0: std::bad_alloc: "
        + "cudaErrorMemoryAllocation: out of memory",
      advice: [
        "Build the data as `QuantileDMatrix` (or from an iterator, for data that do not fit), with a smaller `max_bin`.",
        "Grow smaller trees (`max_depth`, `max_leaves`), `subsample`, or train on the CPU (`device=\"cpu\"`).",
        "Free the GPU of what else holds it: see nvidia-smi.",
      ]),
  ]
}
