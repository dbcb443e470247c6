import Platform
import RunStore
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// Runs whose supervisors are gone without a record.
@Suite(.timeLimit(.minutes(10))) struct LostRunTests {
  /// The processes of a run live on for a moment after its supervisor, and write.
  @Test func theEndIsTheLastSignOfLifeForWhoeverLooks() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let run = try service.home.makeExample(1)
      try run.startExample()
      let id = try run.specification().id
      let pid = try ChildProcess.launch(
        ProgramLaunch(
          path: "/bin/sh",
          arguments: ["sh", "-c", "while :; do echo sign; sleep 0.001; done >> \"$0\"", run.logPath],
          environment: Environment.current.merging(["SIGNALBOX_RUN_ID": id.rawValue]),
          descriptors: [0, 1, 2]))
      let writer = try #require(ProcessTable.entry(of: pid))
      defer { ProcessTable.send(SystemSignal.kill, to: writer.pid, startedAt: writer.startTime) }
      try await eventually("it writes") { try FileDescriptor.open(run.logPath, .reading).size() > 0 }

      let picture = try await service.registry.picture(of: id.rawValue)
      #expect(picture.state.exitRecord?.outcome == .lost)
      #expect(ChildProcess.wait(for: pid) == .signalled(number: SystemSignal.kill))
      #expect(picture.state.exitRecord?.endedAt.nanoseconds == FileSystem.modificationTime(of: run.logPath))
      #expect(picture.logSize == (try FileDescriptor.open(run.logPath, .reading).size()))
      await service.settle()
      let next = try await Service(in: scratch)
      #expect(try await next.registry.picture(of: id.rawValue).state.exitRecord == picture.state.exitRecord)
      // The directory alone says the same.
      #expect(try run.condition() == .ended(try #require(picture.state.exitRecord)))
    }
  }
}
