import Diagnosis
import LogReading
import Testing
import TrainingModel

@Suite struct FailureDiagnosisTests {
  private func verdict(
    _ log: String, _ outcome: RunOutcome = .exited(code: 1), command: [String] = ["python", "train.py"],
    kills: Int = 0, error: TrainingErrorEvent? = nil
  ) -> ErrorSummary? {
    FailureDiagnosis.summary(
      of: FailureFacts(
        outcome: outcome, outOfMemoryKills: kills, command: command, log: lines(log), trainingError: error))
  }

  @Test(arguments: FailureCase.all)
  func namesTheType(of failure: FailureCase) throws {
    let summary = try #require(verdict(failure.log, .exited(code: failure.code)))
    #expect(summary.failureType == failure.type)
    #expect(!summary.message.isEmpty)
    #expect(!summary.suggestions.isEmpty)
  }

  @Test func showsTheUsersOwnLine() throws {
    let log =
      "Traceback (most recent call last):\n  File \"/home/u/train.py\", line 41, in <module>\n    main()\n"
      + "  File \"/home/u/model.py\", line 7, in forward\n    return self.fc(x)\n"
      + "  File \"/v/lib/python3.11/site-packages/torch/nn/linear.py\", line 9, in forward\n    return "
      + "F.linear()\n"
      + "RuntimeError: mat1 and mat2 shapes cannot be multiplied (64x256 and 512x10)"
    let summary = try #require(verdict(log))
    #expect(summary.location == "/home/u/model.py:7")
    #expect(summary.message == "RuntimeError: mat1 and mat2 shapes cannot be multiplied (64x256 and 512x10)")
    #expect(summary.confidence == .high)
    #expect(summary.evidence.count <= 5)
    #expect(summary.evidence.contains { $0.text == summary.message && $0.offset > 0 })
  }

  @Test func showsWhatStandsBehindABar() throws {
    let bar = " 22%|██▏       | 11/50 [1:57:05<6:54:42, 638.01s/it]"
    let said = "slurmstepd: error: *** JOB 7 ON c1 CANCELLED AT 2026-02-03T01:02:03 DUE TO TIME LIMIT ***"
    let summary = try #require(verdict(bar + bar + said, .signalled(.terminate)))
    #expect(summary.failureType == .killedByScheduler)
    #expect(summary.message == said)
  }

