import TestSupport
import Testing

@testable import RunStore

@Suite struct NameSetTests {
  private func with<Result>(_ name: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    var name = name
    return name.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }

  /// Whatever comes and goes: it knows the same names as a set of the standard library.
  @Test(arguments: 0..<10) func itKnowsWhatASetKnows(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var names = NameSet()
    var model: Set<String> = []
    let count = Int.random(in: 1...400, using: &generator)
    for _ in 0..<5_000 {
      let name = "train-\(Int.random(in: 0..<count, using: &generator))"
      if Bool.random(using: &generator) {
        with(name) { names.insert($0) }
        model.insert(name)
      } else {
        with(name) { names.remove($0) }
        model.remove(name)
      }
      #expect(names.count == model.count)
    }
    for number in 0..<count {
      let name = "train-\(number)"
      #expect(with(name) { names.contains($0) } == model.contains(name))
    }
  }

  @Test func namesThatAreNearlyTheSameHaveOtherBits() {
    let base = Array("train-20261121T100000-abcdefghijklmnopqrstuvwxyz".utf8)
    var seen: Set<UInt64> = [base.withUnsafeBytes(NameSet.bits)]
    for index in base.indices {
      for bit in 0..<8 {
        var name = base
        name[index] ^= 1 << bit
        #expect(seen.insert(name.withUnsafeBytes(NameSet.bits)).inserted)
      }
    }
    for length in 0..<base.count {
      #expect(seen.insert(base[..<length].withUnsafeBytes(NameSet.bits)).inserted)
    }
    #expect(!seen.contains(0))
  }
}
