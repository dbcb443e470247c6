import TrainingModel

/// What the source line that raised a plain exception says of its cause.
enum SourceRules {
  static let all: [FailureRule] = [
    .general(
      .checkpointIncompatible, weight: 5, exceptions: [],
      condition: { scene in
        // A key that a checkpoint lacks.
        guard let exception = scene.exception, exception.name == "KeyError",
          let code = exception.frames.last?.code.map(LowerText.init)
        else { return false }
        return ["ckpt[", "checkpoint[", "state_dict["].contains(where: code.has)
      }),
    .general(
      .fileNotFound, weight: 7,
      condition: { scene in
        // A checkpoint that cannot be written: its directory is missing, full or closed to this user.
        guard let exception = scene.exception, let text = scene.headline,
          ["cannot be opened", "does not exist", "could not be opened"].contains(where: text.has)
        else { return false }
        return exception.frames.suffix(3).contains { frame in
          frame.code.map { $0.contains("_open_zipfile_writer") || $0.contains("PyTorchFileWriter") } ?? false
        }
      }),
    .general(
      .emptyDataset, weight: 5,
      condition: { scene in
        // A mean over nothing.
        guard let exception = scene.exception, exception.name == "ZeroDivisionError" else { return false }
        guard let code = exception.frames.last?.code?.filter({ $0 != " " }) else { return false }
        return code.contains("/len(") || code.contains("/(len(")
      }),
    .general(
      .checkpointIncompatible, weight: 6,
      condition: { scene in
        // An archive or pickle that cannot be read, while a model is restored from it.
        guard let exception = scene.exception,
          ["BadZipFile", "ReadError", "EOFError", "UnpicklingError", "BadGzipFile", "AttributeError"]
            .contains(
              exception.name)
        else { return false }
        let isRestored = exception.frames.contains { frame in
          guard let code = frame.code.map(LowerText.init) else { return false }
          return [
            "torch.load(", "load_checkpoint(", "restore_from(", "load_from_checkpoint(", "load_weights(",
            "pickle.load",
          ]
          .contains(where: code.has)
        }
        return isRestored && (exception.name != "AttributeError" || scene.lower.has("can't get attribute"))
      }),
  ]
}
