internal import JSON

/// One message of a prompt.
package struct PromptMessage: Hashable, Sendable {
  package enum Role: String, Sendable {
    case user, assistant
  }

  package let role: Role
  package let content: ContentBlock

  package init(role: Role = .user, _ content: ContentBlock) {
    self.role = role
    self.content = content
  }

  var json: JSONValue { ["role": .string(role.rawValue), "content": content.json] }
}
