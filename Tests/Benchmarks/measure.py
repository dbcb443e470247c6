"""What the benchmark programs share: a server behind pipes, statistics, memory figures and tables.

Not a program itself. Standard library only, Python 3.9 or newer, Linux (`/proc`).
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HANDSHAKE_VERSION = "2025-11-25"
"""The newest revision that opens with `initialize`: all contestants speak it."""

Message = dict[str, Any]


class ServerError(Exception):
    """The server answered with a JSON-RPC error, or went away."""


class Server:
    """A server on two pipes, driven without any library between the clock and the pipe."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str] | None = None,
        directory: Path | None = None,
    ) -> None:
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={**os.environ, **(environment or {})},
            cwd=directory,
        )
        assert self._process.stdin and self._process.stdout
        self._input = self._process.stdin.fileno()
        self._output = self._process.stdout.fileno()
        self._buffer = b""
        self._last_id = 0

    @property
    def pid(self) -> int:
        return self._process.pid

    def write(self, data: bytes) -> None:
        """Writes all of `data` to the server's stdin."""
        view = memoryview(data)
        while view:
            view = view[os.write(self._input, view) :]

    def read_line(self) -> bytes:
        """The server's next line, without its end."""
        while True:
            line, end, rest = self._buffer.partition(b"\n")
            if end:
                self._buffer = rest
                return line
            chunk = os.read(self._output, 1 << 20)
            if not chunk:
                raise ServerError(f"the server closed its stdout (pid {self.pid})")
            self._buffer += chunk

    def next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def send(self, method: str, params: Message | None = None) -> int:
        """Sends a request and answers with its id, without waiting."""
        identifier = self.next_id()
        self.write(frame(method, params, identifier))
        return identifier

    def receive(self) -> Message:
        """The next reply; notifications are passed over."""
        while True:
            message: Message = json.loads(self.read_line())
            if "method" not in message:
                return message

    def receive_all(self, identifiers: Sequence[int]) -> dict[int, Message]:
        """The results of these requests, whatever order they come in."""
        results: dict[int, Message] = {}
        while len(results) < len(identifiers):
            reply = self.receive()
            results[reply["id"]] = checked_result(reply)
        return results

    def request(self, method: str, params: Message | None = None) -> Message:
        """One request and its result."""
        identifier = self.send(method, params)
        return self.receive_all([identifier])[identifier]

    def initialize(self) -> Message:
        """The handshake of the revisions that have one."""
        client = {"name": "benchmark", "version": "1"}
        params = {"protocolVersion": HANDSHAKE_VERSION, "capabilities": {}, "clientInfo": client}
        result = self.request("initialize", params)
        self.write(frame("notifications/initialized", None, None))
        return result

    def call(self, tool: str, arguments: Message) -> Message:
        """One tool call: its structured content, also when it is an error of the tool."""
        result = self.request("tools/call", {"name": tool, "arguments": arguments})
        content: Message = result["structuredContent"]
        return content

    def round_trip(self, line: bytes) -> float:
        """Seconds from writing a request line to having read the reply's line, which is not parsed."""
        begin = time.perf_counter()
        self.write(line)
        self.read_line()
        return time.perf_counter() - begin

    def pipelined(self, line: bytes, count: int) -> float:
        """Seconds for `count` copies of a request, each with an id of its own, written without waiting for replies."""
        message = json.loads(line)
        lines = b"".join(
            json.dumps({**message, "id": 1_000_000 + number}, separators=(",", ":")).encode() + b"\n"
            for number in range(count)
        )
        writer = threading.Thread(target=self.write, args=(lines,))
        begin = time.perf_counter()
        writer.start()
        for _ in range(count):
            self.read_line()
        elapsed = time.perf_counter() - begin
        writer.join()
        return elapsed

    def close(self) -> None:
        """End of input, as a client ends a server; killed when it does not go."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()


def frame(method: str, params: Message | None, identifier: int | None) -> bytes:
    """A request, or without an identifier a notification, as a line."""
    message: Message = {"jsonrpc": "2.0", "method": method}
    if identifier is not None:
        message["id"] = identifier
    if params is not None:
        message["params"] = params
    return json.dumps(message, separators=(",", ":")).encode() + b"\n"


def checked_result(reply: Message) -> Message:
    """The result in a reply; an error is raised."""
    if "error" in reply:
        raise ServerError(json.dumps(reply["error"]))
    result: Message = reply["result"]
    return result


class Signalbox(Server):
    """The server under test, with a home and a root of its own in `directory`."""

    def __init__(self, executable: str, directory: Path, initialize: bool = True) -> None:
        self.home = directory / "home"
        self.home.mkdir(parents=True, exist_ok=True)
        self.root = directory / "root"
        self.root.mkdir(parents=True, exist_ok=True)
        super().__init__(
            [executable, "serve", "--root", str(self.root)],
            {"SIGNALBOX_HOME": str(self.home)},
            self.root,
        )
        if initialize:
            self.initialize()


@contextmanager
def scratch(parent: str | None = None) -> Iterator[Path]:
    """A directory that is removed at the end, on the file system of `parent`."""
    path = Path(tempfile.mkdtemp(prefix="signalbox-benchmark.", dir=parent))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


# Statistics


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered) - 1, int(len(ordered) * share + 0.5) - 1))]


def interleave(
    contestants: Mapping[str, Callable[[], float]], rounds: int, batch: int = 1, warm_up: int = 0
) -> dict[str, list[float]]:
    """Calls the contestants in turn, `batch` calls each, in the opposite order every second round.

    What else the machine does then meets all of them alike, and none is always the one after another.
    """
    for measure in contestants.values():
        for _ in range(warm_up):
            measure()
    samples: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds):
        names = list(contestants)
        for name in names if number % 2 == 0 else reversed(names):
            samples[name] += [contestants[name]() for _ in range(batch)]
    return samples


# Memory and processes


def kilobytes(pid: int, file: str, *fields: str) -> dict[str, int]:
    """Fields of `/proc/PID/status` or `/proc/PID/smaps_rollup`, in KiB."""
    found = {}
    with open(f"/proc/{pid}/{file}") as lines:
        for line in lines:
            name, _, value = line.partition(":")
            if name in fields:
                found[name] = int(value.split()[0])
    return found


def resident(pid: int) -> int:
    """Resident memory in KiB."""
    return kilobytes(pid, "status", "VmRSS")["VmRSS"]


def parent_of(pid: int) -> int:
    """The parent's pid."""
    return kilobytes(pid, "status", "PPid")["PPid"]


