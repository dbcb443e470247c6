#!/usr/bin/env python3
"""How well logs are read: `signalbox read --json` on each case of a corpus, against what a careful reader says.

A corpus is a file with a case a line: `id`, `raw` (the log), and `expect` with `started`, `started_lines_ok`, `epoch`,
`total_epochs`, `step`, `total_steps`, `percent`, `eta_seconds`, `metrics`, `completed_hint`, `artifacts`, `stage`. null: the
log does not say, so nothing is expected.

Exit code 1 when a limit is missed.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Sequence

from corpus import measure

# Shares of the cases, in percent.
LIMITS = {"start": 95, "progress": 92, "metrics": 90}
# How much a value may differ from the one expected: logs print few digits.
TOLERANCE = 1e-3


def read(program: str, raw: str) -> dict:
    """What the program understands of a log."""
    done = subprocess.run([program, "read", "-", "--json"], input=raw.encode(), capture_output=True, check=True)
    return json.loads(done.stdout)


def number(value: object) -> float | None:
    """A number as JSON or a log writes it; None when it is none."""
    try:
        return None if value is None or isinstance(value, bool) else float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None


def same(wanted: object, found: object) -> bool:
    """Whether two values are the same but for digits that were not printed."""
    left, right = number(wanted), number(found)
    if left is None or right is None:
        return wanted == found
    if math.isnan(left) or math.isnan(right):
        return math.isnan(left) and math.isnan(right)
    return left == right or math.isclose(left, right, rel_tol=TOLERANCE, abs_tol=1e-9)


def start_problems(expect: dict, found: dict) -> list[str]:
    """What is wrong with the first sign of training."""
    started = found.get("started")
    if bool(expect["started"]) != bool(started):
        return [f"started: {json.dumps(started)} instead of {expect['started']}"]
    if not started:
        return []
    right = {" ".join(line.split()) for line in expect.get("started_lines_ok") or [expect.get("started_line") or ""]}
    said = " ".join(started["text"].split())
    return [] if said in right else [f"started: at {said!r} instead of {sorted(right)!r}"]


def progress_problems(expect: dict, found: dict) -> list[str]:
    """What is wrong with epoch, step and totals."""
    progress = found.get("progress", {})
    problems = []
    for name in ("epoch", "total_epochs", "step", "total_steps"):
        wanted, said = expect.get(name), progress.get(name)
        if wanted is not None and not same(wanted, said):
            problems.append(f"{name}: {said} instead of {wanted}")
    return problems


def metric_problems(expect: dict, found: dict) -> list[str]:
    """Which metrics are missing or wrong."""
    metrics = found.get("metrics", {})
    problems = []
    for name, wanted in (expect.get("metrics") or {}).items():
        if wanted is not None and not same(wanted, metrics.get(name)):
            problems.append(f"metric {name}: {metrics.get(name)} instead of {wanted}")
    return problems


def other_problems(expect: dict, found: dict) -> list[str]:
    """What is wrong with the rest, which has no limit."""
    progress = found.get("progress", {})
    problems = []
    for wanted, said in (("percent", "percent"), ("eta_seconds", "eta_s")):
        if expect.get(wanted) is not None and not same(expect[wanted], progress.get(said)):
            problems.append(f"{wanted}: {progress.get(said)} instead of {expect[wanted]}")
    if bool(expect.get("completed_hint")) != bool(found.get("end_seen")):
        problems.append(f"end: {found.get('end_seen')} instead of {expect.get('completed_hint')}")
    for path in expect.get("artifacts") or []:
        if path not in found.get("artifacts", []):
            problems.append(f"artifact {path} is not seen")
    return problems


CHECKS = {
    "start": start_problems,
    "progress": progress_problems,
    "metrics": metric_problems,
    "rest": other_problems,
}


def judge(program: str, case: dict) -> dict[str, list[str]]:
    """The problems of one case, by check."""
    found = read(program, case["raw"])
    return {name: check(case["expect"], found) for name, check in CHECKS.items()}


def percent(part: int, whole: int) -> float:
    """A share in percent; all of nothing."""
    return 100 * part / whole if whole else 100.0


def report(cases: Sequence[dict], results: Sequence[dict[str, list[str]]], verbose: bool) -> bool:
    """Prints the figures; whether the limits are kept."""
    rows = list(zip(cases, results))
    kept = True
    for name in CHECKS:
        right = sum(not problems[name] for _, problems in rows)
        share = percent(right, len(rows))
        limit = LIMITS.get(name)
        verdict = ""
        if limit is not None:
            kept = kept and share >= limit
            verdict = f"  limit {limit} %: {'kept' if share >= limit else 'MISSED'}"
        print(f"  {name:<10}{right:>5} of {len(rows)} {share:6.1f} %{verdict}")
    negative = [problems for case, problems in rows if not case["expect"]["started"]]
    false = sum(bool(problems["start"]) for problems in negative)
    kept = kept and false == 0
    print(f"  starts claimed where there is none: {false} of {len(negative)}")
    if verbose:
        for case, problems in rows:
            for name in CHECKS:
                for problem in problems[name]:
                    print(f"{case['id']}\t{name}\t{problem}")
    return kept


if __name__ == "__main__":
    sys.exit(measure(__doc__, "every problem", judge, report))
