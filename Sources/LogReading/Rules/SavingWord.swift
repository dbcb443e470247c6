/// A word that tells whether a line names a file that was written, and a line that has it.
package struct SavingWord: Sendable {
  /// In small letters.
  package let text: StaticString
  /// Whether such a line says that a model or results were written; words that say otherwise win over these.
  package let isSaving: Bool
  /// A line as it is printed, which is the word's test.
  package let example: StaticString

  /// Every word that is known.
  package static let all = verbs + idle

  static let verbs = [
    SavingWord(text: "saved", isSaving: true, example: "Model saved to out/model.pt"),
    SavingWord(text: "saving", isSaving: true, example: "Saving model checkpoint to out/checkpoint-500"),
    SavingWord(text: "save ", isSaving: true, example: "save checkpoint at out/final"),
    SavingWord(text: "written", isSaving: true, example: "Model written to out/model.bin"),
    SavingWord(text: "wrote", isSaving: true, example: "wrote out/model.gguf"),
    SavingWord(text: "exported", isSaving: true, example: "[INFO] Exported results/ppo/Ball-24000.onnx"),
    SavingWord(text: "exporting", isSaving: true, example: "Exporting model to out/model.onnx"),
    SavingWord(text: "stored", isSaving: true, example: "Weights stored in out/weights.h5"),
  ]

  /// Intentions, logs, caches, and the parts of a state that is named as a whole as well.
  static let idle = [
    SavingWord(text: "will be saved", isSaving: false, example: "Checkpoints will be saved to /out/work."),
    SavingWord(text: "to be saved", isSaving: false, example: "The model is to be saved in out/model.pt"),
    SavingWord(
      text: "writing logs", isSaving: false, example: "Writing logs to out/log.txt, not saved elsewhere"),
    SavingWord(text: "logs saved", isSaving: false, example: "Logs saved to out/train.log"),
    SavingWord(
      text: "is saved locally", isSaving: false,
      example: "wandb: Run data is saved locally in /out/wandb/run-1"),
    SavingWord(text: "not saved", isSaving: false, example: "Model not saved to out/model.pt"),
    SavingWord(text: "cache", isSaving: false, example: "Saved the cache to data/train.cache"),
    SavingWord(
      text: "configuration saved", isSaving: false, example: "Configuration saved in out/config.json"),
    SavingWord(
      text: "tokenizer config", isSaving: false,
      example: "tokenizer config file saved in out/tokenizer_config.json"),
    SavingWord(
      text: "special tokens", isSaving: false,
      example: "Special tokens file saved in out/special_tokens_map.json"),
    SavingWord(
      text: "optimizer state saved", isSaving: false, example: "Optimizer state saved in out/optimizer.bin"),
    SavingWord(
      text: "scheduler state", isSaving: false, example: "Scheduler state saved in out/scheduler.bin"),
    SavingWord(
      text: "sampler state", isSaving: false,
      example: "Sampler state for dataloader 0 saved in out/sampler.bin"),
    SavingWord(
      text: "random states", isSaving: false, example: "Random states saved in out/random_states_0.pkl"),
    SavingWord(
      text: "saved by", isSaving: false, example: "The file out/model.pt was saved by another version"),
    SavingWord(
      text: "was saved with", isSaving: false, example: "The estimator was saved with 1.2 in out/model.pkl"),
    SavingWord(
      text: "saved session", isSaving: false, example: "Restoring the saved session from out/session.pt"),
    SavingWord(text: "if saved", isSaving: false, example: "Use out/model.pt if saved"),
  ]
}
