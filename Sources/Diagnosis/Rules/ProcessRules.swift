import TrainingModel

/// What ends a process from outside, and what it says of itself when it dies.
enum ProcessRules {
  static let all: [FailureRule] = [
    FailureRule(
      .nodeFailure, weight: 9,
      words: [
        ["node_fail"], ["due to node failure"], ["node failure on"], ["lost connection to node"],
        ["node has died"],
      ],
      retry: .mayHelp
    ) { _ in ["Submit the job again, from the last checkpoint; leave the node out if it fails again."] },
    FailureRule(
      .killedByScheduler, weight: 9,
      words: [
        ["due to time limit"], ["due to preemption"], ["due to job requeue"], ["job preempted"],
        ["spot", "interruption"],
        ["exceeded walltime"], ["evicted"], ["term_runlimit"], ["preemption notice"],
        ["instance is being preempted"],
        ["pbs: job killed"],
      ],
      retry: .mayHelp
    ) { scene in
      scene.lower.has("time limit")
        ? ["Ask for more time, or save checkpoints more often and resume from the last."]
        : ["Resume from the last checkpoint; save on SIGTERM so that little is lost."]
    },
    FailureRule(.interrupted, weight: 6, exceptions: ["KeyboardInterrupt"], retry: .mayHelp) { _ in
      ["Somebody or something sent SIGINT (Ctrl-C): start again, from the last checkpoint."]
    },
    FailureRule(
      .commandNotFound, weight: 6, words: [["command not found"]], retry: .uselessUnchanged
    ) { scene in CommandAdvice.missing(scene.text) },
    FailureRule(
      .illegalInstruction, weight: 6,
      words: [
        ["illegal instruction"], ["avx instructions", "not support"],
        ["instructions", "aren't available on your machine"],
      ],
      unless: ["cuda"],
      retry: .uselessUnchanged
    ) { _ in
      [
        "The build needs CPU features that this machine lacks: install a build for an older CPU, or "
          + "build here."
      ]
    },
    FailureRule(
      .segfault, weight: 5,
      words: [
        ["segmentation fault"], ["sigsegv"], ["signal 11"], ["signal 8 (sigfpe)"], ["exitcode: -11"],
        ["exitcode  : -11"],
      ],
      retry: .mayHelp
    ) { _ in segfaultAdvice },
    FailureRule(
      .aborted, weight: 3,
      words: [
        ["terminate called"], ["fatal python error: aborted"], ["signal 6 (sigabrt)"],
        ["core dumped", "aborted"],
      ],
      retry: .unknown,
      // An exception's message goes on in lines that may be another thread's last words.
      condition: { $0.exception == nil }
    ) { _ in ["Read the line above the abort; `ulimit -c unlimited` and a debugger show where it came from."]
    },
  ]

  static let segfaultAdvice = [
    "Run with `python -X faulthandler` to see the Python line; a native extension is at fault.",
    "Reinstall compiled packages (torch, numpy, custom CUDA code) in versions that fit together.",
  ]
}
