/// What the program says of itself.
enum Program {
  static let version = "0.1.0"

  static let usage = """
    signalbox: starts machine-learning trainings for agents, watches them, and says why they fail.

      signalbox serve [--root DIR]... [--read-only] [--mirror FILE]
          Speaks the Model Context Protocol on standard input and output.
          --root DIR     where runs may work; repeatable; default: the current directory
          --read-only    nothing may be started or stopped
          --mirror FILE  writes every frame of both directions as a transcript

      signalbox daemon
          Starts what schedules ask for while no client is open; ends on SIGTERM.

      signalbox demo [--passes N]
          Starts a small real training through the server, follows it and reports, as an agent would.

      signalbox replay [--server CMD] [--timeout SECONDS] FILE...
          Plays transcripts against a fresh server and says what differs.

      signalbox read FILE [--json | --explain]
          Prints what is understood of a training's log: start, progress, metrics, files; - reads standard input.
          --json         all of it, as one JSON object
          --explain      which rule found what, by line

      signalbox diagnose FILE [--exit-code N | --signal NAME] [--json | --explain] [--rules FILE]
          Says why a training failed, from any log, and what to do; - reads standard input.
          --exit-code N  how it ended (default: 1, which tells nothing); negative: a signal, as in Python
          --signal NAME  the signal that ended it, such as SIGKILL, or its number
          --json         the error_summary that agents get, as one JSON object; null: no failure
          --explain      every candidate, its line, and why it lost
          --rules FILE   rules of your own that go first (default: failure-rules.json in the home, if it is there)

      signalbox prune [--older-than DAYS] [--keep N] [--max-size SIZE]
                      [--logs-older-than DAYS] [--logs-keep N] [--logs-max-size SIZE] [--dry-run]
          Removes ended runs, or their logs alone, oldest first, until the limits are kept.
          Without limits those in $SIGNALBOX_HOME/settings.json count. Runs that live are never touched.

      signalbox --version | --help

    SIGNALBOX_HOME names the directory where runs are kept
    (default: $XDG_STATE_HOME/signalbox, else ~/.local/state/signalbox).

    """
}
