import TrainingModel

/// Numbers that ran away.
enum NumericsRules {
  static let all: [FailureRule] = [
    FailureRule(
      .numericalDivergence, weight: 7, exceptions: ["FloatingPointError"],
      words: [
        ["loss is nan"], ["loss became infinite or nan"], ["returned nan values"],
        ["loss scale already at minimum"],
        ["minimum loss scale"], ["nan or inf"], ["loss is infinite"], ["nan loss"], ["found nan"],
        ["loss diverged"],
        ["contains nan or inf"], ["non-finite loss"], ["produced non-finite"], ["loss is inf"],
        ["loss has become nan"],
        ["nan in loss"],
        ["training diverged"], ["the loss is not finite"], ["nan encountered"], ["nan detected"],
        ["invalid values", "tensor", "nan"], ["probability tensor contains"],
      ],
      unless: ["input x contains", "input contains nan", "will be skipped", "skipping"],
      retry: .uselessUnchanged
    ) { scene in
      let rate = scene.flag(["lr", "learning"]).map { "Lower \($0) (by 10), and warm it up." }
      return [
        rate ?? "Lower the learning rate (by 10), and warm it up.",
        "Clip gradients; use bf16 rather than fp16; check the data for NaN, zeros under a logarithm or "
          + "a division.",
        "torch.autograd.set_detect_anomaly(True) names the operation that made the first NaN.",
      ]
    }
  ]
}
