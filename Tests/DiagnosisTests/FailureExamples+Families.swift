extension FailureExamples {
  /// Families of messages, whoever prints them: checks of native code, statuses of children, shells, other languages,
  /// names of exceptions that no rule knows.
  static let families = #"""
    file_not_found(134): F0114 09:20:11.481516 4711 io.cc:52] Check failed: fd >= 0 (-1 vs. 0) File not found: models/net.prototxt\n*** Check failure stack trace: ***\nAborted (core dumped)
    cuda_out_of_memory! mxnet.base.MXNetError: [08:01:02] src/storage/pooled.h:161: Check failed: e == cudaSuccess (2 vs. 0) cudaMalloc: out of memory
    cuda_out_of_memory: THCudaCheck FAIL file=/tmp/THCStorage.cu line=66 error=2 : out of memory\nluajit: no more
    tensor_shape_mismatch! mxnet.base.MXNetError: [08:01:02] src/ndarray.cc:9: Check failed: from.shape() == to->shape() operands do not fit
    data_format(134): F0114 09:20:11.481516 4711 reader.cc:88] Check failed: ParseFromString(value) Corrupt datum at key 00007\n*** Check failure stack trace: ***
    invalid_configuration(134): F0114 09:20:11.481516 4711 solver.cc:71] Check failed: has_net (0 vs. 1) The solver must specify a train net\n*** Check failure stack trace: ***
    aborted: F0114 09:20:11.481516 4711 blob.cc:118] Check failed: data_ \n*** Check failure stack trace: ***\nsolver gave up
    assertion_failed! tvm.error.InternalError: Check failed: (node != nullptr) is false:
    segfault! subprocess.CalledProcessError: Command '['python.exe', 'train.py']' returned non-zero exit status 3221225477.
    segfault! subprocess.CalledProcessError: Command '['python', 'train.py']' died with <Signals.SIGSEGV: 11>.
    segfault! torch.multiprocessing.spawn.ProcessExitedException: process 1 terminated with signal SIGSEGV
    segfault! subprocess.CalledProcessError: Command 'python train.py' returned non-zero exit status 139.
    host_out_of_memory! torch.multiprocessing.spawn.ProcessExitedException: process 0 terminated with signal SIGKILL
    illegal_instruction! subprocess.CalledProcessError: Command '['python.exe', 'train.py']' returned non-zero exit status 3221225501.
    killed_externally! RuntimeError: DataLoader worker (pid 88) is killed by signal: Terminated.
    aborted! RuntimeError: DataLoader worker (pid 88) is killed by signal: Aborted.
    host_out_of_memory: bash: line 3:  7421 Killed                  ( train.sh --resume ) >> exp/a.log\nrun.pl: job failed, log is in exp/a.log
    host_out_of_memory: run.sh: Zeile 8: 991 Getötet                python train.py\nStufe 4 gescheitert
    segfault: train.sh: ligne 8 : 991 Erreur de segmentation  (core dumped) python train.py\narrêt
    aborted: pipeline.sh: line 8: 991 Aborted                 (core dumped) nnet-train conf\nstage failed
    permission_denied: Traceback: schreiben: /data/out: Keine Berechtigung
    file_not_found: cp: der Aufruf von stat für 'data/train.csv' ist nicht möglich: Datei oder Verzeichnis nicht gefunden
    disk_full: cp: erreur d'écriture de 'ckpt.pt': Aucun espace disponible sur le périphérique
    command_not_found: train.sh: 行 3: nvcc: 未找到命令
    invalid_configuration: Error merging 'train' with schema\nKey 'epochz' not in 'TrainConfig'\n    full_key: epochz\n\nSet the environment variable HYDRA_FULL_ERROR=1 for a complete stack trace.
    code_error! TypeError: argument of type 'NoneType' is not iterable
    multiprocessing_error! AttributeError: Can't get local object 'make_loader.<locals>.Sample'
    empty_dataset! ValueError: Empty validation data.
    empty_dataset! RuntimeError: Got an empty list of samples for split 'dev'
    code_error! ValueError: torch.cat(): expected a non-empty list of Tensors
    file_not_found: Traceback (most recent call last):\n  File "/home/u/train.py", line 9, in <module>\n    torch.save(state, path)\n  File "/v/lib/python3.11/site-packages/torch/serialization.py", line 422, in save\n    with _open_zipfile_writer(f) as opened_zipfile:\nRuntimeError: File out/epoch1.pt cannot be opened.
    host_out_of_memory(143): slurmstepd: error: Job 7 exceeded memory limit (10442128 > 10240000), being killed\nslurmstepd: error: *** JOB 7 ON c1 CANCELLED AT 2026-02-03T01:02:03 ***
    killed_by_scheduler(143): slurmstepd: error: *** JOB 7 ON c1 CANCELLED AT 2026-02-03T01:02:03 DUE TO JOB REQUEUE ***
    nccl_communication(134): Error Message Summary:\n  [unhandled cuda error] at (/paddle/fluid/platform/nccl_helper.h:113)\nterminate called without an active exception
    rendezvous_or_port: [W socket.cpp:401] [c10d] The server socket has failed to bind to 0.0.0.0:29501 (errno: 98 - Address already in use).\n[E socket.cpp:435] [c10d] The server socket has failed to listen on any local network address.
    experiment_tracking: wandb: ERROR Run initialization has timed out after 60.0 sec.\nTraceback (most recent call last):\n  File "/usr/lib/python3.11/asyncio/locks.py", line 214, in wait\n    await fut\nasyncio.exceptions.CancelledError
    rate_limited: ERROR    | 09:00:00 | app.utils:check:138 - Failed to request /api/whoami-v2 - 429
    dependency_conflict! jaxlib.xla_extension.XlaRuntimeError: UNIMPLEMENTED: PJRT plugin has no such call
    data_format! tensorflow.python.framework.errors_impl.UnimplementedError: Cast string to float is not supported [Op:Cast]
    tensor_shape_mismatch: 2026-02-03 10:00:00 ERROR trainer: step failed: ValueError: operands could not be broadcast together with shapes (3,4) (5,)
    data_format: [ERROR] 10:00 worker 3: json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)
    data_format: ERROR: cannot decode annotation 17 of a.xml
    network_error! acme.client.DownloadError: giving up
    invalid_configuration! acme.train.BadOptionError: epochs
    data_format! acme.io.CorruptShardError: 17
    tensor_shape_mismatch! acme.nn.ShapeError: 3 and 4
    code_error! acme.train.FrobnicationError: no
    cuda_driver_or_version! RuntimeError: Attempting to deserialize object on CUDA device 2 but torch.cuda.device_count() is 1.
    cuda_driver_or_version! AssertionError: Invalid device id
    cuda_out_of_memory! tensorflow.python.framework.errors_impl.InternalError: Failed copying input tensor from CPU:0 to GPU:0: Dst tensor is not initialized.
    host_out_of_memory: epoch 3\nKilled\nstage 4 ended
    dependency_conflict! TypeError: Descriptors cannot not be created directly.
    dependency_conflict! AttributeError: 'LlamaConfig' object has no attribute 'rope_scaling_factor'
    dependency_conflict! AttributeError: type object 'Trainer' has no attribute 'from_arguments'
    code_error! AttributeError: 'MyModel' object has no attribute 'heads'
    missing_dependency! FileNotFoundError: [Errno 2] No such file or directory: 'ffprobe'
    file_not_found! FileNotFoundError: [Errno 2] No such file or directory: 'train'
    data_format! xgboost.core.XGBoostError: [12:00:00] data.cc:9: Check failed: valid: Input data contains `inf` or a value too large, while `missing` is not set to `inf`
    empty_dataset! ValueError: Validation set missing or empty.
    disk_full! tensorflow.python.framework.errors_impl.InternalError: Error writing (tmp) checkpoint file: out/m.ckpt: Resource exhausted: out/m.ckpt
    data_format: INFO:tensorflow:Error reported to Coordinator: <class 'tensorflow.python.framework.errors.InvalidArgumentError'>, Invalid PNG data, size 4096
    """#
}
