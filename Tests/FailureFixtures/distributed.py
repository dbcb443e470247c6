"""Trainings of several processes."""

from failure import DIRECTORY, PYTHON, Failure

_START = """\
import os
import time

import torch
import torch.distributed as dist

dist.init_process_group("gloo")
rank = dist.get_rank()
for step in range(3):
    loss = torch.tensor([1.0 + rank])
    dist.all_reduce(loss)
    print(f"[rank {rank}] step {step} loss {loss.item()}", flush=True)
"""
_TORCHRUN = f"exec {PYTHON} -m torch.distributed.run --nproc-per-node 2 --master-port 29511 train.py"

ALL = [
    Failure("rank-key", "code_error", "KeyError: 'labels'", _START + """\
batch = {"input_ids": 1}
if rank == 1:
    batch["labels"]
dist.all_reduce(loss)
""", at='batch["labels"]', run=_TORCHRUN, also=("data_format",)),
    Failure("rank-shape", "tensor_shape_mismatch", "shapes cannot be multiplied", _START + """\
out = torch.nn.Linear(4, 2)(torch.rand(2, 4 + rank))
dist.barrier()
""", at="out =", run=_TORCHRUN),
    Failure("rank-crash", "segfault", "exitcode: -11", _START + """\
import ctypes

if rank == 0:
    ctypes.string_at(0)
dist.barrier()
""", run=_TORCHRUN),
    Failure("rank-killed", "host_out_of_memory", "exitcode: -9", _START + """\
if rank == 1:
    os.kill(os.getpid(), 9)
time.sleep(60)
""", run=_TORCHRUN, also=("killed_externally",)),
    Failure("rank-abort", "aborted", "SIGABRT", _START + """\
if rank == 1:
    os.abort()
time.sleep(60)
""", run=_TORCHRUN),
    Failure("rank-silent", "peer_rank_failed", "", _START + """\
if rank == 1:
    os._exit(3)
dist.all_reduce(loss)
""", run=_TORCHRUN, also=("nccl_communication", "unknown")),
    Failure("rank-import", "missing_dependency", "No module named 'apex'", "import apex\n", at="import apex", run=_TORCHRUN),
    Failure("port-taken", "rendezvous_or_port", "EADDRINUSE", """\
import socket

import torch.distributed as dist

holder = socket.socket()
holder.bind(("0.0.0.0", 29517))
holder.listen()
dist.init_process_group("gloo", init_method="tcp://127.0.0.1:29517", rank=0, world_size=2)
""", at="init_process_group"),
    Failure("torchrun-port-taken", "rendezvous_or_port", "29519", _START, run=(
        f"{PYTHON} -c 'import socket,time; s=socket.socket(); s.bind((\"0.0.0.0\",29519)); s.listen(); time.sleep(40)' & "
        f"sleep 1; {PYTHON} -m torch.distributed.run --nproc-per-node 2 --master-port 29519 train.py; code=$?; kill %1; exit $code")),
    Failure("no-master", "rendezvous_or_port", "environment variable RANK expected", _START, at="init_process_group",
            also=("invalid_configuration",)),
    Failure("store-timeout", "rendezvous_or_port", "", """\
import datetime

import torch.distributed as dist

dist.init_process_group(
    "gloo", init_method="tcp://127.0.0.1:29521", rank=0, world_size=2, timeout=datetime.timedelta(seconds=3))
""", at="dist.init_process_group"),
    Failure("collective-timeout", "nccl_communication", "", """\
import datetime
import os
import time

import torch
import torch.distributed as dist

dist.init_process_group("gloo", timeout=datetime.timedelta(seconds=4))
if dist.get_rank() == 1:
    time.sleep(40)
loss = torch.ones(1)
dist.all_reduce(loss)
""", at="dist.all_reduce", run=_TORCHRUN.replace("29511", "29523"), also=("hang_or_timeout", "peer_rank_failed")),
    Failure("accelerate", "code_error", "unsupported operand", """\
from accelerate import Accelerator

accelerator = Accelerator(cpu=True)
print("state", accelerator.num_processes)
loss = None + 1
""", at="loss =", run="exec accelerate launch --cpu --num_processes 1 train.py"),
    Failure("ray-task", "file_not_found", "No such file or directory: 'shards/3.bin'", """\
import ray

ray.init(num_cpus=1, include_dashboard=False, log_to_driver=True)


@ray.remote
def load(index):
    return open(f"shards/{index}.bin").read()


ray.get(load.remote(3))
""", at="return open"),
    Failure("ray-actor", "peer_rank_failed", "", """\
import os

import ray

ray.init(num_cpus=1, include_dashboard=False)


@ray.remote
class Worker:
    def step(self):
        os._exit(1)


worker = Worker.remote()
ray.get(worker.step.remote())
""", at="ray.get(worker", also=("killed_externally", "unknown")),
    Failure("mpi-rank", "code_error", "ZeroDivisionError", """\
from mpi4py import MPI

world = MPI.COMM_WORLD
print("rank", world.rank, "of", world.size, flush=True)
if world.rank == 1:
    share = 1 / 0
world.Barrier()
""", at="share =", run=f"exec mpirun --oversubscribe -n 2 {PYTHON} -m mpi4py {DIRECTORY}/train.py"),
    Failure("mpi-abort", "peer_rank_failed", "MPI_ABORT", """\
from mpi4py import MPI

if MPI.COMM_WORLD.rank == 1:
    MPI.COMM_WORLD.Abort(5)
MPI.COMM_WORLD.Barrier()
""", run=f"exec mpirun --oversubscribe -n 2 {PYTHON} train.py", also=("nccl_communication", "unknown")),
    Failure("spawn-main", "multiprocessing_error", "start a new process", """\
import multiprocessing
import sys

worker = multiprocessing.get_context("spawn").Process(target=print)
worker.start()
worker.join()
sys.exit(worker.exitcode)
""", at="worker.start()"),
    Failure("spawn-lambda", "multiprocessing_error", "pickle", """\
import multiprocessing

if __name__ == "__main__":
    multiprocessing.get_context("spawn").Process(target=lambda: None).start()
""", at="start()"),
    Failure("start-method", "multiprocessing_error", "context has already been set", """\
import torch.multiprocessing as mp

mp.set_start_method("spawn")
mp.set_start_method("fork")
""", at='"fork"', also=("code_error",)),
    Failure("broken-pool", "multiprocessing_error", "terminated abruptly", """\
import os
from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    with ProcessPoolExecutor(1) as pool:
        print(pool.submit(os._exit, 1).result())
""", at="print(pool", also=("host_out_of_memory",)),
    Failure("spawned-rank", "index_out_of_range", "list index out of range", """\
import torch.multiprocessing as mp


def work(rank):
    devices = ["cpu"]
    print("rank", rank, "on", devices[rank])


if __name__ == "__main__":
    mp.spawn(work, nprocs=2)
""", at="devices[rank]", also=("code_error",)),
]
