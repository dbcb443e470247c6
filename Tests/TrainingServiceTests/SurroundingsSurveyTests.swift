import Diagnosis
import Platform
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// What a look around a failed run finds.
@Suite struct SurroundingsSurveyTests {
  private func survey(_ directory: String, places: [String] = []) -> SurroundingsSurvey {
    SurroundingsSurvey(workingDirectory: directory, places: places)
  }

  @Test(arguments: [
    ("data/trian.csv", MissingPath.near("data/train.csv")), ("dat/train.csv", .near("data/train.csv")),
    // What comes behind it is not there either: no more is claimed than is so.
    ("dat/none/x", .near("data")), ("data/train.csv", .isThere), ("./data/../data/train.csv", .isThere),
  ])
  func aPathIsFollowedAsFarAsItExists(path: String, found: MissingPath) async throws {
    try await ScratchDirectory.with { scratch in
      try FileSystem.makeDirectories(scratch.path + "/data")
      try scratch.write("data/train.csv", "a")
      #expect(survey(scratch.path).missing(path) == found)
    }
  }

  @Test func anAbsolutePathIsWrittenAsOne() async throws {
    try await ScratchDirectory.with { scratch in
      try scratch.write("train.csv", "a")
      #expect(survey("/nowhere").missing(scratch.path + "/trian.csv") == .near(scratch.path + "/train.csv"))
    }
  }

  @Test func aDirectoryThatHoldsLittleIsToldWhole() async throws {
    try await ScratchDirectory.with { scratch in
      for name in ["coco", "cifar10", ".hidden", "line\nbreak"] { try scratch.write(name, "") }
      #expect(
        survey(scratch.path).missing("imagenet/val")
          == .missing(name: "imagenet", in: scratch.path, beside: ["cifar10", "coco"]))
      for number in 0..<20 { try scratch.write("part\(number)", "") }
      #expect(
        survey(scratch.path).missing("imagenet") == .missing(name: "imagenet", in: scratch.path, beside: []))
    }
  }

  @Test func nothingIsToldOfWhatCannotBeSeen() async throws {
    try await ScratchDirectory.with { scratch in
      try scratch.write("file", "")
      #expect(survey(scratch.path).missing("file/inside") == nil)
      #expect(survey(scratch.path + "/gone").missing("a.csv") == nil)
      #expect(survey(scratch.path).missing("/") == nil)
      // Which directories a machine has at its top helps nobody.
      #expect(
        survey(scratch.path).missing("/qqqqqqqqqqqqq/a")
          == .missing(name: "qqqqqqqqqqqqq", in: "/", beside: []))
    }
  }

  #if os(Linux)
    @Test func aPlaceWithoutRoomIsFull() async throws {
      try await ScratchDirectory.with { scratch in
        // No byte of /proc is ever free.
        #expect(
          survey(scratch.path, places: [scratch.path, "/proc", "/nowhere"]).fullDisks()
            == [FullDisk(path: "/proc", shortage: .bytes)])
      }
    }
  #endif
}