def cpu_seconds(pid: int) -> float:
    """Time that the threads of a process, those that still live, were on a processor so far."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


# Reporting


class Report:
    """Prints figures beside their limits and remembers whether all were kept."""

    def __init__(self) -> None:
        self.kept = True

    def section(self, title: str) -> None:
        print(f"\n{title}", flush=True)

    def figure(self, name: str, value: float, unit: str, limit: float | None = None, note: str = "") -> None:
        """One figure; with a limit, whether it is kept."""
        verdict = ""
        if limit is not None:
            self.kept = self.kept and value <= limit
            verdict = f"  limit {limit:g} {unit}: {'kept' if value <= limit else 'MISSED'}"
        print(f"  {name:<44}{value:>11.3f} {unit:<5}{verdict}{'  ' + note if note else ''}", flush=True)

    def times(self, name: str, seconds: Sequence[float], limit_ms: float | None = None) -> float:
        """Median (with its limit) and 99th percentile of a set of times; answers with the median in ms."""
        median = statistics.median(seconds) * 1e3
        note = f"p99 {percentile(seconds, 0.99) * 1e3:.3f} ms, n = {len(seconds)}"
        self.figure(name, median, "ms", limit_ms, note)
        return median

    def end(self) -> int:
        """The exit status: 1 when a limit was missed."""
        print("\nall limits kept" if self.kept else "\nNOT all limits kept")
        return 0 if self.kept else 1


def machine() -> str:
    """The machine in one line, to stand beside the figures."""
    model = "unknown processor"
    with open("/proc/cpuinfo") as lines:
        for line in lines:
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
                break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    return (
        f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, Linux {platform.release()}, "
        f"Python {platform.python_version()}, load {os.getloadavg()[0]:.2f}"
    )


def end_on_signals() -> None:
    """SIGTERM ends the program as Ctrl-C does, so that servers are closed and scratch space is removed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
