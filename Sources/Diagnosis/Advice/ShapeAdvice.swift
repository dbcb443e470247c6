/// Shapes that do not fit each other, with the numbers that do not.
enum ShapeAdvice {
  static let all: [MessageAdvice] = [
    MessageAdvice(
      [
        "shapes cannot be multiplied ({rows#}x{given#} and {wanted#}x{out#})",
        "size mismatch, m1: [{rows#} x {given#}], m2: [{wanted#} x {out#}]",
      ],
      example: "RuntimeError: mat1 and mat2 shapes cannot be multiplied (64x256 and 512x10)"
    ) { match, scene in
      let (given, wanted) = (match["given"] ?? "", match["wanted"] ?? "")
      return [
        "What comes in has \(given) features and the layer takes \(wanted): build it with \(given) "
          + "(`nn.Linear(\(given), \(match["out"] ?? ""))`), or change the pooling or flattening before it"
          + (scene.exception?.location.map { " (\($0))." } ?? ".")
      ] + flattening(match)
    },
    MessageAdvice(
      "size of tensor a ({a#}) must match the size of tensor b ({b#}) at non-singleton dimension {axis#}",
      example:
        "RuntimeError: The size of tensor a (512) must match the size of tensor b (600) at non-singleton dimension 1",
      advice: [
        "In dimension {axis} one tensor has {a} and the other {b}: cut or pad one of them, or correct the setting that "
          + "makes them differ (sequence length, image size, channels)."
      ]),
    MessageAdvice(
      "must match except in dimension {axis#}. Expected size {a#} but got size {b#} for tensor number {number#}",
      "must match except in dimension {axis#}. Got {a#} and {b#} in dimension",
      example:
        "RuntimeError: Sizes of tensors must match except in dimension 1. Expected size 64 but got size 63 for "
        + "tensor number 1 in the list.",
      advice: [
        "Beside dimension {axis} all sizes must be alike, and {a} and {b} are not: in a network with skip connections make "
          + "the input divisible by its whole stride (32 for most), else pad or cut to one size."
      ]),
    MessageAdvice(
      "Expected input batch_size ({a#}) to match target batch_size ({b#})",
      example: "ValueError: Expected input batch_size (256) to match target batch_size (32)."
    ) { match, _ in
      guard let outputs = match["a"].flatMap({ Int($0) }), let targets = match["b"].flatMap({ Int($0) }),
        targets > 0
      else { return [] }
      return outputs > targets && outputs % targets == 0
        ? [
          "The output has \(outputs / targets) rows for each of the \(targets) targets: a reshape (`view(-1, …)`) mixes "
            + "another dimension into the batch; flatten from dimension 1 on (`torch.flatten(x, 1)`)."
        ]
        : [
          "The output has \(outputs) rows for \(targets) targets: look where the batch is reshaped or filtered."
        ]
    },
    MessageAdvice(
      "shape '{shape}' is invalid for input of size {size#}",
      example: "RuntimeError: shape '[-1, 400]' is invalid for input of size 44944",
      advice: [
        "{size} values do not go into {shape}: print the tensor's shape before the reshape; most often the input's height "
          + "and width are not those that the number was worked out for."
      ]),
    MessageAdvice(
      "but got [{first}] at entry {one#} and [{second}] at entry {two#}",
      example:
        "RuntimeError: stack expects each tensor to be equal size, but got [3, 224, 224] at entry 0 and [1, 224, 224] "
        + "at entry 5"
    ) { match, _ in
      let shapes = ["first", "second"].map { name in
        (match[name] ?? "").split(separator: ", ").map(String.init)
      }
      let entry = match["two"] ?? ""
      let told =
        "Example \(entry) of the batch has shape [\(match["second"] ?? "")] and the first one [\(match["first"] ?? "")]"
      if shapes.allSatisfy({ $0.count == 3 }), shapes[0].dropFirst() == shapes[1].dropFirst() {
        return ["\(told): bring all images to the same channels when they are read (`.convert(\"RGB\")`)."]
      }
      if shapes.allSatisfy({ $0.count == 3 }) {
        return [
          "\(told): resize or crop both sides to one size (`Resize((h, w))`; `Resize(n)` keeps the aspect ratio)."
        ]
      }
      return ["\(told): pad them to one length in a `collate_fn`, or cut them."]
    },
    MessageAdvice(
      "expected input[{input}] to have {wanted#} channels, but got {given#} channels instead",
      example:
        "RuntimeError: Given groups=1, weight of size [64, 3, 7, 7], expected input[8, 1, 224, 224] to have 3 channels, "
        + "but got 1 channels instead",
      advice: [
        "The first layer takes {wanted} channels and gets {given} (input [{input}]): convert the images when they are read "
          + "(`.convert(\"RGB\")`, `Grayscale(3)`), build the layer with {given} channels, or move the channels to dimension 1."
      ]),
    MessageAdvice(
      "Target size (torch.Size([{target}])) must be the same as input size (torch.Size([{input}]))",
      example:
        "ValueError: Target size (torch.Size([32])) must be the same as input size (torch.Size([32, 1]))",
      advice: [
        "The targets have shape [{target}] and the output [{input}]: `unsqueeze(1)` the targets or `squeeze(1)` the output, "
          + "whichever lacks a dimension."
      ]),
    MessageAdvice(
      ["expected axis -1 of input shape to have value {wanted#}, but received input with shape ({given})"],
      example:
        "ValueError: Input 0 of layer \"dense\" is incompatible with the layer: expected axis -1 of input shape to have "
        + "value 784, but received input with shape (None, 28, 28)"
    ) { match, _ in
      [
        "The layer was built for \(match["wanted"] ?? "") features and gets shape (\(match["given"] ?? "")): flatten or "
          + "reshape before it, or build it for what comes."
      ]
    },
    MessageAdvice(
      "expected min_ndim={wanted#}, found ndim={given#}. Full shape received: ({shape})",
      example:
        "ValueError: Input 0 of layer \"conv2d\" is incompatible with the layer: expected min_ndim=4, found ndim=3. Full "
        + "shape received: (None, 28, 28)",
      advice: [
        "The layer wants {wanted} dimensions and gets {given}, ({shape}): add the channel with `x[..., None]` or "
          + "`Reshape`, and the batch with `x[None, ...]`."
      ]),
    MessageAdvice(
      "received ((None, {logits}) vs (None, {labels}))",
      example:
        "ValueError: `logits` and `labels` must have the same shape, received ((None, 1) vs (None, 10)).",
      advice: [
        "The output has {logits} values and the labels {labels}: give the last layer {labels} units, or for labels that are "
          + "class numbers use a sparse loss."
      ]),
    MessageAdvice(
      "X has {given#} features, but {model} is expecting {wanted#} features",
      example: "ValueError: X has 10 features, but LogisticRegression is expecting 12 features as input.",
      advice: [
        "{model} was trained on {wanted} columns and gets {given}: give it the same columns in the same order, and fit "
          + "encoders on the training data only, then `transform` the rest."
      ]),
    MessageAdvice(
      "inconsistent numbers of samples: [{counts}]",
      example: "ValueError: Found input variables with inconsistent numbers of samples: [100, 99]",
      advice: [
        "Examples and labels are not as many ({counts}): look which rows were dropped from one of them alone."
      ]),
    MessageAdvice(
      "operands could not be broadcast together with shapes ({a}) ({b})",
      example: "ValueError: operands could not be broadcast together with shapes (32,10) (32,12)",
      advice: [
        "Shapes ({a}) and ({b}) differ where neither has 1: correct the one that is not as meant, or reshape it."
      ]),
    MessageAdvice(
      "Incompatible shapes: [{a}] vs. [{b}]",
      example: "InvalidArgumentError: Incompatible shapes: [32,10] vs. [32,12]",
      advice: [
        "Shapes [{a}] and [{b}] differ: compare the output's units with the labels, and the batches of both."
      ]),
    MessageAdvice(
      "is expected to generate shape ({built}), but the existing parameter it received has shape ({saved})",
      example:
        "flax.errors.ScopeParamShapeError: For parameter \"kernel\" in \"/Dense_0\", the given initializer is expected to "
        + "generate shape (24, 128), but the existing parameter it received has shape (20, 128).",
      advice: [
        "The input makes the layer ({built}), the weights were made for ({saved}): `init` with an example of the same shape as "
          + "the training's data, or load weights of this model."
      ]),
  ]

  /// Where a picture was flattened, its numbers tell: a square behind the channels.
  private static func flattening(_ match: MessageTemplate.Match) -> [String] {
    guard let given = match["given"].flatMap({ Int($0) }), let wanted = match["wanted"].flatMap({ Int($0) }),
      given > 0, wanted > 0, wanted % given == 0 || given % wanted == 0, given != wanted
    else { return [] }
    let (more, times) = given > wanted ? ("more", given / wanted) : ("fewer", wanted / given)
    return [
      "It is \(times) times \(more) than expected: another image size, or a layer that is left out or twice there."
    ]
  }
}
