/// Tensors on different devices or of different types.
enum PlacementAdvice {
  static let all: [MessageAdvice] = [
    MessageAdvice(
      [
        "at least two devices, {one} and {two}! (when checking argument for argument {argument} in method {method})",
        "at least two devices, {one} and {two}!",
      ],
      example:
        "RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu! "
        + "(when checking argument for argument mat1 in method wrapper_CUDA_addmm)"
    ) { match, scene in
      let place = scene.atLocation
      let isOnCPU = [match["one"], match["two"]].contains("cpu")
      let argument = match["argument"].map { "`\($0)` is the one that is elsewhere; " } ?? ""
      let act =
        isOnCPU
        ? "move the batch with `.to(model.device)`\(place); what the model makes itself (masks, positions) is made with "
          + "`device=x.device`, or registered as a buffer."
        : "with the model on several GPUs, move inputs to the device of the layer that takes them\(place), or leave it to "
          + "`device_map`."
      return ["Tensors are on \(match["one"] ?? "") and \(match["two"] ?? ""): \(argument)\(act)"]
    },
    MessageAdvice(
      "expected target dtype to be {wanted}, but got {given}", "expected scalar type Long but found {given}",
      example: "RuntimeError: expected target dtype to be Long or Byte, but got Float"
    ) { match, scene in
      [
        "Class labels are whole numbers: `labels.long()`\(scene.atLocation); for labels between 0 "
          + "and 1 use a loss that takes them (`BCEWithLogitsLoss`)."
      ]
    },
    MessageAdvice(
      "must have the same dtype, but got {one} and {two}", "expected scalar type {one} but found {two}",
      "have the same dtype, but got: {one} and {two}",
      example: "RuntimeError: mat1 and mat2 must have the same dtype, but got Float and BFloat16",
      advice: [
        "One tensor is {one}, the other {two}: run the forward pass under `torch.autocast`, or cast inputs with "
          + "`.to(model.dtype)`; with quantized or half-loaded weights set the trainer's bf16 or fp16 alike."
      ]),
    MessageAdvice(
      "Input type ({input}) and weight type ({weight}) should be the same",
      "Input type ({input}) and bias type ({weight}) should be the same",
      example:
        "RuntimeError: Input type (torch.FloatTensor) and weight type (torch.cuda.FloatTensor) should be the same"
    ) { match, _ in
      let (input, weight) = (match["input"] ?? "", match["weight"] ?? "")
      if input.contains("cuda") != weight.contains("cuda") {
        return [
          input.contains("cuda")
            ? "The inputs are on the GPU, the model is not: `model.to(device)` before the optimizer is made."
            : "The model is on the GPU, the inputs are not: `batch.to(device)` in the loop."
        ]
      }
      return ["Inputs are \(input), weights \(weight): cast one, or use autocast."]
    },
    MessageAdvice(
      "\"{kernel}\" not implemented for '{type}'",
      example: "RuntimeError: \"LayerNormKernelImpl\" not implemented for 'Half'"
    ) { match, _ in
      ["Half", "BFloat16"].contains(match["type"] ?? "")
        ? [
          "\(match["kernel"] ?? "") exists for \(match["type"] ?? "") on GPUs only: run on one, or load and train in float32 "
            + "(`torch_dtype=torch.float32`, no `--fp16`)."
        ]
        : [
          "\(match["kernel"] ?? "") does not take \(match["type"] ?? ""): convert first (`.float()`, `.long()` for labels)."
        ]
    },
    MessageAdvice(
      "does not match the type of data ({held}) currently contained",
      example:
        "ValueError: (InvalidArgument) The type of data we are trying to retrieve (float32) does not match the type of data "
        + "(float64) currently contained in the container.",
      advice: [
        "The data are {held} and the layer takes another type: convert them when they are read (`.astype(\"float32\")`)."
      ]),
  ]
}
