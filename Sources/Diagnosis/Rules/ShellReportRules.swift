import TrainingModel

/// What a shell says of a child that a signal ended, in the languages that bash speaks most.
enum ShellReportRules {
  static let all: [FailureRule] = [
    report(
      .hostOutOfMemory, weight: 6,
      ends: [
        "killed", "getötet", "processus arrêté", "tué", "terminado (killed)", "matado", "ucciso", "убито",
        "已杀死", "强制终了", "強制終了",
      ]),
    report(
      .segfault, weight: 5,
      ends: [
        "segmentation fault", "bus error", "floating point exception", "speicherzugriffsfehler",
        "erreur de segmentation", "violación de segmento", "errore di segmentazione",
        "ошибка сегментирования",
        "段错误", "段错误 （核心已转储）", "segmentation fault (コアダンプ)",
      ]),
    report(
      .aborted, weight: 3,
      ends: [
        "aborted", "abort", "abgebrochen", "abandon", "abortado", "annullato", "аварийный останов", "已放弃",
      ]),
    report(
      .illegalInstruction, weight: 6,
      ends: ["illegal instruction", "illegal hardware instruction", "ungültiger maschinenbefehl", "非法指令"]),
  ]

  private static func report(_ type: FailureType, weight: Int, ends: [String]) -> FailureRule {
    .general(
      type, weight: weight, words: ends.map { [$0] }, readsLines: true,
      condition: { scene in
        guard scene.exception == nil, let report = ShellReport(scene.text) else { return false }
        return ends.contains { report.end.utf8.starts(with: $0.utf8) }
      })
  }
}
