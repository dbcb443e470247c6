import Testing

@testable import LinePatterns

/// What patterns find, and what is no pattern.
@Suite struct LinePatternTests {
  private func isFound(_ pattern: String, _ line: String) throws -> Bool {
    var matcher = LineMatcher(try LinePattern(pattern))
    return matcher.isFound(in: line)
  }

  @Test(arguments: [
    ("", ""), ("", "a"), ("b", "abc"), ("a.c", "xaücx"), ("^abc$", "abc"), ("a|bc|", "zzz"),
    ("(ab)+c", "xababc"),
    ("x{2,3}y", "axxxy"), ("x{2}$", "axx"), ("x{2,}$", "xxxxx"), ("[a-c_]+9", "zb_9"), ("[^a-c]", "abcd"),
    ("[]x]", "]"), ("[x-]", "-"), ("[\\d.]+%", "loss 12.5%"), ("\\bOOM\\b", "an OOM!"), ("\\Bom", "boom"),
    ("(?i)cuda error", "CUDA Error"), ("(?i)[k-m]", "L"), ("(?:a|b)?c", "c"), ("a{,3}", "a{,3}"),
    ("{}", "{}"),
    ("\\x41\\u00fc", "Aü"), ("ü+$", "gemüüü"), ("[α-ω]{3}", "αβγ"), ("[^α-ω]", "é"), ("日.", "日本"),
    ("\\(\\)\\[\\]\\\\", "()[]\\"), (".*?b", "aab"), ("\\s\\S\\w\\W\\D", " xy-z"), ("()", ""),
    ("(){9}{", "{"), ("^^a$$", "a"),
    ("(a*)*b", "aab"), ("[\u{10000}-\u{10FFFF}]", "🚂"),
  ])
  func finds(pattern: String, line: String) throws { #expect(try isFound(pattern, line)) }

  @Test(arguments: [
    ("b", "ac"), ("^b", "ab"), ("a$", "ab"), ("a.c", "ac"), ("x{3}", "xx"), ("^x{1,2}$", "xxx"),
    ("[^a]", "aaa"),
    ("\\bOOM\\b", "ZOOM"), ("\\Bom", "om"), ("[^\\s\\S]", "abc"), ("a", "A"), ("cuda", "CUDA"),
    ("[a-z]", "Ü"),
    ("\\w", "ü"), (".", "\n"), ("(a*)*b", "aaaa"), ("^$", "x"), ("\\.", "x"),
  ])
  func doesNotFind(pattern: String, line: String) throws { #expect(try !isFound(pattern, line)) }

  @Test(arguments: [
    ("a(b", 2, "never closed"), ("a)b", 2, "closes nothing"), ("[ab", 1, "never closed"),
    ("[b-a]", 2, "range"),
    ("*a", 1, "nothing stands before"), ("a|+", 3, "nothing stands before"), ("a**", 3, "repeated twice"),
    ("\\1", 1, "cannot be asked for again"), ("(?=a)", 1, "only (?:…)"), ("(?<n>a)", 1, "only (?:…)"),
    ("a\\", 2, "nothing stands behind"), ("\\q", 1, "is not known"), ("\\xZ1", 1, "hexadecimal"),
    ("a{2,1}", 2, "more at least"),
    ("a{2000}", 2, "at most 1000 times"), ("((a{100}){100}){100}", 1, "too large"),
    ("((){1000}){1000}", 1, "too large"),
    (String(repeating: "(", count: 60), 51, "groups in one another"), ("[z-\\d]", 2, "range"),
  ])
  func says(whatIsWrong pattern: String, place: Int, words: String) {
    do throws(LinePatternError) {
      _ = try LinePattern(pattern)
      Issue.record("\(pattern) is taken for a pattern")
    } catch {
      #expect(error.description.hasPrefix("at character \(place): "), "\(error)")
      #expect(error.description.contains(words), "\(error)")
    }
  }

  @Test func whatWasLearnedFromOneLineHoldsForTheNext() throws {
    var matcher = LineMatcher(try LinePattern("^a+\\b"))
    for _ in 0..<3 {
      var found: [Bool] = []
      for line in ["aa b", "baa", "aab", "a"] { found.append(matcher.isFound(in: line)) }
      #expect(found == [true, false, false, true])
    }
  }
}
