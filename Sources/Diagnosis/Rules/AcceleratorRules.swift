import TrainingModel

/// The GPU, its driver and its libraries.
enum AcceleratorRules {
  static let all: [FailureRule] = [
    FailureRule(
      .gpuHardware, weight: 9,
      words: [
        ["uncorrectable ecc"], ["nvrm: xid"], ["fallen off the bus"], ["uncorrectable nvlink"],
        ["cuda error: ecc"],
        ["gpu is lost"], ["hardware stopped", "gpu"], ["unable to determine the device handle"],
        ["xid", "gpu"],
        ["row remapping failure"], ["hardware error"],
      ],
      // Application errors: 13, 31, 43 and 45 of NVIDIA's list say that a kernel of the program was at fault.
      unless: ["): 13,", "): 31,", "): 43,", "): 45,"],
      retry: .mayHelp
    ) { _ in
      [
        "Run the job on another GPU or node, and leave this one out.",
        "See `nvidia-smi -q -d ECC,PAGE_RETIREMENT` and `dmesg | grep -i xid`, and report the GPU to "
          + "its operator.",
      ]
    },
    FailureRule(
      .cudaDeviceAssert, weight: 9,
      words: [["device-side assert"], ["indexing.cu", "assertion"], ["assertion `t >= 0 && t < n_classes"]]
    ) { scene in
      [
        "Check that every label and token id lies in the range that the model was built for (classes, "
          + "vocabulary).",
        "Run once with CUDA_LAUNCH_BLOCKING=1, or on the CPU, to see the line that is really at fault.",
      ]
    },
    FailureRule(
      .cudaIllegalAccess, weight: 9,
      words: [
        ["illegal memory access"], ["misaligned address"], ["unspecified launch failure"],
        ["cuda_error_illegal_address"], ["cuda error: an illegal instruction"],
        ["cuda error: invalid program counter"],
        ["memory access fault by gpu"],
      ],
      retry: .mayHelp
    ) { _ in
      [
        "Run once with CUDA_LAUNCH_BLOCKING=1 to see the kernel that is at fault; compute-sanitizer "
          + "names the access.",
        "Rebuild custom CUDA extensions for this PyTorch and CUDA version; check index tensors for "
          + "wrong values.",
      ]
    },
    FailureRule(
      .cudaDriverOrVersion, weight: 8,
      words: [
        ["driver on your system is too old"], ["found no nvidia driver"], ["driver version is insufficient"],
        ["no kernel image is available"], ["not compiled with cuda enabled"], ["no cuda gpus are available"],
        ["no cuda-capable device"], ["invalid device ordinal"], ["libcublas.so"], ["libcuda.so"],
        ["no gpus found"], ["gpu is not enabled"], ["cuda_error_no_device"], ["libnvidia-ml.so"],
        ["cudnn_status_not_"],
        ["unable to initialize backend 'cuda'"], ["unable to initialize backend 'gpu'"],
        ["unknown backend: 'gpu'"],
        ["cuda unknown error"], ["forward compatibility was attempted"], ["cuda_home"], ["libcudnn"],
        ["default_backend is not none"], ["nvmldevicegetnvlink"], ["no supported gpu"],
        ["not compiled with gpu"],
        ["cuda version", "mismatch"], ["cuda is not available"], ["libcudart.so", "importerror"],
        ["incompatible with the current pytorch installation"], ["cuda_error_invalid_device"],
        ["requested gpu", "not available"], ["invalid cuda"], ["gpus", "but only", "available"],
        ["misconfigurationexception", "gpu"], ["0 active drivers"],
      ],
      unless: ["could not load dynamic library"], readsLines: true
    ) { scene in
      var advice = [
        "Compare `nvidia-smi` (driver) with the framework's build (`python -c \"import torch; "
          + "print(torch.version.cuda, torch.cuda.is_available())\"`) and install a build that matches.",
        "Check that the job was given a GPU: CUDA_VISIBLE_DEVICES, `--gpus all` for Docker, the "
          + "scheduler's request.",
      ]
      if let device = scene.flag(["device", "gpu", "accelerator"]) {
        advice.append("Or run without it: change \(device).")
      }
      return advice
    },
  ]
}
