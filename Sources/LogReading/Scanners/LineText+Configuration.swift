extension LineText {
  /// Whether the line lists settings, as some have values that no result has: `batch=8, iou=0.7, resume=None`.
  var isConfiguration: Bool {
    for word in [
      "namespace(", "args: ", "args=", "arguments", "hyperparam", "parameters:", "config:", "options:",
      "python ",
    ]
      as [StaticString]
    where has(word) { return true }
    for value in ["=none", "=true", "=false", ": none", ": true", ": false", "=null", ": null"]
      as [StaticString]
    where has(value) { return true }
    return false
  }
}
