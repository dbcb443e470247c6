"""Trainings that are well, and speak of errors."""

from failure import PYTHON, Failure


def _python(name, program, run=""):
    return Failure(name, "none", "", program, run=run or f"exec {PYTHON} train.py")


ALL = [
    _python("cpu-instead-of-gpu", """\
import numpy as np
import xgboost as xgb

data = xgb.DMatrix(np.random.rand(100, 4), np.random.randint(0, 2, 100))
xgb.train({"device": "cuda"}, data)
print("trained")
"""),
    _python("smaller-batches", """\
import torch

size = 4_000_000_000_000
while True:
    try:
        torch.empty(size, 1000)
        break
    except RuntimeError as error:
        print("out of memory:", error)
        size //= 100_000
print("training with", size)
print("epoch 1 loss 0.4")
"""),
    _python("failed-fits", """\
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV

x, y = load_iris(return_X_y=True)
search = GridSearchCV(LogisticRegression(solver="lbfgs", max_iter=20), {"C": [-1.0, 1.0]}).fit(x, y)
print("best", search.best_params_, "error", 1 - search.best_score_)
"""),
    _python("failed-trial", """\
import optuna


def objective(trial):
    rate = trial.suggest_float("lr", 0, 1)
    if trial.number == 1:
        raise ValueError("Loss is NaN")
    return rate


study = optuna.create_study()
study.optimize(objective, n_trials=3, catch=(ValueError,))
print("best", study.best_value)
"""),
    _python("skipped-image", """\
import logging
import traceback

from PIL import Image

open("a.jpg", "w").write("x")
try:
    Image.open("a.jpg")
except Exception:
    traceback.print_exc()
    print("ERROR: skipping a.jpg")
for epoch in range(3):
    print(f"epoch {epoch} loss {1 / (epoch + 1)}")
logging.error("1 of 100 images failed to load")
print("training complete")
"""),
    _python("no-gpu-found", """\
import jax
import jax.numpy as jnp

print(jax.devices(), "cuda error" in "none")
step = jax.jit(lambda w: w - 0.1 * w)
print("loss", step(jnp.ones(3)).sum())
"""),
    _python("tensorflow-start", """\
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(tf.random.normal((64, 4)), tf.random.normal((64, 1)), epochs=2, verbose=2)
model.save("m.h5")
"""),
    _python("nan-steps", """\
import torch

scaler = torch.amp.GradScaler("cpu")
w = torch.ones(2, requires_grad=True)
optimizer = torch.optim.SGD([w], 0.1)
for step in range(4):
    optimizer.zero_grad()
    loss = (w * (float("inf") if step == 1 else 1.0)).sum()
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
    print(f"step {step} loss {loss.item()} scale {scaler.get_scale()}")
print("finished with 1 overflow, found inf in gradients")
"""),
    _python("ignored-exception", """\
class Writer:
    def __del__(self):
        raise OSError("No space left on device")


Writer()
print("epoch 1 loss 0.2")
"""),
    _python("retried-download", """\
import urllib.error
import urllib.request

for attempt in range(2):
    try:
        urllib.request.urlopen("http://127.0.0.1:9/x")
    except urllib.error.URLError as error:
        print("failed:", error, "- retrying")
print("using the cached copy")
print("epoch 1 loss 0.2\\ndone")
"""),
    _python("torchrun", """\
import torch
import torch.distributed as dist

dist.init_process_group("gloo")
loss = torch.ones(1)
dist.all_reduce(loss)
print("loss", loss.item())
dist.destroy_process_group()
""", run=f"exec {PYTHON} -m torch.distributed.run --nproc-per-node 2 --master-port 29533 train.py"),
    _python("report", """\
from sklearn.metrics import classification_report

print(classification_report(["error", "fatal", "ok"], ["error", "ok", "ok"]))
print("KeyboardInterrupt, SIGKILL and OOM are classes here")
"""),
]
