import TrainingModel

/// What shells, the network's programs, schedulers, R and Julia print.
enum OtherLanguageRules {
  static let all: [FailureRule] = [
    .general(
      .networkError, weight: 5,
      words: [
        ["could not resolve host"], ["unable to resolve host"], ["could not resolve proxy"], ["curl: ("],
        ["ssh: connect to host"], ["failed: connection timed out"], ["failed: connection refused"],
        ["unable to access 'http"], ["tls handshake"], ["temporary failure in name resolution"],
        ["name or service not known"],
      ],
      readsLines: true),
    .general(
      .authentication, weight: 7,
      words: [
        ["fatal: authentication failed"], ["permission denied (publickey"], ["could not read username"],
        ["invalid username or token"], ["unable to locate credentials"], ["host key verification failed"],
      ],
      readsLines: true),
    .general(
      .commandNotFound, weight: 6,
      words: [
        ["sh: ", ": not found"], ["executable file not found in $path"],
        ["env: ", "no such file or directory"],
        ["is not recognized as an internal or external command"],
      ],
      unless: ["shared object"], readsLines: true),
    .general(
      .hostOutOfMemory, weight: 8,
      words: [
        ["cannot allocate vector of size"], ["outofmemoryerror()"], ["memory exhausted"], ["killed process"],
      ],
      readsLines: true),
    .general(
      .fileNotFound, weight: 5,
      words: [
        ["cannot open the connection"], ["systemerror: opening file"], ["cannot stat"], ["cannot access"],
      ],
      unless: ["local variable"], readsLines: true),
    .general(.missingDependency, weight: 7, words: [["argumenterror: package"]], readsLines: true),
    .general(
      .tensorShapeMismatch, weight: 6, words: [["dimensionmismatch"], ["non-conformable arg"]],
      readsLines: true),
    .general(
      .indexOutOfRange, weight: 6, words: [["boundserror"], ["subscript out of bounds"]], readsLines: true),
    .general(
      .codeError, weight: 3, words: [["undefvarerror"], ["methoderror: no method"], ["panicked at"]],
      readsLines: true),
    .general(
      .syntaxError, weight: 8,
      words: [
        ["error: unexpected symbol in"], ["error: unexpected '"], ["parseerror:", "julia"], ["syntax: "],
      ],
      readsLines: true),
    .general(
      .killedByScheduler, weight: 9,
      words: [
        ["job killed: walltime"], ["term_owner"], ["term_preempt"], ["deadlineexceeded", "pod"],
        ["job was evicted"], ["has been preempted"],
        ["cluster time limit"],
        ["will be terminated in 2 minutes"], ["was preempted"], ["being preempted"], ["wall time exceeded"],
        ["system_periodic_remove"],
      ],
      unless: ["node failure"], readsLines: true),
    // Why, another line may tell.
    .general(
      .killedByScheduler, weight: 7, words: [["*** step ", "cancelled at"], ["*** job ", "cancelled at"]],
      unless: ["node failure"], readsLines: true),
    .general(
      .peerRankFailed, weight: 4,
      words: [
        ["has been shut down", "one of the ranks"], ["store->get(", "error"], ["collective ops is aborted"],
        ["mpirun noticed that process rank"], ["one or more processes exited with non-zero status"],
        ["one of the processes exited"], ["socketstatuscheckfailed"],
        ["failed to recv", "got 0 bytes"],
      ],
      readsLines: true),
    .general(
      .ncclCommunication, weight: 5,
      words: [
        ["nccl communicator was aborted"], ["nccl operation", "failed"], ["ibv_wc_"],
        ["net/ib : got completion"],
        ["processgroupnccl", "timeout"], ["nccl_"], ["libfabric", "error"], ["collective operation timeout"],
        ["processgroupgloo", "timeout"], ["mpi_err_"], ["error occurred in mpi_"], ["watchdog", "stuck"],
        ["unhandled cuda error"], ["unhandled system error"],
      ],
      unless: ["warning"], readsLines: true),
    .general(
      .sharedMemoryExhausted, weight: 9,
      words: [
        ["</torch_", "no space left"], ["</torch_", "cannot allocate memory"], ["shm_open"],
        ["/dev/shm", "cannot allocate"],
      ],
      readsLines: true),
    .general(
      .osResourceLimit, weight: 8,
      words: [
        ["items of ancdata"], ["rlimit_nproc"], ["thread creation failed"], ["fork: retry"], ["@fork"],
        ["inotify watch limit"], ["user limit on inotify"],
      ],
      readsLines: true),
    .general(
      .rateLimited, weight: 4,
      words: [["http error 429"], ["rate limited", "retry"], ["429 too many requests"]],
      readsLines: true),
    .general(
      .rateLimited, weight: 5,
      words: [
        [" - 429"], ["status 429"], ["code 429"], [" 429", "/api/"], ["got 429"], ["429 client error"],
      ],
      unless: ["retry"], readsLines: true),
    .general(
      .resourceLocked, weight: 8,
      words: [
        ["lockexception"], [" lock", "resource temporarily unavailable"], ["[errno 35]"],
        ["locked by another process"],
        ["is locked by"],
      ],
      readsLines: false),
    .general(
      .storageQuota, weight: 9,
      words: [["storage quota"], ["quota has been exceeded"], ["quota limit", "disk"]]),
    .general(
      .hostOutOfMemory, weight: 8, words: [["memory allocation of", "failed"]], readsLines: true),
    .general(
      .hostOutOfMemory, weight: 6,
      words: [["subprocesses has abruptly died"]],
      readsLines: false),
    .general(
      .hostOutOfMemory, weight: 4, words: [["dataloader worker", "exited unexpectedly"]], readsLines: false),
    .general(.cudaOutOfMemory, weight: 9, words: [["cudamalloc", "out of memory"]], readsLines: true),
    .general(.sharedMemoryExhausted, weight: 9, words: [["file </torch_"]], readsLines: false),
    .general(.cudaDriverOrVersion, weight: 8, words: [["cuda unavailable"], ["cuda not available"]]),
    .general(
      .rendezvousOrPort, weight: 6,
      words: [["rendezvous"], ["initializing process group"], ["store based barrier"], ["wait for clients"]],
      readsLines: false),
    .general(.rendezvousOrPort, weight: 6, words: [["server socket has failed to listen"]], readsLines: true),
    .general(
      .multiprocessingError, weight: 5, words: [["can't get attribute", "__main__"]], readsLines: false),
    .general(
      .checkpointIncompatible, weight: 7,
      words: [["unable to load weights"], ["invalid magic number"], ["keyerror: '", "state_dict"]],
      readsLines: false),
    .general(
      .dependencyConflict, weight: 7, words: [["multiarray failed to import"]], readsLines: false),
    .general(
      .invalidConfiguration, weight: 6,
      words: [["check batch related parameters"], ["incompatible options"], ["incompatible arguments"]],
      readsLines: false),
    .general(
      .rateLimited, weight: 8,
      words: [
        ["(throttling"], ["(slowdown)"], ["toomanyrequests"], ["requestlimitexceeded"],
        ["quota exceeded for rate"],
      ],
      readsLines: false),
    .general(
      .fileNotFound, weight: 6,
      words: [
        ["is not a local folder and is not a valid model identifier"], ["(nosuchkey)"], ["(nosuchbucket)"],
        ["parent directory", "does not exist"], ["can't load tokenizer for"],
        ["can't load the configuration of"],
        ["does not appear to have a file named"],
      ],
      readsLines: false),
    .general(
      .checkpointIncompatible, weight: 7,
      words: [
        ["when loading weights from file"], ["saved weights have"], ["checkpoint", "world size"],
        ["unexpected key", "state"],
        ["state dict keys"],
        ["missing key", "state"],
      ],
      readsLines: false),
  ]
}
