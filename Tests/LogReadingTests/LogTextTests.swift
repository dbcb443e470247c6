import LogReading
import Testing

@Suite struct LogTextTests {
  @Test(arguments: [
    ("plain\ttext\nsecond", "plain\ttext\nsecond"),
    ("windows\r\nline\r\n", "windows\nline\n"),
    ("\r 10%\r 50%\r100%\ndone", "100%\ndone"),
    ("bar 10%\r   \rSaved", "Saved"),
    ("bar 10%\r       ", ""),
    ("abc\u{8}\u{8}XY", "aXY"),
    ("first\u{8}\u{8}\u{8}\u{8}\u{8}2nd", "2nd"),
    ("\u{1B}[1;31mred\u{1B}[0m text\u{7}", "red text"),
    ("\u{1B}]0;title\u{7}after \u{1B}]8;;http://x\u{1B}\\link", "after link"),
    ("old state\r\u{1B}[Knew", "new"),
    ("keep this\u{1B}[K", "keep this"),
    ("form\u{C}feed and bell\u{7}", "formfeed and bell"),
    ("C1 \u{9B}31mred", "C1 red"),
    ("", ""), ("\n\n", "\n\n"),
  ])
  func cleans(raw: String, clean: String) {
    #expect(LogText.clean(Array(raw.utf8)) == clean)
  }

  @Test func invalidBytesAreReplaced() {
    #expect(LogText.clean([0x61, 0xFF, 0x62, 0x0A, 0xE2, 0x94]) == "a\u{FFFD}b\n\u{FFFD}")
  }

  @Test func noControlCharacterRemains() {
    let bytes = (0...255).map { UInt8($0) } + (0...255).reversed().map { UInt8($0) }
    let isClean = LogText.clean(bytes).unicodeScalars.allSatisfy {
      $0 == "\n" || $0 == "\t" || $0.value >= 0x20 && $0.value != 0x7F && !(0x80..<0xA0 ~= $0.value)
    }
    #expect(isClean)
  }
}
