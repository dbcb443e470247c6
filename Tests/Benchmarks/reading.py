#!/usr/bin/env python3
"""What reading a log costs: `signalbox read` against `wc -l` and `grep -c epoch` on the same files.

The files are made: floods of bars between carriage returns, plain steps with metrics, the dictionaries of the Hugging
Face Trainer, colored bars of Keras, lines that say nothing, bytes of no meaning, one line without an end, and UTF-16.
Processor time is measured, since a busy machine stretches every other. Exit status 1 when a limit is missed.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from measure import Report, end_on_signals, machine, scratch

# Seconds of processor time for 1000 MB: 200 MB/s.
BARS_LIMIT_S = 5.0
# What one line without an end may make the reader hold, beside the program itself.
LONG_LINE_LIMIT_MIB = 16.0


def bars(chance: random.Random) -> Iterator[str]:
    """tqdm, three hundred states to an epoch."""
    for epoch in range(1, 1_000_000):
        for step in range(301):
            done = "█" * (step // 30)
            rate, loss = chance.uniform(1, 60), chance.random()
            yield (
                f"\rTrain Epoch {epoch}: {step * 100 // 300:3d}%|{done:10}| {step}/300 "
                f"[00:{step % 60:02d}<01:{59 - step % 60:02d}, {rate:5.2f}it/s, loss={loss:.4f}, lr=0.001]"
            )
        yield "\n"


def steps(chance: random.Random) -> Iterator[str]:
    """A loop that prints a line a step."""
    for step in range(1_000_000_000):
        loss, norm = chance.random(), chance.random()
        yield f"2024-05-01 10:00:00,123 INFO step {step}/9000000 loss: {loss:.4f} lr: 0.0001 grad_norm: {norm:.3f}\n"


def dictionaries(chance: random.Random) -> Iterator[str]:
    """The Hugging Face Trainer in a file."""
    for step in range(1_000_000_000):
        loss, norm = chance.random(), chance.random()
        yield f"{{'loss': '{loss:.4f}', 'grad_norm': '{norm:.4f}', 'learning_rate': '2e-05', 'epoch': '{step / 1e4:.4f}'}}\n"


def colors(chance: random.Random) -> Iterator[str]:
    """Keras in a file: colors, backspaces, lines."""
    for epoch in range(1, 1_000_000):
        yield f"Epoch {epoch}/9000\n"
        for step in range(1, 51):
            loss = chance.random()
            done, rest = "━" * (step * 2 // 5), "━" * (20 - step * 2 // 5)
            yield (
                "\b" * 60 + f"\r\x1b[1m{step:2d}/50\x1b[0m \x1b[32m{done}\x1b[0m\x1b[37m{rest}\x1b[0m "
                f"\x1b[1m{50 - step}s\x1b[0m 27ms/step - accuracy: {loss:.4f} - loss: {1 - loss:.4f}"
            )
        yield "\n"


def chatter(chance: random.Random) -> Iterator[str]:
    """Lines that say nothing about a training."""
    for number in range(1_000_000_000):
        yield f"INFO reader {number % 8} fetched object abc/{chance.randrange(1 << 30)} from the cache in the node\n"


def bytes_of(make: Callable[[random.Random], Iterator[str]], size: int, encoding: str = "utf-8") -> bytes:
    """Some `size` bytes of a log."""
    pieces: list[bytes] = [b"\xff\xfe"] if encoding == "utf-16-le" else []
    length = 0
    for text in make(random.Random(7)):
        piece = text.encode(encoding)
        pieces.append(piece)
        length += len(piece)
        if length >= size:
            break
    return b"".join(pieces)


def used(command: Sequence[str]) -> float:
    """Processor seconds of a command; its own failure to find anything is none."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def peak(program: str, data: Iterator[bytes]) -> float:
    """The most memory in MiB that the program held while it read `data`."""
    process = subprocess.Popen([program, "read", "-", "--json"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert process.stdin
    for piece in data:
        process.stdin.write(piece)
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss / 1024


def measure_file(report: Report, program: str, path: Path, rounds: int, limit: float | None) -> None:
    """One log, read by each contestant in turn."""
    size = path.stat().st_size / 1e9
    commands = {
        "signalbox read": [program, "read", str(path), "--json"],
        "wc -l": ["wc", "-l", str(path)],
        "grep -c epoch": ["grep", "-c", "epoch", str(path)],
    }
    samples: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            samples[name].append(used(command))
    medians = {name: statistics.median(times) for name, times in samples.items()}
    report.section(f"{path.stem}, {size * 1e3:.0f} MB")
    for name, seconds in medians.items():
        own = name == "signalbox read"
        rate = f"{size * 1e3 / max(seconds, 1e-4):.0f} MB/s"
        note = rate if own else f"{rate}; signalbox takes {medians['signalbox read'] / max(seconds, 1e-4):.1f} times as long"
        report.figure(f"{name}, for 1000 MB", seconds / size, "s", limit if own else None, note)


def measure_memory(report: Report, program: str, megabytes: int) -> None:
    """A line that never ends is not kept."""
    report.section(f"one line of {megabytes} MB")
    small = peak(program, iter([b"step 1/2 loss: 0.5\n"]))
    large = peak(program, (b"loss: 0.5 1/2 " * 74_898 for _ in range(megabytes)))
    report.figure("memory beyond that for a short log", large - small, "MiB", LONG_LINE_LIMIT_MIB)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", required=True, help="the signalbox executable")
    parser.add_argument("--directory", help="where the files are made (the temporary directory)")
    parser.add_argument("--megabytes", type=int, default=50, help="size of each file (50)")
    parser.add_argument("--rounds", type=int, default=5, help="readings of each file by each program (5)")
    options = parser.parse_args(arguments)
    end_on_signals()
    program = str(Path(options.server).resolve())
    size = options.megabytes * 1_000_000
    report = Report()
    print(machine())
    logs: dict[str, Callable[[], bytes]] = {
        "bars": lambda: bytes_of(bars, size),
        "steps": lambda: bytes_of(steps, size),
        "dictionaries": lambda: bytes_of(dictionaries, size),
        "colors": lambda: bytes_of(colors, size),
        "chatter": lambda: bytes_of(chatter, size),
        "noise": lambda: random.Random(7).randbytes(size // 10),
        "utf-16": lambda: bytes_of(steps, size // 5, "utf-16-le"),
    }
    with scratch(options.directory) as directory:
        for name, make in logs.items():
            path = directory / f"{name}.log"
            path.write_bytes(make())
            measure_file(report, program, path, options.rounds, BARS_LIMIT_S if name == "bars" else None)
            path.unlink()
    measure_memory(report, program, options.megabytes)
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
