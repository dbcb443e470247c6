"""Next times of cron expressions: this repository's `Scheduling` against croniter, CronSim and APScheduler.

Builds `cron_next` (release), gives the same jobs to it and to each library in turn, several times, and prints
microseconds for one next time and how many times as fast as the fastest library the repository's is. The answers are
compared with CronSim's, which has the same rules; jobs are chosen so that clocks do not change in between.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

from measure import Report, machine, scratch

HERE = Path(__file__).resolve().parent
AFTER = int(datetime(2026, 1, 15, 12, tzinfo=timezone.utc).timestamp())
PEERS = ("croniter", "cronsim", "apscheduler")
LEAST_RATIO = 20
WORST_US = 100
JOBS = (
    # Next times for the libraries, for the repository, zone, expression.
    (500, 50_000, "UTC", "0 2 * * *"),
    (500, 50_000, "UTC", "*/15 * * * *"),
    (500, 50_000, "America/New_York", "*/5 9-17 * * MON-FRI"),
    (50, 200, "UTC", "59 23 31 12 *"),
    (20, 40, "UTC", "0 0 29 2 *"),
    (200, 2_000, "UTC", "0 0 29 2 1"),
    (3, 5, "UTC", "0 0 29 2 */7"),
    (500, 2_000, "Europe/Berlin", "0 0 1 * *"),
    (500, 50_000, "Asia/Kathmandu", "7,17,27,37,47,57 */3 * 1-6 *"),
)
# Jobs that make a search go far, and one that never runs, since its time falls into the gap of every year.
PATHOLOGICAL = (
    ("America/New_York", "*/5 2 8-14 3 */7"),
    ("America/New_York", "30 2 8-14 3 */7"),
    ("Australia/Lord_Howe", "*/7 2 1-7 10 */7"),
    ("Africa/Casablanca", "* 2 29 2 */7"),
    ("UTC", "0 0 29 2 */7"),
    ("UTC", "59 23 31 12 */6"),
    ("Pacific/Apia", "*/59 */23 */30 */11 */6"),
)


class Contestant:
    """A program that answers jobs, a line each."""

    def __init__(self, command: list[str]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, count: int, zone: str, expression: str) -> list[str]:
        """The figures for a job; an empty list when the contestant has none."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(f"{count}\t{zone}\t{AFTER}\t{expression}\n")
        self._process.stdin.flush()
        figures = self._process.stdout.readline().rstrip("\n").split("\t")
        if figures == [""]:
            raise SystemExit(f"a contestant went away over '{expression}'")
        return [] if figures[0] == "-" else figures

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()


def build(directory: Path) -> Path:
    """Builds the repository's side and answers with its executable."""
    subprocess.run(
        [
            *("swift", "build", "--quiet", "-c", "release", "--static-swift-stdlib"),
            *("--package-path", str(HERE / "cron_next"), "--scratch-path", str(directory / "cron_next")),
        ],
        check=True,
    )
    return directory / "cron_next" / "release" / "cron-next"


def compare(own: Contestant, peers: dict[str, Contestant], report: Report, rounds: int) -> None:
    """Every job with every contestant, in turn."""
    print(f"{'us for one next time (and for reading)':<46}{'own':>16}" + "".join(f"{name:>18}" for name in peers))
    for few, many, zone, expression in JOBS:
        asking: dict[str, list[float]] = {}
        reading: dict[str, list[float]] = {}
        for _ in range(rounds):
            for name, contestant in {"own": own, **peers}.items():
                count = many if name == "own" else few
                if figures := contestant.ask(count, zone, expression):
                    reading.setdefault(name, []).append(float(figures[0]) * 1e6)
                    asking.setdefault(name, []).append(float(figures[1]) * 1e6 / count)
        if own.ask(few, zone, expression)[2] != peers["cronsim"].ask(few, zone, expression)[2]:
            raise SystemExit(f"not the same times as cronsim: {expression} {zone}")
        us = {name: statistics.median(values) for name, values in asking.items()}
        cells = [
            f"{us[name]:.3g} ({statistics.median(reading[name]):.3g})" if name in us else "-"
            for name in ("own", *peers)
        ]
        print(f"{expression + ' ' + zone:<46}{cells[0]:>16}" + "".join(f"{cell:>18}" for cell in cells[1:]))
        fastest = min(value for name, value in us.items() if name != "own")
        note = f"{fastest / us['own']:.0f} times as fast"
        report.figure("  own : fastest of them", us["own"] / fastest, "", 1 / LEAST_RATIO, note)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", default=sys.executable, help="a Python that has cron_requirements.txt (this one)")
    parser.add_argument("--rounds", type=int, default=7, help="times that each job is given to each (7)")
    parser.add_argument("--build-directory", type=Path, help="keep the build here (a temporary directory)")
    arguments = parser.parse_args()
    report = Report()
    with scratch() as temporary:
        own = Contestant([str(build(arguments.build_directory or temporary))])
        peers = {name: Contestant([arguments.peer, str(HERE / "cron_peers.py"), name]) for name in PEERS}
        print(machine())
        compare(own, peers, report, arguments.rounds)
        report.section("the slowest single next time of far searches")
        for zone, expression in PATHOLOGICAL:
            worst = min(float(own.ask(300, zone, expression)[3]) for _ in range(3)) * 1e6
            report.figure(f"{expression} {zone}", worst, "us", WORST_US)
        for contestant in (own, *peers.values()):
            contestant.close()
    return report.end()


if __name__ == "__main__":
    raise SystemExit(main())