  @Test func showsTheMessageBehindTheFramesOfAGraph() throws {
    let said =
      "logits and labels must have the same first dimension, got logits shape [8,5] and labels shape [4]"
    let frames = (1...9).map { "    File \"train.py\", line \($0), in step\n      model.fit(data)\n" }
      .joined()
    let summary = try #require(
      verdict(
        "tensorflow.python.framework.errors_impl.InvalidArgumentError: Graph execution error:\n\n"
          + "Detected at node 'xent' defined at (most recent call last):\n\(frames)Node: 'xent'\n\(said)\n"
          + "\t [[{{node xent}}]] [Op:__inference_train_function_9]"))
    #expect(summary.failureType == .tensorShapeMismatch)
    #expect(summary.message.hasSuffix(said))
  }

  @Test func showsTheExceptionThatKerasRepeats() throws {
    let summary = try #require(
      verdict(
        "Traceback (most recent call last):\n  File \"train.py\", line 3, in <module>\n    model.fit(x, y)\n"
          + "ValueError: in user code:\n\n    /v/lib/python3.8/site-packages/keras/losses.py:9 call\n"
          + "        return fn(y)\n\n    ValueError: Shapes (8, 1) and (8, 4) are incompatible\n"))
    #expect(summary.failureType == .tensorShapeMismatch)
    #expect(summary.message.contains("Shapes (8, 1) and (8, 4) are incompatible"))
  }

  @Test func showsWhatAValidationErrorCounts() throws {
    let summary = try #require(
      verdict(
        "pydantic_core._pydantic_core.ValidationError: 1 validation error for Config\nepochs\n"
          + "  Input should be a valid integer [type=int_type]\n    For further information visit https://x"))
    #expect(summary.failureType == .invalidConfiguration)
    #expect(summary.message.contains("Config: epochs: Input should be a valid integer"))
  }

  @Test func readsAReportOfRThatGoesOn() throws {
    let summary = try #require(
      verdict("> m <- fit(x)\nError in `[.Frame`(x, 0) : \n  unused argument (0)\nExecution halted\n"))
    #expect(summary.failureType == .codeError)
    #expect(summary.message == "Error in `[.Frame`(x, 0) : unused argument (0)")
  }

  @Test func readsATracebackOfWhichThePasteIsIndented() throws {
    let summary = try #require(
      verdict(
        "     Traceback (most recent call last):\n     File \"main.py\", line 4, in <module>\n"
          + "     File \"/v/lib/python3.8/site-packages/pandas/core/indexes/base.py\", line 3, in get_loc\n"
          + "      raise KeyError(key) from err\n      KeyError: 'mood'\n"))
    #expect(summary.failureType == .dataFormat)
    #expect(summary.message == "KeyError: 'mood'")
  }

  @Test func showsWhatAProgramSaidBeforeItAborted() throws {
    let summary = try #require(
      verdict(
        "[config] sets: 3\n[10:00:00] Error: three sets need three weights\n"
          + "[10:00:00] Error: Aborted from check() in src/config.cpp:11\nAborted (core dumped)\n",
        .exited(code: 134)))
    #expect(summary.failureType == .aborted)
    #expect(summary.message.contains("Error: three sets need three weights"))
  }

  @Test func showsWhichAssertionFailedOnTheDevice() throws {
    let summary = try #require(
      verdict(
        "loss.cu:9: block: [0,0,0], thread: [1,0,0] Assertion `t >= 0 && t < classes` failed.\n"
          + "Traceback (most recent call last):\n  File \"train.py\", line 3, in <module>\n    loss.item()\n"
          + "RuntimeError: CUDA error: device-side assert triggered\n"))
    #expect(summary.failureType == .cudaDeviceAssert)
    #expect(
      summary.message
        == "RuntimeError: CUDA error: device-side assert triggered: Assertion `t >= 0 && t < classes` failed."
    )
  }

  @Test func showsTheErrorOfManyRoots() throws {
    let summary = try #require(
      verdict(
        "Traceback (most recent call last):\n  File \"train.py\", line 3, in <module>\n    model.fit(x)\n"
          + "InvalidArgumentError: Graph execution error:\n\n2 root error(s) found.\n"
          + "  (0) CANCELLED:  Function was cancelled\n"
          + "  (1) INVALID_ARGUMENT:  Cannot batch tensors with different shapes in component 0.\n"))
    #expect(summary.failureType == .tensorShapeMismatch)
    #expect(summary.message.contains("Cannot batch tensors with different shapes in component 0."))
  }

  @Test func readsALineOfAShellThatSpeaksChinese() throws {
    let log = "train.sh:行4: ../build/fit: 没有那个文件或目录"
    let summary = try #require(verdict(log, .exited(code: 127)))
    #expect(summary.failureType == .commandNotFound)
    #expect(summary.message == log)
  }

  @Test func showsThePartOfALongMessageThatDecided() throws {
    let said = "No space left on device"
    let summary = try #require(verdict(String(repeating: "writing shard ", count: 60) + said))
    #expect(summary.failureType == .diskFull)
    #expect(summary.message.hasPrefix("…") && summary.message.hasSuffix(said))
    #expect(summary.message.count <= 300)
  }

  @Test(arguments: [
    "train.sh: line 3: ./start.sh: Permission denied", "./train.sh: 行 25: data/a.tfrecord: 权限不够",
  ])
  func showsTheShellsOwnLine(_ line: String) throws {
    let summary = try #require(verdict("begin\n\(line)\n", .exited(code: 126)))
    #expect(summary.failureType == .notExecutable)
    #expect(summary.message == line)
  }

  @Test func onlyTheFirstLineOfAPasteMayBeIndented() throws {
    let log =
      " Traceback (most recent call last):\n  File \"/home/u/a.py\", line 3, in <module>\n    run()\n"
      + "OSError: [Errno 24] Too many open files\n"
    let summary = try #require(verdict(log))
    #expect(summary.message == "OSError: [Errno 24] Too many open files")
    #expect(summary.location == "/home/u/a.py:3")
  }

  @Test func linesOfSourceFilesAreNoPorts() throws {
    let log = "[W socket.cpp:401] [c10d] The server socket has failed to bind to 0.0.0.0:47531 (errno: 98)."
    #expect(try #require(verdict(log)).suggestions[0].contains("47531"))
  }

  @Test func namesTheKeyAndThePath() throws {
    let key = "omegaconf.errors.ConfigAttributeError: Key 'warmup' is not in struct"
    #expect(try #require(verdict(key)).suggestions[0].contains("'warmup'"))
    let path = "RuntimeError: File out/ckpt/last.pt cannot be opened."
    #expect(try #require(verdict(path)).suggestions[0].contains("out/ckpt/last.pt"))
  }

  @Test func librariesOnWindowsAreNotTheUsersCode() throws {
    let log =
      "Traceback (most recent call last):\n  File \"D:\\proj\\main.py\", line 3, in <module>\n    run()\n"
      + "  File \"D:\\anaconda\\lib\\multiprocessing\\reduction.py\", line 60, in dump\n    dump()\n"
      + "_pickle.PicklingError: Can't pickle <function f at 0x1>: attribute lookup f failed\n"
    #expect(try #require(verdict(log)).location == "D:\\proj\\main.py:3")
  }

  @Test func hintsAreNotTheMessage() throws {
    let log =
      "stage 1 failed badly\nSet the environment variable HYDRA_FULL_ERROR=1 for a complete stack trace.\n"
    #expect(try #require(verdict(log)).message == "stage 1 failed badly")
  }

  @Test func readsTracebacksInBoxes() throws {
    let log = """
      ╭──────────────────── Traceback (most recent call last) ─────────────────────╮
      │ /home/u/train.py:42 in main                                                │
      │                                                                            │
      │   41 │   for batch in loader:                                              │
      │ ❱ 42 │   │   loss = model(batch)                                           │
      │                                                                            │
      │ /v/lib/python3.11/site-packages/torch/nn/modules/module.py:1518 in _call   │
      │                                                                            │
      │ ❱ 1518 │   │   return self._call_impl(*args, **kwargs)                     │
      ╰────────────────────────────────────────────────────────────────────────────╯
      RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x784 and 512x10)

      """
    let summary = try #require(verdict(log))
    #expect(summary.failureType == .tensorShapeMismatch)
    #expect(summary.location == "/home/u/train.py:42")
    #expect(summary.message == "RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x784 and 512x10)")
  }

  @Test func namesTheCauseAndNotTheWorkersReraise() throws {
    let log =
      "Traceback (most recent call last):\n  File \"train.py\", line 3, in <module>\n    for x in loader:\n"
      + "ValueError: Caught ValueError in DataLoader worker process 0.\nOriginal Traceback (most recent "
      + "call last):\n"
      + "  File \"data.py\", line 12, in __getitem__\n    float(cell)\nValueError: could not convert "
      + "string to float: 'n/a'"
    let summary = try #require(verdict(log))
    #expect(summary.failureType == .dataFormat)
    #expect(summary.location == "data.py:12")
  }

  @Test func namesTheRankThatFailedFirst() throws {
    let log =
      "[rank1]: Traceback (most recent call last):\n[rank1]:   File \"train.py\", line 8, in <module>\n"
      + "[rank1]: KeyError: 'label'\n[rank0]: Traceback (most recent call last):\n"
      + "[rank0]:   File \"train.py\", line 9, in <module>\n"
      + "[rank0]: RuntimeError: gloo: Connection closed by peer [10.0.0.2]:4711\n"
      + "Traceback (most recent call last):\n  File \"/b/torchrun\", line 8, in <module>\n"
      + "torch.distributed.elastic.multiprocessing.errors.ChildFailedError: \ntrain.py FAILED\nRoot Cause\n"
    let summary = try #require(verdict(log))
    #expect(summary.failureType == .codeError)
    #expect(summary.message == "KeyError: 'label'")
  }

  @Test func adviceNamesWhatTheLogAndCommandShow() throws {
    let missing = try #require(verdict("ModuleNotFoundError: No module named 'cv2'"))
    #expect(missing.suggestions[0].contains("pip install opencv-python"))
    let memory = try #require(
      verdict("RuntimeError: CUDA out of memory.", command: ["python", "t.py", "--batch-size", "64"]))
    #expect(memory.suggestions[0].contains("--batch-size from 64 to 32"))
    let port = try #require(
      verdict("RuntimeError: The server socket has failed to listen: address already in use, port: 29511"))
    #expect(port.suggestions[0].contains("29511"))
  }

  @Test(arguments: [
    "epoch 1 loss 0.5\nTraining finished\n", "", "Corrupt JPEG data: premature end\nsaved model.pt\n",
    "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nValueError: trial failed\nTrial "
      + "2 finished\nbest 0.4\n",
    "WARNING: overflow detected, setting loss scale to 8\nNo module named 'hiddenlayer'\ndone\n",
  ])
  func successHasNoSummary(log: String) {
    #expect(verdict(log, .exited(code: 0)) == nil)
  }

  @Test func exitZeroWithAnUncaughtFailureIsTold() throws {
    let log =
      "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    "
      + "f()\nKeyError: 'x'\n"
    #expect(try #require(verdict(log, .exited(code: 0))).failureType == .codeError)
    let nan = "epoch 1 train_loss=nan\nepoch 2 train_loss=nan\ntraining finished\n"
    #expect(try #require(verdict(nan, .exited(code: 0))).failureType == .numericalDivergence)
    #expect(verdict("epoch 1 loss nan\nepoch 2 loss 0.5\n", .exited(code: 0)) == nil)
  }

  @Test(arguments: [
    (RunOutcome.signalled(.segmentationFault), FailureType.segfault),
    (.signalled(.abort), .aborted), (.signalled(.illegalInstruction), .illegalInstruction),
    (.signalled(.kill), .killedExternally), (.signalled(.terminate), .killedExternally),
    (.signalled(.interrupt), .interrupted), (.outOfMemory(status: .signalled(.kill)), .hostOutOfMemory),
    (.stopped(.timeLimit, status: .signalled(.terminate)), .timeLimit),
    (.stopped(.stalled, status: .signalled(.terminate)), .stalled), (.lost, .lost),
    (.failedToStart(StartFailure(problem: .commandNotFound, message: "no")), .commandNotFound),
    (.failedToStart(StartFailure(problem: .directoryNotFound, message: "no")), .fileNotFound),
  ])
  func outcomeDecidesWhereTheLogIsSilent(outcome: RunOutcome, type: FailureType) {
    #expect(verdict("epoch 1 loss 0.5", outcome)?.failureType == type)
  }

  @Test func stoppedOnRequestIsNoFailure() {
    #expect(verdict("x", .stopped(.killRequested, status: .signalled(.terminate))) == nil)
  }

  @Test func killWithEvidenceIsMemory() {
    #expect(verdict("epoch 1", .signalled(.kill), kills: 1)?.failureType == .hostOutOfMemory)
    #expect(
      verdict("kernel: Out of memory: Killed process 7 (python)", .signalled(.kill))?.failureType
        == .hostOutOfMemory)
  }

  @Test func trainingsOwnWordCounts() throws {
    let error = TrainingErrorEvent(errorType: "FileNotFoundError", errorMessage: "no such file: 'a/b.npz'")
    let summary = try #require(verdict("__event__{\"event\":\"training_error\"}__event__", error: error))
    #expect(summary.failureType == .fileNotFound)
    #expect(summary.message == "FileNotFoundError: no such file: 'a/b.npz'")
  }

  @Test func textsAreBounded() throws {
    let summary = try #require(verdict("ValueError: " + String(repeating: "x", count: 5000)))
    #expect(summary.message.count == 300)
    #expect(summary.evidence.allSatisfy { $0.text.count <= 300 })
  }

  /// What srun, mpirun, compose and torchrun put in front of lines tells their processes apart.
  @Test(arguments: [("0: ", "1: "), ("[1,0]<stderr>:", "[1,1]<stderr>:"), ("worker-0  | ", "worker-1  | ")])
  func prefixesOfLaunchersTellProcessesApart(first: String, second: String) throws {
    let log =
      "\(second)Traceback (most recent call last):\n\(first)Traceback (most recent call last):\n"
      + "\(second)  File \"/home/u/b.py\", line 8, in <module>\n\(first)  File \"/home/u/a.py\", line 3, in <module>\n"
      + "\(second)RuntimeError: Connection closed by peer [10.0.0.2]:4711\n"
      + "\(first)FileNotFoundError: [Errno 2] No such file or directory: 'a.csv'\n"
    let summary = try #require(verdict(log))
    #expect(summary.failureType == .fileNotFound)
    #expect(summary.location == "/home/u/a.py:3")
  }

  /// Times in front of every line do not hide what they stand before.
  @Test(arguments: [
    "2026-01-02 03:04:05,%% ERROR  ", "2026-01-02T03:04:05.%%Z ", "Jan 02 03:04:%% ",
    "[2026-01-02 03:04:%%] ",
    "pod-0 2026-01-02T03:04:05.%%Z [rank1]: ", "(Worker pid=7) 03:04:%% | ",
  ])
  func timesBeforeLinesAreNoPartOfThem(form: String) throws {
    let traceback = [
      "Traceback (most recent call last):", "  File \"/home/u/train.py\", line 7, in <module>", "    main()",
      "KeyError: 'label'",
    ]
    var log = ""
    for (index, line) in traceback.enumerated() {
      log += form.replacing("%%", with: "\(index + 10)") + line + "\n"
    }
    let summary = try #require(verdict(log))
    #expect(summary.failureType == .codeError)
    #expect(summary.message == "KeyError: 'label'")
    #expect(summary.location == "/home/u/train.py:7")
  }

  @Test func explanationTellsWhyOthersLost() throws {
    let log =
      "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nKeyError: 'x'\n"
      + "Exception ignored in: <f>\nTraceback (most recent call last):\n  File \"b.py\", line 2, in g\n"
      + "TypeError: gone\nTraceback (most recent call last):\n  File \"c.py\", line 3, in h\n"
      + "ValueError: Loss is NaN\n"
    let facts = FailureFacts(outcome: .exited(code: 1), command: [], log: lines(log))
    let explanation = FailureDiagnosis.explanation(of: facts)
    #expect(explanation.summary == FailureDiagnosis.summary(of: facts))
    #expect(
      explanation.causes.map(\.standing) == [.decided, .survived, .ignored])
    let killed = FailureFacts(outcome: .signalled(.interrupt), command: [], log: lines(log))
    #expect(FailureDiagnosis.explanation(of: killed).causes.first?.standing == .overruled)
  }
}
