extension FailureExamples {
  /// How libraries refuse settings, tensors and data, and what launchers and container systems say, whoever they are.
  static let wording = #"""
    invalid_configuration @torch/utils/data/dataloader.py! ValueError: prefetch_factor option could only be specified in multiprocessing. let num_workers > 0 to enable multiprocessing
    invalid_configuration @sklearn/linear_model/_logistic.py! ValueError: Solver newton-cg supports only 'l2' or None penalties, got elasticnet penalty.
    invalid_configuration @sklearn/model_selection/_split.py! ValueError: n_splits=9 cannot be greater than the number of members in each class.
    invalid_configuration @keras/src/optimizers/__init__.py! ValueError: Could not interpret optimizer identifier: adamx
    invalid_configuration @keras/src/callbacks/model_checkpoint.py! ValueError: The filepath provided must end in `.keras` (Keras model format). Received: filepath=best.hdf5
    invalid_configuration! ValueError: The global train batch size (2 x 3) must be evenly divisible by the number of generations per prompt (4).
    invalid_configuration @accelerate/accelerator.py! ValueError: fp16 mixed precision requires a GPU (not 'mps').
    invalid_configuration @transformers/trainer.py! ValueError: Trainer: evaluation requires an eval_dataset.
    invalid_configuration! AssertionError: Can only deal with Discrete and Box spaces here
    invalid_configuration! ValueError: No configurable matching 'train.lrate'.
    invalid_configuration @torch/utils/data/dataset.py! ValueError: Sum of input lengths does not equal the length of the input dataset!
    invalid_configuration @acme/trainer.py! ValueError: Please set `warmup` before `decay`.
    invalid_configuration @peft/tuners/tuners_utils.py! ValueError: Target modules {'query_key'} not found in the base model. Please check the target modules and try again.
    invalid_configuration @datasets/load.py! ValueError: acme/set contains custom code which must be executed. Please pass the argument `trust_remote_code=True`.
    invalid_configuration! KeyError: 'Non-existent config key: SOLVER.LRATE'
    invalid_configuration! gymnasium.error.NameNotFound: Environment `CartPool` doesn't exist. Did you mean: `CartPole`?
    invalid_configuration: run.sh: line 9: MASTER_PORT: unbound variable
    invalid_configuration: Cannot find primary config 'trian'. Check that it's in your config search path.
    invalid_configuration @acme/store.py! optuna.exceptions.DuplicatedStudyError: Another study with name 'a' already exists.
    code_error! jax.errors.ConcretizationTypeError: Abstract tracer value encountered where concrete value is expected: traced array with shape int32[]
    code_error: Error in fit(x) : object 'beta' not found\nCalls: fit\nExecution halted
    code_error: Error in predict.lm(m, new) : could not find function "bake"\nExecution halted
    tensor_shape_mismatch! RuntimeError: each element in list of batch should be of equal size
    tensor_shape_mismatch! RuntimeError: einsum(): subscript j has size 7 for operand 1 which does not broadcast with previously seen size 9
    tensor_shape_mismatch! RuntimeError: input.size(-1) must be equal to input_size. Expected 64, got 32
    tensor_shape_mismatch! RuntimeError: Trying to resize storage that is not resizable
    tensor_shape_mismatch! AssertionError: was expecting embedding dimension of 256, but got 128
    dtype_or_device_mismatch! RuntimeError: "nll_loss_forward_reduce_cuda_kernel_2d_index" not implemented for 'Short'
    dtype_or_device_mismatch! RuntimeError: mixed dtype (CPU): expect parameter to have scalar type of Float
    dtype_or_device_mismatch! RuntimeError: only Tensors of floating point and complex dtype can require gradients
    dtype_or_device_mismatch! TypeError: can't convert np.ndarray of type numpy.str_. The only supported types are: float64, float32
    dtype_or_device_mismatch! RuntimeError: module must have its parameters and buffers on device cuda:1 (device_ids[0]) but found one of them on device: cpu
    dtype_or_device_mismatch! ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type dict).
    index_out_of_range! RuntimeError: Class values must be smaller than num_classes.
    index_out_of_range! tensorflow.python.framework.errors_impl.InvalidArgumentError: Received a label value of 7 which is outside the valid range of [0, 7).
    numerical_divergence! numpy.linalg.LinAlgError: SVD did not converge
    numerical_divergence: step 900 loss nan\nERROR: loss is not finite, the run ends here
    cuda_out_of_memory(134): GPUassert: out of memory kernel.cu 77
    cuda_out_of_memory! RuntimeError: No executable batch size found, reached zero.
    cuda_driver_or_version! RuntimeError: Distributed package doesn't have NCCL built in
    cuda_driver_or_version! tensorflow.python.framework.errors_impl.InternalError: libdevice not found at ./libdevice.10.bc
    cuda_driver_or_version! OSError: (External) CUBLAS error(7).\n  [Hint: 'CUBLAS_STATUS_INVALID_VALUE'.]
    cuda_illegal_access: Error invalid configuration argument at line 42 in file /src/csrc/ops.cu
    empty_dataset! AssertionError: [E923] It looks like there is no proper sample data to initialize the Model of component 'ner'.
    empty_dataset! ValueError: No objects to concatenate
    empty_dataset! IndexError: Invalid key: 3 is out of bounds for size 0
    empty_dataset! RuntimeError: you must first build vocabulary before training the model
    empty_dataset! ValueError: max() arg is an empty sequence
    data_format! ValueError: Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.
    data_format! lightgbm.basic.LightGBMError: Length of labels differs from the length of #data
    data_format! xgboost.core.XGBoostError: [01:02:03] data.cc:5: Check failed: valid: Label contains NaN, infinity or a value too large.
    data_format! _catboost.CatBoostError: metric.cpp:64: metric/loss-function RMSE do not allow nan value on target
    data_format: Error in na.fail.default(list(y = 1:3)) : missing values in object\nExecution halted
    data_format: gzip: stdin: unexpected end of file\ntar: Unexpected EOF in archive
    data_format! RuntimeError: File not found or corrupted.
    data_format! KeyError: "Encountered category_id=9 but this id does not exist in 'categories' of the json file."
    data_format: Traceback (most recent call last):\n  File "/home/u/set.py", line 8, in __getitem__\n    box = ann['bbox']\nKeyError: 'bbox'
    checkpoint_incompatible! tensorflow.python.framework.errors_impl.NotFoundError: Key conv1/kernel not found in checkpoint
    data_format! OSError: Unable to synchronously open file (file signature not found)
    checkpoint_incompatible @lightning/pytorch/core/saving.py! KeyError: 'hyper_parameters'
    file_not_found! AssertionError: One or both of the .idx and .bin files cannot be found at the path prefix data/part
    file_not_found! soundfile.LibsndfileError: Error opening 'clips/1.wav': System error.
    file_not_found: ✘ Training data not found\nout/train.spacy
    authentication! OSError: Could not find kaggle.json. Make sure it's located in /home/u/.kaggle.
    network_error! RuntimeError: invalid hash value (expected "aa", got "bb")
    host_out_of_memory(137): Message: The node was low on resource: memory. Threshold quantity: 100Mi, available: 20Mi.
    host_out_of_memory(130): TERM_MEMLIMIT: job killed after reaching LSF memory usage limit.
    host_out_of_memory! RuntimeError: One or more background workers are no longer alive. Exiting.
    disk_full: Message: The node was low on resource: ephemeral-storage.
    node_failure: ORTE has lost communication with a remote daemon.\n\n  HNP daemon   : [[1,0],0] on node a
    killed_by_scheduler(143): slurmstepd: error: *** STEP 7.0 STEPD TERMINATED ON c1 AT 2026-02-03T01:02:03 DUE TO JOB NOT ENDING WITH SIGNALS ***
    peer_rank_failed: An MPI communication peer process has unexpectedly disconnected.  This\nusually indicates a failure in the peer process
    rendezvous_or_port! RuntimeError: Socket Timeout
    multiprocessing_error! RuntimeError: Cowardly refusing to serialize non-leaf tensor which requires_grad, since autograd does not support crossing process boundaries.
    missing_dependency! torch._inductor.exc.InductorError: InvalidCxxCompiler: No working C++ compiler found in torch._inductor.config.cpp.cxx: (None, 'g++')
    missing_dependency! graphviz.backend.execute.ExecutableNotFound: failed to execute 'dot', make sure the Graphviz executables are on your systems' PATH
    missing_dependency! pyspark.errors.exceptions.base.PySparkRuntimeError: [JAVA_GATEWAY_EXITED] Java gateway process exited before sending its port number.
    dependency_conflict! TypeError: Descriptors should not be created directly, but only retrieved from their parent.
    dependency_conflict! Exception: data did not match any variant of untagged enum PyPreTokenizerTypeWrapper at line 7 column 3
    dependency_conflict! ValueError: The checkpoint you are trying to load has model type `acme` but Transformers does not recognize this architecture.
    dependency_conflict! NotImplementedError: Support for `validation_epoch_end` has been removed in v2.0.0.
    dependency_conflict! RuntimeError: Dataset scripts are no longer supported, but found acme.py
    dependency_conflict! AssertionError: The algorithm only supports (<class 'gymnasium.spaces.box.Box'>,) as action spaces but Box(-1.0, 1.0, (2,), float32) was provided
    dependency_conflict: Error in call to target 'lightning.Trainer':\nTypeError("Trainer.__init__() got an unexpected keyword argument 'num_gpus'")\nfull_key: trainer
    illegal_instruction(134): The library was compiled to use AVX2 instructions, but these aren't available on your machine.
    code_error! torch._dynamo.exc.Unsupported: Dynamic control flow is not supported at the moment.
    tensor_shape_mismatch! acme.nn.LayerFault: matrices of 3 and 4 columns do not fit in size
    tensor_shape_mismatch: Traceback (most recent call last):\n  File "train.py", line 3, in <module>\n    model(x)\nValueError: Exception encountered when calling Sequential.call().\n\nThe size of the input does not fit the first layer's
    dtype_or_device_mismatch! RuntimeError: operands are float16 and bfloat16, and should be the same
    data_format! acme.io.Trouble: unsupported wav header in file 9
    host_out_of_memory! RuntimeError: unable to allocate 9000000 bytes for the index
    cuda_driver_or_version! AssertionError: 4 asked for, but this machine only has: 1 GPU. No GPU left
    cuda_driver_or_version! RuntimeError: CUDA error: peer mapping resources exhausted
    cuda_driver_or_version: luajit: cuda runtime error (35) : at THCGeneral.c:16
    cuda_out_of_memory: F0101 10:00:00.000000 11 syncedmem.cpp:56] cuda runtime error (2)
    cuda_device_assert: RuntimeError: cuda runtime error (710) : at loss.cu:11
    cuda_illegal_access: cuda execution failed with error 700 at conv.cu:9
    gpu_hardware: RuntimeError: cuda runtime error (214) : at copy.cu:9
    dependency_conflict! ImportError: /v/lib/python3.11/site-packages/acme/_ops.so: invalid ELF header
    dependency_conflict! ImportError: acme>=2.1 is needed, but found acme 1.9
    dependency_conflict! RuntimeError: `Fit.run` has been renamed to `Fit.start`
    authentication! acme.hub.Refused: you need to log in first
    file_not_found! acme.Stop: No usable weights file found in out/run3
    file_not_found! RuntimeError: failed to open data/part-0.bin
    permission_denied! acme.db.Fault: attempt to write a readonly table
    resource_locked: sql: table runs is locked (5) (SQLITE_BUSY)
    rendezvous_or_port: OSError: port 29512 is in use
    rendezvous_or_port @torch/distributed/distributed_c10d.py! RuntimeError: connect() timed out.
    hang_or_timeout! RuntimeError: evaluation timed out
    numerical_divergence! Exception: the loss scale cannot decrease any further: minimum reached
    index_out_of_range! ValueError: token 60000 exceeds the vocabulary
    invalid_configuration @transformers/modeling_utils.py! ValueError: AcmeModel does not support an attention implementation of this name yet.
    invalid_configuration! AssertionError: stage 3 of ZeRO requires an optimizer
    invalid_configuration: unknown flag: --epocs\nSee 'train --help'.
    invalid_configuration! SyntaxError: 'epoch' is not a valid YOLO argument.
    syntax_error: Traceback (most recent call last):\n  File "train.py", line 3\n    if x\n        ^\nSyntaxError: expected ':'
    cuda_out_of_memory! ValueError: Free memory on device (1.1/8.0 GiB) on startup is less than desired. Decrease GPU memory utilization.
    cuda_driver_or_version! NotImplementedError: No operator found for `memory_efficient_attention_backward` with inputs:
    dtype_or_device_mismatch! RuntimeError: Expected a 'cuda' device type for generator but found 'mps'
    tensor_shape_mismatch! ValueError: setting an array element with a sequence. The requested array has an inhomogeneous shape after 2 dimensions.
    empty_dataset! AssertionError: No valid data found in acme_train.
    empty_dataset! tensorflow.python.framework.errors_impl.OutOfRangeError: End of sequence [Op:IteratorGetNext]
    data_format: tar: This does not look like a tar archive\ntar: Exiting with failure status due to previous errors
    data_format! jinja2.exceptions.TemplateError: Conversation roles must alternate user/assistant
    checkpoint_incompatible! ValueError: unsupported pickle protocol: 9
    checkpoint_incompatible! AttributeError: Can't get attribute 'OldNet' on <module 'acme.net' from 'acme/net.py'>
    file_not_found: unzip:  cannot find or open set.zip, set.zip.zip or set.zip.ZIP.
    file_not_found! acme.Halt: the root folder of classes doesn't exists
    file_not_found! FileNotFoundError: [WinError 3] The system cannot find the path specified: 'D:\\img'
    permission_denied! OSError: [WinError 5] Access is denied: 'C:\\out'
    resource_locked! PermissionError: [WinError 32] The process cannot access the file because it is being used by another process
    missing_dependency! OSError: [WinError 126] The specified module could not be found. Error loading "fbgemm.dll"
    host_out_of_memory! OSError: [WinError 1455] The paging file is too small for this operation to complete.
    disk_full! OSError: [WinError 112] There is not enough space on the disk
    storage_quota! OSError: [WinError 1816] Not enough quota is available to process this command
    dependency_conflict! ImportError: [WinError 193] %1 is not a valid Win32 application
    rendezvous_or_port! OSError: [WinError 10048] Only one usage of each socket address is normally permitted
    network_error! OSError: [WinError 10061] No connection could be made because the target machine actively refused it
    authentication! botocore.exceptions.ClientError: An error occurred (SignatureDoesNotMatch) when calling the GetObject operation
    authentication! acme.cloud.Unauthenticated: no login
    network_error! grpc.RpcError: failed to connect to all addresses
    missing_dependency! RuntimeError: Could not load libacmecodec. FFmpeg is not properly installed
    missing_dependency: Error: Could not find or load main class com.acme.Train
    dependency_conflict! ImportError: Acme needs NumPy 2.0 or less. Got NumPy 2.3.
    dependency_conflict @tensorboardX/utils.py! TypeError: MessageToJson() got an unexpected keyword argument 'including_default_value_fields'
    code_error @torch/nn/modules/module.py! TypeError: Net.forward() got an unexpected keyword argument 'labels'
    code_error! AssertionError: No inf checks were recorded for this optimizer.
    killed_by_scheduler: CANCELLED: job exceeded its time limit (12:00:00)
    rendezvous_or_port! RuntimeError: The server socket has failed to bind to [::]:80 (errno: 13 - Permission denied).
    file_not_found: Exception in thread "main" java.io.FileNotFoundException: conf/a.yaml (No such file or directory)
    file_not_found(134): terminate called after throwing an instance of 'std::system_error'\n  what():  cannot open shard-3.bin: No such file or directory
    cuda_driver_or_version(134): libc++abi: terminating due to uncaught exception of type acme::Error: CUDA is not available in this build
    node_failure! OSError: [Errno 5] Input/output error: '/mnt/runs/a.pt'
    file_not_found! acme.io.Halt: OSError: out/a.pth is not a checkpoint file
    invalid_configuration @acme/core.py! ValueError: warmup cannot be zero.
    invalid_configuration @acme/core.py! ValueError: the net acme_v1 is not supported for version 2. Features of different versions are listed.
    data_format: Traceback (most recent call last):\n  File "data.py", line 4, in load\n    path, text = row.split(';')\nValueError: not enough values to unpack (expected 2, got 1)
    dependency_conflict! ModuleNotFoundError: No module named 'acme.training.state'
    missing_dependency! ModuleNotFoundError: No module named 'google.acme'
    code_error! ImportError: cannot import name 'make_rows' from 'rows' (/home/u/proj/rows.py)
    dependency_conflict! ImportError: cannot import name 'Fit' from 'acme' (/v/lib/python3.11/site-packages/acme/__init__.py)
    empty_dataset: Traceback (most recent call last):\n  File "train.py", line 7, in main\n    mean = total/(len(loader))\nZeroDivisionError: division by zero
    cuda_driver_or_version! jaxlib.XlaRuntimeError: INTERNAL: the requested feature depends on an architectural feature that is absent from the device
    cuda_illegal_access! jaxlib.XlaRuntimeError: INTERNAL: the GPU program failed to execute
    cuda_out_of_memory! jaxlib.XlaRuntimeError: INTERNAL: the resource allocation failed
    cuda_driver_or_version: CUDA Error: unknown error
    invalid_configuration @acme/core.py! ValueError: `rows` not provided for the reader
    invalid_configuration! ValueError: malformed node or string: <Name object>
    killed_externally @torch/distributed/elastic/agent.py! torch.distributed.elastic.multiprocessing.api.SignalException: Process 11 got signal: 1
    interrupted @torch/distributed/elastic/agent.py! torch.distributed.elastic.multiprocessing.api.SignalException: Process 11 got signal: 2
    cuda_driver_or_version! acme.FitError: cuda/base.h:11: CUDA error 800: operation not permitted
    gpu_hardware! acme.FitError: cuda/base.h:11: CUDA error 220: link
    cuda_illegal_access! acme.FitError: cuda/base.h:11: CUDA error 400: handle
    assertion_failed! acme.FitError: fit.cpp:9: Condition violated: `state == 2'
    code_error! _acme.FitError: std::bad_cast
    invalid_configuration: Traceback (most recent call last):\n  File "train.py", line 7, in main\n    rank = int(os.environ['RANK'])\n  File "/usr/lib/python3.11/os.py", line 679, in __getitem__\n    raise KeyError(key) from None\nKeyError: 'RANK'
    unknown: subprocess.CalledProcessError: Command '['python', 'train.py', '--config_file', 'a.toml']' returned non-zero exit status 1.
    """#
}
