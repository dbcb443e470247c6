import TrainingModel

/// Files, disks and locks.
enum FileRules {
  /// Programs that libraries call by name.
  private static let programs: Set = [
    "ffmpeg", "ffprobe", "sox", "git", "git-lfs", "nvcc", "nvidia-smi", "gcc", "g++", "cmake", "make",
    "ninja", "java",
    "wget", "curl", "aria2c", "tar", "unzip", "dot", "tesseract", "espeak", "srun", "mpirun", "docker",
  ]

  static let all: [FailureRule] = [
    FailureRule(
      .storageQuota, weight: 9,
      words: [
        ["quota exceeded"], ["errno 122"], ["storage limit reached"], ["exceeded your", "storage"],
        ["over quota"],
      ], unless: ["rate of", "requests", "rate limit"]
    ) { _ in ["Free space under the quota (old checkpoints first), or ask for more; `quota -s` shows it."] },
    FailureRule(
      .diskFull, weight: 8,
      words: [
        ["no space left on device"], ["errno 28"], ["enospc"], ["os error 28"], ["not enough disk space"],
        ["inline_container.cc", "unexpected pos"], ["disk is full"], ["error writing", "resource exhausted"],
        ["not enough free disk space"],
        ["pytorchstreamwriter failed writing"], [" requested and ", " written"],
      ]
    ) { scene in
      [
        "Free space where the run writes\(scene.path.map { " (\($0))" } ?? ""): `df -h` and `df -i`; "
          + "delete old checkpoints.",
        "Keep fewer checkpoints (`save_total_limit`, `save_top_k`), or write to another disk; TMPDIR "
          + "and HF_HOME move caches.",
      ]
    },
    FailureRule(
      .permissionDenied, weight: 6, exceptions: ["PermissionError", "PermissionDeniedError"],
      words: [
        ["permission denied"], ["errno 13"], ["errno 30"], ["read-only file system"], ["errno 1]"],
        ["readonly database"], ["operation not permitted"],
      ],
      unless: ["publickey", "wandb.errors"], readsLines: true
    ) { scene in
      [
        "Write elsewhere, or make \(scene.path ?? "the path in the message") writable for this user.",
        "In a container, check the mount's owner and whether it is mounted read-only.",
      ]
    },
    FailureRule(
      .resourceLocked, weight: 8,
      words: [
        ["database is locked"], ["unable to lock file"], ["could not acquire lock"], ["another instance"],
        ["device or resource busy"], ["already locked"], ["lock file exists"], ["failed to acquire lock"],
        ["the file lock", "could not be acquired"], ["could not set lock"], ["lock is held"],
        ["lock held by"],
        ["held by pid"],
      ],
      retry: .mayHelp
    ) { scene in
      [
        "Find the process that holds \(scene.path ?? "the lock") (`lsof`, `fuser`) and end it, or use "
          + "another file.",
        "A lock file of a process that died may be deleted; HDF5: HDF5_USE_FILE_LOCKING=FALSE on "
          + "network file systems.",
      ]
    },
    FailureRule(
      .osResourceLimit, weight: 8,
      words: [
        ["too many open files"], ["errno 24"], ["can't start new thread"],
        ["fork", "resource temporarily unavailable"],
        ["pthread_create failed"], ["thread", "resource temporarily unavailable"],
        ["no child processes", "fork"], ["what():", "resource temporarily unavailable"],
      ],
      retry: .uselessUnchanged
    ) { scene in
      let workers = scene.flag(["worker"]).map { "Lower \($0)." } ?? "Use fewer workers."
      return [
        "Raise the limit: `ulimit -n 65536` for files, `ulimit -u` or the container's pids limit for "
          + "threads.",
        workers,
        "`torch.multiprocessing.set_sharing_strategy('file_system')` needs fewer open files.",
      ]
    },
    FailureRule(
      .missingDependency, weight: 6, exceptions: ["FileNotFoundError"],
      condition: { scene in
        // subprocess raises FileNotFoundError for a program that is not installed.
        scene.exception?.frames.last.map { $0.file.hasSuffix("subprocess.py") } ?? false
          || scene.quoted(after: "directory:").map(programs.contains) ?? false
      },
      advice: { scene in
        let program = scene.quoted(after: "directory:") ?? "the program"
        return ["Install \(program), or put it on PATH: the training calls it as a program."]
      }),
    FailureRule(
      .fileNotFound, weight: 5, exceptions: ["FileNotFoundError", "NotADirectoryError", "NotFoundError"],
      words: [
        ["no such file or directory"], ["can't open file"], ["path does not exist"], ["path_not_found"],
        ["no valid checkpoint found"], ["errno 2]"], ["file does not exist"], ["does not exist", "path"],
        ["cannot open file"], ["cannot be opened"], ["could not be opened"], ["file not found"],
        ["is not a file"], ["is not a checkpoint file"],
        ["no such file"], ["can't find a valid checkpoint"],
        ["dataset", "not found"], ["cannot find", "file"],
      ],
      unless: ["dlerror", "could not load dynamic library", "localentrynotfounderror", "readerror"]
    ) { scene in
      let flag = scene.path.flatMap { path in scene.command.first { $0.contains(path) } }
      return [
        "Check the path \(scene.path ?? "in the message"): it is looked up from the run's working directory.",
        flag.map { "It comes from the argument \($0)." } ?? "Use an absolute path, or set `cwd`.",
      ]
    },
    FailureRule(
      .fileNotFound, weight: 6, exceptions: ["AssertionError"],
      condition: { scene in
        guard let code = scene.exception?.frames.last?.code else { return false }
        return code.contains("exists(") || code.contains("isfile(") || code.contains("isdir(")
      },
      advice: { scene in
        [
          "The check at \(scene.exception?.location ?? "the last frame") found no such path: correct "
            + "the path."
        ]
      }),
  ]
}
