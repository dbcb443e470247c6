"""Trainings whose packages, code or settings are wrong."""

from failure import PYTHON, Failure

_ARGUMENTS = """\
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.1)
parser.add_argument("--optimizer", choices=["adam", "sgd"])
parser.add_argument("--data", required=True)
options = parser.parse_args()
print(options)
"""
_CLICK = """\
import click


@click.command()
@click.option("--epochs", type=click.IntRange(1, 100), default=3)
@click.option("--device", type=click.Choice(["cpu", "cuda"]))
def train(epochs, device):
    print(epochs, device)


train()
"""
_HYDRA = """\
import hydra


@hydra.main(version_base=None, config_path="conf", config_name="config")
def train(config):
    print(config.model.width, config.data.root)


train()
"""
_CONFIG = "mkdir conf; printf 'model:\\n  width: 64\\ndata:\\n  root: ???\\n' > conf/config.yaml; "


def _python(name, label, proof, program, at="", also=(), before=""):
    return Failure(name, label, proof, program, at=at, also=also, run=before + f"exec {PYTHON} train.py")


ALL = [
    _python("no-module", "missing_dependency", "No module named 'albumentations'", """\
import albumentations

print(albumentations.__version__)
""", at="import albumentations"),
    _python("no-submodule", "missing_dependency", "No module named 'project'", """\
from project.models import resnet

print(resnet)
""", at="from project"),
    _python("no-program", "missing_dependency", "'ffmpeg-of-tomorrow'", """\
import subprocess

print("extracting frames")
subprocess.run(["ffmpeg-of-tomorrow", "-i", "video.mp4"], check=True)
""", at="subprocess.run", also=("command_not_found", "file_not_found")),
    _python("spacy-model", "missing_dependency", "Can't find model 'de_core_news_sm'", """\
import spacy

language = spacy.load("de_core_news_sm")
""", at="spacy.load", also=("file_not_found",)),
    _python("nltk-resource", "missing_dependency", "punkt_tab", """\
from nltk import word_tokenize

print(word_tokenize("A sentence."))
""", at="print(word", also=("file_not_found",)),
    _python("keras-backend", "missing_dependency", "No module named", """\
import os

os.environ["KERAS_BACKEND"] = "openvino"
import keras

print(keras.layers.Dense(1))
""", at="import keras"),
    Failure("r-package", "missing_dependency", "there is no package called", "", run="exec Rscript -e 'library(xgboost)'"),
    Failure("python-module", "missing_dependency", "No module named 'trainer'", "", run=f"exec {PYTHON} -m trainer.main"),
    _python("renamed-name", "dependency_conflict", "cannot import name 'AdamW'", """\
from transformers import AdamW

print(AdamW)
""", at="import AdamW"),
    _python("removed-attribute", "dependency_conflict", "has no attribute 'float'", """\
import numpy as np

scores = np.zeros(3).astype(np.float)
""", at="np.float"),
    _python("removed-filter", "dependency_conflict", "has no attribute 'ANTIALIAS'", """\
from PIL import Image

picture = Image.new("RGB", (64, 64)).resize((8, 8), Image.ANTIALIAS)
""", at="ANTIALIAS"),
    _python("removed-tree-map", "dependency_conflict", "has no attribute 'tree_map'", """\
import jax

print(jax.tree_map(lambda x: x + 1, {"w": 1.0}))
""", at="jax.tree_map"),
    _python("removed-argument", "dependency_conflict", "unexpected keyword argument 'gpus'", """\
import lightning

trainer = lightning.Trainer(gpus=1, max_epochs=3)
""", at="gpus=1", also=("code_error", "invalid_configuration")),
    _python("removed-keyword", "dependency_conflict", "unexpected keyword argument 'evaluation_strategy'", """\
from transformers import TrainingArguments

arguments = TrainingArguments("out", evaluation_strategy="epoch")
""", at="evaluation_strategy", also=("code_error", "invalid_configuration")),
    _python("torch-without-gpu", "cuda_driver_or_version", "NVIDIA", """\
import torch

print("torch", torch.__version__)
model = torch.nn.Linear(4, 2).cuda()
""", at=".cuda()"),
    _python("checkpoint-of-gpu", "cuda_driver_or_version", "torch.cuda.is_available() is False", """\
import torch

torch.save(torch.zeros(3), "model.pt", _use_new_zipfile_serialization=False)
raw = open("model.pt", "rb").read()
open("model.pt", "wb").write(raw.replace(b"X\\x03\\x00\\x00\\x00cpu", b"X\\x04\\x00\\x00\\x00cuda"))
torch.load("model.pt")
""", at="torch.load", also=("dtype_or_device_mismatch", "checkpoint_incompatible")),
    _python("lightning-without-gpu", "cuda_driver_or_version", "gpu", """\
import lightning

trainer = lightning.Trainer(accelerator="gpu", devices=2)
""", at="lightning.Trainer", also=("invalid_configuration",)),
    _python("jax-without-gpu", "cuda_driver_or_version", "Unknown backend", """\
import jax

print(jax.devices("gpu"))
""", at="jax.devices"),
    _python("fp16-without-gpu", "cuda_driver_or_version", "bf16/gpu", """\
from transformers import TrainingArguments

TrainingArguments("out", bf16=True, use_cpu=False)
""", also=("invalid_configuration",)),
    Failure("bad-float", "invalid_configuration", "invalid float value", _ARGUMENTS, run=f"exec {PYTHON} train.py --lr fast --data d"),
    Failure("unknown-flag", "invalid_configuration", "unrecognized arguments", _ARGUMENTS, run=f"exec {PYTHON} train.py --data d --epochz 3"),
    Failure("bad-choice", "invalid_configuration", "invalid choice", _ARGUMENTS, run=f"exec {PYTHON} train.py --data d --optimizer adamx"),
    Failure("required-flag", "invalid_configuration", "the following arguments are required: --data", _ARGUMENTS, run=f"exec {PYTHON} train.py"),
    Failure("click-range", "invalid_configuration", "Invalid value for '--epochs'", _CLICK, run=f"exec {PYTHON} train.py --epochs 0"),
    Failure("click-option", "invalid_configuration", "No such option", _CLICK, run=f"exec {PYTHON} train.py --epoch 3 --dev cpu"),
    Failure("hydra-override", "invalid_configuration", "Could not override 'model.depth'", _HYDRA, run=_CONFIG + f"exec {PYTHON} train.py model.depth=3"),
    Failure("hydra-mandatory", "invalid_configuration", "Missing mandatory value: data.root", _HYDRA, run=_CONFIG + f"exec {PYTHON} train.py", at="config.data.root"),
    Failure("hydra-group", "invalid_configuration", "Could not override 'optimizer'", _HYDRA, run=_CONFIG + f"exec {PYTHON} train.py optimizer=adam"),
    _python("yaml-syntax", "invalid_configuration", "mapping values are not allowed here", """\
import yaml

config = yaml.safe_load("model: resnet\\n  width: 64\\n")
""", at="safe_load"),
    _python("pydantic-fields", "invalid_configuration", "validation errors for Settings", """\
from pydantic import BaseModel, PositiveInt


class Settings(BaseModel):
    epochs: PositiveInt
    rate: float


settings = Settings(epochs=0, rate="fast")
""", at="settings = "),
    _python("learning-rate", "invalid_configuration", "Invalid learning rate: -1.0", """\
import torch

optimizer = torch.optim.Adam(torch.nn.Linear(2, 2).parameters(), lr=-1.0)
""", at="lr=-1.0"),
    _python("attention-heads", "invalid_configuration", "embed_dim must be divisible by num_heads", """\
import torch

layer = torch.nn.MultiheadAttention(100, 8)
""", at="MultiheadAttention"),
    _python("sklearn-parameter", "invalid_configuration", "The 'C' parameter", """\
from sklearn.linear_model import LogisticRegression

LogisticRegression(C=-1).fit([[0.0], [1.0]], [0, 1])
""", at="LogisticRegression(C"),
    _python("xgboost-parameter", "invalid_configuration", "Invalid Parameter format for max_depth", """\
import numpy as np
import xgboost as xgb

xgb.train({"max_depth": "six"}, xgb.DMatrix(np.random.rand(9, 2), np.ones(9)))
""", at="xgb.train"),
    _python("lightgbm-objective", "invalid_configuration", "Unknown objective type name", """\
import lightgbm as lgb
import numpy as np

lgb.train({"objective": "binary_logloss_x"}, lgb.Dataset(np.random.rand(90, 2), np.ones(90)))
""", at="lgb.train"),
    _python("catboost-loss", "invalid_configuration", "", """\
import catboost

catboost.CatBoostClassifier(loss_function="Loglosss", iterations=2).fit([[0.0], [1.0]], [0, 1])
""", at="fit("),
    _python("best-model-strategy", "invalid_configuration", "load_best_model_at_end", """\
from transformers import TrainingArguments

TrainingArguments("out", load_best_model_at_end=True, eval_strategy="epoch", save_strategy="steps")
""", at="load_best", also=()),
    _python("pad-token", "invalid_configuration", "padding token", """\
from tokenizers import Tokenizer, models
from transformers import PreTrainedTokenizerFast

words = Tokenizer(models.WordLevel({"a": 0, "b": 1, "?": 2}, unk_token="?"))
tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, unk_token="?")
tokenizer(["a", "a b"], padding=True)
""", at="padding=True", also=("code_error",)),
    _python("syntax", "syntax_error", "SyntaxError: expected ':'", """\
class Net
    pass
""", at="class Net"),
    _python("indentation", "syntax_error", "IndentationError", """\
def train():
print("epoch 1")
""", at="print("),
    _python("tabs", "syntax_error", "TabError", "if True:\n        print(1)\n\tprint(2)\n", at="print(2)"),
    Failure("shell-syntax", "syntax_error", "syntax error", "if true; then\n  echo epoch 1\n", run="exec bash train.py"),
    Failure("shell-command", "command_not_found", "command not found", "", run="torchrunn train.py"),
    Failure("env-command", "command_not_found", "No such file or directory", "#!/usr/bin/env python3.99\n", run="chmod +x train.py; exec ./train.py", also=("file_not_found", "missing_dependency")),
    Failure("shell-mode", "not_executable", "Permission denied", "print(1)\n", run="./train.py", also=("permission_denied",)),
    Failure("binary-format", "not_executable", "cannot execute binary file", "", run="head -c 100 /usr/bin/python3 > trainer; chmod +x trainer; ./trainer"),
    Failure("r-object", "code_error", "object 'learning_rate' not found", "", run="exec Rscript -e 'cat(\"fold 1\\n\"); learning_rate * 2'"),
    Failure("r-file", "file_not_found", "cannot open", "", run="exec Rscript -e 'read.csv(\"train.csv\")'"),
]
