import LogReading
import Testing
import TrainingModel

/// Loops that name their numbers as nobody else does: one line proves nothing, the lines behind it do.
@Suite struct OwnLoopTests {
  private func read(_ log: String) -> LogPicture {
    var reader = LogReader()
    _ = reader.consume(Array(log.utf8)[...])
    _ = reader.finish()
    return reader.picture
  }

  /// The line with another first number.
  private func next(_ line: String, _ number: Int) -> String {
    guard let start = line.firstIndex(where: \.isNumber) else { return line }
    let end = line[start...].firstIndex { !$0.isNumber } ?? line.endIndex
    return "\(line[..<start])\(number)\(line[end...])"
  }

  @Test(arguments: CountWord.all.map { "\($0.example)" })
  func everyWordOfACountIsRecognizedByItsExample(example: String) throws {
    let word = try #require(CountWord.all.first { "\($0.example)" == example })
    #expect(example.lowercased().contains("\(word.text)"))
    let count = 20_000
    let picture = read("\(example)\n\(next(example, count))\n")
    #expect(picture.started?.text == example)
    #expect(picture.progress.epoch ?? picture.progress.step.map(Double.init) == Double(count))
    #expect(!picture.metrics.entries.isEmpty)
  }

  @Test func theSecondLineOfALoopShowsWhereItBegan() {
    let first = "Ep 7 | R -112.30 | len 201 | eps 0.812"
    #expect(read("hello\n\(first)\n").started == nil)
    let picture = read("hello\n\(first)\nEp 8 | R -98.71 | len 188 | eps 0.801\n")
    #expect(picture.started == LogLine(offset: 6, text: first))
    #expect(picture.progress.step == 8)
    #expect(picture.metrics["R"] == -98.71)
    // The same count again is the same line.
    #expect(read("\(first)\n\(first)\n").started == nil)
  }

  @Test func otherLinesMayStandBetween() {
    let picture = read(
      "after cycle=0 avg(gain)=12.5\nsaved nothing\ncycle took 3.5 s\nafter cycle=1 avg(gain)=12.7\n")
    #expect(picture.started?.text == "after cycle=0 avg(gain)=12.5")
    #expect(picture.progress.step == 1)
  }

  @Test func progressThatARuleKnowsCountsMore() {
    let picture = read(
      "Epoch 3/10, step 12/90, loss: 0.5\nkimg 1.0 | G 1.25 | D 0.5\nkimg 2.0 | G 1.26 | D 0.5\n")
    #expect(picture.progress.step == 12)
    #expect(picture.metrics["G"] == nil)
  }

  @Test(arguments: [
    "loss: 0.512", "Training Accuracy: 0.461", "2024-05-01 10:00:01,123 DQN INFO episodic returns: 29",
    "2024-05-01 10:00:01.123 | INFO     | __main__:train:35 - loss: 0.512",
  ])
  func aResultThatIsPrintedAgainAndAgainIsOfATraining(line: String) {
    func other(_ digits: String) -> String { String(line.dropLast(2)) + digits }
    #expect(read("\(line)\n\(other("31"))\n").started == nil)
    #expect(read("\(line)\n\(other("31"))\n\(other("47"))\n").started?.text == line)
    #expect(read("\(line)\n\(line)\n\(line)\n").started == nil)
  }

  /// Lines of programs that count and do not train, each twice and more.
  @Test(arguments: [
    "Iteration 1: residual = 1.2e-01\nIteration 2: residual = 3.4e-02\nIteration 3: residual = 8.1e-03\n",
    "Evaluating the agent for 3 episodes\nEpisode 1: reward = 210.5\nEpisode 2: reward = 195.5\nEpisode 3: reward = 1.5\n",
    "Processing sequence index: 0\nProcessing sequence index: 1\nProcessing sequence index: 2\n",
    "  20/1200 done  (2.3/s, eta 511s)\n  40/1200 done  (2.4/s, eta 483s)\n  60/1200 done  (2.9/s, eta 393s)\n",
    "  i = 1, Guess = 7, Answer = 7\n  i = 2, Guess = 2, Answer = 2\n  i = 3, Guess = 1, Answer = 1\n",
    "time,pitch,roll\n1487475883853,5.6808014,-86.07633\n1487475883855,5.6713743,-86.0764\n",
    "Step 1/9 : FROM python:3.10\nStep 2/9 : RUN pip install torch\nStep 3/9 : COPY . /app\n",
    "  [1] valid=yes | accuracy=0.29 | compliance=0.5\n  [2] valid=yes | accuracy=0.31 | compliance=0.5\n",
    "INFO model a restored.\nINFO model a; loss: 83.141, accuracy: 0.829\nINFO model b; loss: 81.2, accuracy: 0.83\n",
    "test loss: 0.512\ntest loss: 0.498\ntest loss: 0.473\n",
    "val_loss: 0.512\nval_loss: 0.498\nval_loss: 0.473\n",
    "Game 137: bot=P2\nGame 138: bot=P1\nGame 139: bot=P2\n",
    "  game  1/6  rusher=P1  plies= 34  bot win  useful=9.5\n  game  2/6  rusher=P1  plies= 36  bot win  useful=7.5\n",
    "dqn eval:   0%|          | 0/9 [00:00<?, ?it/s][EVAL] algo=dqn episode=1 reward=266.14\n",
    "Training data loading...\nTraining pipeline for the model\nTraining of the model will begin...\n",
    "INFO - [__main__] - Starting training_setup...\n",
    "step 1: 3.5 s\nstep 2: 4.5 s\nstep 3: 1.5 s\n",
  ])
  func whatCountsAndDoesNotTrainIsNoStart(log: String) { #expect(read(log).started == nil) }
}
