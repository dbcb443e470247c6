"""Has mcpscore grade the server, and holds its findings against those that are choices of ours, each with its reason.

A finding that is not explained here fails, and so does an explanation that explains nothing any more. Prints the score
and a line for every finding; exit status 1 when anything is not as it should be.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

EXPLAINED = {
    "protocol_version_supported_versions_include_negotiated": "server/discover lists the revisions that need no "
    "handshake, as the servers of both official SDKs do: a client that speaks those never shakes hands",
    "server_websiteurl_present": "there is no site that could be named",
    "capability_tools_list_changed": "the tools are the same for as long as the server runs",
    "capability_prompts_list_changed": "so are the prompts",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", type=Path, required=True, help="the signalbox executable")
    server = str(parser.parse_args().server.resolve())
    program = str(Path(sys.executable).with_name("mcpscore"))
    with tempfile.TemporaryDirectory(prefix="signalbox-score.") as directory:
        root = Path(directory) / "root"
        root.mkdir()
        options = ["--no-config", "--json", "--env", f"SIGNALBOX_HOME={directory}/home"]
        command = [program, *options, "--stdio", server, "serve"]
        ended = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=300)
    if ended.returncode != 0:
        print(f"FAIL  mcpscore ended with {ended.returncode}: {ended.stderr[-2000:]}")
        return 1
    report = json.loads(ended.stdout)
    readiness = report["readiness"]
    scores = [f"{part['score']} of {part['max_score']}" for part in (report, readiness)]
    print(f"mcpscore {report['mcpscore_version']}: {scores[0]}, readiness {scores[1]}")
    found = {result["rule_id"]: result for result in report["results"] + readiness["results"] if not result["passed"]}
    for rule, result in found.items():
        print(f"{'known' if rule in EXPLAINED else 'FAIL '} {rule}: {EXPLAINED.get(rule) or result['message']}")
    stale = EXPLAINED.keys() - found.keys()
    for rule in stale:
        print(f"FAIL  {rule} is explained and was not found")
    return 1 if stale or found.keys() - EXPLAINED.keys() else 0


if __name__ == "__main__":
    sys.exit(main())
