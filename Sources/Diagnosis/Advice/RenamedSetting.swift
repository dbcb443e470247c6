/// Settings of libraries that have another name in newer versions.
enum RenamedSetting {
  /// Sources: the migration notes of transformers (4.46, 5.0), trl (0.13 to 0.20), PyTorch Lightning (1.7, 2.0),
  /// diffusers and scikit-learn.
  private static let successors = [
    "evaluation_strategy": "eval_strategy", "per_gpu_train_batch_size": "per_device_train_batch_size",
    "per_gpu_eval_batch_size": "per_device_eval_batch_size", "tokenizer": "processing_class",
    "max_seq_length": "max_length", "use_auth_token": "token", "gpus": "devices", "tpu_cores": "devices",
    "progress_bar_refresh_rate": "enable_progress_bar", "weights_summary": "enable_model_summary",
    "checkpoint_callback": "enable_checkpointing", "resume_from_checkpoint": "ckpt_path",
    "affinity": "metric", "base_estimator": "estimator", "n_iter": "max_iter", "torch_dtype": "dtype",
  ]

  /// The name that a setting has now; nil where none is known.
  static func successor(of name: String) -> String? {
    let bare = name.drop { $0 == "-" }
    return successors[String(bare)].map { String(name.prefix(name.count - bare.count)) + $0 }
  }
}
