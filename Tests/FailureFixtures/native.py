"""Trainings that crash in native code."""

from failure import PYTHON, Failure

# Machine code (x86-64) in memory that may be executed.
_CODE = """\
import ctypes
import mmap


def kernel(code):
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    return page, ctypes.CFUNCTYPE(None)(ctypes.addressof(ctypes.c_char.from_buffer(page)))


print("epoch 1 loss 0.71")
page, multiply = kernel({code})
multiply()
"""

ALL = [
    Failure(
        "null-pointer", "segfault", "", """\
import ctypes

for epoch in range(3):
    print(f"epoch {epoch} loss {0.9 - epoch / 10:.2f}")
ctypes.string_at(0)
"""),
    Failure(
        "null-pointer-in-shell", "segfault", "Segmentation fault", """\
import ctypes

print("epoch 1 loss 0.88", flush=True)
ctypes.string_at(0)
""", run=f"echo starting; {PYTHON} train.py; code=$?; echo \"training ended with $code\"; exit $code"),
    Failure(
        "faulthandler", "segfault", "Fatal Python error: Segmentation fault", """\
import ctypes


def augment(batch):
    return ctypes.string_at(batch)


print("epoch 1 loss 0.88")
augment(0)
""", run=f"exec {PYTHON} -X faulthandler train.py"),
    Failure(
        "truncated-mapping", "segfault", "", """\
import mmap

with open("features.bin", "wb+") as file:
    file.write(bytes(8192))
    file.flush()
    features = mmap.mmap(file.fileno(), 8192)
    file.truncate(0)
print("features mapped")
print(features[5000])
"""),
    Failure("invalid-opcode", "illegal_instruction", "", _CODE.replace("{code}", 'b"\\x0f\\x0b"')),
    Failure(
        "divide-error", "segfault", "", _CODE.replace("{code}", 'b"\\x31\\xc9\\xf7\\xf1\\xc3"'),
        also=("aborted", "code_error")),
    Failure(
        "abort", "aborted", "", """\
import os

print("epoch 1 loss 0.5")
os.abort()
"""),
    Failure(
        "double-free", "aborted", "free(): double free detected", """\
import ctypes

libc = ctypes.CDLL("libc.so.6")
libc.malloc.restype = ctypes.c_void_p
block = ctypes.c_void_p(libc.malloc(64))
print("epoch 1 loss 0.5")
libc.free(block)
libc.free(block)
"""),
    Failure(
        "terminate", "aborted", "terminate called without an active exception", """\
import ctypes

print("step 100 loss 0.5")
ctypes.CDLL("libstdc++.so.6")._ZSt9terminatev()
"""),
    Failure(
        "worker-crash", "segfault", "killed by signal: Segmentation fault", """\
import ctypes

import torch
from torch.utils.data import DataLoader, Dataset


class Crashing(Dataset):
    def __len__(self):
        return 32

    def __getitem__(self, index):
        return ctypes.string_at(0) if index == 21 else torch.rand(4)


if __name__ == "__main__":
    for batch in DataLoader(Crashing(), batch_size=4, num_workers=1):
        print("loss", batch.mean().item())
""", at="for batch"),
]
