/// Paths as they may be shown: the name of a file is somebody's text.
package enum ShownPath {
  /// The text of a path, without control characters, and its end where it is longer than anybody reads.
  package static func text(_ path: some Collection<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: path, as: UTF8.self).unicodeScalars {
      text.unicodeScalars.append(scalar.properties.generalCategory == .control ? "?" : scalar)
    }
    return text.count <= 300 ? text : "…" + text.suffix(300)
  }
}
