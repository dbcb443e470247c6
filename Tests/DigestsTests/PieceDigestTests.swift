import Digests
import Testing

@Suite struct PieceDigestTests {
  private func digest(_ pieces: String..., key: [UInt8]? = nil) -> String {
    var digest = PieceDigest(key: key)
    for piece in pieces { digest.add(piece) }
    return digest.text
  }

  /// From coreutils: `printf '2:ab1:c' | sha256sum`.
  @Test func isTheBeginningOfSHA256() {
    #expect(digest("ab", "c") == "430fb1b4ac43316e")
  }

  @Test func piecesAreToldFromOneAnother() {
    #expect(Set([digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")]).count == 4)
    #expect(digest("1:a") != digest("a"))
  }

  @Test func anotherKeyGivesAnotherDigest() {
    #expect(Set([digest("x"), digest("x", key: [1, 0]), digest("x", key: [0, 1])]).count == 3)
  }
}
