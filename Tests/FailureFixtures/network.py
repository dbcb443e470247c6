"""Trainings that need other machines: servers of their own give the answers, names that cannot be resolved the rest."""

from failure import PYTHON, Failure

# A server beside the program that answers every request with one status.
_SERVER = """\
import http.server
import sys

status, header, value = int(sys.argv[1]), sys.argv[2], sys.argv[3]


class Answer(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.send_response(status)
        self.send_header(header, value)
        self.end_headers()

    do_GET = do_POST = do_PUT = do_HEAD

    def log_message(self, *arguments):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", 8080), Answer).serve_forever()
"""
_MODEL = """\
from transformers import AutoModel

print("loading the base model")
model = AutoModel.from_pretrained("acme/base-7b")
"""
_DATA = """\
from datasets import load_dataset

train = load_dataset("acme/news", split="train")
"""


def _served(name, label, proof, status, program, at, also=(), header="X-Nothing", value="none"):
    run = (
        f"cat > /tmp/answer.py <<'END'\n{_SERVER}END\n{PYTHON} /tmp/answer.py {status} {header} {value} & "
        f"sleep 1; export HF_ENDPOINT=http://127.0.0.1:8080; timeout 90 {PYTHON} train.py; code=$?; kill %1; exit $code")
    return Failure(name, label, proof, program, at=at, also=also, run=run)


def _python(name, label, proof, program, at="", also=(), before=""):
    return Failure(name, label, proof, program, at=at, also=also, run=before + f"exec timeout 100 {PYTHON} train.py")


ALL = [
    _served("hub-gated", "authentication", "gated", 403, _MODEL, "from_pretrained", header="X-Error-Code", value="GatedRepo"),
    _served("hub-unauthorized", "authentication", "", 401, _MODEL, "from_pretrained", also=("file_not_found",)),
    _served("hub-missing", "file_not_found", "", 404, _MODEL, "from_pretrained", header="X-Error-Code", value="RepoNotFound",
            also=("authentication",)),
    _served("hub-rate-limit", "rate_limited", "429", 429, """\
from huggingface_hub import hf_hub_download

path = hf_hub_download("acme/base-7b", "model.safetensors", etag_timeout=5)
""", "path =", also=("network_error",)),
    _served("data-forbidden", "authentication", "403", 403, """\
import requests

answer = requests.get("http://127.0.0.1:8080/train.csv")
answer.raise_for_status()
""", "raise_for_status"),
    _served("data-unavailable", "network_error", "503", 503, """\
import urllib.request

urllib.request.urlretrieve("http://127.0.0.1:8080/weights.pt", "weights.pt")
""", "urlretrieve("),
    _served("data-gone", "file_not_found", "404", 404, """\
import pandas as pd

table = pd.read_csv("http://127.0.0.1:8080/train.csv")
""", "table ="),
    _served("labels-unauthorized", "authentication", "401", 401, """\
import openai

client = openai.OpenAI(api_key="sk-none", base_url="http://127.0.0.1:8080/v1")
client.chat.completions.create(model="m", messages=[{"role": "user", "content": "label this"}])
""", "client.chat"),
    _served("labels-rate-limit", "rate_limited", "429", 429, """\
import openai

client = openai.OpenAI(api_key="sk-none", base_url="http://127.0.0.1:8080/v1", max_retries=0)
client.chat.completions.create(model="m", messages=[{"role": "user", "content": "label this"}])
""", "client.chat"),
    _python("hub-offline", "network_error", "", _MODEL, "from_pretrained", before="export HF_HUB_OFFLINE=1; ",
            also=("file_not_found",)),
    _python("hub-unresolved", "network_error", "", _MODEL, "from_pretrained",
            before="export HF_ENDPOINT=https://hub.invalid; ", also=("file_not_found",)),
    _python("data-unresolved", "network_error", "", _DATA, "load_dataset(",
            before="export HF_ENDPOINT=https://hub.invalid; ", also=("file_not_found",)),
    _python("weights-unresolved", "network_error", "Name or service not known", """\
import torch

state = torch.hub.load_state_dict_from_url("https://weights.invalid/resnet.pth")
""", at="load_state"),
    _python("tracker-unreachable", "experiment_tracking", "", """\
import mlflow

mlflow.set_tracking_uri("http://127.0.0.1:9")
mlflow.set_experiment("flowers")
""", at="set_experiment", also=("network_error",),
            before="export MLFLOW_HTTP_REQUEST_MAX_RETRIES=1 MLFLOW_HTTP_REQUEST_TIMEOUT=2; "),
    _python("tracker-key", "authentication", "", """\
import wandb

wandb.init(project="flowers")
""", at="wandb.init", also=("experiment_tracking",)),
    _python("tracker-not-started", "experiment_tracking", "wandb.init()", """\
import wandb

wandb.log({"loss": 0.5})
""", at="wandb.log", also=("code_error",)),
    _python("store-credentials", "authentication", "Unable to locate credentials", """\
import boto3

client = boto3.client("s3", region_name="eu-west-1")
client.download_file("bucket", "train.csv", "train.csv")
""", at="download_file", before="export AWS_EC2_METADATA_DISABLED=true; "),
    _python("store-unreachable", "network_error", "127.0.0.1", """\
import boto3
from botocore.config import Config

client = boto3.client(
    "s3", endpoint_url="http://127.0.0.1:9", aws_access_key_id="a", aws_secret_access_key="b",
    region_name="eu-west-1", config=Config(retries={"max_attempts": 1}))
client.download_file("bucket", "train.csv", "train.csv")
""", at="client.download_file"),
    _python("read-timeout", "network_error", "timed out", """\
import socket

import requests

silent = socket.socket()
silent.bind(("127.0.0.1", 8081))
silent.listen()
requests.get("http://127.0.0.1:8081/train.csv", timeout=1)
""", at="requests.get"),
]
