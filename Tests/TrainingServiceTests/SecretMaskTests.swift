import Platform
import Scheduling
import Testing

@testable import TrainingService

@Suite struct SecretMaskTests {
  @Test(arguments: [
    "AWS_SECRET_ACCESS_KEY", "HF_TOKEN", "WANDB_API_KEY", "DB_PASSWORD", "SSH_PRIVATE_KEY", "BASIC_AUTH",
    "openai_api_key",
  ])
  func namesThatLookSecret(name: String) { #expect(SecretMask.looksSecret(name)) }

  @Test(arguments: ["PATH", "HOME", "CUDA_VISIBLE_DEVICES", "KEYBOARD", "MONKEY", "OMP_NUM_THREADS"])
  func namesThatDoNot(name: String) { #expect(!SecretMask.looksSecret(name)) }

  @Test func eachByteBecomesAnAsterisk() {
    let mask = SecretMask(environment: Environment(["HF_TOKEN": "hf_Ünïcode!"]))
    #expect(mask.mask("a hf_Ünïcode! b") == "a ************* b")
    #expect(mask.mask("nothing here") == "nothing here")
  }

  @Test func aSecretWithinASecretIsHiddenWithIt() {
    let mask = SecretMask(environment: Environment(["A_TOKEN": "abcdefgh", "B_TOKEN": "abcdefghijkl"]))
    #expect(mask.mask("abcdefghijkl abcdefgh") == "************ ********")
  }

  @Test func shortValuesAndPathsAreNoSecrets() {
    let mask = SecretMask(environment: Environment(["A_TOKEN": "yes", "KEY_KEY": "/etc/ssl/private/key"]))
    #expect(mask.mask("yes /etc/ssl/private/key") == "yes /etc/ssl/private/key")
  }

  @Test func whatAScheduleStartsIsShownWithoutItsSecrets() {
    let start = TrainingCommand(
      command: ["train", "--token=hf_0123456"], workingDirectory: "/w/hf_0123456",
      environment: ["HF_TOKEN": "hf_0123456", "EPOCHS": "3"], name: "with hf_0123456",
      tags: ["t": "hf_0123456"])
    let shown = start.masked
    #expect(shown.command == ["train", "--token=**********"])
    #expect(shown.workingDirectory == "/w/**********")
    #expect(shown.environment == ["HF_TOKEN": "**********", "EPOCHS": "3"])
    #expect(shown.name == "with **********")
    #expect(shown.tags == ["t": "**********"])
  }
}
