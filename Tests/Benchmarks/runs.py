"""What runs cost: starting one, learning that one ended, two hundred at once, a huge log, and idleness.

Times are measured on the file system of `--directory`, where the runs are kept too; what the system itself takes
for a durable write and for reaping a process is measured in the same run and shown beside. Exit status 1 when a
limit is missed.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from measure import (
    Message,
    Report,
    Server,
    Signalbox,
    cpu_seconds,
    end_on_signals,
    frame,
    kilobytes,
    machine,
    parent_of,
    resident,
    scratch,
)

START_LIMIT_MS = 15.0
END_LIMIT_MS = 5.0
SERVER_LIMIT_MIB = 64.0
SUPERVISOR_LIMIT_MIB = 6.0
SUPERVISOR_PRIVATE_LIMIT_MIB = 1.0
TAIL_LIMIT_MS = 10.0
IDLE_LIMIT_CALLS = 0

SLEEPER = ["sleep", "3600"]

STAMPER = """
import os, sys, time
time.sleep(float(sys.argv[2]))
with open(sys.argv[1], "w") as file:
    file.write(str(time.monotonic_ns()))
    file.flush()
    os._exit(0)
"""
"""Writes the monotonic clock, which all processes share, as the last thing that it does."""

SPARSE_LOGGER = """
import os, sys, time
os.ftruncate(1, int(sys.argv[1]))
os.lseek(1, 0, os.SEEK_END)
os.write(1, b"".join(b"Epoch %d/200 - loss: 0.5\\n" % n for n in range(1, 201)))
time.sleep(3600)
"""


def started(server: Server, command: Sequence[str], **arguments: object) -> Message:
    """Starts a run that must not fail, and answers with what train_start said."""
    answer = server.call("train_start", {"command": list(command), **arguments})
    if "process_id" not in answer or answer.get("status") == "error":
        raise SystemExit(f"{command[0]} could not be started: {answer}")
    return answer


def durable_write(directory: Path) -> float:
    """Seconds for one small file to be written, synchronised, renamed, and its directory synchronised."""
    begin = time.perf_counter()
    descriptor = os.open(directory / "probe.new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(descriptor, b"x" * 512)
    os.fsync(descriptor)
    os.close(descriptor)
    os.rename(directory / "probe.new", directory / "probe")
    folder = os.open(directory, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    return time.perf_counter() - begin


def measure_start(report: Report, server: Signalbox, count: int) -> None:
    """From `train_start` of a program that ends at once to the answer with its verdict."""
    report.section("train_start of `true` to its verdict")
    bare, durable, times = [], [], []
    for number in range(count + 3):
        begin = time.perf_counter()
        subprocess.run(["true"], check=True)
        bare.append(time.perf_counter() - begin)
        durable.append(durable_write(server.home))
        begin = time.perf_counter()
        answer = started(server, ["true"], wait=30)
        elapsed = time.perf_counter() - begin
        if answer["process_status"] != "completed":
            raise SystemExit(f"the answer came before the verdict: {answer['process_status']}")
        if number >= 3:
            times.append(elapsed)
    report.times("to the answer", times, START_LIMIT_MS)
    report.times("a bare spawn and wait of `true`", bare)
    report.times("one durable write here", durable)


def measure_end(report: Report, server: Signalbox, directory: Path, count: int) -> None:
    """From the last thing that a run does to the answer of a `wait` that hangs on it."""
    report.section("a run's exit to the answer of `wait`")
    stamp = directory / "stamp"
    command = [sys.executable, "-S", "-c", STAMPER, str(stamp), "0.3"]

    def since_stamp() -> float:
        return (time.monotonic_ns() - int(stamp.read_text())) / 1e9

    answers, reaped, durable = [], [], []
    for _ in range(count):
        durable.append(durable_write(server.home))
        subprocess.run([*command[:-1], "0"], check=True)
        reaped.append(since_stamp())
        identifier = started(server, command, wait=0)["process_id"]
        wait = {"action": "wait", "process_id": identifier, "until": "end", "timeout": 30}
        answer = server.call("train_status", wait)
        answers.append(since_stamp())
        if answer["process_status"] != "completed":
            raise SystemExit(f"wait answered {answer['process_status']}")
    latency = report.times("exit to answer", answers)
    cost = report.times("one durable write here", durable)
    report.times("exit to a bare parent's wait", reaped)
    report.figure("exit to answer above the durable write", latency - cost, "ms", END_LIMIT_MS)


def measure_crowd(report: Report, executable: str, directory: Path, count: int) -> None:
    """Memory and answers with many silent runs at once."""
    report.section(f"{count} silent runs at once")
    server = Signalbox(executable, directory)
    before = resident(server.pid)
    begin = time.perf_counter()
    call = {"name": "train_start", "arguments": {"command": SLEEPER, "wait": 0}}
    identifiers = [server.send("tools/call", call) for _ in range(count)]
    answers = [reply["structuredContent"] for reply in server.receive_all(identifiers).values()]
    report.figure("all started after", time.perf_counter() - begin, "s")
    states = Counter(answer.get("process_status") for answer in answers)
    if states != {"running": count}:
        raise SystemExit(f"not all are running: {dict(states)}")
    time.sleep(2)

    memory = kilobytes(server.pid, "smaps_rollup", "Pss", "Anonymous")
    note = f"{before / 1024:.1f} MiB before; Pss {memory['Pss'] / 1024:.1f}, anonymous {memory['Anonymous'] / 1024:.1f}"
    report.figure("server, resident", resident(server.pid) / 1024, "MiB", SERVER_LIMIT_MIB, note)

    fields = ("Rss", "Pss", "Anonymous", "Private_Clean", "Private_Dirty")
    parents = [parent_of(answer["pid"]) for answer in answers]
    supervisors = [kilobytes(pid, "smaps_rollup", *fields) for pid in parents]
    for supervisor in supervisors:
        supervisor["Private"] = supervisor["Private_Clean"] + supervisor["Private_Dirty"]
    limits = {"Rss": SUPERVISOR_LIMIT_MIB, "Private": SUPERVISOR_PRIVATE_LIMIT_MIB, "Pss": None, "Anonymous": None}
    for field, limit in limits.items():
        values = [supervisor[field] / 1024 for supervisor in supervisors]
        note = f"median {statistics.median(values):.3f}, all {sum(values):.1f} MiB"
        report.figure(f"supervisor, {field}, largest", max(values), "MiB", limit, note)

    listing = frame("tools/call", {"name": "train_status", "arguments": {"action": "list"}}, 900_001)
    for name, line in (("ping", frame("ping", None, 900_000)), ("list of 20", listing)):
        report.times(f"{name} round trip with them", [server.round_trip(line) for _ in range(500)][100:])
    begin = time.perf_counter()
    server.close()
    report.figure("server gone after end of input", time.perf_counter() - begin, "s")
    time.sleep(2)
    left = sum(alive(pid) for pid in (*parents, *(answer["pid"] for answer in answers)))
    report.figure("processes left 2 s later", left, "", 0)


def alive(pid: int) -> bool:
    """Whether the process runs; one that only waits to be reaped does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def measure_tail(report: Report, server: Signalbox, size: int) -> None:
    """The last lines of a log that is too large to read."""
    report.section(f"the last 50 lines of a log of {size / (1 << 30):g} GiB")
    command = [sys.executable, "-S", "-c", SPARSE_LOGGER, str(size)]
    used = cpu_seconds(server.pid)
    identifier = started(server, command, wait=0)["process_id"]
    begin = time.perf_counter()
    arguments = {"action": "logs", "process_id": identifier, "tail": 50}
    answer: Message = {}
    while "Epoch 200/200" not in answer.get("content", ""):
        if time.perf_counter() - begin > 60:
            raise SystemExit(f"the end of the log did not come: {str(answer)[:500]}")
        time.sleep(0.05)
        answer = server.call("train_status", arguments)
    report.figure("end of the log readable after", time.perf_counter() - begin, "s")
    line = frame("tools/call", {"name": "train_status", "arguments": arguments}, server.next_id())
    report.times("tail", [server.round_trip(line) for _ in range(100)], TAIL_LIMIT_MS)
    report.figure("server's processor time for all of this", cpu_seconds(server.pid) - used, "s")
    server.call("train_status", {"action": "kill", "process_id": identifier, "grace": 1})


