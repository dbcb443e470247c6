/// All that is done to one server and the supervisors that it starts.
package struct FaultPlan: Hashable, Sendable {
  /// Where changes are written down.
  package struct Trace: Hashable, Sendable {
    package let file: String
    /// The directory below which changes are of interest.
    package let root: String

    package init(file: String, root: String) {
      self.file = file
      self.root = root
    }
  }

  package var rules: [FaultRule]
  package var trace: Trace?
  /// The file of a `ShiftedClock`.
  package var clock: String?
  /// Whether the kernel seems to tell of the jumps of that clock who asks for it; else nobody is told.
  package var tellsOfJumps: Bool

  package init(
    _ rules: [FaultRule] = [], trace: Trace? = nil, clock: String? = nil, tellsOfJumps: Bool = false
  ) {
    self.rules = rules
    self.trace = trace
    self.clock = clock
    self.tellsOfJumps = tellsOfJumps
  }

  /// Whether the program is left as it is.
  package var isEmpty: Bool { rules.isEmpty && trace == nil && clock == nil }

  /// The variables that bring it about; none when there is nothing to do.
  ///
  /// - Parameters:
  ///   - library: the path of `libFaultInjection.so`.
  ///   - hits: a file that gets a line for every call that a rule hits.
  package func variables(library: String, hits: String) -> [String: String] {
    guard !isEmpty else { return [:] }
    var variables = ["LD_PRELOAD": library]
    if !rules.isEmpty {
      variables["FAULT_RULES"] = rules.map(\.line).joined(separator: "\n")
      variables["FAULT_HITS"] = hits
    }
    if let trace {
      variables["FAULT_TRACE"] = trace.file
      variables["FAULT_TRACE_ROOT"] = trace.root
    }
    variables["FAULT_CLOCK"] = clock
    if tellsOfJumps { variables["FAULT_CLOCK_TOLD"] = "1" }
    return variables
  }
}
