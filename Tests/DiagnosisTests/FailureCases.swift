import Testing
import TrainingModel

/// A short log of a failure, and what it is.
struct FailureCase: Sendable, CustomTestStringConvertible {
  let type: FailureType
  let code: Int32
  let log: String

  init(_ type: FailureType, code: Int32 = 1, _ log: String) {
    self.type = type
    self.code = code
    self.log = log
  }

  var testDescription: String { "\(type.rawValue): \(log.split(separator: "\n").last ?? "")" }

  private static func raised(_ exception: String) -> String {
    "epoch 1 loss 0.5\nTraceback (most recent call last):\n"
      + "  File \"/home/u/train.py\", line 9, in <module>\n    main()\n"
      + "  File \"/usr/lib/python3.11/site-packages/lib/core.py\", line 4, in run\n    go()\n\(exception)\n"
  }

  static let all = [
    FailureCase(
      .cudaOutOfMemory,
      raised("torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.")),
    FailureCase(.hostOutOfMemory, raised("MemoryError")),
    FailureCase(.hostOutOfMemory, code: 137, "epoch 1\nKilled\n"),
    FailureCase(
      .sharedMemoryExhausted,
      "RuntimeError: DataLoader worker (pid 7) is killed by signal: Bus error.\n"),
    FailureCase(.cudaDriverOrVersion, raised("RuntimeError: Found no NVIDIA driver on your system.")),
    FailureCase(.cudaDeviceAssert, raised("RuntimeError: CUDA error: device-side assert triggered")),
    FailureCase(
      .cudaIllegalAccess,
      raised("RuntimeError: CUDA error: an illegal memory access was encountered")),
    FailureCase(
      .ncclCommunication,
      raised("torch.distributed.DistBackendError: NCCL error in: a.cpp:1, unhandled system error")),
    FailureCase(
      .rendezvousOrPort,
      raised("RuntimeError: The server socket has failed to listen on port: 29500 (errno: 98)")),
    FailureCase(
      .numericalDivergence,
      raised("FloatingPointError: Loss became infinite or NaN at iteration=7!")),
    FailureCase(
      .tensorShapeMismatch,
      raised("RuntimeError: mat1 and mat2 shapes cannot be multiplied (8x10 and 12x2)")),
    FailureCase(
      .dtypeOrDeviceMismatch,
      raised("RuntimeError: Expected all tensors to be on the same device, cuda:0 and cpu!")),
    FailureCase(.indexOutOfRange, raised("IndexError: index out of range in self")),
    FailureCase(.diskFull, raised("OSError: [Errno 28] No space left on device: 'out/a.pt'")),
    FailureCase(.storageQuota, raised("OSError: [Errno 122] Disk quota exceeded")),
    FailureCase(.permissionDenied, raised("PermissionError: [Errno 13] Permission denied: '/data/out'")),
    FailureCase(
      .fileNotFound,
      raised("FileNotFoundError: [Errno 2] No such file or directory: 'data/train.csv'")),
    FailureCase(
      .fileNotFound, code: 2,
      "python: can't open file '/x/train.py': [Errno 2] No such file or directory\n"),
    FailureCase(.missingDependency, raised("ModuleNotFoundError: No module named 'cv2'")),
    FailureCase(
      .dependencyConflict,
      raised("ImportError: cannot import name 'Adam' from 'optim' (/x/optim/__init__.py)")),
    FailureCase(
      .checkpointIncompatible,
      raised("RuntimeError: Error(s) in loading state_dict for Net:\n\tsize mismatch for fc")),
    FailureCase(
      .dataFormat,
      raised("json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)")),
    FailureCase(
      .emptyDataset,
      raised("ValueError: num_samples should be a positive integer value, but got num_samples=0")),
    FailureCase(
      .invalidConfiguration, code: 2,
      "usage: train.py [-h]\ntrain.py: error: unrecognized arguments: --foo\n"),
    FailureCase(
      .authentication,
      raised("requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://h")),
    FailureCase(
      .rateLimited,
      raised("requests.exceptions.HTTPError: 429 Client Error: Too Many Requests for url: https://h")),
    FailureCase(
      .networkError,
      raised("requests.exceptions.ConnectTimeout: HTTPSConnectionPool(host='a.b', port=443)")),
    FailureCase(
      .multiprocessingError,
      raised("AttributeError: Can't pickle local object 'main.<locals>.f'")),
    FailureCase(.osResourceLimit, raised("OSError: [Errno 24] Too many open files: 'x'")),
    FailureCase(.resourceLocked, raised("sqlite3.OperationalError: database is locked")),
    FailureCase(.assertionFailed, raised("AssertionError: expected three channels")),
    FailureCase(.codeError, raised("TypeError: f() missing 1 required positional argument: 'x'")),
    FailureCase(
      .syntaxError,
      "  File \"train.py\", line 3\n    print x\n          ^\nSyntaxError: invalid syntax\n"),
    FailureCase(.interrupted, code: 130, raised("KeyboardInterrupt")),
    FailureCase(.commandNotFound, code: 127, "run.sh: line 3: deepspeed: command not found\n"),
    FailureCase(
      .notExecutable, code: 126,
      "bash: ./train: cannot execute binary file: Exec format error\n"),
    FailureCase(
      .killedByScheduler,
      "slurmstepd: error: *** JOB 7 ON n1 CANCELLED AT 2026-01-01 DUE TO TIME LIMIT ***\n"),
    FailureCase(.unknown, code: 3, "epoch 1 loss 0.5\nbye\n"),
  ]
}
