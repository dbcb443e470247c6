/// Indices outside of what there is.
enum IndexAdvice {
  static let all: [MessageAdvice] =
    assertions + [
      MessageAdvice(
        "Target {index#} is out of bounds", example: "IndexError: Target 10 is out of bounds."
      ) { match, _ in
        let index = match["index"] ?? ""
        guard let label = Int(index) else { return [] }
        return label < 0
          ? ["A label is \(label): map labels to 0 … classes - 1, or ignore it (`ignore_index=\(label)`)."]
          : [
            "A label is \(label), so the last layer needs \(label + 1) classes or more; if labels begin with 1, subtract 1."
          ]
      },
      MessageAdvice(
        [
          "index {index#} is out of bounds for dimension {axis#} with size {size#}",
          "index {index#} is out of bounds for axis {axis#} with size {size#}",
        ],
        example: "IndexError: index 50257 is out of bounds for dimension 0 with size 50257"
      ) { match, scene in
        let (index, size) = (match["index"] ?? "", match["size"] ?? "")
        let isLast = index == size
        return [
          "Index \(index) was asked of \(size) in dimension \(match["axis"] ?? "")"
            + (scene.exception?.location.map { " (\($0))" } ?? "")
            + (isLast
              ? ": the last one is \(Int(size).map { $0 - 1 } ?? 0); it counts from 1, or a token was added without "
                + "`model.resize_token_embeddings(len(tokenizer))`."
              : ": what gives the index is made for something larger.")
        ]
      },
      MessageAdvice(
        "index out of range in self", example: "IndexError: index out of range in self"
      ) { _, _ in
        [
          "A token or position id is larger than the embedding: compare `len(tokenizer)` with `model.config.vocab_size` "
            + "(`resize_token_embeddings`), and the sequence length with `max_position_embeddings` (truncate)."
        ]
      },
      MessageAdvice(
        "Tried to access index {index#} out of table with {last#} rows",
        example: "RuntimeError: index out of range: Tried to access index 100 out of table with 99 rows.",
        advice: [
          "Id {index} is not in an embedding whose last row is {last}: make it as large as the vocabulary with all special tokens, or "
            + "limit what is looked up."
        ]),
      MessageAdvice(
        "Label class {label#} exceeds nc={count#} in {file}. Possible",
        example:
          "AssertionError: Label class 2 exceeds nc=2 in data/helmet.yaml. Possible class labels are 0-1"
      ) { match, _ in
        let label = match["label"].flatMap { Int($0) } ?? 0
        return [
          "A label says class \(label): set `nc: \(label + 1)` with a name for each class in \(match["file"] ?? ""), or, if labels "
            + "begin with 1, lower them all by 1."
        ]
      },
    ]

  /// What kernels print before the error that names no index.
  static let assertions: [MessageAdvice] = [
    MessageAdvice(
      "Assertion `t >= 0 && t < n_classes` failed",
      example:
        "nll_loss_forward_reduce_cuda_kernel_2d: block: [0,0,0], Assertion `t >= 0 && t < n_classes` failed."
    ) { _, _ in
      [
        "A label is negative or not smaller than the number of classes: print `labels.min(), labels.max()` before the loss, "
          + "and give the last layer as many classes; labels that begin with 1 are to be lowered by 1."
      ]
    },
    MessageAdvice(
      "Assertion `srcIndex < srcSelectDimSize` failed",
      example:
        "../aten/src/ATen/native/cuda/Indexing.cu:1141: indexSelectLargeIndex: block: [3,0,0], thread: [32,0,0] Assertion `srcIndex < srcSelectDimSize` failed."
    ) { _, _ in
      [
        "An id is not in the embedding: compare `len(tokenizer)` with `model.config.vocab_size` "
          + "(`resize_token_embeddings`), and the sequence length with `max_position_embeddings`."
      ]
    },
  ]
}
