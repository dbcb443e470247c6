/// What cases count, whatever is done in them.
package protocol CaseFigure: Figure {
  static var cases: Self { get }
  /// Processes left behind.
  static var leaks: Self { get }
  /// Servers that did not go on.
  static var badServers: Self { get }
}
