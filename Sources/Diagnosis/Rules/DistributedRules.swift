import TrainingModel

/// Several processes that train together.
enum DistributedRules {
  static let all: [FailureRule] = [
    FailureRule(
      .resourceLocked, weight: 8, words: [["could not bind to port", "tensorboard"]], retry: .mayHelp
    ) { scene in
      ["Stop what holds port \(scene.port.map(String.init) ?? "of that number"), or pass another `--port`."]
    },
    FailureRule(
      .rendezvousOrPort, weight: 7, exceptions: ["RendezvousTimeoutError", "RendezvousConnectionError"],
      words: [
        ["address already in use"], ["eaddrinuse"], ["client socket has timed out"],
        ["could not start grpc server"],
        ["rendezvous", "timed out"], ["rendezvoustimeout"],
        ["tcpstore", "timed out"], ["tcpstore", "timeout"], ["tcpstore", "connection refused"],
        ["failed to connect to coordinator"],
        ["world size", "does not match"], ["errno: 98"], ["errno 98"],
      ],
      retry: .mayHelp, advice: rendezvous),
    FailureRule(
      .hangOrTimeout, weight: 6,
      words: [
        ["dataloader timed out"], ["monitored_barrier"], ["failed to pass monitoredbarrier"],
        ["timeout (", ")!"], ["no progress for"],
      ],
      retry: .mayHelp
    ) { scene in
      let timeout =
        scene.flag(["timeout"]).map { "Raise \($0)." } ?? "Raise the time-out that is named in the message."
      return [
        "Find out what the slow process was doing (py-spy dump), such as slow storage or uneven data.",
        timeout,
      ]
    },
    FailureRule(
      .peerRankFailed, weight: 4,
      words: [
        ["another task died"], ["connection closed by remote peer"], ["connection closed by peer"],
        ["connection reset by peer", "gloo"], ["the following tasks are unhealthy"], ["tasks are unhealthy"],
        ["peer", "has failed"], ["broken pipe", "gloo"], ["heartbeat timeout", "coordination"],
        ["coordination service", "unavailable"], ["shutdown barrier", "failed"],
      ],
      retry: .unknown
    ) { _ in
      [
        "Read the log of the rank that failed first: this one only lost its peer.",
        "Look at that node for an out-of-memory kill, a crash or a network fault.",
      ]
    },
    FailureRule(
      .ncclCommunication, weight: 3,
      words: [
        ["nccl error"], ["ncclunhandled"], ["ncclsystemerror"], ["ncclremoteerror"], ["ncclinternalerror"],
        ["watchdog", "timeout"], ["nccl", "timed out"], ["nccl", "timeout"], ["distbackenderror"],
        ["gloo", "timed out"],
        ["mpi_abort"], ["nccl operations have failed"], ["ucx", "error"], ["rccl", "error"],
        ["nccl warn", "error"],
        ["watchdog caught collective"], ["gloo", "connect"],
      ],
      retry: .mayHelp
    ) { _ in
      [
        "Look for the rank that stopped first: a time-out on one rank is often an error or "
          + "out-of-memory on another.",
        "Run with NCCL_DEBUG=INFO; check the interface (NCCL_SOCKET_IFNAME), and NCCL_IB_DISABLE=1 as a "
          + "test.",
        "If a step really takes that long, raise the process group's timeout.",
      ]
    },
    FailureRule(
      .multiprocessingError, weight: 7,
      exceptions: ["BrokenProcessPool", "PicklingError", "TerminatedWorkerError"],
      words: [
        ["freeze_support"], ["can't pickle"], ["can't get local object"], ["cannot pickle"],
        ["context has already been set"],
        ["re-initialize cuda in forked"], ["brokenprocesspool"],
        ["before the current process has finished its bootstrapping"],
        ["start a new process before"], ["daemonic processes are not allowed"],
      ],
      unless: ["unpicklingerror"], readsLines: false
    ) { scene in
      let workers = scene.flag(["worker"]).map { "As a test, set \($0) to 0." } ?? "As a test, use 0 workers."
      return [
        "Start processes only under `if __name__ == \"__main__\":`, and set the start method once.",
        "Hand workers only what can be pickled: functions of a module, no lambdas or local classes.",
        workers,
      ]
    },
  ]

  /// Whether a port was to be had that somebody else holds.
  static func isPortTaken(_ scene: FailureScene) -> Bool {
    ["in use", "eaddrinuse", "errno 98", "errno: 98", "grpc server", "could not bind to port"]
      .contains(where: scene.lower.has)
  }

  @Sendable private static func rendezvous(_ scene: FailureScene) -> [String] {
    let port = scene.port.map(String.init)
    if isPortTaken(scene) {
      return [
        "Port \(port ?? "(see the message)") is taken: pass another `--master_port`/MASTER_PORT, or 0 "
          + "for a free one.",
        "See who holds it (`ss -ltnp`): often a process of an earlier run that did not end.",
      ]
    }
    return [
      "Check MASTER_ADDR and MASTER_PORT\(port.map { " (\($0))" } ?? ""): the name must resolve, and "
        + "the port be open between the nodes.",
      "Check that every node starts, with the same `--nnodes` and rendezvous id, within the time-out.",
    ]
  }
}
