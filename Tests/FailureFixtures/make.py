#!/usr/bin/env python3
"""Makes failures for real: runs the small trainings of this directory, each broken in its own way, and keeps their logs.

For each it writes `fixtures/failures/real/<name>.log`, the bytes as the training wrote them, and `<name>.json`: how it
ended, the label given by whoever knows what was broken, what proves it and where, and the versions of what it used.

Needs Linux, root (mounts, cgroups, other users) and an environment at /opt/venv, which is made if it is not there.
By hand, never in CI: `make failure-fixtures`, or with names of single trainings.
"""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
from importlib import import_module, metadata
from pathlib import Path

from failure import DIRECTORY, PYTHON, Failure
from memory_group import MemoryGroup

FAMILIES = ["memory", "native", "files", "software", "data", "tensors", "distributed", "network", "processes", "successes"]
REQUIREMENTS = (
    "numpy torch torchvision pandas pyarrow scikit-learn pillow h5py safetensors transformers datasets accelerate "
    "lightning hydra-core click pydantic typer pyyaml tensorboard opencv-python-headless peft trl xgboost lightgbm "
    "catboost jax flax optax keras tensorflow-cpu ray[default] mpi4py mlflow-skinny wandb optuna boto3 openai einops "
    "nltk spacy gymnasium soundfile"
).split()
TARGET = Path(__file__).resolve().parents[2] / "fixtures" / "failures" / "real"
# The host's name is in logs too: a name of their own in a name space of their own.
NAME_SPACES = ["unshare", "--uts", "--mount", "--ipc"]
ENVIRONMENT = {
    "PATH": "/opt/venv/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": "/home/user", "LANG": "C.UTF-8", "USER": "user",
    "PYTHONUNBUFFERED": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "WANDB_SILENT": "false", "RAY_USAGE_STATS_ENABLED": "0",
    "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1", "TERM": "dumb", "OMP_NUM_THREADS": "1",
}


def main() -> int:
    if not Path(PYTHON).exists():
        subprocess.run([sys.executable, "-m", "venv", "/opt/venv"], check=True)
        subprocess.run([PYTHON, "-m", "pip", "install", *REQUIREMENTS], check=True)
    failures = [failure for family in FAMILIES for failure in import_module(family).ALL]
    chosen = set(sys.argv[1:])
    TARGET.mkdir(parents=True, exist_ok=True)
    for failure in failures:
        if not chosen or failure.name in chosen:
            try:
                make(failure)
            except subprocess.TimeoutExpired:
                print(f"{failure.name}: did not end within {failure.seconds} s")
    return 0


def make(failure: Failure) -> None:
    """Runs one training and keeps what it wrote."""
    directory = Path(DIRECTORY)
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    home = Path(ENVIRONMENT["HOME"])
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    (directory / "train.py").write_text(failure.program)
    log = TARGET / f"{failure.name}.log"
    script = f"hostname localhost; ulimit -c 0; cd {DIRECTORY}; {failure.run}"
    with log.open("wb") as sink:
        # unshare becomes bash, and bash by `exec` the training: its end is what is seen here.
        with MemoryGroup(failure.memory_limit) as group:
            done = subprocess.run(
                [*NAME_SPACES, "bash", "-c", group.join + script], env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                stdout=sink, stderr=subprocess.STDOUT, timeout=failure.seconds)
    facts: dict[str, object] = {"label": failure.label}
    if failure.also:
        facts["alt_labels"] = list(failure.also)
    facts |= end(done.returncode)
    if failure.proof:
        facts["proof"] = failure.proof
    if failure.location:
        facts["location"] = failure.location
    if group.kills:
        facts["out_of_memory_kills"] = group.kills
    facts["versions"] = versions(failure)
    log.with_suffix(".json").write_text(json.dumps(facts, indent=2, ensure_ascii=False) + "\n")
    text = log.read_text(errors="replace")
    print(f"{failure.name}: {end(done.returncode)}, {len(text.splitlines())} lines")
    if failure.proof and failure.proof not in text:
        print(f"  the log does not hold {failure.proof!r}; it ends:\n" + "\n".join(text.splitlines()[-6:]))
    if (done.returncode == 0) != (failure.label == "none"):
        print(f"  ended with {done.returncode}")


def end(code: int) -> dict[str, object]:
    """How it ended: a signal where one ended it."""
    if code < 0:
        return {"signal": signal.Signals(-code).name}
    return {"exit_code": code}


def versions(failure: Failure) -> dict[str, str]:
    """The versions of Python and of the packages that the program imports."""
    ran = subprocess.run([PYTHON, "--version"], capture_output=True, text=True, check=True)
    found = {"python": ran.stdout.split()[1]}
    distributions = metadata.packages_distributions() if sys.prefix == "/opt/venv" else packages()
    for module in sorted(set(re.findall(r"^\s*(?:import|from) (\w+)", failure.program, re.MULTILINE))):
        for name in distributions.get(module, [])[:1]:
            found[name] = version(name)
    return found


def packages() -> dict[str, list[str]]:
    """Which packages of the environment bring which modules."""
    code = "import json, importlib.metadata as m; print(json.dumps(m.packages_distributions()))"
    return json.loads(subprocess.run([PYTHON, "-c", code], capture_output=True, text=True, check=True).stdout)


def version(package: str) -> str:
    code = f"import importlib.metadata as m; print(m.version({package!r}))"
    return subprocess.run([PYTHON, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
