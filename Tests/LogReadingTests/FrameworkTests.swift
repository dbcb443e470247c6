import LogReading
import Testing
import TrainingModel

/// Logs of the frameworks, each with what there is to understand in them.
@Suite struct FrameworkTests {
  private func read(_ log: String) -> LogPicture {
    var reader = LogReader()
    _ = reader.consume(Array(log.utf8)[...])
    _ = reader.finish()
    return reader.picture
  }

  @Test(arguments: FrameworkSample.all + FrameworkSample.excerpts)
  func isUnderstood(sample: FrameworkSample) {
    let picture = read(sample.log)
    let wanted = sample.progress
    let found = picture.progress
    #expect(picture.started?.text == sample.start)
    #expect(wanted.epoch == nil || found.epoch == wanted.epoch)
    #expect(wanted.totalEpochs == nil || found.totalEpochs == wanted.totalEpochs)
    #expect(wanted.step == nil || found.step == wanted.step)
    #expect(wanted.totalSteps == nil || found.totalSteps == wanted.totalSteps)
    #expect(wanted.percent == nil || found.percent == wanted.percent)
    #expect(wanted.etaSeconds == nil || found.etaSeconds == wanted.etaSeconds)
    for (name, value) in sample.metrics { #expect(picture.metrics[name] == value, "\(name)") }
    for (name, value) in sample.testMetrics { #expect(picture.testMetrics[name] == value, "\(name)") }
    #expect(picture.artifacts == sample.artifacts)
    #expect(picture.endSeen == sample.endSeen)
    #expect((picture.stoppedEarly != nil) == sample.stopsEarly)
    #expect((picture.nothingToDo != nil) == sample.hasNothingToDo)
  }

  /// Lines that look like training and are none.
  @Test(arguments: [
    "Epoch 12: early stopping", "{\"epochs\": 10, \"lr\": 0.1, \"loss\": \"mse\"}",
    "Training time budget: 3600 s",
    "Simulating 77 report steps  77%|███▏|  ETA: 0:00:10", "Iter(val) [ 50/100]  loss: 0.5",
    "[Eval][Epoch 2][Iter: 0/4]loss: 4.512", "valid | epoch 001 | valid on 'valid' subset | loss 4.5",
    "[0]: worker ready", "12: 0.5 seconds", "EPOCH 3 best so far",
    "Progress on: Downloading 3it/10it rate:1it/s",
    "Test: [   0/48]  Time: 1.121 (1.121)  Loss:   6.812 ( 6.812)",
    "Epochs: 50, batch size: 16, steps/epoch: 120, total iterations: 6000",
    "Evaluating epoch 12 checkpoint\n100%|██████████| 157/157 [00:12<00:00, 12.9it/s]\n",
    "configuration {'loss': 'mse',\n 'epochs': 3}",
    "batch_size: 32\nepoch: 100\nlr: 0.001\n", "epoch: 100\nbatch_size: 32\n",
    "Train batch size: 1\nGradient accumulation steps: 1\nEpoch: 1\n",
    "Namespace(epoch=100, lr=0.1, batch=32)", "args: epoch=100 lr=0.1 batch=32",
    "{batch_size: 32, epoch: 100, lr: 0.001}", "lr: 0.001 epoch: 100 batch: 32 momentum: 0.9",
    "Start training Dreambooth...", "Epoch 10 checkpoint loaded, accuracy 0.91",
    "train.json:  45%|████      | 4.5M/10.0M [00:01<00:01, 4.5MB/s]",
    "Best model: epoch 12, val_loss 0.31", "wandb:    train/loss 0.31", "eval step 10/50 loss 0.5",
    "Inference step 10/50 loss 0.1",
    "trainers: Brain: Step: 0. Time Elapsed: 99.1 s Mean Reward: -7.9. Std of Reward: 2.6. Not Training.",
    "                 Class     Images  Instances      Box(P          R      mAP50  mAP50-95): 100% ━━━━ 4/4 2.0it/s",
  ])
  func isNoStart(log: String) { #expect(read(log).started == nil) }

  /// Lines of a model's configuration, whose names sound like metrics.
  @Test(arguments: [#"  "rms_norm_eps": 1e-06,"#, #"  "layer_norm_eps": 1e-12,"#])
  func isNoMetric(line: String) { #expect(read(line).metrics.isEmpty) }

  @Test(arguments: TrainerPhrase.all.map { "\($0.example)" })
  func everyPhraseIsRecognizedByItsExample(example: String) throws {
    let phrase = try #require(TrainerPhrase.all.first { "\($0.example)" == example })
    switch phrase.meaning {
    case .start: #expect(read(example).started?.text == example)
    case .end: #expect(read(example).endSeen)
    case .earlyStop: #expect(read(example).stoppedEarly?.text == example)
    case .pause:
      var reader = LogReader()
      _ = reader.consume(Array((example + "\n").utf8)[...])
      #expect(reader.announcesPause)
    case .nothingToDo: #expect(read(example).nothingToDo?.text == example)
    case .evaluation:
      // The bar of an evaluation counts nothing of the training.
      #expect(read(example + "\n 50%|█████     | 1/2 [00:01<00:01, 1.0it/s]\n").started == nil)
    }
  }

  @Test(arguments: BarWord.all.map { "\($0.example)" })
  func everyWordOfABarIsRecognizedByItsExample(example: String) throws {
    let word = try #require(BarWord.all.first { "\($0.example)" == example })
    #expect(
      example.lowercased().contains("\(word.text)") || "\(example):".lowercased().contains("\(word.text)"))
    let picture = read("\(example): 10%|█         | 1/10 [00:01<00:09, 1.0it/s]\n")
    #expect((picture.started != nil) == word.isTraining)
  }

  @Test(arguments: WorkHeading.all.map { "\($0.example)" })
  func aBarBelongsToTheWorkThatIsNamedInFrontOfIt(example: String) throws {
    let heading = try #require(WorkHeading.all.first { "\($0.example)" == example })
    #expect(example.lowercased().contains("\(heading.text)"))
    let bar = " 50%|█████     | 1/2 [00:01<00:01, 1.0it/s"
    #expect(read(example + "\n" + bar + "]\n").started == nil)
    // What tells a loss trains, whatever stands in front of it.
    #expect(read(example + "\n" + bar + ", loss=0.5]\n").started != nil)
  }

  @Test func aHeadingIsOverWithTheNextLine() {
    #expect(read("Testing\nLet us go\n 50%|█████     | 1/2 [00:01<00:01, 1.0it/s]\n").started != nil)
    #expect(read("Testing\n----\n 50%|█████     | 1/2 [00:01<00:01, 1.0it/s]\n").started == nil)
  }

  @Test(arguments: WorkHeading.all.filter(\.lasts).map { "\($0.example)" })
  func whoPutsAModelToUseTrainsWhenALineSpeaksOfTraining(example: String) {
    let bar = " 50%|█████     | 1/2 [00:01<00:01, 1.0it/s]\n"
    #expect(read("\(example)\nLet us go\n\(bar)").started == nil)
    #expect(read("\(example)\nEpisode 1: reward = 210.0, length = 210\n").started == nil)
    #expect(read("\(example)\nPreparing the training\n\(bar)").started != nil)
  }

  @Test func aStageOfAScriptIsOtherWorkUnlessItTrains() {
    let bar = "  0%|          | 0/20 [00:00<?, ?it/s]\n"
    #expect(read("====\n[3/6] masks of moving objects\n====\n\(bar)").started == nil)
    #expect(read("====\n[4/6] Training the network\n====\n\(bar)").started != nil)
  }

  @Test func aRemarkOfALibraryIsNoLineOfTheProgram() {
    let log =
      "Extracting frames\n2024-05-01 10:00:00.123456: I tensorflow/core/util/port.cc:153] oneDNN is on\n"
      + "  0%|          | 0/20 [00:00<?, ?it/s]\n"
    #expect(read(log).started == nil)
  }

  @Test(arguments: SavingWord.all.map { "\($0.example)" })
  func everyWordOfSavingIsRecognizedByItsExample(example: String) throws {
    let word = try #require(SavingWord.all.first { "\($0.example)" == example })
    #expect(example.lowercased().contains("\(word.text)"))
    #expect(read(example).artifacts.isEmpty != word.isSaving)
  }

  @Test(arguments: EpochRemark.all.map { "\($0.example)" })
  func everyRemarkOnAnEpochIsNoStart(example: String) throws {
    let remark = try #require(EpochRemark.all.first { "\($0.example)" == example })
    #expect(example.lowercased().contains("\(remark.text)"))
    #expect(read(example).started == nil)
  }

  @Test func anAnnouncedNumberOfEpochsWins() {
    #expect(read("Starting training for 9 epochs\nEpoch 0/9\n").progress.totalEpochs == 9)
  }

  @Test func theLastEpochBehindTheSlashIsSeenWhenItIsReached() {
    #expect(read("Epoch 0/2\n").progress.totalEpochs == 2)
    #expect(read("Epoch 0/2\nEpoch 1/2\nEpoch 2/2\n").progress.totalEpochs == 3)
    #expect(read("Epoch 1/2\nEpoch 2/2\n").progress.totalEpochs == 2)
  }
}
