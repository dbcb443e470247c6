"""Trainings whose tensors do not fit, whose numbers run away or whose code is wrong."""

from failure import PYTHON, Failure

_KERAS = 'import os\n\nos.environ["KERAS_BACKEND"] = "{backend}"\nimport keras\nimport numpy as np\n\n'
_TRAINER = """\
import torch
from torch.utils.data import TensorDataset, DataLoader
import lightning


class Net(lightning.LightningModule):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(8, 1)

    def training_step(self, batch, index):
        {step}

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)


data = DataLoader(TensorDataset(torch.randn(32, 8), torch.randn(32, 1)), batch_size=8)
trainer = lightning.Trainer(max_epochs=2, accelerator="cpu", logger=False, enable_checkpointing=False{more})
trainer.fit(Net(), data)
"""


def _python(name, label, proof, program, at="", also=()):
    return Failure(name, label, proof, program, at=at, also=also)


ALL = [
    _python("matmul", "tensor_shape_mismatch", "shapes cannot be multiplied", """\
import torch

model = torch.nn.Sequential(torch.nn.Linear(10, 32), torch.nn.ReLU(), torch.nn.Linear(64, 2))
print("epoch 1")
out = model(torch.rand(4, 10))
""", at="out ="),
    _python("batch-sizes", "tensor_shape_mismatch", "to match target batch_size", """\
import torch

loss = torch.nn.functional.cross_entropy(torch.rand(8, 3), torch.zeros(6, dtype=torch.long))
""", at="loss ="),
    _python("channels", "tensor_shape_mismatch", "to have 3 channels", """\
import torch

out = torch.nn.Conv2d(3, 8, 3)(torch.rand(1, 1, 28, 28))
""", at="out ="),
    _python("collate", "tensor_shape_mismatch", "stack expects each tensor to be equal size", """\
import torch
from torch.utils.data import DataLoader

for batch in DataLoader([torch.rand(3, 8), torch.rand(3, 9)], batch_size=2, num_workers=1):
    print(batch)
""", at="for batch"),
    _python("numpy-broadcast", "tensor_shape_mismatch", "could not be broadcast together", """\
import numpy as np

residual = np.zeros((4, 3)) - np.zeros(4)
""", at="residual ="),
    _python("keras-rank", "tensor_shape_mismatch", "", _KERAS.format(backend="tensorflow") + """\
model = keras.Sequential([keras.layers.LSTM(4), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.zeros((8, 5)), np.zeros(8), verbose=2)
""", at="model.fit"),
    _python("jax-broadcast", "tensor_shape_mismatch", "incompatible shapes", """\
import jax.numpy as jnp

y = jnp.zeros((8, 4)) + jnp.zeros((8, 5))
""", at="y ="),
    _python("sklearn-features", "tensor_shape_mismatch", "features", """\
import numpy as np
from sklearn.linear_model import LogisticRegression

model = LogisticRegression().fit(np.random.rand(10, 4), [0, 1] * 5)
model.predict(np.random.rand(3, 5))
""", at="model.predict", also=("data_format",)),
    _python("einops", "tensor_shape_mismatch", "Error while processing rearrange", """\
import torch
from einops import rearrange

heads = rearrange(torch.rand(2, 16, 100), "b n (h d) -> b h n d", h=8)
""", at="heads =", also=("invalid_configuration",)),
    _python("trainer-shape", "tensor_shape_mismatch", "shapes cannot be multiplied",
            _TRAINER.format(step="return self.layer(batch[0][:, :4]).mean()", more=""), at="self.layer(batch"),
    _python("double", "dtype_or_device_mismatch", "dtype", """\
import numpy as np
import torch

out = torch.nn.Linear(4, 1)(torch.from_numpy(np.random.rand(2, 4)))
""", at="out ="),
    _python("long-target", "dtype_or_device_mismatch", "", """\
import torch

loss = torch.nn.functional.cross_entropy(torch.rand(4, 3), torch.zeros(4, dtype=torch.int32).float()[:, None].long().int()[:, 0])
""", at="loss ="),
    _python("half-addmm", "dtype_or_device_mismatch", "", """\
import torch

out = torch.nn.Linear(4, 4).half()(torch.rand(2, 4))
""", at="out ="),
    _python("tf-dtype", "dtype_or_device_mismatch", "", """\
import tensorflow as tf

total = tf.constant([1.0]) + tf.constant([1.0], dtype=tf.float64)
""", at="total ="),
    _python("embedding-index", "index_out_of_range", "index out of range in self", """\
import torch

vectors = torch.nn.Embedding(100, 8)(torch.tensor([3, 100]))
""", at="vectors ="),
    _python("target-index", "index_out_of_range", "out of bounds", """\
import torch

loss = torch.nn.functional.cross_entropy(torch.rand(2, 10), torch.tensor([3, 10]))
""", at="loss ="),
    _python("numpy-index", "index_out_of_range", "out of bounds for axis", """\
import numpy as np

names = np.array(["a", "b"])[[0, 2]]
""", at="names ="),
    _python("tf-gather", "index_out_of_range", "", """\
import tensorflow as tf

rows = tf.nn.embedding_lookup(tf.zeros((10, 4)), tf.constant([3, 10]))
""", at="rows ="),
    _python("long-sequence", "index_out_of_range", "", """\
import torch
from transformers import GPT2Config, GPT2LMHeadModel

model = GPT2LMHeadModel(GPT2Config(vocab_size=50, n_positions=16, n_embd=16, n_layer=1, n_head=2))
loss = model(torch.zeros(1, 32, dtype=torch.long), labels=torch.zeros(1, 32, dtype=torch.long)).loss
""", at="loss =", also=("tensor_shape_mismatch", "data_format")),
    _python("loss-nan", "numerical_divergence", "Loss is nan", """\
import sys

weight, rate = 1.0, 1e6
for step in range(400):
    loss = weight * weight
    print(f"step {step} loss {loss:.4g}")
    if loss != loss:
        print("Loss is nan, stopping training")
        sys.exit(1)
    weight -= rate * 2 * weight
"""),
    _python("detect-anomaly", "numerical_divergence", "returned nan values", """\
import torch

torch.autograd.set_detect_anomaly(True)
w = torch.zeros(3, requires_grad=True)
loss = (torch.sqrt(w) * 0).sum()
loss.backward()
""", at="loss.backward"),
    _python("clip-nonfinite", "numerical_divergence", "non-finite", """\
import torch

w = torch.ones(3, requires_grad=True)
(w * float("inf")).sum().backward()
torch.nn.utils.clip_grad_norm_([w], 1.0, error_if_nonfinite=True)
""", at="clip_grad_norm_"),
    _python("policy-nan", "numerical_divergence", "invalid values", """\
import torch

policy = torch.distributions.Normal(torch.tensor([float("nan")]), torch.ones(1))
""", at="policy ="),
    _python("sampling-nan", "numerical_divergence", "probability tensor contains", """\
import torch

token = torch.multinomial(torch.tensor([0.5, float("nan")]), 1)
""", at="token ="),
    _python("asserted-finite", "numerical_divergence", "loss is nan", """\
import math

loss = float("inf") - float("inf")
assert math.isfinite(loss), f"loss is {loss}"
""", at="assert"),
    _python("keras-nan", "numerical_divergence", "nan", _KERAS.format(backend="jax") + """\
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile(keras.optimizers.SGD(1e20), "mse")
model.fit(np.random.rand(64, 2) * 1e9, np.random.rand(64), epochs=4, verbose=2)
print("saved model.keras")
"""),
    _python("backward-twice", "code_error", "backward through the graph a second time", """\
import torch

w = torch.ones(3, requires_grad=True)
loss = (w * w).sum()
loss.backward()
loss.backward(torch.ones(()))
""", at="loss.backward(torch"),
    _python("in-place", "code_error", "modified by an inplace operation", """\
import torch

w = torch.ones(3, requires_grad=True)
y = torch.exp(w)
y += 1
y.sum().backward()
""", at="backward"),
    _python("no-gradient", "code_error", "does not require grad", """\
import torch

with torch.no_grad():
    loss = torch.nn.Linear(2, 1)(torch.rand(4, 2)).mean()
loss.backward()
""", at="loss.backward"),
    _python("none-attribute", "code_error", "'NoneType' object has no attribute 'mean'", """\
def step(batch):
    batch * 2


loss = step(3).mean()
""", at="loss ="),
    _python("name", "code_error", "name 'modle' is not defined", "model = 3\nprint(modle)\n", at="modle"),
    _python("recursion", "code_error", "maximum recursion depth exceeded", """\
def depth(node):
    return 1 + depth(node)


print(depth(0))
""", at="return 1"),
    _python("trainer-step", "code_error", "not enough values to unpack",
            _TRAINER.format(step="x, y, weight = batch\n        return self.layer(x).mean()", more=""), at="x, y, weight",
            also=("data_format",)),
    _python("early-stopping", "code_error", "Early stopping conditioned on metric",
            _TRAINER.format(step="return self.layer(batch[0]).mean()",
                            more=', callbacks=[lightning.pytorch.callbacks.EarlyStopping("val_loss")]'), at="trainer.fit",
            also=("invalid_configuration",)),
    _python("tracer", "code_error", "TracerBoolConversionError", """\
import jax


@jax.jit
def clip(x):
    return x if x > 0 else 0.0


print(clip(1.0))
""", at="return x"),
    _python("not-fitted", "code_error", "not fitted", """\
from sklearn.ensemble import RandomForestClassifier

RandomForestClassifier().predict([[0.0]])
""", at="predict"),
    _python("no-loss", "data_format", "did not return a loss", """\
import torch
from transformers import BertConfig, BertForSequenceClassification, Trainer, TrainingArguments

model = BertForSequenceClassification(
    BertConfig(vocab_size=50, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16))
data = [{"input_ids": torch.tensor([1, 2, 3])}] * 8
Trainer(model, TrainingArguments("out", use_cpu=True, report_to="none"), train_dataset=data).train()
""", at="Trainer(model", also=("invalid_configuration", "code_error")),
    _python("asserted-value", "assertion_failed", "AssertionError: 3 classes were expected", """\
classes = {"cat", "dog"}
assert len(classes) == 3, "3 classes were expected"
""", at="assert"),
    _python("asserted-bare", "assertion_failed", "AssertionError", """\
scores = [0.1, 1.4]
assert all(score <= 1 for score in scores)
""", at="assert"),
]
