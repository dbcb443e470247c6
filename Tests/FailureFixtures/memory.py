"""Trainings that run out of memory."""

from failure import PYTHON, Failure

_WORKERS = """\
import torch
from torch.utils.data import DataLoader, Dataset


class Pictures(Dataset):
    def __len__(self):
        return 64

    def __getitem__(self, index):
        {item}


if __name__ == "__main__":
    for epoch in range(3):
        for step, batch in enumerate(DataLoader(Pictures(), batch_size=8, num_workers=2)):
            print(f"epoch {{epoch}} step {{step}} loss {{batch.float().mean():.4f}}")
"""

ALL = [
    Failure(
        "numpy-address-space", "host_out_of_memory", "Unable to allocate", """\
import numpy as np

print("loading features")
features = np.zeros((200_000, 8_000))
print(features.sum())
""", at="np.zeros", run=f"ulimit -v 4000000; exec {PYTHON} train.py"),
    Failure(
        "list-address-space", "host_out_of_memory", "MemoryError", """\
def read(count):
    rows = []
    for row in range(count):
        rows.append([row] * 1_000_000)
    return rows


print("epoch 1 loss 0.69")
rows = read(10_000)
""", at="rows.append", run=f"ulimit -v 2000000; exec {PYTHON} train.py"),
    Failure(
        "torch-allocator", "host_out_of_memory", "DefaultCPUAllocator: can't allocate memory", """\
import torch

x = torch.randn(300, 10)
print("pairwise distances of", len(x), "samples")
gram = torch.empty(3_000_000, 3_000_000)
""", at="torch.empty"),
    Failure(
        "cgroup-kill", "host_out_of_memory", "", """\
import time

held = []
for epoch in range(1000):
    print(f"epoch {epoch} loss {1 / (epoch + 1):.4f}")
    held.append(bytearray(8_000_000))
""", memory_limit=200_000_000),
    Failure(
        "worker-killed-by-cgroup", "host_out_of_memory", "is killed by signal: Killed",
        _WORKERS.format(item="held = bytearray(3_000_000_000 if index == 40 else 10)\n        return torch.rand(3)"),
        at="for step, batch", memory_limit=2_000_000_000),
    Failure(
        "xgboost-address-space", "host_out_of_memory", "bad_malloc", """\
import numpy as np
import xgboost as xgb

rng = np.random.default_rng(0)
x, y = rng.random((200_000, 50), dtype=np.float32), rng.integers(0, 2, 200_000)
print("training on", x.shape)
model = xgb.train({"max_depth": 16, "max_bin": 60_000, "tree_method": "hist"}, xgb.DMatrix(x, y), 200)
""", at="xgb.train", run=f"ulimit -v 1500000; exec {PYTHON} train.py"),
    Failure(
        "worker-shared-memory", "shared_memory_exhausted", "shared memory",
        _WORKERS.format(item="return torch.rand(3, 224, 224)"), at="for step, batch",
        run=f"mount -t tmpfs -o size=1m tmpfs /dev/shm; exec {PYTHON} train.py"),
    Failure(
        "tensor-shared-memory", "shared_memory_exhausted", "unable to", """\
import torch
import torch.multiprocessing as mp

mp.set_sharing_strategy("file_system")
table = torch.zeros(40_000_000)
print("sharing the table with", 4, "actors")
table.share_memory_()
""", at="share_memory_", run=f"mount -t tmpfs -o size=1m tmpfs /dev/shm; exec {PYTHON} train.py"),
    Failure(
        "shared-array", "shared_memory_exhausted", "", """\
from multiprocessing import shared_memory

block = shared_memory.SharedMemory(create=True, size=8_000_000)
print("replay buffer at", block.name, "in /dev/shm")
block.buf[:] = bytes(8_000_000)
""", run=f"mount -t tmpfs -o size=1m tmpfs /dev/shm; exec {PYTHON} train.py", also=("segfault",)),
]
