/// TCP ports of this machine.
package enum PortTable {
  /// Who listens on a port.
  package enum Listener: Hashable, Sendable {
    case nobody
    case process(ProcessEntry)
    /// A user whose processes may not be looked at by this one.
    case user(UInt32)
  }
}
