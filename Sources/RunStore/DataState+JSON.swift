package import JSON
package import Scheduling
internal import TrainingModel

extension DataState {
  /// Reads what `json` wrote; nil when it is anything else.
  package init?(json: JSONValue) {
    guard let scope = json["scope"]?.string.flatMap({ UInt64($0, radix: 16) }),
      let fingerprint = json["fingerprint"]?.string.flatMap({ UInt64($0, radix: 16) }),
      let files = json["files"]?.integer, let bytes = json["bytes"]?.integer
    else { return nil }
    var newest: Newest?
    if let path = json["newest"]?["path"]?.string, let time = json["newest"]?["changed_at"]?.timestamp {
      newest = Newest(path: path, changedAt: time)
    }
    self.init(scope: scope, fingerprint: fingerprint, files: Int(files), bytes: bytes, newest: newest)
  }

  /// As it is kept; the numbers that are hashes are hexadecimal texts.
  package var json: JSONValue {
    var object: JSONObject = [
      "scope": .string(String(scope, radix: 16)), "fingerprint": .string(String(fingerprint, radix: 16)),
      "files": .integer(Int64(files)), "bytes": .integer(bytes),
    ]
    object.append(
      "newest",
      ifKnown: newest.map { ["path": .string($0.path), "changed_at": $0.changedAt.json] })
    return .object(object)
  }
}
