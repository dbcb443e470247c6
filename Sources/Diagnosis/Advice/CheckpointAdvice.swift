/// Checkpoints that do not fit the model, or are none.
enum CheckpointAdvice {
  static let all: [MessageAdvice] = [
    MessageAdvice(
      [
        "size mismatch for {name}: copying a param with shape torch.Size([{saved}]) from checkpoint, the shape in current "
          + "model is torch.Size([{built}])"
      ],
      example:
        "RuntimeError: Error(s) in loading state_dict for ResNet:\n\tsize mismatch for fc.weight: copying a param with "
        + "shape torch.Size([1000, 512]) from checkpoint, the shape in current model is torch.Size([10, 512])."
    ) { match, _ in
      let name = match["name"] ?? ""
      return [
        "`\(name)` is [\(match["saved"] ?? "")] in the checkpoint and [\(match["built"] ?? "")] in the model: build the model "
          + "with the checkpoint's sizes, or leave this layer out of what is loaded and train it anew "
          + "(`ignore_mismatched_sizes=True` in transformers; delete its keys, then `strict=False`)."
      ]
    },
    MessageAdvice(
      ["Missing key(s) in state_dict: \"{missing}\""],
      example:
        "RuntimeError: Error(s) in loading state_dict for Net:\n\tMissing key(s) in state_dict: \"conv1.weight\", "
        + "\"conv1.bias\". \n\tUnexpected key(s) in state_dict: \"module.conv1.weight\", \"module.conv1.bias\"."
    ) { match, scene in
      let missing = match["missing"] ?? ""
      guard
        let found = MessageTemplate("Unexpected key(s) in state_dict: \"{key}\"").match(match.text)?["key"]
      else {
        return [
          "The checkpoint has no `\(missing)`: it is of another version of the model, or of a part of it."
        ]
      }
      return [
        prefix(missing, found)
          ?? "The model wants `\(missing)` where the checkpoint has `\(found)`: it is of another model or version."
      ]
    },
    MessageAdvice(
      "invalid load key, '{key}'", example: "_pickle.UnpicklingError: invalid load key, 'v'."
    ) { match, _ in
      switch match["key"] {
      case "v":
        ["The file is a Git LFS pointer, not the weights: `git lfs pull` in the repository it came from."]
      case "<":
        ["The file is a web page, not the weights: download it again, and look at what the server says."]
      default: []
      }
    },
    MessageAdvice(
      "failed finding central directory", "file is not a zip file",
      example:
        "RuntimeError: PytorchStreamReader failed reading zip archive: failed finding central directory"
    ) { _, scene in
      [
        "The file was cut off while it was written or downloaded"
          + (scene.path.map { " (\($0))" } ?? "")
          + ": delete it, and resume from the checkpoint before it or download it again."
      ]
    },
    MessageAdvice(
      ["Weights only load failed"],
      example:
        "_pickle.UnpicklingError: Weights only load failed. In PyTorch 2.6, we changed the default value of the "
        + "`weights_only` argument in `torch.load` from `False` to `True`."
    ) { _, _ in
      [
        "The file holds more than weights: if you trust where it comes from, load it with `weights_only=False`, or allow the "
          + "class that the message names with `torch.serialization.add_safe_globals`."
      ]
    },
    MessageAdvice(
      "Error while deserializing header: {problem}",
      example: "safetensors_rust.SafetensorError: Error while deserializing header: HeaderTooLarge"
    ) { match, _ in
      [
        "The file is no whole safetensors file (\(match["problem"] ?? "")): a Git LFS pointer (`git lfs pull`), an error page, "
          + "or a download that was cut off; delete it from the cache and load it again."
      ]
    },
  ]

  /// Names that differ only in what wrappers put before them.
  private static func prefix(_ missing: String, _ found: String) -> String? {
    let (longer, shorter, isSaved) =
      found.count > missing.count ? (found, missing, true) : (missing, found, false)
    guard longer.hasSuffix(shorter) else { return nil }
    let prefix = String(longer.dropLast(shorter.count))
    let maker =
      prefix.contains("module.")
      ? " (DataParallel puts it there)"
      : prefix.contains("_orig_mod.") ? " (torch.compile puts it there)" : ""
    return isSaved
      ? "The checkpoint's names begin with `\(prefix)`\(maker), the model's do not: strip it "
        + "(`{k.removeprefix('\(prefix)'): v for k, v in state.items()}`), or load before wrapping."
      : "The model's names begin with `\(prefix)`\(maker), the checkpoint's do not: load before wrapping, or into the inner "
        + "model."
  }
}
