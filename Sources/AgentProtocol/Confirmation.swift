/// What the user says to a question.
package enum Confirmation: Hashable, Sendable {
  case confirmed
  case declined
}
