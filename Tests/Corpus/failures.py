#!/usr/bin/env python3
"""How well failures are named: `signalbox diagnose --json` on each case of a corpus, against a careful reader's label.

A corpus is a file with a case a line: `id`, `log`, `label` ("none": a success), `alt_labels` that are accepted too,
`exit_code` or `signal`, and `proof` (or `evidence`), the text that proves the label, if the corpus has it.

Exit code 1 when a limit is missed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import measure

# Shares in percent: the label itself, it or an accepted one, successes left alone, messages that hold the proof.
LABEL_LIMIT = 93
ACCEPTED_LIMIT = 97
SUCCESS_LIMIT = 100
PROOF_LIMIT = 90
NO_FAILURE = "none"


@dataclass
class Verdict:
    """What the program said of one case."""

    label: str
    message: str

    def fits(self, case: dict) -> bool:
        return self.label == case["label"] or self.label in case.get("alt_labels", [])


def end(case: dict) -> list[str]:
    """How the training ended, as options; a code of a shell says more than the signal behind it; neither: well."""
    code, signal = case.get("exit_code"), case.get("signal")
    if code is not None:
        return [f"--exit-code={code}"]
    return [f"--signal={signal}"] if signal else ["--exit-code=0"]


def diagnose(program: str, case: dict) -> Verdict:
    """The program's verdict on a case."""
    command = [program, "diagnose", "-", "--json", *end(case)]
    done = subprocess.run(command, input=case["log"].encode(), capture_output=True, check=True)
    summary = json.loads(done.stdout)
    if summary is None:
        return Verdict(NO_FAILURE, "")
    return Verdict(summary["failureType"], summary["message"])


def proof(case: dict) -> str | None:
    """The text that a message should hold."""
    text = case.get("proof") or case.get("evidence")
    return text if isinstance(text, str) else None


def holds(message: str, wanted: str) -> bool:
    """Whether a message, which is bounded, shows the wanted text."""
    message, wanted = " ".join(message.rstrip("…").split()), " ".join(wanted.split())
    return wanted in message or bool(message) and message in wanted


def share(name: str, right: int, whole: int, limit: float) -> bool:
    """Prints a share beside its limit; whether the limit is kept."""
    if whole == 0:
        print(f"  {name:<34} no case")
        return True
    percent = 100 * right / whole
    kept = percent >= limit
    print(f"  {name:<34}{right:>5} of {whole} {percent:6.1f} %  limit {limit} %: {'kept' if kept else 'MISSED'}")
    return kept


def report(cases: Sequence[dict], verdicts: Sequence[Verdict], verbose: bool) -> bool:
    """Prints the figures; whether the limits are kept."""
    rows = list(zip(cases, verdicts))
    failures = [(case, verdict) for case, verdict in rows if case["label"] != NO_FAILURE]
    successes = [(case, verdict) for case, verdict in rows if case["label"] == NO_FAILURE]
    proven = [(case, verdict) for case, verdict in failures if proof(case)]
    kept = [
        share("label", sum(v.label == c["label"] for c, v in failures), len(failures), LABEL_LIMIT),
        share("label or an accepted one", sum(v.fits(c) for c, v in failures), len(failures), ACCEPTED_LIMIT),
        share("successes without a label", sum(v.fits(c) for c, v in successes), len(successes), SUCCESS_LIMIT),
        share(
            "messages that hold the proof", sum(holds(v.message, proof(c) or "") for c, v in proven), len(proven),
            PROOF_LIMIT),
    ]
    confusions = Counter((case["label"], verdict.label) for case, verdict in rows if not verdict.fits(case))
    for (wanted, said), count in confusions.most_common():
        print(f"  {count:>3} x {wanted} taken for {said}")
    if verbose:
        for case, verdict in rows:
            if verdict.label != case["label"]:
                accepted = " (accepted)" if verdict.fits(case) else ""
                print(f"{case['id']}\t{case['label']}\t{verdict.label}{accepted}\t{verdict.message}")
    return all(kept)


if __name__ == "__main__":
    sys.exit(measure(__doc__, "every case that got another label", diagnose, report))
