extension FrameworkSample {
  /// Short pieces of logs as they are looked at while trainings run, written from knowing what prints them.
  static let excerpts: [FrameworkSample] =
    excerptsOfResearch
    + excerptsOfResearchMore
    + excerptsOfResearchOthers
    + excerptsOfLaunchers
    + excerptsOfLanguageModels
    + excerptsOfLanguageModelsMore
    + excerptsOfOtherLibraries
    + excerptsOfOtherLibrariesMore
    + excerptsOfEstimators
    + excerptsOfVision
    + excerptsOfReinforcement
    + excerptsOfText
    + excerptsOfNoTraining
    + excerptsOfNoTrainingMore
    + excerptsOfOwnLoops
    + excerptsOfOwnLoopsMore
    + excerptsOfOwnWords
    + excerptsOfTheField
}
