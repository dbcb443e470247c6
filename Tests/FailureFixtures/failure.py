"""One training that is broken on purpose, and what an expert says of it who knows what was broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

PYTHON = "/opt/venv/bin/python"
# Neutral, as every path that a log shows.
DIRECTORY = "/srv/train"


@dataclass(frozen=True)
class Failure:
    """A program, how it is started, and its verdict."""

    name: str
    # Of docs' failure types; "none" for a training that is well.
    label: str
    # Text that the message must hold; empty where the outcome alone tells.
    proof: str
    program: str
    # A part of the program's line at fault; empty where no line of it is.
    at: str = ""
    # What bash runs in DIRECTORY, where the program lies as train.py.
    run: str = f"exec {PYTHON} train.py"
    # What an expert would accept too.
    also: Sequence[str] = ()
    seconds: int = 120
    # Bytes of a cgroup of its own; 0: none.
    memory_limit: int = 0

    @property
    def location(self) -> str | None:
        """`file:line` of the line at fault."""
        if not self.at:
            return None
        for number, line in enumerate(self.program.splitlines(), 1):
            if self.at in line:
                return f"{DIRECTORY}/train.py:{number}"
        raise ValueError(f"{self.name}: no line holds {self.at!r}")
