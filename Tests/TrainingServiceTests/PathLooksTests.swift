import TestSupport
import Testing

@testable import TrainingService

/// Looks at directories for suggestions: a few at a time, and nobody waits long for one.
@Suite struct PathLooksTests {
  private final class Table {
    var looks = PathLooks()
  }

  @Test func whoeverWaitsForALookThatHangsIsAnswered() async {
    let table = Table()
    let found = PathSuggestions(paths: ["a"], isWhole: true)
    let given = await withCheckedContinuation { continuation in
      let number = table.looks.begin(continuation)
      table.looks.giveUp(number)
      // What comes later is for nobody.
      table.looks.end(number, found)
    }
    #expect(given == .unknown)
    let answered = await withCheckedContinuation { continuation in
      let number = table.looks.begin(continuation)
      table.looks.end(number, found)
      table.looks.giveUp(number)
    }
    #expect(answered == found)
  }

  @Test func whatHangsTakesUpItsPlaceUntilItComesBack() async {
    let table = Table()
    var numbers: [Int] = []
    for _ in 0..<PathLooks.slots {
      #expect(!table.looks.isFull)
      _ = await withCheckedContinuation { continuation in
        numbers.append(table.looks.begin(continuation))
        table.looks.giveUp(numbers[numbers.count - 1])
      }
    }
    #expect(table.looks.isFull)
    table.looks.end(numbers[0], .unknown)
    #expect(!table.looks.isFull)
  }
}
