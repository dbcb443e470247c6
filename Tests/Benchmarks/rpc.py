"""What a request costs: Signalbox beside a C server that only answers, and if wanted beside the Python SDK.

All servers are driven in turn in one run, so that what else the machine does meets them alike. The ratio to the C
floor is the figure that travels between machines, and it is the one that has limits. Exit status 1 when a limit
is missed.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from measure import (
    HANDSHAKE_VERSION,
    Report,
    Server,
    Signalbox,
    end_on_signals,
    frame,
    interleave,
    kilobytes,
    machine,
    percentile,
    scratch,
)

HERE = Path(__file__).resolve().parent
LIMITS = {"initialize": 6.0, "ping": 3.0, "list": 8.0}
"""How many times the floor's median each may take."""

RUNS = 20
PIPELINED = 2000
INITIALIZE = frame(
    "initialize",
    {"protocolVersion": HANDSHAKE_VERSION, "capabilities": {}, "clientInfo": {"name": "benchmark", "version": "1"}},
    0,
)
PING = frame("ping", None, 1)
TOOLS = frame("tools/list", {}, 2)
LIST = frame("tools/call", {"name": "train_status", "arguments": {"action": "list", "limit": RUNS}}, 3)


def start_time(start: Callable[[], Server]) -> float:
    """Seconds from before the process is started to having read the reply to `initialize`."""
    server = start()
    server.write(INITIALIZE)
    server.read_line()
    elapsed = time.perf_counter() - server.started
    server.close()
    return elapsed


def table(
    report: Report, title: str, samples: Mapping[str, Sequence[float]], unit: str, limit: float | None = None
) -> None:
    """Medians, 99th percentiles and ratios to the floor; the limit is for the contestants of our own."""
    scale = {"ms": 1e3, "us": 1e6}[unit]
    report.section(f"{title:<44}{'median':>10}{'p99':>10}     {'x floor':>9}")
    floor = statistics.median(samples["floor"])
    for name, values in samples.items():
        median = statistics.median(values)
        line = f"  {name:<42}{median * scale:>10.2f}{percentile(values, 0.99) * scale:>10.2f} {unit}"
        line += f"{median / floor:>11.2f}"
        if limit is not None and name.startswith("signalbox"):
            report.kept = report.kept and median / floor <= limit
            line += f"  limit {limit:g}: {'kept' if median / floor <= limit else 'MISSED'}"
        print(line, flush=True)


def start_runs(server: Server, count: int) -> None:
    """Starts runs that end at once, so that there is a list."""
    for number in range(count):
        answer = server.call("train_start", {"command": ["true"], "name": f"benchmark {number}"})
        if answer["process_status"] != "completed":
            raise SystemExit(f"a run of `true` is {answer['process_status']}, not completed")


def build_floor(directory: Path) -> str:
    """Compiles the floor and answers with its path."""
    executable = directory / "floor"
    subprocess.run(["cc", "-O2", "-o", str(executable), str(HERE / "floor.c")], check=True)
    return str(executable)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", required=True, help="the signalbox executable")
    parser.add_argument("--floor", help="the floor's executable (compiled from floor.c with cc)")
    parser.add_argument("--peer", metavar="PYTHON", help="also drive peer.py, with this interpreter")
    parser.add_argument("--rounds", type=int, default=100, help="interleaved rounds of 20 round trips each (100)")
    parser.add_argument("--starts", type=int, default=20, help="starts of each server (20)")
    arguments = parser.parse_args()
    end_on_signals()
    report = Report()
    print(machine())
    with scratch() as directory:
        floor = arguments.floor or build_floor(directory)
        peer = [arguments.peer, str(HERE / "peer.py")] if arguments.peer else None

        box = Signalbox(arguments.server, directory)
        start_runs(box, RUNS)
        reply = json.loads(ask(box, LIST))
        listed = sum(len(v) for v in reply["result"]["structuredContent"].values() if isinstance(v, list))
        if listed != RUNS:
            raise SystemExit(f"the list has {listed} records, not {RUNS}")
        same_size = directory / "list_result.json"
        same_size.write_text(json.dumps(reply["result"], separators=(",", ":"), ensure_ascii=False))

        starts: dict[str, Callable[[], Server]] = {
            "floor": lambda: Server([floor]),
            "signalbox, nothing kept": lambda: Signalbox(arguments.server, directory / "empty", initialize=False),
            f"signalbox, {RUNS} runs kept": lambda: Signalbox(arguments.server, directory, initialize=False),
        }
        if peer:
            starts["python sdk"] = lambda: Server(peer)
        samples = interleave({k: partial(start_time, s) for k, s in starts.items()}, arguments.starts, warm_up=1)
        table(report, "process start to the initialize reply", samples, "ms", LIMITS["initialize"])

        servers: dict[str, Server] = {"floor": Server([floor]), "signalbox": box}
        if peer:
            servers["python sdk"] = Server(peer)
            servers["python sdk"].initialize()
        sized_floor = Server([floor, str(same_size)])

        def round_trips(line: bytes, contestants: Mapping[str, Server]) -> dict[str, list[float]]:
            trips = {k: partial(s.round_trip, line) for k, s in contestants.items()}
            return interleave(trips, arguments.rounds, batch=20, warm_up=100)

        table(report, "ping round trip", round_trips(PING, servers), "us", LIMITS["ping"])
        table(report, "tools/list round trip", round_trips(TOOLS, servers), "us")
        with_sized = {**servers, "floor that sends as many bytes": sized_floor}
        title = f"train_status list of {RUNS} round trip"
        table(report, title, round_trips(LIST, with_sized), "us", LIMITS["list"])

        for title, line in (("ping", PING), (f"list of {RUNS}", LIST)):
            report.section(f"{title}, {PIPELINED} pipelined")
            bursts = {k: partial(s.pipelined, line, PIPELINED) for k, s in servers.items()}
            elapsed = interleave(bursts, rounds=6)
            for name, values in elapsed.items():
                report.figure(name, PIPELINED / statistics.median(values), "1/s")

        report.section("reply sizes")
        for title, line in (("tools/list", TOOLS), (f"list of {RUNS}", LIST)):
            for name, server in servers.items():
                report.figure(f"{title}, {name}", len(ask(server, line)), "B")
        report.section("resident memory at the end (largest)")
        for name, server in servers.items():
            memory = kilobytes(server.pid, "status", "VmRSS", "VmHWM")
            report.figure(name, memory["VmRSS"] / 1024, "MiB", note=f"({memory['VmHWM'] / 1024:.3f})")
        for server in (*servers.values(), sized_floor):
            server.close()
    return report.end()


def ask(server: Server, line: bytes) -> bytes:
    """The reply to a prepared request line."""
    server.write(line)
    return server.read_line()


if __name__ == "__main__":
    sys.exit(main())
