"""This repository's JSON module against FoundationEssentials, each behind the same bare JSON-RPC loop.

Builds `json_own` and `json_foundation` (release, standard library linked in), drives both in turn and prints
start time, round trips, rate, resident memory and binary size, with the ratio Foundation : own. A round trip is for
the most part the wait to be scheduled, and moves with the load of the machine; the processor time of a reply does not.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import time
from functools import partial
from pathlib import Path

from measure import Server, cpu_seconds, frame, interleave, machine, percentile, resident, scratch

HERE = Path(__file__).resolve().parent
PING = frame("ping", None, 1)
BURST, BURSTS = 2000, 6
LIST = frame("tools/call", {"name": "train_status", "arguments": {"action": "list"}}, 2)


def build(name: str, directory: Path) -> Path:
    """Builds a contestant and answers with its executable."""
    package = f"json_{name}"
    subprocess.run(
        [
            *("swift", "build", "--quiet", "-c", "release", "--static-swift-stdlib"),
            *("--package-path", str(HERE / package), "--scratch-path", str(directory / package)),
        ],
        check=True,
        stderr=subprocess.STDOUT,
    )
    return directory / package / "release" / f"json-{name}"


def start_time(executable: Path) -> float:
    """Seconds from starting the process to its first reply."""
    server = Server([str(executable)])
    server.write(PING)
    server.read_line()
    elapsed = time.perf_counter() - server.started
    server.close()
    return elapsed


def stripped_size(executable: Path) -> int:
    """Bytes of the executable without its symbols."""
    copy = executable.with_suffix(".stripped")
    subprocess.run(["strip", "-o", str(copy), str(executable)], check=True)
    return copy.stat().st_size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=100, help="interleaved rounds of 20 round trips each (100)")
    parser.add_argument("--build-directory", type=Path, help="keep the builds here (a temporary directory)")
    arguments = parser.parse_args()
    with scratch() as temporary:
        directory: Path = arguments.build_directory or temporary
        executables = {name: build(name, directory) for name in ("own", "foundation")}
        print(machine())
        print(f"{'':<34}{'own':>12}{'foundation':>12}{'ratio':>8}")

        def row(name: str, values: dict[str, float]) -> None:
            ratio = values["foundation"] / values["own"]
            print(f"{name:<34}{values['own']:>12.1f}{values['foundation']:>12.1f}{ratio:>8.2f}", flush=True)

        def medians(name: str, samples: dict[str, list[float]], scale: float) -> None:
            row(f"{name}, median", {k: statistics.median(v) * scale for k, v in samples.items()})
            row(f"{name}, p99", {k: percentile(v, 0.99) * scale for k, v in samples.items()})

        starts = interleave({k: partial(start_time, p) for k, p in executables.items()}, rounds=40, warm_up=2)
        medians("start to first reply, ms", starts, 1e3)

        servers = {name: Server([str(path)]) for name, path in executables.items()}
        answers = {}
        for name, server in servers.items():
            server.write(LIST)
            answers[name] = server.read_line()
        contents = [json.loads(answer)["result"]["structuredContent"] for answer in answers.values()]
        if contents[0] != contents[1]:
            raise SystemExit("the contestants do not answer the same")
        row("resident after one list, KiB", {k: resident(s.pid) for k, s in servers.items()})
        for title, line in (("ping", PING), ("list of 20", LIST)):
            trips = interleave(
                {k: partial(s.round_trip, line) for k, s in servers.items()},
                rounds=arguments.rounds,
                batch=20,
                warm_up=100,
            )
            medians(f"{title} round trip, us", trips, 1e6)
        for title, line in (("ping", PING), ("list of 20", LIST)):
            before = {k: cpu_seconds(s.pid) for k, s in servers.items()}
            elapsed = interleave({k: partial(s.pipelined, line, BURST) for k, s in servers.items()}, BURSTS)
            row(f"{title} pipelined, replies/s", {k: BURST / statistics.median(v) for k, v in elapsed.items()})
            used = {k: cpu_seconds(s.pid) - before[k] for k, s in servers.items()}
            row(f"{title} pipelined, processor us", {k: v * 1e6 / BURST / BURSTS for k, v in used.items()})
        row("resident at the end, KiB", {k: resident(s.pid) for k, s in servers.items()})
        for server in servers.values():
            server.close()
        row("reply to list, bytes", {k: len(v) for k, v in answers.items()})
        row("binary, KiB", {k: p.stat().st_size / 1024 for k, p in executables.items()})
        if shutil.which("strip"):
            row("binary without symbols, KiB", {k: stripped_size(p) / 1024 for k, p in executables.items()})


if __name__ == "__main__":
    main()
