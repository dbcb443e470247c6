"""What a full home costs: starting a server, listing, recovering dead runs, and what durability takes.

The homes are made of one real run, copied under other names: specification, log, process and exit record. What the
medium takes for a durable write is measured in the same run and shown beside. Exit status 1 when a limit is missed.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from measure import Report, Signalbox, end_on_signals, frame, interleave, machine, resident, scratch
from runs import durable_write, started

START_RATIO_LIMIT = 2.0
LIST_LIMIT_MS = 5.0
RECOVERY_LIMIT_S = 1.0

TRAINING = """
for epoch in range(1, 6):
    print(f"Epoch {epoch}/5 - loss: {1 / epoch:.4f} - accuracy: {1 - 0.5 / epoch:.4f}", flush=True)
print("Training complete.", flush=True)
"""

COMPLETION_LIMIT_MS = 5.0
LISTING = {"name": "train_status", "arguments": {"action": "list"}}


def completion(prompt: str, argument: str, value: str) -> dict[str, object]:
    """The parameters of completion/complete for an argument of a prompt."""
    return {"ref": {"type": "ref/prompt", "name": prompt}, "argument": {"name": argument, "value": value}}


def template(executable: str, directory: Path) -> Path:
    """The directory of one real run that trained and ended."""
    server = Signalbox(executable, directory)
    identifier = started(server, [sys.executable, "-S", "-c", TRAINING], wait=30)["process_id"]
    server.call("train_status", {"action": "wait", "process_id": identifier, "until": "end", "timeout": 30})
    server.close()
    return server.home / "runs" / identifier


def fill(home: Path, source: Path, count: int, *, ended: bool) -> None:
    """Copies a run `count` times; without its end, it looks as if its supervisor had been killed."""
    specification = json.loads((source / "run.json").read_text())
    names = ["log", "process.json", "lock"] + (["exit.json"] if ended else [])
    for number in range(count):
        identifier = f"train-20200101T{number:06d}-{number:026d}"
        run = home / "runs" / identifier
        run.mkdir(parents=True)
        created = specification["created_at"] - (count - number) * 1_000_000_000
        name = f"model {number % 500}"
        record = {**specification, "process_id": identifier, "created_at": created, "name": name}
        (run / "run.json").write_text(json.dumps(record))
        for name in names:
            shutil.copy(source / name, run)


def first_reply(executable: str, directory: Path) -> float:
    """Seconds from the start of a server to its first reply."""
    begin = time.perf_counter()
    server = Signalbox(executable, directory)
    elapsed = time.perf_counter() - begin
    server.close()
    return elapsed


def measure_many(report: Report, executable: str, source: Path, directory: Path, count: int, rounds: int) -> None:
    """A server on a home with many finished runs against one on an empty home."""
    report.section(f"a home with {count} finished runs")
    empty, full = directory / "empty", directory / "full"
    (empty / "home").mkdir(parents=True)
    fill(full / "home", source, count, ended=True)
    begin = time.perf_counter()
    server = Signalbox(executable, full)
    server.call("train_status", {"action": "list"})
    report.figure("first list without a history, which is made", time.perf_counter() - begin, "s")
    settle(server)
    server.close()

    contestants = {
        "empty home": lambda: first_reply(executable, empty),
        "full home": lambda: first_reply(executable, full),
    }
    samples = interleave(contestants, rounds, warm_up=2)
    medians = {name: report.times(f"start to the first reply, {name}", times) for name, times in samples.items()}
    report.figure("ratio", medians["full home"] / medians["empty home"], "x", START_RATIO_LIMIT)

    firsts = []
    for _ in range(rounds):
        server = Signalbox(executable, full)
        firsts.append(server.round_trip(frame("tools/call", LISTING, 7)))
        server.close()
    report.times("first list of 20 after a start", firsts)
    server = Signalbox(executable, full)
    line = frame("tools/call", LISTING, 7)
    server.round_trip(line)
    report.times("list of 20", [server.round_trip(line) for _ in range(200)], LIST_LIMIT_MS)
    # The first reads the names of all runs; those that follow are what is felt at each key.
    server.round_trip(frame("completion/complete", completion("start_training", "name", ""), 7))
    asked = {
        "process_id, nothing typed": completion("explain_failure", "process_id", ""),
        "process_id by a part of a name": completion("explain_failure", "process_id", "no such name"),
        "name": completion("start_training", "name", "o"),
    }
    for what, params in asked.items():
        line_of = frame("completion/complete", params, 7)
        report.times(f"completion: {what}", [server.round_trip(line_of) for _ in range(50)], COMPLETION_LIMIT_MS)
    after = []
    for _ in range(20):
        started(server, ["true"], wait=30)
        after.append(server.round_trip(line))
    report.times("list of 20 after a run was added", after, LIST_LIMIT_MS)
    report.figure("server, resident", resident(server.pid) / 1024, "MiB")
    server.close()


def settle(server: Signalbox) -> None:
    """Waits until the server has read what it reads in the background."""
    used = -1.0
    while (now := processor_seconds(server.pid)) != used:
        used = now
        time.sleep(0.3)


def processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return float(fields[11]) + float(fields[12])


def measure_recovery(report: Report, executable: str, source: Path, directory: Path, count: int) -> None:
    """A server on a home whose runs were all cut off with their supervisors."""
    report.section(f"{count} runs whose supervisors were killed")
    fill(directory / "home", source, count, ended=False)
    begin = time.perf_counter()
    server = Signalbox(executable, directory)
    replied = time.perf_counter() - begin
    answer = server.call("train_status", {"action": "list", "limit": 100})
    listed = time.perf_counter() - begin
    if answer["counts"] != {"failed": count}:
        raise SystemExit(f"they are not all failed: {answer['counts']}")
    oldest = f"train-20200101T{0:06d}-{0:026d}"
    last = server.call("train_status", {"action": "status", "process_id": oldest})
    if last["end_reason"] != "lost":
        raise SystemExit(f"the end_reason is {last['end_reason']}")
    report.figure("start to the first reply", replied * 1e3, "ms")
    report.figure("start to the list with all verdicts", listed, "s", RECOVERY_LIMIT_S)
    server.close()


def measure_durability(report: Report, executable: str, directory: Path, count: int) -> None:
    """What is waited for on the medium for the sake of one run: by the server, and by its supervisor."""
    report.section("durability of one run")
    server = Signalbox(executable, directory)
    started(server, ["true"], wait=30)
    trace = directory / "trace"
    calls = "fsync,fdatasync,sync_file_range,msync,rename"
    tracer = subprocess.Popen(
        ["strace", "-f", "-T", "-e", f"trace={calls}", "-o", str(trace), "-p", str(server.pid)],
        stderr=subprocess.DEVNULL,
    )
    time.sleep(1)
    for _ in range(count):
        started(server, ["true"], wait=30)
    server.close()
    tracer.wait()
    found: Counter[str] = Counter()
    seconds = 0.0
    for line in trace.read_text().splitlines():
        match = re.search(r"(\w+)\(.*<(\d+\.\d+)>$", line)
        if match:
            found[match[1]] += 1
            seconds += float(match[2]) if "sync" in match[1] else 0
    for name, number in found.most_common():
        report.figure(f"{name} a run", number / count, "")
    report.figure("waited for the medium, a run", seconds / count * 1e3, "ms")
    report.times("one durable write here", [durable_write(directory) for _ in range(count)])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", required=True, help="the signalbox executable")
    parser.add_argument("--directory", help="where homes are kept while measuring (the temporary directory)")
    parser.add_argument("--runs", type=int, default=10_000, help="finished runs in the full home (10,000)")
    parser.add_argument("--dead", type=int, default=200, help="runs whose supervisors were killed (200)")
    parser.add_argument("--rounds", type=int, default=20, help="starts of each server (20)")
    names = ("many", "recovery", "durability")
    parser.add_argument("--only", choices=names, action="append", help="one part, repeatable (all)")
    options = parser.parse_args(arguments)
    end_on_signals()
    parts = options.only or names
    options.server = str(Path(options.server).resolve())
    report = Report()
    print(machine())
    with scratch(options.directory) as directory:
        source = template(options.server, directory / "template")
        if "many" in parts:
            measure_many(report, options.server, source, directory / "many", options.runs, options.rounds)
        if "recovery" in parts:
            measure_recovery(report, options.server, source, directory / "recovery", options.dead)
        if "durability" in parts:
            measure_durability(report, options.server, directory / "durability", 20)
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
