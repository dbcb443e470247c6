import Testing
import TrainingModel

@Suite struct KeyedDigestTests {
  /// The vectors of the authors: key 00 01 … 0f, message 00 01 … of the given length.
  @Test(
    arguments: [
      (0, 0x726f_db47_dd0e_0e31), (1, 0x74f8_39c5_93dc_67fd), (7, 0xab02_00f5_8b01_d137),
      (8, 0x93f5_f579_9a93_2462), (15, 0xa129_ca61_49be_45e5),
    ] as [(Int, UInt64)])
  func isSipHash(length: Int, expected: UInt64) {
    var digest = KeyedDigest(key: (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908))
    digest.append((0..<UInt8(length)).map { $0 })
    #expect(digest.value == expected)
  }

  @Test func piecesAreToldFromOneAnother() {
    func digest(_ pieces: String...) -> String {
      var digest = KeyedDigest()
      for piece in pieces { digest.add(piece) }
      return digest.text
    }
    #expect(digest("ab", "c") == digest("ab", "c"))
    #expect(Set([digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")]).count == 4)
    #expect(digest("x").utf8.count == 16)
  }

  @Test func anotherKeyGivesAnotherDigest() {
    var one = KeyedDigest(key: (1, 0))
    var other = KeyedDigest(key: (0, 1))
    one.add("secret")
    other.add("secret")
    #expect(one.value != other.value)
  }
}
