internal import Platform

/// Seconds since the machine was started, to the hundredth: the clock that a shell can read too.
enum Uptime {
  /// The finest step of it.
  static let resolution = 0.01

  /// Now; 0 where the system does not tell.
  static func now() -> Double {
    // Without /proc there is nothing to compare, and whoever compares finds 0.
    guard let bytes = try? FileSystem.read("/proc/uptime", limit: 64) else { return 0 }
    return String(decoding: bytes, as: UTF8.self).split(separator: " ").first.flatMap { Double($0) } ?? 0
  }
}
