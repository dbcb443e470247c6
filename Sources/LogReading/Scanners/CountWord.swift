/// A word by which loops count, and a line that begins with it.
package struct CountWord: Sendable {
  package enum Unit: Sendable {
    case epoch
    case step
  }

  /// In small letters.
  package let text: StaticString
  package let unit: Unit
  /// The word means a count only with a total behind it: `E 3/10`.
  package let needsTotal: Bool
  /// A line as it is printed, which is the word's test.
  package let example: StaticString

  private init(_ text: StaticString, _ unit: Unit, needsTotal: Bool = false, example: StaticString) {
    self.text = text
    self.unit = unit
    self.needsTotal = needsTotal
    self.example = example
  }

  /// Every word that is known.
  package static let all = [
    CountWord("epoch", .epoch, example: "epoch 3 | R 12.5 | len 201"),
    CountWord("ep", .epoch, example: "Ep 3 | T 2.31 | V 2.40"),
    CountWord("e", .epoch, needsTotal: true, example: "E 3/10 | T 2.31 | V 2.40"),
    CountWord("pass", .epoch, example: "pass 3, T 2.31, V 2.40"),
    CountWord("step", .step, example: "step=3 | G 1.221 | D 0.712"),
    CountWord("steps", .step, example: "steps: 10315, episodes: 100, mean reward: 510.8"),
    CountWord("global step", .step, example: "global step=3, ret=14.83"),
    CountWord("iter", .step, example: "iter 3, f 12.3, g 4.2"),
    CountWord("iteration", .step, example: "iteration 3, f 12.3, g 4.2"),
    CountWord("it", .step, example: "it 3 | G 1.221 | D 0.712"),
    CountWord("itr", .step, example: "itr 3 | G 1.221 | D 0.712"),
    CountWord("i", .step, needsTotal: true, example: "i 3/100 | G 1.221 | D 0.712"),
    CountWord("batch", .step, example: "batch 3 | G 1.221 | D 0.712"),
    CountWord("b", .step, needsTotal: true, example: "B 120/400 | G 1.221 | D 0.712"),
    CountWord("minibatch", .step, example: "minibatch 3 | G 1.221 | D 0.712"),
    CountWord("update", .step, example: "update 3 | R 12.5 | H 1.38"),
    CountWord("updates", .step, example: "updates 3 | R 12.5 | H 1.38"),
    CountWord("episode", .step, example: "Episode 3 | R 12.5 | eps 0.81"),
    CountWord("episodes", .step, example: "episodes: 3, R: 12.5, eps: 0.81"),
    CountWord("timestep", .step, example: "TIMESTEP 3 / STATE explore / EPSILON 0.03 / REWARD 0.1"),
    CountWord("timesteps", .step, example: "timesteps 3 | R 12.5 | H 1.38"),
    CountWord("round", .step, example: "round 3 | MAE 0.301 | RMSE 0.412"),
    CountWord("generation", .step, example: "generation 3 | top 12.5 | median 4.2"),
    CountWord("gen", .step, example: "gen 3 | top 12.5 | median 4.2"),
    CountWord("cycle", .step, example: "after cycle=3 avg(utility)=272.0 avg(wins)=0.55"),
    CountWord(
      "game number", .step, example: "Game number: 10590  Frame number: 7943478  Average reward: 115.6"),
    CountWord("tick", .step, example: "tick 3 | G 1.221 | D 0.712"),
    CountWord("kimg", .step, example: "kimg 120.0/25000 | G 1.221 | D 0.712"),
    CountWord("sweep", .step, example: "sweep 3, ll = -1.53, k = 12"),
    CountWord("tree", .step, example: "tree 3: gain 12.5, train 0.312"),
  ]

  /// The word that `name`, in small letters, is.
  static func of(_ name: ArraySlice<UInt8>) -> CountWord? {
    all.first { word in
      word.text.utf8CodeUnitCount == name.count
        && zip(name, UnsafeBufferPointer(start: word.text.utf8Start, count: name.count))
          .allSatisfy { ASCII.lower($0) == $1 }
    }
  }
}
