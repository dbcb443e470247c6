"""What the measuring programs of this folder share: reading a corpus, and running the program on every case."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")


def read(corpus: Path) -> list[dict]:
    """The cases of a file with one a line, or of a folder with a log and what is known of it for each."""
    if corpus.is_dir():
        return [
            json.loads(facts.read_text(encoding="utf-8"))
            | {"id": facts.stem, "log": facts.with_suffix(".log").read_text(encoding="utf-8", errors="replace")}
            for facts in sorted(corpus.glob("*.json"))
        ]
    return [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines() if line.strip()]


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
    parser.add_argument("--corpus", type=Path, required=True, help="the file with the cases, or a folder of NAME.log with NAME.json")
    parser.add_argument("--verbose", action="store_true", help=verbose_help)
    options = parser.parse_args(arguments)
    cases = read(options.corpus)
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(lambda case: judge(options.program, case), cases))
    print(f"{options.corpus}: {len(cases)} logs")
    return 0 if report(cases, results, options.verbose) else 1
