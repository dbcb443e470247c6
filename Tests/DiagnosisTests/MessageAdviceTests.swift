import LogReading
import Testing
import TrainingModel

@testable import Diagnosis

/// Advice that takes up what a message holds.
@Suite struct MessageAdviceTests {
  private func verdict(
    _ log: String, command: [String] = ["python", "train.py"], code: Int32 = 1
  ) throws -> ErrorSummary {
    try #require(
      FailureDiagnosis.summary(
        of: FailureFacts(outcome: .exited(code: code), command: command, log: lines(log))))
  }

  @Test(arguments: MessageAdvice.all.indices)
  func everyExampleIsReadByItsOwnEntry(index: Int) throws {
    let example = MessageAdvice.all[index].example
    let scene = FailureScene(text: example, command: ["python", "train.py"], exception: nil)
    let bytes = MessageTemplate.bytes(of: example)
    let first = try #require(
      MessageAdvice.all.firstIndex { $0.advice(on: example, bytes, scene) != nil }, "\(example)")
    #expect(first == index, "\(example)")
    for advice in MessageAdvice.all[index].advice(on: example, bytes, scene) ?? [] {
      // What was meant to be filled in is.
      #expect(!advice.contains("{}") && !advice.contains("  ") && !advice.contains("``"), "\(advice)")
    }
  }

  /// Those of messages that fail a training themselves.
  private static let failures = MessageAdvice.all.map(\.example).filter { example in
    !MessageAdvice.forerunners.values.joined().contains { $0.example == example }
  }

  @Test(arguments: failures)
  func whatItAdvisesReachesTheSummary(example: String) throws {
    let scene = FailureScene(text: example, command: ["python", "train.py"], exception: nil)
    let bytes = MessageTemplate.bytes(of: example)
    let own = try #require(MessageAdvice.all.lazy.compactMap { $0.advice(on: example, bytes, scene) }.first)
    let summary = try verdict(example)
    #expect(summary.suggestions.count <= ErrorSummary.mostSuggestions)
    #expect(summary.suggestions.first == own.first, "\(summary.failureType): \(summary.message)")
  }

  /// A message, the command, and what is said first.
  @Test(arguments: [
    (
      "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 23.69 GiB of "
        + "which 1.10 GiB is free. Of the allocated memory 20.10 GiB is allocated by PyTorch, and 500.00 MiB is reserved by "
        + "PyTorch but unallocated.",
      ["python", "train.py", "--batch-size", "64"],
      "GPU 0 had 1.1 GiB free of 23.7 GiB, and 2 GiB more was asked for: lower --batch-size from 64 to 32, and raise gradient "
        + "accumulation 2 times."
    ),
    (
      "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 60.00 GiB. GPU 0 has a total capacity of 23.69 GiB of "
        + "which 1.10 GiB is free. Of the allocated memory 20.10 GiB is allocated by PyTorch, and 0 bytes is reserved by "
        + "PyTorch but unallocated.",
      ["train", "per_device_train_batch_size=16"],
      "One tensor of 60 GiB is more than the whole GPU: look for what grows with the square of a length (attention, all "
        + "pairs) or is made for everything at once."
    ),
    (
      "RuntimeError: CUDA out of memory. Tried to allocate 512.00 MiB (GPU 1; 7.79 GiB total capacity; 5.07 GiB already "
        + "allocated; 12.00 MiB free; 6.97 GiB reserved in total by PyTorch)", ["train.py"],
      "1.9 GiB is reserved but in no tensor, and 512 MiB was asked for: set "
        + "PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True, so that the pieces can be used."
    ),
    (
      "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 23.69 GiB of "
        + "which 1.10 GiB is free. Process 4711 has 9.50 GiB memory in use. Including non-PyTorch memory, this process has "
        + "13.00 GiB memory in use. Of the allocated memory 12.00 GiB is allocated by PyTorch, and 500.00 MiB is reserved "
        + "by PyTorch but unallocated.",
      ["train.py"],
      "Process 4711 holds 9.5 GiB of GPU 0 as well: stop it, or choose another GPU with CUDA_VISIBLE_DEVICES."
    ),
    (
      "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 23.69 GiB of "
        + "which 1.10 GiB is free.", ["train.py", "--eval_batch_size=8", "--batch_size=1"],
      "GPU 0 had 1.1 GiB free of 23.7 GiB, and 2 GiB more was asked for: the batch size is 1 already (--batch_size), so only "
        + "less for each example helps."
    ),
  ])
  func memoryIsReckoned(log: String, command: [String], advice: String) throws {
    let summary = try verdict(log, command: command)
    #expect(summary.failureType == .cudaOutOfMemory)
    #expect(summary.suggestions.first == advice)
  }

  @Test(arguments: [
    (
      "train.py: error: argument -o/--optimizer: invalid choice: 'adamx' (choose from 'adam', 'sgd', 'adamw')",
      "Write --optimizer adamw for 'adamx', which is none of adam, sgd, adamw."
    ),
    (
      "train.py: error: argument --optimizer: invalid choice: 'newton' (choose from adam, sgd)",
      "Give --optimizer one of adam, sgd: 'newton' is none of them."
    ),
    (
      "usage: train.py [-h] [--batch-size N] [--learning-rate F]\ntrain.py: error: unrecognized arguments: --batchsize 64",
      "Write --batch-size for --batchsize, which the script does not know."
    ),
    (
      "usage: train.py [-h] [--data D]\ntrain.py: error: unrecognized arguments: --wandb=on",
      "Leave out --wandb: the script does not know it."
    ),
    (
      "Usage: train.py [OPTIONS]\n\nError: No such option: --epoch (Possible options: --epochs)",
      "Write --epochs for --epoch, which the script does not know."
    ),
    (
      "train.py: error: the following arguments are required: --data, --output",
      "Give --data, --output as well."
    ),
    (
      "json.decoder.JSONDecodeError: Extra data: line 1 column 3090 (char 3089)",
      "Behind the JSON value there is more (line 1, column 3090): two values one behind the other, or a file that two processes "
        + "wrote; look at it there, and repair it."
    ),
    (
      "ValueError: Unknown scheduler 'cosin', must be one of ['linear', 'cosine', 'constant']",
      "Write cosine for 'cosin', which is none of linear, cosine, constant."
    ),
    (
      "In 'config': Could not find 'model/resnet5'\n\nAvailable options in 'model':\n\tresnet18\n\tresnet50\n",
      "Write model=resnet50 for 'resnet5', which is none of resnet18, resnet50."
    ),
  ])
  func whatMayBeGivenIsNamed(log: String, advice: String) throws {
    #expect(try verdict(log, code: 2).suggestions.first == advice)
  }

  @Test(arguments: [
    (
      "Missing key(s) in state_dict: \"conv1.weight\". \n\tUnexpected key(s) in state_dict: \"module.conv1.weight\".",
      "The checkpoint's names begin with `module.` (DataParallel puts it there), the model's do not: strip it"
    ),
    (
      "Missing key(s) in state_dict: \"_orig_mod.conv1.weight\". \n\tUnexpected key(s) in state_dict: \"conv1.weight\".",
      "The model's names begin with `_orig_mod.` (torch.compile puts it there), the checkpoint's do not: load before wrapping"
    ),
    (
      "Missing key(s) in state_dict: \"head.weight\". \n\tUnexpected key(s) in state_dict: \"fc.weight\".",
      "The model wants `head.weight` where the checkpoint has `fc.weight`"
    ),
  ])
  func namesOfWeightsAreCompared(text: String, advice: String) throws {
    let summary = try verdict("RuntimeError: Error(s) in loading state_dict for Net:\n\t" + text)
    #expect(summary.failureType == .checkpointIncompatible)
    #expect(summary.suggestions.first?.hasPrefix(advice) == true, "\(summary.suggestions)")
  }

  @Test func whatAKernelPrintedBeforeIsTakenUp() throws {
    let log = """
      ../aten/src/ATen/native/cuda/Loss.cu:250: nll_loss: block: [0,0,0], thread: [3,0,0] Assertion `t >= 0 && t < n_classes` failed.
      Traceback (most recent call last):
        File "/home/u/train.py", line 9, in <module>
          loss.backward()
      RuntimeError: CUDA error: device-side assert triggered
      """
    let summary = try verdict(log)
    #expect(summary.failureType == .cudaDeviceAssert)
    #expect(summary.suggestions.first?.hasPrefix("A label is negative or not smaller than") == true)
    let old = """
      UserWarning: NVIDIA GeForce RTX 5090 with CUDA capability sm_120 is not compatible with the current PyTorch installation.
      The current PyTorch install supports CUDA capabilities sm_50 sm_80 sm_90.
      RuntimeError: CUDA error: no kernel image is available for execution on the device
      """
    #expect(
      try verdict(old).suggestions.first?.hasPrefix("The GPU is sm_120, the build knows sm_50 sm_80 sm_90: ")
        == true)
  }

  @Test func aCommandThatIsNotFoundIsNamed() throws {
    let shell = try verdict("run.sh: line 6: torchrun: command not found", code: 127)
    #expect(shell.suggestions.first?.hasPrefix("`torchrun` is not on the run's PATH") == true)
    #expect(shell.suggestions.last == "With the right Python it is `python -m torch.distributed.run`.")
    let other = try verdict("/usr/bin/env: ‘python2.6’: No such file or directory", code: 127)
    #expect(other.suggestions.first?.hasPrefix("`python2.6` is not on the run's PATH") == true)
  }

  @Test func theRankThatFailedFirstIsNamed() throws {
    let log = """
      torch.distributed.elastic.multiprocessing.errors.ChildFailedError:
      ============================================================
      train.py FAILED
      ------------------------------------------------------------
      Root Cause (first observed failure):
      [0]:
        time      : 2026-02-03_04:05:06
        host      : node-b
        rank      : 3 (local_rank: 1)
        exitcode  : -9 (pid: 4711)
        error_file: <N/A>
        traceback : Signal 9 (SIGKILL) received by PID 4711
      ============================================================
      """
    let summary = try verdict(log)
    #expect(summary.failureType == .hostOutOfMemory)
    #expect(
      summary.suggestions.first?.hasPrefix("Rank 3 on node-b failed first, killed by SIGKILL: look there")
        == true,
      "\(summary.suggestions)")
  }
}
