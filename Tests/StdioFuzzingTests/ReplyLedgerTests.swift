import JSON
import JSONRPC
import Testing

@testable import StdioFuzzing

/// The account of what was asked and what was answered.
@Suite(.timeLimit(.minutes(10))) struct ReplyLedgerTests {
  private static func expect(_ lines: [String], _ ledger: inout ReplyLedger) {
    for line in lines { ledger.expect(.line(Array(line.utf8)[...])) }
  }

  private static func reply(_ id: JSONValue) -> JSONValue { ["jsonrpc": "2.0", "id": id, "result": [:]] }

  private static let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
  private static let listen = #"{"jsonrpc":"2.0","id":2,"method":"subscriptions/listen"}"#
  private static let cancel =
    #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#

  @Test func whatIsAnsweredOnceIsInOrder() {
    var ledger = ReplyLedger()
    Self.expect([Self.ping], &ledger)
    #expect(ledger.owesPromptly)
    ledger.take(Self.reply(1))
    #expect(!ledger.owesPromptly)
    ledger.close()
    #expect(ledger.violations == [])
    #expect(ledger.replies == 1)
  }

  @Test func noAnswerAndOneTooManyAreFound() {
    var ledger = ReplyLedger()
    Self.expect([Self.ping, Self.listen], &ledger)
    ledger.take(Self.reply(2))
    ledger.take(Self.reply(2))
    ledger.take(Self.reply("1"))
    ledger.close()
    #expect(ledger.violations.count == 3)
    #expect(ledger.violations[0].hasPrefix("answered twice"))
    #expect(ledger.violations[1].hasPrefix("a reply to no request"))
    #expect(ledger.violations[2] == "1 of 1 not answered: 1, ping ")
  }

  @Test func whatMayWaitIsNotOwedAtOnceButIsOwed() {
    var ledger = ReplyLedger()
    Self.expect([Self.listen], &ledger)
    #expect(!ledger.owesPromptly)
    ledger.close()
    #expect(ledger.violations.count == 1)
  }

  @Test func whatMayWaitStillMayWhenItsNameIsUsedAgain() {
    var ledger = ReplyLedger()
    Self.expect([Self.listen, #"{"jsonrpc":"2.0","id":2,"method":"ping"}"#], &ledger)
    ledger.take(Self.reply(2))
    #expect(!ledger.owesPromptly)
    ledger.close()
    #expect(ledger.violations.count == 1)
  }

  @Test func aLineThatCannotBeReadIsOwedAnError() {
    var ledger = ReplyLedger()
    Self.expect(["{"], &ledger)
    #expect(ledger.owesPromptly)
    ledger.take(["jsonrpc": "2.0", "error": ["code": -32700, "message": "what"]])
    #expect(!ledger.owesPromptly)
    ledger.take(["jsonrpc": "2.0", "error": ["code": -32700, "message": "what"]])
    #expect(ledger.violations.count == 1)
  }

  @Test func theAnswerToACancelledRequestIsNoneToTheNextOfItsName() {
    var ledger = ReplyLedger()
    Self.expect([Self.ping], &ledger)
    ledger.take(Self.reply(1))
    Self.expect([Self.ping, Self.cancel], &ledger)
    #expect(!ledger.owesPromptly)
    Self.expect([Self.ping], &ledger)
    #expect(ledger.owesPromptly)
    ledger.close()
    #expect(ledger.violations.count == 1)
  }
}
