/// GPUs, drivers and builds, by their numbers.
enum AcceleratorAdvice {
  static let all: [MessageAdvice] =
    warnings + [
      MessageAdvice(
        "driver on your system is too old (found version {version#})",
        example: "RuntimeError: The NVIDIA driver on your system is too old (found version 11040)."
      ) { match, _ in
        guard let number = match["version"].flatMap({ Int($0) }), number >= 1000 else { return [] }
        let version = "\(number / 1000).\(number % 1000 / 10)"
        return [
          "The driver knows CUDA \(version) at most: install a build for that or an older CUDA (`pip install torch --index-url "
            + "https://download.pytorch.org/whl/cu…`), or have the driver updated."
        ]
      },
      MessageAdvice(
        "CUDA error: invalid device ordinal", example: "RuntimeError: CUDA error: invalid device ordinal"
      ) { _, scene in
        let device = scene.flag(["gpu", "device", "nproc", "local_rank", "num_processes"])
        return [
          "A GPU was asked for that is not there\(device.map { " (\($0))" } ?? ""): devices count from 0, and only those in "
            + "CUDA_VISIBLE_DEVICES, again from 0; start no more processes than GPUs (`nvidia-smi -L`)."
        ]
      },
      MessageAdvice(
        "Torch not compiled with CUDA enabled",
        example: "AssertionError: Torch not compiled with CUDA enabled"
      ) { _, scene in
        let device = scene.flag(["device", "gpu", "accelerator"])
        return [
          "torch is a build for the CPU: install one with CUDA (`pip install torch --index-url "
            + "https://download.pytorch.org/whl/cu124`)\(device.map { ", or train on the CPU: change \($0)" } ?? "")."
        ]
      },
      MessageAdvice(
        "The detected CUDA version ({found}) mismatches the version that was used to compile\nPyTorch ({built})",
        "The detected CUDA version ({found}) mismatches the version that was used to compile PyTorch ({built})",
        example:
          "RuntimeError: The detected CUDA version (11.8) mismatches the version that was used to compile PyTorch (12.4)."
          + " Please make sure to use the same CUDA versions.",
        advice: [
          "nvcc is {found}, torch was built with {built}: set CUDA_HOME to a toolkit {built}, or install the torch build for "
            + "{found}."
        ]),
    ]

  /// What is printed when a GPU is looked at first, long before it fails.
  static let warnings: [MessageAdvice] = [
    MessageAdvice(
      "with CUDA capability {gpu} is not compatible with the current PyTorch installation",
      example:
        "NVIDIA GeForce RTX 5090 with CUDA capability sm_120 is not compatible with the current PyTorch installation."
    ) { match, scene in
      let lines = ([match.text] + scene.before).joined(separator: "\n")
      let known = MessageTemplate("supports CUDA capabilities {list}.").match(lines)?["list"]
      return [
        "The GPU is \(match["gpu"] ?? "")\(known.map { ", the build knows \($0)" } ?? ""): install a build of torch for it "
          + "(a newer CUDA for a newer GPU, an older torch for an old one)."
      ]
    }
  ]
}
