internal import Platform
package import Scheduling

extension TrainingCommand {
  /// What is to be started as it may be shown: values of variables that look secret are masked wherever they stand.
  package var masked: TrainingCommand {
    let mask = SecretMask(environment: Environment(environment))
    var shown = self
    shown.command = command.map { mask.mask($0) }
    shown.workingDirectory = workingDirectory.map { mask.mask($0) }
    shown.environment = environment.mapValues { mask.mask($0) }
    shown.name = name.map { mask.mask($0) }
    shown.tags = tags.mapValues { mask.mask($0) }
    return shown
  }
}
