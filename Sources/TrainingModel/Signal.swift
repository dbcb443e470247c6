/// A signal by its number and name on the machine where the run was; the numbers differ between systems.
package struct Signal: Hashable, Sendable {
  package let number: Int32
  /// `SIGKILL`; `SIG<number>` where the number has no name.
  package let name: String

  package init(number: Int32, name: String) {
    self.number = number
    self.name = name
  }

  package static func == (left: Signal, right: Signal) -> Bool { left.number == right.number }
  package func hash(into hasher: inout Hasher) { hasher.combine(number) }

  package static let interrupt = Signal(number: 2, name: "SIGINT")
  package static let illegalInstruction = Signal(number: 4, name: "SIGILL")
  package static let abort = Signal(number: 6, name: "SIGABRT")
  package static let kill = Signal(number: 9, name: "SIGKILL")
  package static let segmentationFault = Signal(number: 11, name: "SIGSEGV")
  package static let terminate = Signal(number: 15, name: "SIGTERM")
}
