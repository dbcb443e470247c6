import TrainingModel

/// What launchers, schedulers and container systems say of nodes and processes, and what is not installed or too old.
enum SystemWordRules {
  static let all: [FailureRule] = [
    .general(
      .hostOutOfMemory, weight: 9,
      words: [["low on resource: memory"], ["memorypressure"], ["term_memlimit"], ["pbs: job killed: mem"]],
      readsLines: true),
    .general(
      .diskFull, weight: 9,
      words: [
        ["low on resource: ephemeral-storage"], ["ephemeral local storage usage exceeds"], ["diskpressure"],
      ],
      readsLines: true),
    .general(
      .nodeFailure, weight: 8,
      words: [["lost communication with a remote daemon"], ["lost connection to a remote daemon"]],
      readsLines: true),
    // EIO, and EREMOTEIO of a mount: neither the file nor the program is at fault.
    FailureRule(
      .nodeFailure, weight: 7,
      words: [["[errno 5]"], ["[errno 121]"], ["input/output error"], ["i/o error", "os error 5"]],
      unless: ["winerror"], retry: .mayHelp
    ) { scene in
      [
        "See what fails under \(scene.path ?? "the path"): `dmesg | grep -i 'i/o error'`, `df`, and the mount's own log.",
        "Write to another disk or from another machine, and resume from the last whole checkpoint.",
      ]
    },
    .general(
      .killedByScheduler, weight: 9,
      words: [
        ["due to job not ending with signals"], ["spot", "reclaim"], ["exceeded its time limit"],
        ["time limit exceeded", "job"], ["walltime limit"], ["wall clock limit"], ["due to scancel"],
      ],
      readsLines: true),
    .general(
      .peerRankFailed, weight: 5,
      words: [
        ["peer process has unexpectedly disconnected"], ["cancelled by teardown"], ["owner has died"],
        ["worker process has died"], ["horovod has been shut down"],
      ],
      readsLines: true),
    .general(.rendezvousOrPort, weight: 7, words: [["server socket has failed to bind"]]),
    .general(
      .networkError, weight: 6, modules: ["gdown.exceptions."],
      words: [["failed to connect to all addresses"]]),
    .general(
      .rendezvousOrPort, weight: 5, exceptions: [], words: [["runtimeerror: socket timeout"]],
      readsLines: false),
    .general(
      .hostOutOfMemory, weight: 5, exceptions: [],
      words: [["workers are no longer alive"], ["worker died unexpectedly"], ["workers died"]],
      readsLines: false),
    // Launchers say so of a signal that they got themselves.
    .general(.interrupted, weight: 8, words: [["signalexception: process ", "got signal: 2"]]),
    .general(
      .killedExternally, weight: 8, words: [["signalexception: process ", "got signal: 1"]],
      unless: ["got signal: 11", "got signal: 15"]),
    .general(
      .multiprocessingError, weight: 6, exceptions: [],
      words: [["crossing process boundaries"], ["cowardly refusing"]], readsLines: false),
    .general(
      .missingDependency, weight: 6, exceptions: ["ExecutableNotFound"],
      words: [
        ["no working c++ compiler"], ["not properly installed"], ["could not load lib"],
        ["appropriate backend"],
        ["could not find or load main class"], ["python module", "was not found"], ["java_gateway_exited"],
        ["java gateway process exited"],
        ["need to have", "installed"], ["make sure", "executables are on your"], ["is not in path"],
        ["could not find function", "in function registry"],
      ],
      readsLines: false),
    .general(
      .dependencyConflict, weight: 7, exceptions: [],
      words: [
        ["descriptors", "be created directly"], ["any variant of untagged enum"], ["but incompatible"],
        ["needs", "or less"], ["needs", "or greater"],
        ["requires", "or newer"], ["requires", "or later"], ["unsatisfiable requirements"],
        ["does not recognize this architecture"], ["version of transformers is out of date"],
        ["are no longer supported"], ["has been removed in"], ["have been removed in"],
        ["was removed in version"],
        ["is out of date and must be regenerated"],

      ],
      readsLines: false),
    .general(
      .dependencyConflict, weight: 5, exceptions: [],
      // Two libraries of spaces have classes of one name.
      words: [["only supports (<class '", "was provided"], ["does not inherit from `gym"]],
      readsLines: false),
    .general(
      .illegalInstruction, weight: 6, words: [["compiled to use", "instructions", "aren't available"]],
      readsLines: true),
  ]
}
