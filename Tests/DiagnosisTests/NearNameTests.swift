import Diagnosis
import Testing

/// Which of the names that are there somebody may have meant.
@Suite struct NearNameTests {
  @Test(arguments: [
    ("trian.csv", ["test.csv", "train.csv", "notes"], "train.csv"),
    ("Train.csv", ["train.csv", "Training.csv"], "train.csv"),
    ("train_data", ["train-data", "train"], "train-data"),
    ("config.yaml", ["config.yml", "confit.yaml"], "config.yml"),
    ("model.bin", ["model.safetensors", "model"], "model.safetensors"),
    ("checkpoint-500", ["checkpoint-300", "checkpoint-400", "runs"], "checkpoint-400"),
    ("imagenet", ["ImageNet", "imagenet2"], "ImageNet"),
    ("dataset", ["datasets", "data"], "datasets"),
  ])
  func theNameThatWasMeantIsFound(missing: String, names: [String], near: String) {
    #expect(NearName.best(for: missing, among: names) == near)
    #expect(NearName.best(for: missing, among: names.reversed()) == near)
  }

  @Test(arguments: [
    ("train.csv", ["notes.txt", "readme.md"]), ("train.csv", []), ("a", ["b", "c"]), ("x1", ["x2"]),
    ("imagenet", ["cifar10"]), ("", ["a"]), ("train", ["train"]), ("data", ["date-of-birth"]),
  ])
  func nothingIsMadeOfNamesThatAreUnlike(missing: String, names: [String]) {
    #expect(NearName.best(for: missing, among: names) == nil)
  }
}
