import TrainingModel

/// What strerror(3) and the shells say on machines that speak another language than English.
///
/// The texts are those of glibc and bash, in small letters as far as they are ASCII.
enum LocalizedRules {
  static let all: [FailureRule] = [
    .general(
      .permissionDenied, weight: 6,
      words: texts(
        "keine berechtigung", "permission non accordée", "permiso denegado", "permesso negato",
        "permissão negada", "отказано в доступе", "权限不够", "許可がありません", "허가 거부",
        "das dateisystem ist nur lesbar", "système de fichiers accessible en lecture seulement", "只读文件系统"),
      readsLines: true),
    .general(
      .fileNotFound, weight: 5,
      words: texts(
        "datei oder verzeichnis nicht gefunden", "aucun fichier ou dossier de ce",
        "no existe el fichero o el dir",
        "no existe el archivo o el dir", "file o directory non esistente", "arquivo ou diretório inexistente",
        "нет такого файла или каталога", "没有那个文件或目录", "そのようなファイルやディレクトリはありません",
        "그런 파일이나 디렉터리가 없습니다"),
      readsLines: true),
    .general(
      .diskFull, weight: 8,
      words: texts(
        "kein speicherplatz mehr", "aucun espace disponible", "no queda espacio en el dispositivo",
        "spazio esaurito sul device", "não há espaço disponível", "не осталось свободного места", "设备上没有空间",
        "デバイスに空き領域がありません", "장치에 남은 공간이 없음"),
      readsLines: true),
    .general(
      .hostOutOfMemory, weight: 8,
      words: texts(
        "nicht genügend hauptspeicher", "kann nicht genug hauptspeicher",
        "impossible d'allouer de la mémoire",
        "no se pudo asignar memoria", "impossibile allocare memoria", "не удалось выделить память", "无法分配内存",
        "メモリを確保できません"),
      readsLines: true),
    .general(
      .commandNotFound, weight: 6,
      words: texts(
        "kommando nicht gefunden", "befehl nicht gefunden", "commande introuvable", "orden no encontrada",
        "comando non trovato", "comando não encontrado", "команда не найдена", "未找到命令",
        "コマンドが見つかりません", "명령어를 찾을 수 없음", "不是内部或外部命令"),
      readsLines: true),
  ]

  private static func texts(_ texts: String...) -> [[String]] { texts.map { [$0] } }
}
