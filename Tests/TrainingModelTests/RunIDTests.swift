import Testing
import TrainingModel

@Suite struct RunIDTests {
  @Test func newOnesHaveTimeAndManyRandomBits() {
    var generator = SystemRandomNumberGenerator()
    let created = Timestamp(nanoseconds: 1_763_696_400_000_000_000)
    let ids = (0..<1000).map { _ in RunID(createdAt: created, using: &generator).rawValue }
    #expect(Set(ids).count == 1000)
    for id in ids {
      #expect(id.hasPrefix("train-20251121T034000-"))
      // 26 characters of 5 bits: 130, where 122 are asked for.
      #expect(id.split(separator: "-").last?.count == 26)
      #expect(RunID(id)?.rawValue == id)
    }
  }

  @Test(arguments: [
    "", "train", "run-1", "train-../../etc/passwd", "train-a/b", "train-a b", "train-ä", "train-\0",
    "train-" + String(repeating: "a", count: 100),
  ])
  func whatCannotBeOne(text: String) { #expect(RunID(text) == nil) }
}
