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
    {
      if let found = find(value), !isOutcome(before: found) { return true }
    }
    return false
  }

  /// Whether the name that ends at `index` tells how something went: `episode: 3, reward: 12.5, done: True`.
  private func isOutcome(before index: Int) -> Bool {
    (["done", "solved", "terminated", "truncated", "improved", "best", "success"] as [StaticString]).contains
    {
      lower.hasWord($0, at: index - $0.utf8CodeUnitCount)
    }
  }
}
