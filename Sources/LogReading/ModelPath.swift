/// What the name of a file tells of what is in it.
enum ModelPath {
  /// Endings of files in which libraries keep models; others, such as tables and pictures, come of many things.
  private static let endings: Set<String> = [
    "bin", "cbm", "ckpt", "gguf", "h5", "hdf5", "joblib", "keras", "mlmodel", "model", "msgpack", "npz",
    "onnx",
    "params", "pb", "pdparams", "pickle", "pkl", "pt", "pth", "safetensors", "tflite", "ubj", "weights",
  ]

  /// Whether a path names a model or a checkpoint.
  static func isModel(_ path: String) -> Bool {
    let name = (path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "").lowercased()
    if let dot = name.utf8.lastIndex(of: ASCII.period), endings.contains(String(name[dot...].dropFirst())) {
      return true
    }
    return ["model", "checkpoint", "ckpt"].contains { name.hasPrefix($0) }
  }
}
