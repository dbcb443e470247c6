import AgentProtocol
import JSON
import TestSupport

/// A tool that asks before it does anything, and how its users can be asked.
enum AskingToolDouble {
  static let question = Question(
    text: "Stop it?", consent: "Stop the training", remedy: "call stop with confirm true.")

  static func tool(_ name: String = "stop") -> ToolDouble {
    ToolDouble(name) { _, context in
      let answer = try await context.confirm(question)
      return ToolResult(structuredContent: ["done": .bool(answer == .confirmed)], text: "Asked.")
    }
  }

  /// Questions by the clock and with the key that a test gives; nobody's time is up while the gate is closed.
  static func questions(
    key: [UInt8]? = [1, 2, 3], now: Int64 = 1_000_000, patience: Gate = Gate()
  ) -> UserQuestions {
    UserQuestions(
      seal: RequestSeal(key: { key }, now: { now }), executor: globalConcurrentExecutor, timeLimit: 30
    ) {
      _ in
      try await patience.pass()
    }
  }

  static func client(_ questions: UserQuestions = questions()) -> Client {
    Client(features: [ToolFeature([tool(), tool("other")]).asking(questions)])
  }

  /// What a request says of a client that shows forms.
  static let forms = Client.meta(["io.modelcontextprotocol/clientCapabilities": ["elicitation": [:]]])
}
