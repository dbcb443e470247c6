import Testing
import TrainingModel

/// The rules of W3C Trace Context and W3C Baggage: what is malformed is left out, and takes nothing else with it.
@Suite struct TraceContextTests {
  private static let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

  @Test(arguments: [
    parent, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
    "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-comes",
  ])
  func aParentIsTaken(text: String) {
    #expect(TraceContext(traceParent: text)?.traceParent == text)
  }

  @Test(arguments: [
    "", "00-ab-cd-01", "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
    "00-00000000000000000000000000000000-b7ad6b7169203331-01",
    "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
    "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
    "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.more",
    "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-\n",
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0g",
    " 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    "00-0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331-01",
  ])
  func whatIsNoParentIsLeftOutWithItsState(text: String) {
    #expect(TraceContext(traceParent: text, traceState: "a=1") == nil)
    #expect(TraceContext(traceParent: text, traceState: "a=1", baggage: "k=v")?.traceState == nil)
  }

  @Test(arguments: [
    "congo=t61rcWkgMzE", "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE", "a=1, b=2\t,,c=3", "1a-2f@foo=bar",
    "a=with blank inside", "a/*-_=!",
  ])
  func aStateIsTaken(text: String) {
    #expect(TraceContext(traceParent: Self.parent, traceState: text)?.traceState == text)
  }

  @Test(arguments: [
    "", ",", "a", "a=", "=1", "A=1", "a=1,a=2", "a=1=2", "a=ü", "a b=1", "_a=1", "a=\u{7f}",
    (1...33).map { "k\($0)=1" }.joined(separator: ","), "a=" + String(repeating: "x", count: 257),
    String(repeating: "k", count: 257) + "=1",
  ])
  func aMalformedStateLeavesTheParent(text: String) {
    let trace = TraceContext(traceParent: Self.parent, traceState: text)
    #expect(trace?.traceParent == Self.parent)
    #expect(trace?.traceState == nil)
  }

  @Test(arguments: [
    "userId=alice", "userId=Am%C3%A9lie,serverNode=DF%2028", "k1 = v1 ; p1 ; p2 = x, k2=", "k=a=b", "K!#$=1",
  ])
  func baggageIsTakenWithoutATraceToo(text: String) {
    #expect(TraceContext(traceParent: nil, baggage: text)?.baggage == text)
  }

  @Test(arguments: [
    "", "k", "=v", "k=v,", "k=a b", "k=\"v\"", "k=v\\", "k=ü", "k=v;", "k=v;=x", "k(=v", "k=v\nX: y",
    "k=" + String(repeating: "x", count: 8191), (1...65).map { "k\($0)=1" }.joined(separator: ","),
  ])
  func malformedBaggageIsLeftOut(text: String) {
    #expect(TraceContext(traceParent: nil, baggage: text) == nil)
  }

  @Test func aTraceWithoutStateTakesAwayTheStateOfAnother() throws {
    let trace = try #require(TraceContext(traceParent: Self.parent, baggage: "k=v"))
    #expect(trace.environment.map(\.name) == ["TRACEPARENT", "TRACESTATE", "BAGGAGE"])
    #expect(trace.environment.map(\.value) == [Self.parent, nil, "k=v"])
    #expect(TraceContext(traceParent: nil, baggage: "k=v")?.environment.map(\.name) == ["BAGGAGE"])
  }
}
