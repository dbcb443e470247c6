"""What schedules cost while many are active: creating one more, waiting for the next due time, and firing in time.

The home is filled with copies of one real schedule that is not due for long. What a durable write, a timer and a bare
spawn take on this machine is measured in the same run and shown beside. Exit status 1 when a limit is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path

from home import settle
from measure import Message, Report, Server, Signalbox, cpu_seconds, end_on_signals, frame, machine, percentile, scratch
from runs import durable_write, system_calls

CREATION_LIMIT_MS = 5.0
CREATION_RATIO_LIMIT = 2.0
IDLE_LIMIT_TICKS = 0
IDLE_LIMIT_CALLS = 0
LIST_LIMIT_MS = 5.0
LATENESS_LIMIT_MS = 50.0

PERIOD_S = 10
"""Seconds between two due times of one schedule: long enough for its run to have ended."""
LEAD_S = 5
"""Seconds from the creation of the schedules that fire to the first due time, and to spare behind the last."""

FAR = {"type": "cron", "cron_expression": "0 3 1 1 *", "timezone": "UTC"}
STAMP = ["date", "+%s.%N"]
"""Prints the wall clock: the first thing that the training itself knows of its start."""


def created(server: Server, name: str, trigger: Message, command: Sequence[str]) -> Message:
    """Creates a schedule, which must work."""
    arguments = {"name": name, "trigger": trigger, "start": {"command": list(command)}}
    answer = server.call("schedule_create", arguments)
    if "schedule_id" not in answer:
        raise SystemExit(f"a schedule could not be created: {answer}")
    return answer


def fill(executable: str, directory: Path, count: int) -> Path:
    """A home with many schedules: the first is created, the others are copies of its file under other names."""
    server = Signalbox(executable, directory)
    identifier = created(server, "far", FAR, ["true"])["schedule_id"]
    server.close()
    files = server.home / "schedules"
    record = json.loads((files / f"{identifier}.json").read_text())
    for number in range(count - 1):
        name = f"schedule-20200101T{number:06d}-{number:026d}"
        (files / f"{name}.json").write_text(json.dumps({**record, "schedule_id": name}))
    return server.home


class Daemon:
    """`signalbox daemon` on a home."""

    def __init__(self, executable: str, home: Path) -> None:
        self._complaints = home.parent / "complaints"
        with self._complaints.open("wb") as stderr:
            environment = {**os.environ, "SIGNALBOX_HOME": str(home)}
            self._process = subprocess.Popen([executable, "daemon"], env=environment, stderr=stderr)
        self.pid = self._process.pid

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=20)

    def complaints(self) -> list[str]:
        """What it said after its first line."""
        return self._complaints.read_text().splitlines()[1:]


# Creation


def measure_creation(report: Report, executable: str, full: Path, directory: Path, count: int) -> None:
    """One more schedule, in a full home and in an empty one, in turn."""
    report.section(f"schedule_create with {len(list((full / 'home' / 'schedules').iterdir()))} schedules")
    begin = time.perf_counter()
    server = Signalbox(executable, full)
    server.call("schedule_list", {"limit": 1})
    report.figure("first list without their rows, which are made", time.perf_counter() - begin, "s")
    settle(server)
    servers = {"empty home": Signalbox(executable, directory), "full home": server}
    times: dict[str, list[float]] = {name: [] for name in servers}
    durable: list[float] = []
    for number in range(count + 3):
        for name in servers if number % 2 == 0 else reversed(servers):
            begin = time.perf_counter()
            created(servers[name], f"one more {number}", FAR, ["true"])
            elapsed = time.perf_counter() - begin
            if number >= 3:
                times[name].append(elapsed)
        durable.append(durable_write(full))
    empty = report.times("to the answer, empty home", times["empty home"])
    median = report.times("to the answer, full home", times["full home"], CREATION_LIMIT_MS)
    percentiles(report, times["full home"])
    report.times("one durable write here", durable)
    report.figure("full home to empty home", median / empty, "x", CREATION_RATIO_LIMIT)
    listing = frame("tools/call", {"name": "schedule_list", "arguments": {}}, 900_000)
    report.times("list of 20, full home", [server.round_trip(listing) for _ in range(100)], LIST_LIMIT_MS)
    for name, contestant in servers.items():
        calls = calls_of_creations(contestant, directory, count=20)
        synced = sum(number for call, number in calls.items() if "sync" in call)
        note = ", ".join(f"{call} {number / 20:g}" for call, number in calls.most_common(6))
        report.figure(f"system calls each, {name}", sum(calls.values()) / 20, "", note=note)
        report.figure(f"of them waits for the medium, {name}", synced / 20, "")
        contestant.close()


def calls_of_creations(server: Signalbox, directory: Path, count: int) -> Counter[str]:
    """The system calls of `count` creations, by name."""
    trace = directory / "creations.strace"
    command = ["strace", "-f", "-o", str(trace), "-p", str(server.pid)]
    tracer = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    time.sleep(1)
    attached = len(trace.read_text().splitlines())
    for number in range(count):
        created(server, f"traced {number}", FAR, ["true"])
    time.sleep(0.5)
    tracer.terminate()
    tracer.wait()
    calls: Counter[str] = Counter()
    for line in trace.read_text().splitlines()[attached:]:
        match = re.match(r"\d+ +(\w+)\(", line)
        if match:
            calls[match[1]] += 1
    return calls


def percentiles(report: Report, seconds: Sequence[float]) -> None:
    """What the medians do not tell."""
    report.figure("  p95", percentile(seconds, 0.95) * 1e3, "ms")


# Idleness


def measure_idle(report: Report, executable: str, full: Path, seconds: float) -> None:
    """A daemon whose schedules are not due for long."""
    report.section(f"daemon, idle for {seconds:g} s")
    begin = time.perf_counter()
    daemon = Daemon(executable, full / "home")
    settle(daemon)
    report.figure("start until nothing more is done", time.perf_counter() - begin, "s")
    report.figure("processor time for that", cpu_seconds(daemon.pid), "s")
    before, ticks_before = cpu_seconds(daemon.pid), ticks(daemon.pid)
    time.sleep(seconds)
    report.figure("clock ticks of processor time", ticks(daemon.pid) - ticks_before, "", IDLE_LIMIT_TICKS)
    report.figure("processor time", (cpu_seconds(daemon.pid) - before) * 1e6, "us")
    # It looks at the clock once a minute, and this may be the moment: then the next stretch is a quiet one.
    calls = min(
        (system_calls(daemon.pid, full / "daemon.strace", seconds) for _ in range(2)), key=lambda c: sum(c.values())
    )
    note = ", ".join(f"{call} {count}" for call, count in calls.most_common(5))
    report.figure("system calls between two looks at the clock", sum(calls.values()), "", IDLE_LIMIT_CALLS, note)
    daemon.close()


def ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


# Firing


def measure_firing(report: Report, executable: str, full: Path, firings: int, spacing: float) -> None:
    """From due times, evenly spread, to the start of the process and to what the training's own clock says."""
    width = int(PERIOD_S / spacing)
    rounds = -(-firings // width)
    report.section(f"{width * rounds} firings, one every {spacing * 1e3:g} ms")
    daemon = Daemon(executable, full / "home")
    settle(daemon)
    server = Signalbox(executable, full)
    # The schedules are there before the first of them is due.
    begin = time.time() + LEAD_S + width * 0.05
    identifiers = []
    for number in range(width):
        start = begin + number * spacing
        end = start + (rounds - 0.5) * PERIOD_S
        trigger = {"type": "interval", "interval_seconds": PERIOD_S, "start_at": text(start), "end_at": text(end)}
        identifiers.append(created(server, f"near {number}", trigger, STAMP)["schedule_id"])
    if time.time() > begin:
        raise SystemExit("creating the schedules took too long: all are due already")
    used = cpu_seconds(daemon.pid)
    timers = sleep_to(begin + number * spacing for number in range(width * rounds))
    time.sleep(LEAD_S)
    report.figure("daemon's processor time each", (cpu_seconds(daemon.pid) - used) / (width * rounds) * 1e3, "ms")
    starts, stamps = latenesses(server, identifiers, rounds)
    median = report.times("due time to the process's start", starts, LATENESS_LIMIT_MS)
    percentiles(report, starts)
    report.times("due time to the training's own clock", stamps)
    percentiles(report, stamps)
    report.times("due time to the waking of a bare timer here", timers)
    percentiles(report, timers)
    report.times("a bare spawn of the same here", [bare_spawn() for _ in range(50)])
    report.figure("process's start above the bare timer", median - statistics.median(timers) * 1e3, "ms")
    server.close()
    daemon.close()
    for line in daemon.complaints():
        print(f"  the daemon said: {line}")


def latenesses(server: Server, identifiers: Sequence[str], rounds: int) -> tuple[list[float], list[float]]:
    """Seconds from each due time to the start of the process, and to the time that it printed."""
    starts, stamps = [], []
    for identifier in identifiers:
        answer = server.call("schedule_history", {"schedule_id": identifier, "limit": 100})
        executions = answer["executions"]
        states = Counter(execution["status"] for execution in executions)
        if states != {"completed": rounds}:
            raise SystemExit(f"{identifier} fired {dict(states)}, not {rounds} times: {answer}")
        for execution in executions:
            due = seconds(execution["scheduled_for"])
            starts.append(seconds(execution["started_at"]) - due)
            stamps.append(float(execution["output"]) - due)
    return starts, stamps


def sleep_to(times: Sequence[float]) -> list[float]:
    """Sleeps until each time, and tells by how many seconds it woke too late."""
    late = []
    for moment in times:
        time.sleep(max(0.0, moment - time.time()))
        late.append(time.time() - moment)
    return late


def bare_spawn() -> float:
    """Seconds from before a process is started to the time that it prints."""
    begin = time.time()
    return float(subprocess.run(STAMP, check=True, capture_output=True).stdout) - begin


def text(moment: float) -> str:
    return datetime.fromtimestamp(moment, timezone.utc).isoformat(timespec="milliseconds")


def seconds(moment: str) -> float:
    """Seconds since 1970 of an RFC 3339 time, however many digits its fraction has."""
    whole, fraction = re.fullmatch(r"([^.]+?)(\.\d+)?(?:Z|\+00:00)", moment).groups()
    return datetime.fromisoformat(f"{whole}+00:00").timestamp() + float(fraction or 0)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", required=True, help="the signalbox executable")
    parser.add_argument("--directory", help="where homes are kept while measuring (the temporary directory)")
    parser.add_argument("--schedules", type=int, default=10_000, help="active schedules (10,000)")
    parser.add_argument("--creations", type=int, default=100, help="schedules that are created for the figure (100)")
    parser.add_argument("--firings", type=int, default=200, help="runs that are started by schedules, at least (200)")
    parser.add_argument("--spacing", type=float, default=0.25, help="seconds between two due times (0.25)")
    parser.add_argument("--idle", type=float, default=10, help="seconds of idleness (10)")
    names = ("creation", "idle", "firing")
    parser.add_argument("--only", choices=names, action="append", help="one part, repeatable (all)")
    options = parser.parse_args(arguments)
    end_on_signals()
    parts = options.only or names
    if not shutil.which("strace"):
        raise SystemExit("strace is not installed")
    options.server = str(Path(options.server).resolve())
    report = Report()
    print(machine())
    with scratch(options.directory) as directory:
        full = directory / "full"
        fill(options.server, full, options.schedules)
        if "creation" in parts:
            measure_creation(report, options.server, full, directory / "empty", options.creations)
        if "idle" in parts:
            measure_idle(report, options.server, full, options.idle)
        if "firing" in parts:
            measure_firing(report, options.server, full, options.firings, options.spacing)
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
