import TrainingModel

/// Codes that libraries share: HTTP, gRPC (TensorFlow, XLA, JAX), CUDA and HIP.
enum StatusRules {
  static let all: [FailureRule] = http + accelerator + grpc

  // MARK: HTTP

  private static let http = [
    status([401, 403, 407, 511], .authentication, weight: 7),
    status([404, 410], .fileNotFound, weight: 5),
    status([408, 500, 502, 503, 504, 520, 522, 524], .networkError, weight: 5),
    status([429], .rateLimited, weight: 9),
    status([507], .storageQuota, weight: 9),
  ]

  /// The ways in which requests, urllib, httpx, botocore, Google's and OpenAI's clients word a status.
  private static func status(_ codes: [Int], _ type: FailureType, weight: Int) -> FailureRule {
    let words = codes.flatMap { code in
      [
        "\(code) client error", "\(code) server error", "http error \(code)", "httperror \(code)",
        "status code: \(code)", "status code \(code)", "status_code=\(code)", "status: \(code)",
        "status=\(code)",
        "error code: \(code)", "error occurred (\(code))", "error (\(code))", "(\(code))\")", "http \(code)",
        "\(code) get http", "\(code) post http", "\(code) put http", "returned error: \(code)",
        "'\(code) ", "error \(code):",
      ]
    }
    return .general(type, weight: weight, words: words.map { [$0] }, readsLines: false)
  }

  // MARK: CUDA, HIP, cuBLAS, cuDNN

  /// Names of cudaError_t without `cudaError`; the driver's names and HIP's are the same but for the form.
  private static let accelerator = [
    cuda(
      .cudaOutOfMemory,
      names: ["MemoryAllocation", "OutOfMemory"],
      texts: [
        "cudnn_status_alloc_failed", "cusolver_status_alloc_failed", "cusparse_status_alloc_failed",
        "hipblas_status_alloc_failed", "no available memory for the cache blocks",
        "the resource allocation failed", "cuda error, out of memory", "dst tensor is not initialized",
        "kv cache is larger than", "kv cache is needed", "rmm failure",
      ]),
    cuda(
      .cudaDriverOrVersion,
      names: [
        "InsufficientDriver", "NoDevice", "InvalidDevice", "NoKernelImageForDevice", "SystemDriverMismatch",
        "CompatNotSupportedOnDevice", "InvalidPtx", "UnsupportedPtxVersion", "SystemNotReady",
        "InitializationError", "DevicesUnavailable", "StubLibrary", "InvalidDeviceFunction",
        "NoBinaryForGpu", "JitCompilerNotFound", "NotInitialized", "DeviceUnavailable",
      ],
      texts: [
        "compiled with an unsupported toolchain", "system not yet initialized", "invalid device function",
        "unexpected error from cudagetdevicecount", "torch.cuda.is_available() is false",
        "dnn library initialization failed", "cudnn_status_version_mismatch", "cublas_status_arch_mismatch",
        "cudnn_status_arch_mismatch", "cublas_status_not_initialized", "busy or unavailable",
        "unsupported display driver", "nvidia-smi has failed", "couldn't communicate with the nvidia driver",
        "no hip gpus are available", "no xpu devices", "failed to initialize nvml",
        "no nvidia gpu", "no gpu found", "could not select device driver", "nvrtc: error", "nvrtc_error",
        "ptxas",
        "cudnn version incompatibility", "dnn library is not found", "driver/library version mismatch",
        "loaded runtime cudnn library", "cuda driver initialization failed",
        "requires cuda", "no cuda runtime", "device_count() is", "invalid device id",
        "invalid device ordinal", "gpu is required", "device is not available",
        "flashattention only supports ampere",
        // What cuBLAS says of its own states (cublasGetStatusString), as JAX prints it.
        "the library was not initialized", "an unsupported value or parameter was passed to the function",
        "depends on an architectural feature that is absent", "cuda error: unknown error",
      ]),
    cuda(.cudaDeviceAssert, names: ["Assert"], texts: []),
    cuda(
      .cudaIllegalAccess,
      names: [
        "IllegalAddress", "MisalignedAddress", "IllegalInstruction", "InvalidPc", "LaunchFailure",
        "LaunchFailed",
        "HardwareStackError", "InvalidAddressSpace", "LaunchTimeout", "InvalidResourceHandle",
        "InvalidConfiguration", "LaunchOutOfResources",
      ],
      texts: [
        "cublas_status_execution_failed", "cudnn_status_execution_failed", "cudnn_status_mapping_error",
        "an access to gpu memory space failed", "the gpu program failed to execute",
        "cublas_status_internal_error", "cudnn_status_internal_error", "hardware stack error",
        "invalid address space", "the launch timed out and was terminated",
        "too many resources requested for launch",
        "cuda error: invalid resource handle", "cuda error: invalid configuration argument",
        "cuda error: invalid argument", "hip error: invalid argument", "hip error: unspecified launch",
      ]),
    cuda(
      .gpuHardware, names: ["ECCUncorrectable", "NvlinkUncorrectable", "Contained"],
      texts: [
        "ecc error", "nvlink error", "gpu has fallen", "thermal slowdown", "gpu requires reset",
        "gpu reset required",
        "double bit", "nvidia-smi: unknown error", "falling off the bus", "pending page retirement",
        "gpu recovery action", "hw slowdown",
      ]),
  ]

  private static func cuda(_ type: FailureType, names: [String], texts: [String]) -> FailureRule {
    let known = names.flatMap { name -> [[String]] in
      var driver = ""
      for letter in name {
        if letter.isUppercase, let last = driver.last, last.isLowercase { driver += "_" }
        driver.append(letter)
      }
      return [
        ["cudaerror\(name.lowercased())"], ["hiperror\(name.lowercased())"],
        ["cuda_error_\(driver.lowercased())"],
      ]
    }
    return .general(type, weight: 9, words: known + texts.map { [$0] }, readsLines: true)
  }

  // MARK: gRPC codes

  private static let grpc = [
    code("RESOURCE_EXHAUSTED", ["ResourceExhaustedError"], .cudaOutOfMemory, weight: 6),
    code("INVALID_ARGUMENT", ["InvalidArgumentError"], .tensorShapeMismatch, weight: 3),
    code("NOT_FOUND", ["NotFoundError"], .fileNotFound, weight: 4),
    code("PERMISSION_DENIED", ["PermissionDeniedError"], .permissionDenied, weight: 5),
    code("UNAUTHENTICATED", ["UnauthenticatedError"], .authentication, weight: 5),
    code("DATA_LOSS", ["DataLossError"], .dataFormat, weight: 5),
    code("UNAVAILABLE", ["UnavailableError", "AbortedError", "CancelledError"], .peerRankFailed, weight: 4),
    code("DEADLINE_EXCEEDED", ["DeadlineExceededError"], .rendezvousOrPort, weight: 5),
    code("FAILED_PRECONDITION", ["FailedPreconditionError"], .codeError, weight: 2),
    // What the installed backend cannot do that the calling library asks of it.
    code("UNIMPLEMENTED", ["UnimplementedError"], .dependencyConflict, weight: 3),
  ]

  private static func code(
    _ name: String, _ exceptions: [String], _ type: FailureType, weight: Int
  ) -> FailureRule {
    .general(
      type, weight: weight, exceptions: exceptions,
      words: [
        ["error: \(name.lowercased()):"], ["status.\(name.lowercased())"],
        ["statuscode.\(name.lowercased())"],
      ],
      unless: ["no space left", "asyncio.", "concurrent.futures."], readsLines: false)
  }
}
