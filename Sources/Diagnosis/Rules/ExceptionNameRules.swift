import TrainingModel

/// What the name of a library's own exception says, where no rule knows the library: `DatasetFormatError`.
enum ExceptionNameRules {
  static let all: [FailureRule] =
    [
      named(
        .authentication,
        ["Auth", "Unauth", "Unauthorized", "Forbidden", "Credential", "Token", "Login", "License"]),
      named(.rateLimited, ["RateLimit", "Throttl", "TooManyRequests"]),
      named(
        .networkError,
        ["Connect", "Network", "Http", "HTTP", "Socket", "Download", "Ssl", "SSL", "Proxy", "Dns"]),
      named(.hangOrTimeout, ["Timeout", "TimedOut", "Deadline"]),
      named(.permissionDenied, ["Permission", "AccessDenied"]),
      named(.resourceLocked, ["Lock", "Busy"]),
      named(
        .fileNotFound,
        ["FileNotFound", "PathNotFound", "NoSuchFile", "DoesNotExist", "NotExist", "FileMissing"]),
      named(.checkpointIncompatible, ["Checkpoint", "StateDict", "Deserializ", "Unpickl"]),
      named(.emptyDataset, ["EmptyDataset", "EmptyData", "NoData", "NoSamples"]),
      named(
        .dataFormat,
        [
          "Pars", "Decod", "Format", "Corrupt", "Schema", "Encoding", "Malformed", "InvalidData", "DataError",
          "Analysis",
          "Csv",
        ]),
      named(.numericalDivergence, ["LinAlg"]),
      named(.dependencyConflict, ["Version", "Compat", "Deprecat"]),
      named(
        .missingDependency,
        ["Import", "Dependency", "Package", "NotInstalled", "ModuleNot", "NoClassDef", "ClassNotFound"]),
      named(.tensorShapeMismatch, ["Shape", "Dimension"]),
      named(.dtypeOrDeviceMismatch, ["Dtype", "DType", "DeviceMismatch"]),
      named(.numericalDivergence, ["NaN", "Nan", "NonFinite", "Diverge", "Overflow"]),
      named(
        .invalidConfiguration,
        [
          "Config", "Argument", "Option", "Setting", "Validation", "Usage", "Parameter", "Param", "Registry",
          "Duplicat", "AlreadyExists",
        ]),
      named(.experimentTracking, ["Tracking", "Logger"]),
      named(.multiprocessingError, ["Pickl", "ProcessPool"]),
      // A library that raises its own exception is used in a way that it does not allow.
      .general(
        .codeError, weight: 1,
        condition: { scene in
          scene.libraryName != nil && scene.exception.map { !$0.frames.isEmpty } ?? false
        }),
    ]

  private static func named(_ type: FailureType, _ parts: [String]) -> FailureRule {
    let parts = parts.map { Array($0.utf8) }
    return .general(
      type, weight: 3,
      condition: { scene in
        guard let name = scene.libraryName else { return false }
        return parts.contains { name.count > $0.count && ByteSearch.find($0, in: name) != nil }
      })
  }

  /// The name of an exception that is a library's own; nil for Python's, which say no more than the kind of a mistake.
  static func libraryName(_ exception: PythonException) -> [UInt8]? {
    let name = exception.name
    return builtIn.contains(name) || exception.isWrapper ? nil : Array(name.utf8)
  }

  private static let builtIn: Set = [
    "ArithmeticError", "AssertionError", "AttributeError", "BlockingIOError", "BrokenPipeError",
    "BufferError",
    "ChildProcessError", "ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError",
    "ConnectionResetError", "EOFError", "Exception", "FileExistsError", "FileNotFoundError",
    "FloatingPointError",
    "ImportError", "IndentationError", "IndexError", "InterruptedError", "IsADirectoryError", "KeyError",
    "KeyboardInterrupt", "LookupError", "MemoryError", "ModuleNotFoundError", "NameError",
    "NotADirectoryError",
    "NotImplementedError", "OSError", "OverflowError", "PermissionError", "ProcessLookupError",
    "RecursionError",
    "ReferenceError", "RuntimeError", "StopIteration", "SyntaxError", "SystemError", "SystemExit", "TabError",
    "TimeoutError", "TypeError", "UnboundLocalError", "UnicodeDecodeError", "UnicodeEncodeError",
    "UnicodeError",
    "ValueError", "ZeroDivisionError",
  ]
}
