/// Who listens on a TCP port.
package enum PortHolder: Hashable, Sendable {
  case nobody
  /// - Parameter run: the run of this server that it belongs to; nil for none.
  case process(pid: Int32, name: String, run: String?)
  /// A process of a user whose processes may not be looked at.
  case otherUser(id: UInt32)
}
