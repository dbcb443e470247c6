"""A cgroup with a limit of memory, of either version, that counts what the kernel kills in it."""

from __future__ import annotations

import re
from pathlib import Path
from types import TracebackType


class MemoryGroup:
    """Made on entering and removed on leaving; none where the limit is 0."""

    def __init__(self, limit: int) -> None:
        old = Path("/sys/fs/cgroup/memory")
        self.limit, self.is_old = limit, old.is_dir()
        self.path = (old if self.is_old else Path("/sys/fs/cgroup")) / "broken-training"
        self.kills = 0

    @property
    def join(self) -> str:
        """What a shell runs to become a member."""
        return f"echo $$ > {self.path}/cgroup.procs; " if self.limit else ""

    def __enter__(self) -> MemoryGroup:
        if self.limit:
            self.path.mkdir(exist_ok=True)
            names = ["memory.limit_in_bytes"] if self.is_old else ["memory.max", "memory.swap.max"]
            for name, value in zip(names, [self.limit, 0]):
                (self.path / name).write_text(str(value))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.limit:
            text = (self.path / ("memory.oom_control" if self.is_old else "memory.events")).read_text()
            found = re.search(r"^oom_kill (\d+)", text, re.MULTILINE)
            self.kills = int(found[1]) if found else 0
            self.path.rmdir()
