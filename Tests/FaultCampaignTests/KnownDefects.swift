/// What the campaign has found and is waiting to be mended: words of the violations that there are for now.
enum KnownDefects {
  static let powerCuts: Set<String> = [
    // run.json and process.json are never waited for, and neither is the name of the run's directory.
    "ended runs that nobody can read", "exit records missing behind their fsync",
  ]

  static let errors: Set<String> = [
    // A supervisor that cannot do its work goes without a word, and the run is lost.
    "--case 'supervisor: mkfifo of control fails with ENOSPC'",
    "--case 'supervisor: open of process.json fails with ENOSPC'",
    "--case 'supervisor: write of process.json fails with ENOSPC'",
    "--case 'supervisor: rename of process.json fails with ENOSPC'",
    "--case 'supervisor: its first pipe fails with EMFILE'",
    "--case 'supervisor: its own fork fails with EAGAIN'",
  ]
}
