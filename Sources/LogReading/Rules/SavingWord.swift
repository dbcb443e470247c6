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

  static let verbs = words(
    [
      ("saved", "Model saved to out/model.pt"),
      ("saving", "Saving model checkpoint to out/checkpoint-500"),
      ("save ", "save checkpoint at out/final"),
      ("written", "Model written to out/model.bin"),
      ("wrote", "wrote out/model.gguf"),
      ("exported", "[INFO] Exported results/ppo/Ball-24000.onnx"),
      ("exporting", "Exporting model to out/model.onnx"),
      ("stored", "Weights stored in out/weights.h5"),
    ], isSaving: true)

  /// Intentions, logs, caches, and the parts of a state that is named as a whole as well.
  static let idle = words(
    [
      ("will be saved", "Checkpoints will be saved to /out/work."),
      ("to be saved", "The model is to be saved in out/model.pt"),
      ("writing logs", "Writing logs to out/log.txt, not saved elsewhere"),
      ("logs saved", "Logs saved to out/train.log"),
      ("is saved locally", "wandb: Run data is saved locally in /out/wandb/run-1"),
      ("not saved", "Model not saved to out/model.pt"),
      ("cache", "Saved the cache to data/train.cache"),
      ("configuration saved", "Configuration saved in out/config.json"),
      ("tokenizer config", "tokenizer config file saved in out/tokenizer_config.json"),
      ("special tokens", "Special tokens file saved in out/special_tokens_map.json"),
      ("optimizer state saved", "Optimizer state saved in out/optimizer.bin"),
      ("scheduler state", "Scheduler state saved in out/scheduler.bin"),
      ("sampler state", "Sampler state for dataloader 0 saved in out/sampler.bin"),
      ("random states", "Random states saved in out/random_states_0.pkl"),
      ("saved by", "The file out/model.pt was saved by another version"),
      ("was saved with", "The estimator was saved with 1.2 in out/model.pkl"),
      ("saved session", "Restoring the saved session from out/session.pt"),
      ("if saved", "Use out/model.pt if saved"),
    ], isSaving: false)

  private static func words(
    _ table: [(text: StaticString, example: StaticString)], isSaving: Bool
  ) -> [SavingWord] {
    table.map { SavingWord(text: $0.text, isSaving: isSaving, example: $0.example) }
  }
}
