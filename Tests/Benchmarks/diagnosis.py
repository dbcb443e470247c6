"""What naming a failure costs: `signalbox diagnose` on logs that are long, noisy or hostile.

The whole program is timed, its start included, which is measured beside (`--version`). Exit status 1 when a limit is
missed.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from measure import Report, end_on_signals, machine, scratch

LONG_LIMIT_MS = 50.0
HOSTILE_LIMIT_MS = 250.0
MEGABYTE = 1 << 20

FAILURE = (
    b"Traceback (most recent call last):\n"
    b'  File "/home/u/train.py", line 7, in <module>\n'
    b"    main()\n"
    b"FloatingPointError: Loss became infinite or NaN\n"
)


def quiet(size: int) -> bytes:
    """Steps of a training, then a failure."""
    line = b"step 1200 loss: 0.4312 lr: 0.0010 throughput: 3400 tok/s\n"
    return line * (size // len(line)) + FAILURE


def noisy(size: int) -> bytes:
    """Lines of words that failures have too, then a failure."""
    words = (
        "Error failed CUDA loss=0.3 [rank0]: (Worker pid=12) ValueError: Traceback it/s torch.nn 100%|███| "
        "exception retrying"
    ).split()
    source = random.Random(1)
    lines = [" ".join(source.choices(words, k=source.randrange(1, 30))) for _ in range(4000)]
    piece = ("\n".join(lines) + "\n").encode()
    return piece * (size // len(piece)) + FAILURE


HOSTILE: dict[str, Callable[[int], bytes]] = {
    "one line of letters": lambda size: b"A." * (size // 2),
    "one line of combining marks": lambda size: b"e" + "\u0301".encode() * (size // 2),
    "one line of headers": lambda size: b"Traceback (most recent call last):" * (size // 34),
    "headers without end": lambda size: b"Traceback (most recent call last):\n" * (size // 35),
    "exceptions without end": lambda size: b"ValueError: x\n" * (size // 14),
    "empty lines": lambda size: b"\n" * size,
    "one line of control sequences": lambda size: b"\x1b[31m" * (size // 5),
    "one line of spaces": lambda size: b" " * size,
}


def timed(command: Sequence[str], rounds: int) -> list[float]:
    """Seconds of each of some calls."""
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - begin)
    return times


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", required=True, help="the signalbox executable")
    parser.add_argument("--rounds", type=int, default=11, help="calls for each figure")
    parser.add_argument("--megabytes", type=int, default=100, help="size of the long logs")
    options = parser.parse_args(arguments)
    end_on_signals()
    print(machine())
    report = Report()
    with scratch() as directory:
        log = Path(directory) / "log"
        command = [options.server, "diagnose", str(log), "--json"]
        report.section(f"Naming the failure of a log of {options.megabytes} MiB")
        report.times("start of the program alone", timed([options.server, "--version"], options.rounds))
        for name, make in (("quiet", quiet), ("noisy", noisy)):
            log.write_bytes(make(options.megabytes * MEGABYTE))
            named = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["failureType"]
            if named != "numerical_divergence":
                raise SystemExit(f"the {name} log is said to be {named}")
            report.times(name, timed(command, options.rounds), LONG_LIMIT_MS)
        report.section("Logs of 10 MB made to be slow")
        for name, make in HOSTILE.items():
            log.write_bytes(make(10_000_000))
            report.times(name, timed(command, max(3, options.rounds // 3)), HOSTILE_LIMIT_MS)
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