def measure_idle(report: Report, executable: str, directory: Path, seconds: float) -> None:
    """System calls of a server, and of a supervisor, while its one run is silent and nobody asks.

    The run shows no sign of training: of one that does, the server looks at the memory every 30 s.
    """
    report.section(f"idle for {seconds:g} s with one silent run")
    if not shutil.which("strace"):
        raise SystemExit("strace is not installed")
    server = Signalbox(executable, directory)
    supervisor = parent_of(started(server, SLEEPER, wait=0)["pid"])
    time.sleep(5)
    for name, pid, limit in (("server", server.pid, IDLE_LIMIT_CALLS), ("supervisor", supervisor, None)):
        calls = system_calls(pid, directory / f"{name}.strace", seconds)
        note = ", ".join(f"{call} {count}" for call, count in calls.most_common(5))
        report.figure(f"{name}, system calls", sum(calls.values()), "", limit, note)
    server.close()


def system_calls(pid: int, trace: Path, seconds: float) -> Counter[str]:
    """The system calls that a process began within `seconds`, by name.

    Attaching interrupts the calls that its threads wait in, and they are begun anew: the first second, and the
    time of detaching, are not counted.
    """
    tracer = subprocess.Popen(["strace", "-f", "-ttt", "-o", str(trace), "-p", str(pid)], stderr=subprocess.DEVNULL)
    time.sleep(1)
    begin = time.time()
    time.sleep(seconds)
    end = time.time()
    if tracer.poll() is not None:
        raise SystemExit(f"strace could not attach to {pid}")
    tracer.terminate()
    tracer.wait()
    calls: Counter[str] = Counter()
    for line in trace.read_text().splitlines():
        match = re.match(r"\d+ +(\d+\.\d+) (\w+)\(", line)
        if match and begin <= float(match[1]) <= end:
            calls[match[2]] += 1
    return calls


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", required=True, help="the signalbox executable")
    parser.add_argument("--directory", help="where runs are kept while measuring (the temporary directory)")
    parser.add_argument("--starts", type=int, default=50, help="runs for the start figure (50)")
    parser.add_argument("--ends", type=int, default=30, help="runs for the exit figure (30)")
    parser.add_argument("--crowd", type=int, default=200, help="runs at once (200)")
    parser.add_argument("--log-size", type=int, default=10 << 30, help="bytes of the sparse log (10 GiB)")
    parser.add_argument("--idle", type=float, default=10, help="seconds of idleness (10)")
    names = ("start", "end", "crowd", "tail", "idle")
    parser.add_argument("--only", choices=names, action="append", help="one part, repeatable (all)")
    arguments = parser.parse_args()
    end_on_signals()
    parts: Sequence[str] = arguments.only or names
    report = Report()
    print(machine())
    with scratch(arguments.directory) as directory:
        if {"start", "end", "tail"} & set(parts):
            server = Signalbox(arguments.server, directory / "runs")
            if "start" in parts:
                measure_start(report, server, arguments.starts)
            if "end" in parts:
                measure_end(report, server, directory, arguments.ends)
            if "tail" in parts:
                measure_tail(report, server, arguments.log_size)
            server.close()
        if "crowd" in parts:
            measure_crowd(report, arguments.server, directory / "crowd", arguments.crowd)
        if "idle" in parts:
            measure_idle(report, arguments.server, directory / "idle", arguments.idle)
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
