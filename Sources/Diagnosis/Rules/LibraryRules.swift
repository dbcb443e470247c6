import TrainingModel

/// What an exception's module and the library file that raised it say, whatever its message.
enum LibraryRules {
  /// Exceptions whose name says nothing of the cause, so that the place of the `raise` decides.
  private static let plain = [
    "ValueError", "RuntimeError", "KeyError", "EOFError", "OSError", "Exception", "AssertionError",
    "TypeError",
    "NotImplementedError", "AttributeError", "IndexError", "error", "Error",
  ]

  static let all: [FailureRule] = modules + places

  private static let modules: [FailureRule] = [
    .general(.cudaOutOfMemory, weight: 7, exceptions: ["OutOfMemoryError"]),
    .general(
      .networkError, weight: 4,
      modules: [
        "requests.exceptions.", "urllib3.exceptions.", "urllib.error.", "http.client.", "aiohttp.", "httpx.",
        "httpcore.", "socket.", "ssl.", "ftplib.", "botocore.exceptions.", "google.api_core.exceptions.",
        "azure.core.exceptions.", "grpc.", "fsspec.exceptions.", "paramiko.", "websockets.", "openai.API",
        "huggingface_hub.errors.", "huggingface_hub.utils.",
      ],
      exceptions: ["ConnectionAbortedError", "BrokenPipeError"]),
    .general(
      .authentication, weight: 7,
      modules: [
        "google.auth.exceptions.", "google.api_core.exceptions.Unauth",
        "google.api_core.exceptions.Forbidden",
        "google.api_core.exceptions.PermissionDenied", "azure.core.exceptions.ClientAuthenticationError",
        "azure.identity.", "botocore.exceptions.PartialCredentialsError",
        "botocore.exceptions.TokenRetrievalError",
        "botocore.exceptions.UnauthorizedSSOTokenError", "botocore.exceptions.ProfileNotFound",
        "paramiko.ssh_exception.AuthenticationException", "openai.PermissionDeniedError",
        "huggingface_hub.errors.LocalTokenNotFoundError", "wandb.errors.AuthenticationError",
      ]),
    .general(
      .rateLimited, weight: 8,
      modules: ["google.api_core.exceptions.TooManyRequests", "google.api_core.exceptions.ResourceExhausted"]),
    .general(
      .fileNotFound, weight: 5,
      modules: [
        "google.api_core.exceptions.NotFound", "azure.core.exceptions.ResourceNotFoundError",
        "huggingface_hub.errors.EntryNotFoundError", "huggingface_hub.errors.RevisionNotFoundError",
        "huggingface_hub.errors.HFValidationError", "datasets.exceptions.DatasetNotFoundError",
        "datasets.exceptions.DataFilesNotFoundError",
      ],
      exceptions: ["IsADirectoryError"]),
    .general(
      .invalidConfiguration, weight: 6,
      modules: [
        "omegaconf.", "hydra.", "absl.flags", "click.", "argparse.", "configparser.", "yaml.", "toml",
        "pydantic", "jsonargparse.", "marshmallow.", "voluptuous.", "jsonschema.", "cerberus.", "tyro.",
        "draccus.",
        "typer.", "fire.", "gin.", "ruamel.yaml.", "confection.", "mmengine.config", "docopt.",
      ],
      exceptions: ["DuplicateFlagError", "ArgumentError"]),
    .general(
      .invalidConfiguration, weight: 3, modules: ["lightgbm.", "xgboost.", "catboost.", "_catboost."],
      unless: ["check failed"]),
    .general(
      .dataFormat, weight: 5,
      modules: [
        "json.", "simplejson.", "pandas.errors.", "pyarrow.lib.Arrow", "PIL.", "zipfile.", "tarfile.",
        "zlib.",
        "gzip.", "lzma.", "bz2.", "_csv.", "csv.", "xml.", "lxml.", "struct.", "cv2.", "soundfile.",
        "audioread.",
        "datasets.", "binascii.", "imageio.", "tifffile.", "rasterio.", "nibabel.", "pydicom.", "webdataset.",
        "polars.", "h5py.", "msgpack.", "google.protobuf.message.DecodeError", "av.error.", "av.",
        "duckdb.", "numcodecs.", "zarr.", "fastavro.", "ijson.", "orjson.",
      ],
      exceptions: ["UnicodeEncodeError", "UnicodeError", "LibsndfileError", "NoBackendError"]),
    .general(
      .experimentTracking, weight: 6,
      modules: [
        "wandb.", "mlflow.", "comet_ml.", "neptune.", "clearml.", "aim.", "dvclive.", "swanlab.", "trackio.",
      ]),
    .general(
      .rendezvousOrPort, weight: 6,
      modules: ["torch.distributed.elastic.rendezvous.", "torch.distributed.DistNetworkError"],
      exceptions: ["DistStoreError", "DistNetworkError"]),
    .general(
      .peerRankFailed, weight: 4,
      modules: ["horovod.", "ray.exceptions.", "torch.distributed.elastic.multiprocessing"]),
    .general(.nodeFailure, weight: 9, modules: ["ray.exceptions.NodeDiedError"]),
    .general(
      .hostOutOfMemory, weight: 8,
      modules: [
        "ray.exceptions.OutOfMemoryError", "ray.exceptions.ObjectStoreFullError",
        "pyarrow.lib.ArrowMemoryError",
      ]
    ),
    .general(
      .hangOrTimeout, weight: 5,
      modules: ["ray.exceptions.GetTimeoutError", "asyncio.exceptions.TimeoutError", "asyncio.TimeoutError"],
      exceptions: ["TimeoutError", "TimeoutExpired"]),
    .general(
      .multiprocessingError, weight: 9, modules: ["multiprocessing.", "billiard."]),
    .general(
      .tensorShapeMismatch, weight: 4, modules: ["einops.", "flax.errors.ScopeParamShape", "jaxtyping."]),
    .general(
      .codeError, weight: 2,
      modules: [
        "jax.errors.", "jax._src.errors.", "flax.errors.", "sklearn.exceptions.", "lightning.", "haiku.",
      ]),
    .general(
      .missingDependency, weight: 6,
      exceptions: [
        "DistributionNotFound", "PackagesNotFoundError", "EnvironmentNameNotFound", "BackendUnavailable",
      ]),
    .general(
      .dependencyConflict, weight: 6,
      exceptions: [
        "VersionConflict", "ContextualVersionConflict", "UnsatisfiableError", "ResolutionImpossible",
      ]),
  ]

