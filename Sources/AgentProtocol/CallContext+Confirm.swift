internal import JSON
internal import JSONRPC

extension CallContext {
  /// Asks the user whether something is to be done, in the way that this caller has: a result that asks and is called
  /// again, a question of the server's, or the argument `confirm`, which also spares the question.
  ///
  /// To be called before anything is done: the call may end here and come again.
  ///
  /// - Throws: `ToolFailure` with the code `confirmation_required` when nobody can be asked; `RPCError` for a state that
  ///   is not of this call; `CancellationError`. None is to be caught by a tool.
  package func confirm(_ question: Question) async throws -> Confirmation {
    guard let inquiry else { throw question.failure("Nobody can be asked here") }
    if inquiry.arguments[Question.argument]?.bool == true { return .confirmed }
    if caller.revision.isStateless { return try askByResult(question, inquiry) }
    guard caller.revision.hasElicitation, caller.capabilities.elicitsForms else {
      throw question.failure("This client cannot ask its user")
    }
    return try await askByRequest(question, inquiry)
  }

  // MARK: Clients that call again

  private func askByResult(_ question: Question, _ inquiry: CallInquiry) throws -> Confirmation {
    let binding = RequestSeal.Binding(
      tool: inquiry.tool, arguments: inquiry.arguments, question: question.consent)
    if let state = inquiry.state {
      let answer = ConfirmationForm.answer(inquiry.responses[ConfirmationForm.name])
      try check(state, binding, inquiry, isSpent: answer == .confirmed)
      if let answer { return answer }
    }
    guard caller.capabilities.elicitsForms else { throw question.failure("This client cannot ask its user") }
    guard let state = inquiry.questions.seal.state(for: binding) else {
      throw question.failure("The server has no key for questions")
    }
    throw InputRequired(
      requests: [
        ConfirmationForm.name: [
          "method": "elicitation/create",
          "params": .object(ConfirmationForm.params(question, for: caller.revision)),
        ]
      ], state: state)
  }

  private func check(
    _ state: JSONValue, _ binding: RequestSeal.Binding, _ inquiry: CallInquiry, isSpent: Bool
  ) throws(RPCError) {
    guard let text = state.string else { throw .invalidParams("requestState must be a string.") }
    do throws(RequestSeal.Refusal) {
      try inquiry.questions.seal.check(text, for: binding, isSpent: isSpent)
    } catch {
      let reason =
        switch error {
        case .foreign: "is not of this call"
        case .expired: "has expired"
        case .used: "was used before"
        }
      throw .invalidParams("The requestState \(reason); nothing was done. Call again without it to be asked.")
    }
  }

  // MARK: Clients that answer requests

  private func askByRequest(_ question: Question, _ inquiry: CallInquiry) async throws -> Confirmation {
    let questions = inquiry.questions
    let response = try await ask(ConfirmationForm.params(question, for: caller.revision), questions)
    guard let response else {
      throw question.failure("Nobody has answered within \(Int(questions.timeLimit)) s")
    }
    guard case .result(let result) = response.outcome, let answer = ConfirmationForm.answer(result) else {
      throw question.failure("The client gave no answer of its user")
    }
    return answer
  }

  /// Returns when the user has had all the time there is; whoever wants to hear of progress hears that the call waits.
  private func sleep(_ questions: UserQuestions) async throws {
    guard let progress else { return try await questions.sleep(questions.timeLimit) }
    var elapsed = 0.0
    while elapsed < questions.timeLimit {
      let slice = min(UserQuestions.beatInterval, questions.timeLimit - elapsed)
      try await questions.sleep(slice)
      elapsed += slice
      progress.report(elapsed, total: questions.timeLimit, message: "Waiting for the user's answer.")
    }
  }

  /// What the client answers; nil when that does not come in time.
  private func ask(_ params: JSONObject, _ questions: UserQuestions) async throws -> Response? {
    let asking = Task(executorPreference: questions.executor) { [connection] in
      try await connection.ask("elicitation/create", params)
    }
    let timer = Task(executorPreference: questions.executor) {
      try await sleep(questions)
      asking.cancel()
    }
    defer { timer.cancel() }
    return try await withTaskCancellationHandler {
      do { return try await asking.value } catch is CancellationError {
        try Task.checkCancellation()
        return nil
      }
    } onCancel: {
      asking.cancel()
    }
  }
}
