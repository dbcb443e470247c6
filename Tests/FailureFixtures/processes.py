"""Trainings that others end, or that wait in vain."""

from failure import PYTHON, Failure

_LONG = """\
import time

for epoch in range(1000):
    print(f"epoch {epoch} loss {1 / (epoch + 1):.3f}")
    time.sleep(0.2)
"""


def _after(seconds, signal):
    return f"(sleep {seconds}; kill -{signal} $$) & exec {PYTHON} train.py"


ALL = [
    Failure("terminated", "killed_externally", "", _LONG, run=_after(2, "TERM"), also=("killed_by_scheduler",)),
    Failure("killed", "killed_externally", "", _LONG, run=_after(2, "KILL"), also=("host_out_of_memory",)),
    Failure("hung-up", "killed_externally", "", _LONG, run=_after(2, "HUP")),
    Failure("interrupted", "interrupted", "", _LONG, run=_after(2, "INT")),
    Failure("terminated-in-shell", "killed_externally", "", _LONG, run=(
        f"{PYTHON} train.py & sleep 2; kill $!; wait $!; exit $?"), also=("killed_by_scheduler",)),
    Failure("interrupted-workers", "interrupted", "", """\
import os
import signal
import threading
import time

import torch
from torch.utils.data import DataLoader, Dataset


class Slow(Dataset):
    def __len__(self):
        return 1000

    def __getitem__(self, index):
        time.sleep(0.05)
        return torch.rand(2)


if __name__ == "__main__":
    os.setpgrp()
    threading.Timer(4, os.killpg, (os.getpgid(0), signal.SIGINT)).start()
    for batch in DataLoader(Slow(), batch_size=4, num_workers=2):
        print("loss", batch.mean().item())
"""),
    Failure("loader-timeout", "hang_or_timeout", "DataLoader timed out", """\
import time

import torch
from torch.utils.data import DataLoader, Dataset


class Stuck(Dataset):
    def __len__(self):
        return 8

    def __getitem__(self, index):
        if index == 5:
            time.sleep(30)
        return torch.rand(2)


if __name__ == "__main__":
    for batch in DataLoader(Stuck(), batch_size=1, num_workers=1, timeout=3):
        print("loss", batch.mean().item())
""", at="for batch"),
    Failure("command-timeout", "hang_or_timeout", "timed out after", """\
import subprocess

subprocess.run(["sleep", "30"], timeout=1, check=True)
""", at="subprocess.run"),
    Failure("future-timeout", "hang_or_timeout", "TimeoutError", """\
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)
score = pool.submit(time.sleep, 3).result(timeout=0.5)
""", at="score ="),
    Failure("async-timeout", "hang_or_timeout", "TimeoutError", """\
import asyncio


async def fetch():
    await asyncio.wait_for(asyncio.sleep(10), timeout=0.2)


asyncio.run(fetch())
""", at="wait_for"),
    Failure("stack-dump", "hang_or_timeout", "Timeout (0:00:01)!", """\
import faulthandler
import time

faulthandler.dump_traceback_later(1, exit=True)
print("waiting for the first batch")
time.sleep(30)
"""),
    Failure("silent-exit", "unknown", "", """\
import sys

print("epoch 1 loss 0.5")
sys.exit(3)
"""),
]