  private static let places: [FailureRule] = [
    .general(
      .checkpointIncompatible, weight: 6, exceptions: plain,
      raisedIn: [
        "torch/serialization.py", "safetensors/", "flax/serialization.py", "orbax/",
        "torch/distributed/checkpoint/",
        "saving/saving_lib.py", "saving/legacy/", "torch/package/", "_weights_only_unpickler", "pickle.py",
        "modeling_flax_pytorch", "modeling_tf_pytorch", "joblib/numpy_pickle",
      ]),
    .general(
      .invalidConfiguration, weight: 5, exceptions: plain,
      raisedIn: [
        "argparse.py", "/hydra/", "/omegaconf/", "/click/", "absl/flags", "configparser.py", "jsonargparse/",
        "/yaml/", "/pydantic", "training_args.py", "hf_argparser.py", "_param_validation.py", "torch/optim/",
        "configuration_utils.py", "dataclasses.py", "/fire/", "sft_config.py",
        "connectors/accelerator_connector.py",
        "trainer/configuration_validator.py", "ultralytics/cfg/", "deepspeed/runtime/config",
        "megatron/training/arguments.py",
      ]),
    .general(
      .dataFormat, weight: 4, exceptions: plain,
      raisedIn: [
        "json/decoder.py", "json/__init__.py", "csv.py", "/pil/", "/pandas/", "/pyarrow/", "/datasets/",
        "zipfile",
        "tarfile.py", "gzip.py", "codecs.py", "librosa/", "soundfile.py", "torchaudio/", "torchvision/io/",
        "imageio/",
        "tifffile", "h5py/", "numpy/lib/npyio", "numpy/lib/format", "numpy/lib/_npyio",
        "sklearn/utils/validation.py",
        "sklearn/preprocessing/", "decord/", "pycocotools/", "webdataset/", "polars/",
        "sklearn/feature_extraction/",
        "sklearn/utils/multiclass.py", "sklearn/metrics/", "xgboost/data.py", "lightgbm/basic.py",
        "torch_geometric/io", "nibabel/", "pydicom/", "tensorflow_datasets/",
      ]),
    .general(
      .experimentTracking, weight: 5, exceptions: plain,
      raisedIn: [
        "/wandb/", "/mlflow/", "/comet_ml/", "/neptune/", "/clearml/", "tensorboard/summary", "/aim/",
      ]),
    .general(
      .networkError, weight: 4, exceptions: plain,
      raisedIn: [
        "/requests/", "/urllib3/", "urllib/request.py", "/httpx/", "http/client.py", "/aiohttp/", "socket.py",
        "ssl.py", "/huggingface_hub/", "/botocore/", "/fsspec/implementations/http",
      ]),
    .general(
      .rendezvousOrPort, weight: 6, exceptions: plain,
      raisedIn: ["torch/distributed/rendezvous.py", "elastic/rendezvous/", "jax/_src/distributed.py"]),
    .general(
      .cudaDriverOrVersion, weight: 5, exceptions: plain,
      raisedIn: [
        "torch/cuda/__init__.py", "torch/utils/cpp_extension.py", "/pynvml", "torch/xpu/", "triton/backends/",
      ]),
    .general(
      .osResourceLimit, weight: 8, exceptions: ["BlockingIOError"],
      raisedIn: ["popen_fork", "popen_spawn", "popen_forkserver", "subprocess.py", "threading.py"]),
    .general(
      .multiprocessingError, weight: 3, exceptions: plain,
      raisedIn: [
        "multiprocessing/spawn.py", "multiprocessing/context.py", "multiprocessing/reduction.py",
        "popen_spawn",
      ]),
  ]
}
