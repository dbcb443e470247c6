"""Trainings that fail at files, disks and limits."""

from failure import PYTHON, Failure

_SMALL = "mkdir out; mount -t tmpfs -o size=1m tmpfs out; "
_NOBODY = "chmod 777 .; exec setpriv --reuid=65534 --regid=65534 --clear-groups "

ALL = [
    Failure(
        "write-full", "disk_full", "No space left on device", """\
import os

for epoch in range(5):
    print(f"epoch {epoch} loss {1 - epoch / 10}")
    with open(f"out/epoch{epoch}.bin", "wb") as file:
        file.write(os.urandom(600_000))
""", at="file.write", run=_SMALL + f"exec {PYTHON} train.py"),
    Failure(
        "torch-save-full", "disk_full", "unexpected pos", """\
import torch

model = torch.nn.Linear(2000, 2000)
print("epoch 0 loss 1.23")
torch.save(model.state_dict(), "out/model.pt")
""", at="torch.save", run=_SMALL + f"exec {PYTHON} train.py"),
    Failure(
        "safetensors-full", "disk_full", "No space left on device", """\
import torch
from safetensors.torch import save_file

print("epoch 0 loss 1.23")
save_file({"w": torch.rand(1000, 1000)}, "out/model.safetensors")
""", at="save_file({", run=_SMALL + f"exec {PYTHON} train.py"),
    Failure(
        "sqlite-full", "disk_full", "database or disk is full", """\
import sqlite3

table = sqlite3.connect("out/runs.db")
table.execute("create table metrics (step integer, text text)")
for step in range(4000):
    table.execute("insert into metrics values (?, ?)", (step, "x" * 1000))
""", at="insert into", run=_SMALL + f"exec {PYTHON} train.py"),
    Failure(
        "file-size-limit", "disk_full", "requested and", """\
import numpy as np

print("writing the cache")
np.save("cache.npy", np.zeros(1_000_000))
""", at="np.save", run=f"ulimit -f 100; exec {PYTHON} train.py", also=("os_resource_limit", "storage_quota")),
    Failure(
        "directory-denied", "permission_denied", "Permission denied: '/srv/train/locked/run1'", """\
import os

print("run 1")
os.makedirs("/srv/train/locked/run1")
""", at="os.makedirs", run=f"mkdir -m 700 locked; {_NOBODY} {PYTHON} train.py"),
    Failure(
        "shell-denied", "permission_denied", "Permission denied", "",
        run=f"mkdir -m 700 locked; {_NOBODY} bash -c 'set -e; echo start; cp /etc/hostname locked/name'"),
    Failure(
        "read-only", "permission_denied", "Read-only file system", """\
import torch

print("epoch 0 loss 1.2")
torch.save({"w": torch.ones(3)}, "out/model.pt")
""", at="torch.save", run=f"mkdir out; mount -t tmpfs -o ro tmpfs out; exec {PYTHON} train.py"),
    Failure(
        "missing-file", "file_not_found", "No such file or directory: 'data/train.csv'", """\
import pandas as pd

print("loading")
table = pd.read_csv("data/train.csv")
""", at="read_csv"),
    Failure("missing-script", "file_not_found", "can't open file", "", run=f"exec {PYTHON} trian.py"),
    Failure(
        "missing-image-folder", "file_not_found", "No such file or directory", """\
from torchvision.datasets import ImageFolder

train = ImageFolder("data/flowers/train")
""", at="ImageFolder(\"data"),
    Failure(
        "missing-weights", "file_not_found", "No such file or directory", """\
import torch

print("resuming")
state = torch.load("runs/3/last.pt")
""", at="torch.load"),
    Failure(
        "missing-keras-model", "file_not_found", "File not found", """\
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras

model = keras.models.load_model("best.keras")
""", at="load_model", also=("checkpoint_incompatible",)),
    Failure(
        "missing-transformers-folder", "file_not_found", "", """\
from transformers import AutoModel

model = AutoModel.from_pretrained("./out/final")
""", at="from_pretrained", run=f"mkdir -p out/final; HF_HUB_OFFLINE=1 exec {PYTHON} train.py",
        also=("checkpoint_incompatible", "invalid_configuration")),
    Failure(
        "asserted-path", "file_not_found", "AssertionError", """\
import os


def check(path):
    assert os.path.exists(path)
    return path


print("config", check("configs/base.yaml"))
""", at="assert os.path"),
    Failure(
        "open-files", "os_resource_limit", "Too many open files", """\
print("opening shards")
shards = []
for index in range(500):
    shards.append(open(f"shard{index}.bin", "wb"))
""", at="shards.append", run=f"ulimit -n 64; exec {PYTHON} train.py"),
    Failure(
        "thread-limit", "os_resource_limit", "can't start new thread", """\
import threading
import time

loaders = []
for index in range(200):
    loaders.append(threading.Thread(target=time.sleep, args=(1,), daemon=True))
    loaders[-1].start()
""", at=".start()", run=f"{_NOBODY} bash -c 'ulimit -u 20; exec {PYTHON} train.py'"),
    Failure(
        "process-limit", "os_resource_limit", "Resource temporarily unavailable", """\
import multiprocessing
import time

if __name__ == "__main__":
    for index in range(200):
        multiprocessing.Process(target=time.sleep, args=(1,), daemon=True).start()
""", at=".start()", run=f"{_NOBODY} bash -c 'ulimit -u 20; exec {PYTHON} train.py'"),
    Failure(
        "database-locked", "resource_locked", "database is locked", """\
import sqlite3

holder = sqlite3.connect("study.db", isolation_level=None)
holder.execute("create table trials (n integer)")
holder.execute("begin exclusive")
study = sqlite3.connect("study.db", timeout=0.1)
study.execute("insert into trials values (1)")
""", at="study.execute"),
    Failure(
        "file-lock", "resource_locked", "could not be acquired", """\
from filelock import FileLock

holder = FileLock("cache.lock", is_singleton=False)
holder.acquire()
with FileLock("cache.lock", timeout=0.2, is_singleton=False):
    print("preparing")
""", at="with FileLock"),
    Failure(
        "hdf5-lock", "resource_locked", "unable to lock file", """\
import fcntl

import h5py

h5py.File("store.h5", "w").close()
holder = open("store.h5", "rb+")
fcntl.flock(holder, fcntl.LOCK_EX)
store = h5py.File("store.h5", "a")
""", at='"a")'),
]
