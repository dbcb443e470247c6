"""Trainings whose data or checkpoints are wrong."""

from failure import PYTHON, Failure

_KERAS = 'import os\n\nos.environ["KERAS_BACKEND"] = "jax"\nimport keras\nimport numpy as np\n\n'


def _python(name, label, proof, program, at="", also=()):
    return Failure(name, label, proof, program, at=at, also=also)


ALL = [
    _python("broken-image", "data_format", "cannot identify image file", """\
from PIL import Image

with open("cat.jpg", "wb") as file:
    file.write(b"<html>not found</html>")
Image.open("cat.jpg")
""", at="Image.open"),
    _python("truncated-image", "data_format", "image file is truncated", """\
import io

from PIL import Image

whole = io.BytesIO()
Image.effect_noise((300, 300), 80).save(whole, "PNG")
Image.open(io.BytesIO(whole.getvalue()[:9000])).load()
""", at=".load()"),
    _python("broken-image-in-worker", "data_format", "cannot identify image file", """\
import torch
from PIL import Image
from torch.utils.data import DataLoader, Dataset


class Folder(Dataset):
    def __len__(self):
        return 8

    def __getitem__(self, index):
        with open(f"{index}.png", "wb") as file:
            file.write(b"no picture")
        return Image.open(f"{index}.png")


for batch in DataLoader(Folder(), batch_size=2, num_workers=2):
    print(batch)
""", at="return Image.open"),
    _python("json-lines", "data_format", "JSONDecodeError", """\
import json

rows = [json.loads(line) for line in ['{"a": 1}', '{"a": }']]
""", at="rows ="),
    _python("csv-fields", "data_format", "Error tokenizing data", """\
import io

import pandas as pd

pd.read_csv(io.StringIO("a,b\\n1,2\\n3,4,5\\n"))
""", at="read_csv"),
    _python("csv-column", "data_format", "KeyError: 'target'", """\
import pandas as pd

table = pd.DataFrame({"label": [0, 1], "x": [0.1, 0.2]})
y = table["target"]
""", at='["target"]'),
    _python("csv-number", "data_format", "could not convert string to float", """\
from sklearn.linear_model import LogisticRegression

LogisticRegression().fit([["0.1"], ["n/a"]], [0, 1])
""", at=".fit("),
    _python("nan-input", "data_format", "Input X contains NaN", """\
from sklearn.svm import SVC

SVC().fit([[0.1], [float("nan")]], [0, 1])
""", at=".fit("),
    _python("one-class", "data_format", "", """\
from sklearn.linear_model import LogisticRegression

LogisticRegression().fit([[0.1], [0.3]], [1, 1])
""", at=".fit(", also=("empty_dataset",)),
    _python("xgboost-classes", "data_format", "Invalid classes inferred", """\
import numpy as np
import xgboost as xgb

xgb.XGBClassifier().fit(np.random.rand(6, 2), [1, 2, 3, 1, 2, 3])
""", at=".fit("),
    _python("catboost-text", "data_format", "Bad value for num_feature", """\
import catboost

catboost.CatBoostClassifier(iterations=2).fit([["red"], ["blue"]], [0, 1])
""", at=".fit("),
    _python("unicode", "data_format", "'utf-8' codec can't decode byte", """\
with open("text.txt", "wb") as file:
    file.write("Größe".encode("latin-1"))
words = open("text.txt").read().split()
""", at="words ="),
    _python("not-a-zip", "data_format", "File is not a zip file", """\
import zipfile

open("data.zip", "w").write("moved")
zipfile.ZipFile("data.zip").extractall()
""", at="extractall"),
    _python("parquet-magic", "data_format", "Parquet magic bytes not found", """\
import pandas as pd

open("train.parquet", "w").write("version https://git-lfs.github.com/spec/v1" * 9)
pd.read_parquet("train.parquet")
""", at="pd.read"),
    _python("numpy-pickled", "data_format", "", """\
import numpy as np

open("x.npy", "w").write("no array at all")
np.load("x.npy")
""", at="np.load", also=("checkpoint_incompatible",)),
    _python("datasets-columns", "data_format", "generating the dataset", """\
from datasets import load_dataset

open("a.jsonl", "w").write('{"text": "a"}\\n')
open("b.jsonl", "w").write('{"text": "b", "label": 1}\\n')
load_dataset("json", data_files=["a.jsonl", "b.jsonl"])
""", at="load_dataset(\"json"),
    _python("hdf5-truncated", "data_format", "", """\
import h5py
import numpy as np

with h5py.File("d.h5", "w") as store:
    store["x"] = np.zeros(9000)
raw = open("d.h5", "rb").read()
open("d.h5", "wb").write(raw[:5000])
h5py.File("d.h5")
""", at='h5py.File("d.h5")', also=("checkpoint_incompatible",)),
    _python("tf-record", "data_format", "corrupted record", """\
import tensorflow as tf

open("train.tfrecord", "wb").write(b"x" * 200)
for record in tf.data.TFRecordDataset("train.tfrecord"):
    print(record)
""", at="for record"),
    _python("opencv-none", "data_format", "!_src.empty()", """\
import cv2

image = cv2.imread("frame_001.png")
gray = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
""", at="cvtColor(", also=("file_not_found",)),
    _python("row-fields", "data_format", "not enough values to unpack", """\
def rows(text):
    for line in text.splitlines():
        name, label = line.split("\\t")
        yield name, label


print(list(rows("a.jpg\\t0\\nb.jpg 1")))
""", at="name, label = line", also=("code_error",)),
    _python("empty-loader", "empty_dataset", "num_samples=0", """\
from torch.utils.data import DataLoader

loader = DataLoader([], batch_size=4, shuffle=True)
""", at="shuffle=True"),
    _python("empty-split", "empty_dataset", "resulting train set will be empty", """\
from sklearn.model_selection import train_test_split

train, test = train_test_split([0], test_size=0.5)
""", at="train_test_split([0]"),
    _python("empty-classes", "empty_dataset", "any class folder", """\
import os

from torchvision.datasets import ImageFolder

os.makedirs("data/train")
ImageFolder("data/train")
""", at="ImageFolder(\"", also=("file_not_found", "data_format")),
    _python("empty-class", "empty_dataset", "Found no valid file", """\
import os

from torchvision.datasets import ImageFolder

os.makedirs("data/train/cat")
ImageFolder("data/train")
""", at="ImageFolder(\"", also=("file_not_found", "data_format")),
    _python("empty-array", "empty_dataset", "0 sample(s)", """\
import numpy as np
from sklearn.preprocessing import StandardScaler

StandardScaler().fit(np.zeros((0, 4)))
""", at=".fit("),
    _python("state-dict-keys", "checkpoint_incompatible", "Missing key(s) in state_dict", """\
import torch

torch.save({"module." + name: value for name, value in torch.nn.Linear(2, 2).state_dict().items()}, "m.pt")
torch.nn.Linear(2, 2).load_state_dict(torch.load("m.pt"))
""", at="load_state_dict"),
    _python("state-dict-sizes", "checkpoint_incompatible", "size mismatch for", """\
import torch

torch.save(torch.nn.Linear(4, 10).state_dict(), "m.pt")
torch.nn.Linear(4, 7).load_state_dict(torch.load("m.pt"))
""", at="load_state_dict", also=("tensor_shape_mismatch",)),
    _python("truncated-checkpoint", "checkpoint_incompatible", "central directory", """\
import torch

torch.save(torch.nn.Linear(200, 200).state_dict(), "m.pt")
raw = open("m.pt", "rb").read()
open("m.pt", "wb").write(raw[: len(raw) // 2])
torch.load("m.pt")
""", at="torch.load"),
    _python("empty-checkpoint", "checkpoint_incompatible", "EOFError", """\
import torch

open("m.pt", "wb").close()
torch.load("m.pt")
""", at="torch.load"),
    _python("pointer-checkpoint", "checkpoint_incompatible", "invalid load key", """\
import torch

open("m.pt", "w").write("version https://git-lfs.github.com/spec/v1\\noid sha256:00\\nsize 12\\n")
torch.load("m.pt", weights_only=False)
""", at="torch.load"),
    _python("truncated-safetensors", "checkpoint_incompatible", "Error while deserializing header", """\
import torch
from safetensors.torch import load_file, save_file

save_file({"w": torch.zeros(100)}, "m.safetensors")
raw = open("m.safetensors", "rb").read()
open("m.safetensors", "wb").write(raw[:200])
load_file("m.safetensors")
""", at='load_file("m'),
    _python("unsafe-checkpoint", "checkpoint_incompatible", "Weights only load failed", """\
import pathlib

import torch

torch.save({"path": pathlib.PurePosixPath("a"), "w": torch.zeros(2)}, "m.pt")
torch.load("m.pt")
""", at="torch.load"),
    _python("optimizer-groups", "checkpoint_incompatible", "parameter group", """\
import torch

small, large = torch.nn.Linear(2, 2), torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Linear(2, 2))
state = torch.optim.Adam(small.parameters()).state_dict()
torch.optim.Adam(large.parameters()).load_state_dict(state)
""", at="load_state_dict"),
    _python("keras-weights", "checkpoint_incompatible", "", _KERAS + """\
keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)]).save_weights("w.weights.h5")
keras.Sequential([keras.Input((4,)), keras.layers.Dense(5)]).load_weights("w.weights.h5")
""", at="load_weights"),
    _python("flax-keys", "checkpoint_incompatible", "", """\
from flax import serialization

saved = serialization.to_bytes({"Dense_0": 1.0})
serialization.from_bytes({"Dense_0": 1.0, "Dense_1": 1.0}, saved)
""", at="from_bytes"),
    _python("pickled-class", "checkpoint_incompatible", "Can't get attribute 'Scaler'", """\
import pickle
import sys
import types

module = types.ModuleType("prep")
exec("class Scaler: pass\\nScaler.__module__ = 'prep'", module.__dict__)
sys.modules["prep"] = module
raw = pickle.dumps(module.Scaler())
del module.Scaler
pickle.loads(raw)
""", at="pickle.loads", also=("multiprocessing_error", "code_error", "dependency_conflict")),
]
