extension FrameworkSample {
  /// Every sample; a new one goes into the file of its family, and here.
  static let all: [FrameworkSample] = [
    .hfTrainer, .accelerate, .axolotl, .llamaFactory, .diffusers, .kohya, .sentenceTransformers,
    .lightningBar, .lightningRich, .lightningSilent, .lightningValidation, .lightningTest,
    .keras3, .keras2, .tensorFlowDetection, .tensorFlowEstimator,
    .ultralytics, .yolov5, .yolov7, .darknet, .resumedUltralytics,
    .mmengine, .mmengineIterations, .mmcv, .detectron2, .basicSR, .kair,
    .paddleDetection, .paddleOCR, .paddleModel,
    .fairseq, .fairseqJSON, .megatron, .deepSpeed, .nanoGPT, .llmC, .torchtune, .torchtunePlain, .maxText,
    .olmo, .verl,
    .fastai, .skorch, .timm, .torchvision, .imageNet, .pytorchMNIST, .transferLearning, .cycleGAN, .jsonLines,
    .nnUNet,
    .stableBaselines3, .stableBaselines3Bar, .rllib, .openpi,
    .xgboost, .lightGBM, .catBoost,
    .scikitForest, .scikitHistogram, .scikitSGD, .scikitNetwork, .scikitBoosting, .scikitOthers,
    .rasa, .spaCy, .fastText, .word2vec, .latentDirichlet, .allenNLP,
    .espnet, .icefall, .flax, .julia, .dl4j, .ranks,
  ]
}
