"""What the measuring programs of this folder share: reading a corpus, and running the program on every case."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")


def measure(
    description: str | None,
    verbose_help: str,
    judge: Callable[[str, dict], Result],
    report: Callable[[Sequence[dict], Sequence[Result], bool], bool],
    arguments: Sequence[str] | None = None,
) -> int:
    """Judges every case of the corpus that the command line names; 1 when `report` says that a limit is missed."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--program", required=True, help="the signalbox executable")
    parser.add_argument("--corpus", type=Path, required=True, help="the file with the cases")
    parser.add_argument("--verbose", action="store_true", help=verbose_help)
    options = parser.parse_args(arguments)
    cases = [json.loads(line) for line in options.corpus.read_text(encoding="utf-8").splitlines() if line.strip()]
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(lambda case: judge(options.program, case), cases))
    print(f"{options.corpus}: {len(cases)} logs")
    return 0 if report(cases, results, options.verbose) else 1
