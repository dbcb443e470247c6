internal import CommandLineOptions
internal import DemoTraining
internal import EmbeddedFiles
internal import Platform

/// `signalbox demo-training`, internal: the training that `signalbox demo` starts.
///
/// It knows nothing of the server that may have started it: a program like any other.
struct DemoTrainingCommand {
  private var data: String?
  private var epochs = DemoTraining.defaultEpochs
  private var learningRate = DemoTraining.defaultLearningRate
  private var seed = DemoTraining.defaultSeed
  private var passes = DemoTraining.defaultPassesPerEpoch
  private var output = "iris-model.json"

  init(_ arguments: [String]) throws(UsageError) {
    let scanner = OptionScanner(
      command: "demo-training", options: ["data", "epochs", "learning-rate", "seed", "passes", "output"])
    for piece in try scanner.scan(arguments) {
      switch piece {
      case .option("data", let file): data = file
      case .option("epochs", let text): epochs = try scanner.number(text, of: "epochs", from: 1)
      case .option("learning-rate", let text):
        learningRate = try scanner.number(text, of: "learning-rate", from: 0)
      case .option("seed", let text): seed = try scanner.number(text, of: "seed", from: 0)
      case .option("passes", let text): passes = try scanner.number(text, of: "passes", from: 1)
      case .option(_, let file): output = file
      case .operand(let text), .flag(let text):
        throw UsageError("demo-training: '\(text)' is no option")
      }
    }
  }

  /// The exit code: 1 with a line on standard error when it cannot train.
  func run() throws -> Int32 {
    do {
      let training = try DemoTraining(
        csv: try csv(), epochs: epochs, learningRate: learningRate, seed: seed, passesPerEpoch: passes)
      try training.run(
        print: { line in
          // A closed output is nothing that a training should end for.
          try? StandardStreams.write(line + "\n")
        }, save: save)
      return 0
    } catch let error as SystemError {
      StandardStreams.complain("Error: \(error.reason): \(error.path ?? error.call)")
    } catch {
      StandardStreams.complain("Error: \(error)")
    }
    return 1
  }

  private func csv() throws(SystemError) -> String {
    guard let data else { return EmbeddedFile.iris.text }
    return String(decoding: try FileSystem.read(data), as: UTF8.self)
  }

  private func save(_ model: [UInt8]) throws(SystemError) -> String {
    try FileSystem.replace(output, with: model, durable: false)
    return FileSystem.resolve(output) ?? output
  }
}
