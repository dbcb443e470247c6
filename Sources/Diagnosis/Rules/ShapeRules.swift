import TrainingModel

/// Tensors that do not fit each other.
enum ShapeRules {
  static let all: [FailureRule] = [
    FailureRule(
      .tensorShapeMismatch, weight: 6, exceptions: ["ScopeParamShapeError"],
      words: [
        ["shapes cannot be multiplied"], ["must match the size of tensor"], ["sizes of tensors must match"],
        ["expected input batch_size"], ["is invalid for input of size"], ["dimension out of range"],
        ["could not broadcast"], ["could not be broadcast"], ["incompatible shapes"],
        ["shapes must be equal"],
        ["stack expects each tensor"], ["given groups="], ["mismatch in its core dimension"],
        ["not aligned:"],
        ["dimensions must be equal"], ["cannot reshape"], ["incompatible with the layer"], ["k_lhs == k_rhs"],
        ["size mismatch, m1"], ["expected 4d"], ["expected 3d"], ["expected 2d"], ["shape mismatch:"],
        ["same number of dimensions"], ["same number of samples as"], ["same rank"],
        ["must be equal to the", "dimension"],
        ["output with shape"],
        ["expand", "must match the existing size"], ["incompatible shapes for broadcasting"],
        ["inconsistent tensor size"],
        ["target size", "must be the same as input size"], ["dot_general requires"],
        ["shape", "does not match"],
      ],
      unless: ["state_dict"], readsLines: false
    ) { scene in
      [
        "Print the shapes at \(scene.exception?.location ?? "the line that failed"), and fit the "
          + "layer's size, a reshape or the collate function to the data.",
        "If only the last batch fails, pad it or pass `drop_last=True`.",
      ]
    },
    FailureRule(
      .dtypeOrDeviceMismatch, weight: 6,
      words: [
        ["to be on the same device"], ["expected scalar type"], ["should be the same", "type"],
        ["must have the same dtype"], ["not implemented for 'half'"], ["not implemented for 'bfloat16'"],
        ["expected object of"], ["type of data we are trying to retrieve"], ["found dtype"],
        ["input and weight", "dtype"], ["expected tensor", "device"], ["not implemented for 'long'"],
        ["be the same dtype"], ["same type but got"], ["can't convert cuda"],
        ["result type", "can't be cast"],
        ["tensor on device"], ["cannot compute", "expected to be a", "tensor"],
      ],
      readsLines: false
    ) { scene in
      [
        "Bring model, inputs and buffers to one device and dtype (`.to(device, dtype)`) before "
          + "\(scene.exception?.location ?? "the line that failed").",
        "With mixed precision, run the forward pass under autocast instead of casting by hand.",
      ]
    },
    FailureRule(
      .indexOutOfRange, weight: 5, exceptions: ["IndexError"],
      words: [["index out of range"], ["out of bounds", "target"], ["indices", "out of bounds"]],
      readsLines: false
    ) { scene in
      let isEmbedding = scene.lower.has("index out of range in self")
      return [
        isEmbedding
          ? "A token or position id is larger than the embedding: compare the tokenizer's size with "
            + "vocab_size, and the sequence length with the model's maximum."
          : "Compare the index with the length at \(scene.exception?.location ?? "the line that failed").",
        "Check that labels run from 0 to the number of classes minus 1.",
      ]
    },
  ]
}
