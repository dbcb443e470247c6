import TrainingModel

/// What is left when no better cause is known: the kind of exception.
enum CodeRules {
  static let all: [FailureRule] = [
    FailureRule(.assertionFailed, weight: 2, exceptions: ["AssertionError"]) { scene in
      ["Read the assertion at \(scene.exception?.location ?? "the last frame"): what it demands is not so."]
    },
    FailureRule(
      .codeError, weight: 2,
      exceptions: [
        "TypeError", "AttributeError", "KeyError", "NameError", "UnboundLocalError", "RecursionError",
        "ZeroDivisionError",
        "NotImplementedError", "ValueError", "ImportError", "StopIteration", "OverflowError", "LookupError",
      ],
      advice: correct),
    FailureRule(
      .codeError, weight: 2, words: [["error in ", " : "], ["execution halted"]], advice: correct),
    FailureRule(
      .codeError, weight: 6,
      words: [
        ["error in ", " : object '", "not found"], ["error in ", "could not find function"],
        ["error in ", "unused argument"],
      ], advice: correct),
    // JAX traces a function, and its values are not known then.
    FailureRule(
      .codeError, weight: 6,
      exceptions: [
        "ConcretizationTypeError", "TracerBoolConversionError", "TracerArrayConversionError",
        "TracerIntegerConversionError", "UnexpectedTracerError", "NonConcreteBooleanIndexError",
      ],
      advice: correct),
    FailureRule(
      .codeError, weight: 6, exceptions: [],
      words: [
        ["trying to backward through the graph"], ["does not require grad"],
        ["modified by an inplace operation"],
        ["early stopping conditioned on metric"], ["expected more than 1 value per channel"],
        ["leaf variable that requires grad"],
      ],
      readsLines: false, advice: correct),
    // What the C++ library throws where a library of Python hands it on.
    FailureRule(
      .codeError, weight: 5, exceptions: [],
      words: [["error: std::bad_"], ["error: std::out_of_range"], ["error: std::length_error"]],
      unless: ["bad_alloc"], readsLines: false, advice: correct),
    FailureRule(
      .codeError, weight: 5, modules: ["torch._dynamo.", "torch.jit.", "torch.fx.", "torch.export."],
      advice: correct),
    FailureRule(
      .codeError, weight: 1, exceptions: ["RuntimeError", "Exception", "OSError"], advice: correct),
  ]

  @Sendable private static func correct(_ scene: FailureScene) -> [String] {
    [
      scene.exception?.location.map { "Correct the code at \($0)." }
        ?? "Correct the code that the message names."
    ]
  }
}
