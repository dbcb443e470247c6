/// How much memory a process may take, and how much of that is left.
package struct MemoryRoom: Hashable, Sendable {
  /// Bytes.
  package let limit: Int64
  /// Bytes that nobody uses or that can be taken back, such as pages of files.
  package let available: Int64
  /// Whether a control group sets it; else it is what the machine has.
  package let isOfControlGroup: Bool
}
