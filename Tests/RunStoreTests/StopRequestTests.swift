import RunStore
import Testing
import TrainingModel

@Suite struct StopRequestTests {
  @Test(arguments: [
    StopRequest(reason: .killRequested), StopRequest(reason: .killRequested, grace: 0),
    StopRequest(reason: .timeLimit, grace: 2.5), StopRequest(reason: .serverShutdown, grace: 3600),
    StopRequest(reason: .taskCancelled, grace: 1),
  ])
  func aLineIsReadBack(request: StopRequest) {
    let line = request.line
    #expect(line.last == UInt8(ascii: "\n"))
    #expect(line.count < 512, "lines of several writers must not mix")
    #expect(StopRequest(line: line.dropLast()) == request)
  }

  @Test func theCancellationOfATaskIsAKillToWhoKnowsNoTasks() {
    let text = String(decoding: StopRequest(reason: .taskCancelled).line, as: UTF8.self)
    #expect(text == #"{"stop":"kill_requested","cancels_task":true}"# + "\n")
  }

  @Test(arguments: ["", "stop", "{}", #"{"stop":"now"}"#, #"["stop"]"#, #"{"stop":"kill_requested""#])
  func whatIsNoRequestIsNone(text: String) { #expect(StopRequest(line: Array(text.utf8)[...]) == nil) }
}
