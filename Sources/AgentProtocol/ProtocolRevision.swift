/// A published revision of the Model Context Protocol that this server speaks.
package enum ProtocolRevision: String, CaseIterable, Comparable, Sendable {
  case november2024 = "2024-11-05"
  case march2025 = "2025-03-26"
  case june2025 = "2025-06-18"
  case november2025 = "2025-11-25"
  case july2026 = "2026-07-28"

  /// The revisions that open with a handshake, oldest first.
  package static let handshake: [ProtocolRevision] = [.november2024, .march2025, .june2025, .november2025]
  /// The revisions whose requests each carry what they need, oldest first.
  package static let stateless: [ProtocolRevision] = [.july2026]

  package static func < (left: ProtocolRevision, right: ProtocolRevision) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Whether requests are independent of each other and of any handshake.
  var isStateless: Bool { self >= .july2026 }
  /// Whether a frame may hold a list of messages.
  var allowsBatches: Bool { self == .march2025 }
  var hasElicitation: Bool { self >= .june2025 }
  /// Whether a question says that it is a form, since there are others.
  var hasElicitationModes: Bool { self >= .november2025 }
  var hasExtensions: Bool { self >= .july2026 }
  var hasAnnotations: Bool { self >= .march2025 }
  var hasProgressMessage: Bool { self >= .march2025 }
  var hasCompletions: Bool { self >= .march2025 }
  /// Titles, output schemas and structured results came together.
  var hasStructuredContent: Bool { self >= .june2025 }
  /// Titles of prompts and resources, times of a resource's last change, and `_meta` of what it holds.
  var hasTitles: Bool { self >= .june2025 }
  /// Whether a client may have messages for its log: the last revision before logging was deprecated does without, since
  /// whoever speaks it is about to (decision 46).
  var hasLogging: Bool { self != .november2025 }
  /// Icons came with descriptions and addresses of servers.
  var hasIcons: Bool { self >= .november2025 }
}
