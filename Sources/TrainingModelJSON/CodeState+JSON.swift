package import JSON
package import TrainingModel

extension CodeState {
  /// What `json` writes; nil when it is anything else.
  package init?(json: JSONValue) {
    guard let commit = json["commit"]?.string, let root = json["root"]?.string,
      let isDirty = json["dirty"]?.bool
    else { return nil }
    self.init(
      commit: commit, workTree: isDirty ? .dirty(digest: json["changes"]?.string) : .clean, root: root)
  }

  /// The state, under the names that callers are given too.
  package var json: JSONValue {
    var object: JSONObject = ["commit": .string(commit), "dirty": .bool(isDirty)]
    if case .dirty(let digest?) = workTree { object.append("changes", .string(digest)) }
    object.append("root", .string(root))
    return .object(object)
  }
}
