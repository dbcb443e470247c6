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
      .emptyDataset, weight: 5,
      condition: { scene in
        // A mean over nothing.
        guard let exception = scene.exception, exception.name == "ZeroDivisionError" else { return false }
        return exception.frames.last?.code?.contains("/ len(") ?? false
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
