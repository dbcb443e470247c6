extension TrainerPhrase {
  /// What announces work that moves nothing.
  static let pauses = [
    TrainerPhrase(
      "saving ", .pause, at: .opening, example: "saving checkpoint at iteration    1000 to ckpt"),
    TrainerPhrase("exporting ", .pause, at: .opening, example: "Exporting the model to ONNX"),
    TrainerPhrase(
      "compiling ", .pause, at: .opening, example: "compiling the model... (takes a ~minute)"),
    TrainerPhrase("computing ", .pause, at: .opening, example: "Computing FID of 50000 samples"),
    TrainerPhrase("evaluating", .pause, at: .opening, example: "Evaluating..."),
    TrainerPhrase("validating", .pause, at: .opening, example: "Validating runs/detect/weights/best.pt"),
    TrainerPhrase("testing", .pause, at: .opening, example: "Testing the model on 5000 images"),
    TrainerPhrase("predicting", .pause, at: .opening, example: "Predicting the test set"),
    TrainerPhrase(
      "begin validation", .pause,
      example: "fairseq_cli.train | begin validation on \"valid\" subset"),
    TrainerPhrase("start validation", .pause, example: "INFO: Start validation at step 500"),
    TrainerPhrase("starting validation", .pause, example: "Starting validation of epoch 3"),
    TrainerPhrase("running validation", .pause, example: "Running validation..."),
    TrainerPhrase("start evaluation", .pause, example: "ppdet.engine INFO: Start evaluation"),
    TrainerPhrase("starting evaluation", .pause, example: "Starting evaluation on 500 samples"),
    TrainerPhrase("running evaluation", .pause, example: "Running evaluation on the validation set"),
  ]
}
