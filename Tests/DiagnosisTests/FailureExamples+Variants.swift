extension FailureExamples {
  /// Further wordings, written when the rules were done with the other tables, to see how far they reach.
  static let variants = #"""
    cuda_out_of_memory! torch.OutOfMemoryError: HIP out of memory. Tried to allocate 64.00 MiB. GPU 1 has a total capacity of 63.98 GiB
    cuda_out_of_memory! cupy.cuda.memory.OutOfMemoryError: Out of memory allocating 8,000,000,000 bytes (allocated so far: 0 bytes).
    cuda_out_of_memory! tensorflow.python.framework.errors_impl.ResourceExhaustedError: OOM when allocating tensor with shape[128,512,28,28] and type float
    cuda_out_of_memory: lightgbm.basic.LightGBMError: Check failed: (cudaMalloc) out of memory at gpu
    host_out_of_memory(137): epoch 2 loss 0.3\nKilled
    host_out_of_memory! RuntimeError: DataLoader worker (pid(s) 4113) exited unexpectedly
    host_out_of_memory! MemoryError: Unable to allocate 3.2 GiB
    host_out_of_memory! polars.exceptions.ComputeError: memory allocation of 1073741824 bytes failed
    shared_memory_exhausted! RuntimeError: unable to allocate shared memory(shm) for file </torch_1>: Resource temporarily unavailable (11)
    shared_memory_exhausted! RuntimeError: unable to resize file </torch_77_1> to the right size: Invalid argument (22)
    cuda_driver_or_version! RuntimeError: No CUDA GPUs are available
    cuda_driver_or_version! RuntimeError: Attempting to use device cuda:3 but only 2 are visible: CUDA error: invalid device ordinal
    cuda_driver_or_version! ValueError: FlashAttention only supports Ampere GPUs or newer.
    cuda_driver_or_version! RuntimeError: CUDA driver initialization failed, you might not have a CUDA gpu.
    cuda_driver_or_version! OSError: CUDA_HOME environment variable is not set. Please set it to your CUDA install root.
    cuda_driver_or_version! pytorch_lightning.utilities.exceptions.MisconfigurationException: No supported gpu backend found!
    cuda_driver_or_version! AssertionError: CUDA unavailable, invalid device 0 requested
    cuda_driver_or_version! xgboost.core.XGBoostError: XGBoost version not compiled with GPU support.
    cuda_device_assert: Assertion `srcIndex < srcSelectDimSize` failed.\nRuntimeError: CUDA error: device-side assert triggered
    cuda_illegal_access! torch.AcceleratorError: CUDA error: an illegal memory access was encountered
    cuda_illegal_access! RuntimeError: Triton Error [CUDA]: an illegal memory access was encountered
    gpu_hardware: kernel: NVRM: Xid (PCI:0000:86:00): 48, pid=1, Double Bit ECC Error
    gpu_hardware! RuntimeError: NVML: GPU is lost
    nccl_communication! torch.distributed.DistBackendError: NCCL error in: NCCLUtils.hpp:275, remote process exited or there was a network error, NCCL version 2.20.5\nncclRemoteError
    nccl_communication: [rank0]:[E ProcessGroupNCCL.cpp:915] [Rank 0] NCCL watchdog thread terminated with exception: ncclSystemError
    nccl_communication! RuntimeError: Gloo connectFullMesh failed with timeout
    rendezvous_or_port! torch.distributed.DistNetworkError: The client socket has timed out after 300000ms while trying to connect to (10.0.0.1, 29500).
    rendezvous_or_port! ValueError: Error initializing torch.distributed using env:// rendezvous: environment variable RANK expected, but not set
    rendezvous_or_port! RuntimeError: Timed out initializing process group in store based barrier on rank: 0
    peer_rank_failed: [rank1]: Traceback (most recent call last):\n[rank1]:   File "train.py", line 4, in <module>\n[rank1]: RuntimeError: [/pytorch/third_party/gloo/gloo/transport/tcp/pair.cc:547] Connection reset by peer
    multiprocessing_error! AttributeError: Can't get attribute 'Net' on <module '__main__' (built-in)>
    multiprocessing_error! RuntimeError: An attempt has been made to start a new process before the current process has finished its bootstrapping phase.
    multiprocessing_error! concurrent.futures.process.BrokenProcessPool: A process in the process pool was terminated abruptly while the future was running or pending.
    numerical_divergence! AssertionError: loss is not finite: nan
    numerical_divergence: ERROR: Loss is inf at step 300, aborting
    numerical_divergence! ValueError: NaN detected in gradients of layer4.0.conv1.weight
    numerical_divergence! RuntimeError: Detected inf or nan values in the actor output
    numerical_divergence! keras.errors.NanLossDuringTrainingError: NaN loss during training.
    tensor_shape_mismatch! ValueError: Target size (torch.Size([16, 1])) must be the same as input size (torch.Size([16]))
    tensor_shape_mismatch! RuntimeError: einsum(): operands do not broadcast with remapped shapes [original->remapped]: [2, 3] [4]
    tensor_shape_mismatch! ValueError: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 5 is different from 4)
    tensor_shape_mismatch! ValueError: Shapes (None, 10) and (None, 1) are incompatible
    tensor_shape_mismatch! RuntimeError: running_mean should contain 32 elements not 64
    tensor_shape_mismatch! RuntimeError: shape '[8, -1]' is invalid for input of size 30
    tensor_shape_mismatch! RuntimeError: Calculated padded input size per channel: (2 x 2). Kernel size: (3 x 3). Kernel size can't be greater than actual input size
    tensor_shape_mismatch! ValueError: Expected input batch_size (32) to match target batch_size (64).
    tensor_shape_mismatch! RuntimeError: expected sequence of length 5 at dim 1 (got 3)
    tensor_shape_mismatch! RuntimeError: embed_dim must match
    dtype_or_device_mismatch! RuntimeError: expected scalar type Float but found Double
    dtype_or_device_mismatch! RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!
    dtype_or_device_mismatch! RuntimeError: "binary_cross_entropy" not implemented for 'Long'
    dtype_or_device_mismatch! RuntimeError: Input type (float) and bias type (c10::Half) should be the same
    dtype_or_device_mismatch! ValueError: Tensor conversion requested dtype float32 for Tensor with dtype float64
    dtype_or_device_mismatch! RuntimeError: Tensor for argument weight is on cpu but expected on gpu
    index_out_of_range! IndexError: Replacement index 7 out of range for positional args tuple
    index_out_of_range! IndexError: too many indices for array: array is 1-dimensional, but 2 were indexed
    disk_full! RuntimeError: PytorchStreamWriter failed writing file data/0: file write failed
    disk_full! OSError: [Errno 28] No space left on device: '/tmp/tmpx'
    storage_quota! OSError: [Errno 122] Disk quota exceeded
    permission_denied! PermissionError: [Errno 13] Permission denied: '/root/.cache/huggingface'
    file_not_found! FileNotFoundError: Unable to find '/data/train.json'
    file_not_found! datasets.exceptions.DatasetNotFoundError: Dataset 'me/nope' doesn't exist on the Hub or cannot be accessed.
    file_not_found! RuntimeError: Parent directory ckpts does not exist.
    file_not_found! OSError: Error no file named pytorch_model.bin, model.safetensors found in directory ./ckpt.
    file_not_found: Error: Cannot find config file configs/foo.py
    file_not_found! ValueError: Can't find a checkpoint at out/checkpoint-100
    resource_locked! OSError: [Errno 11] Resource temporarily unavailable: cannot lock file
    resource_locked! BlockingIOError: [Errno 35] Resource temporarily unavailable
    os_resource_limit! OSError: [Errno 23] Too many open files in system
    os_resource_limit: libgomp: Thread creation failed: Resource temporarily unavailable
    segfault(139): Segmentation fault (core dumped)
    aborted(134): terminate called after throwing an instance of 'c10::Error'\n  what():  unexpected
    aborted(134): corrupted size vs. prev_size
    illegal_instruction(132): The TensorFlow library was compiled to use AVX instructions, but these aren't available on your machine.
    killed_by_scheduler(-15): slurmstepd: error: *** JOB 12 ON a CANCELLED AT 2026-02-02T00:00:00 DUE TO TIME LIMIT ***
    killed_by_scheduler(143): slurmstepd: error: *** JOB 9123 ON node7 CANCELLED AT 2026-03-03T10:00:00 ***
    node_failure: srun: error: Node failure on n3
    hang_or_timeout! TimeoutError: Watchdog: no progress for 1800 s
    missing_dependency! ImportError: \nFlashAttention2 has been toggled on, but it cannot be used due to the following error: the package flash_attn seems to be not installed.
    missing_dependency! ImportError: Missing optional dependency 'openpyxl'.  Use pip or conda to install openpyxl.
    missing_dependency! ImportError: AutoTokenizer requires the sentencepiece library but it was not found in your environment.
    missing_dependency! OSError: sndfile library not found
    missing_dependency! ValueError: Backend 'tpu' requires package torch_xla to be installed
    missing_dependency! RuntimeError: Ninja is required to load C++ extensions
    dependency_conflict! ImportError: /v/numpy/core/_multiarray_umath.so: version `GLIBC_2.34' not found
    dependency_conflict! ImportError: numpy.core.multiarray failed to import
    dependency_conflict! TypeError: Descriptors cannot be created directly.
    dependency_conflict! AttributeError: np.float_ was removed in the NumPy 2.0 release. Use np.float64 instead.
    dependency_conflict! ImportError: tokenizers>=0.21,<0.22 is required for a normal functioning of this module, but found tokenizers==0.19.1.
    dependency_conflict @transformers/trainer.py! TypeError: Trainer.__init__() got an unexpected keyword argument 'tokenizer'
    data_format! ValueError: could not convert string to float: 'abc'
    data_format! OSError: image file is truncated (12 bytes not processed)
    data_format! pyarrow.lib.ArrowInvalid: JSON parse error: Missing a comma or '}' after an object member. in row 3
    data_format! ValueError: Unknown label type: continuous
    data_format! KeyError: "['target'] not in index"
    data_format! EOFError: Compressed file ended before the end-of-stream marker was reached
    data_format! RuntimeError: Failed to decode audio.
    data_format! ValueError: Length of values (10) does not match length of index (12)
    data_format! tensorflow.python.framework.errors_impl.InvalidArgumentError: Unknown image file format. One of JPEG, PNG, GIF, BMP required.
    data_format! OSError: Unable to open file (truncated file: eof = 96, sblock->base_addr = 0, stored_eof = 2048)
    data_format! ValueError: Column 'text' not in dataset columns ['a', 'b']
    data_format! ValueError: The column label must contain at least two classes
    empty_dataset! ValueError: No training samples found in data/
    empty_dataset! RuntimeError: Found 0 files in subfolders of: data
    empty_dataset! IndexError: Dataset is empty
    empty_dataset! ValueError: `validation_split` leaves no samples for training
    empty_dataset! RuntimeError: No images were found under /data/train
    checkpoint_incompatible! RuntimeError: Error(s) in loading state_dict for Net: size mismatch for fc.weight
    checkpoint_incompatible! ValueError: A total of 3 objects could not be loaded. Example error message for object <Dense>: shape
    checkpoint_incompatible! RuntimeError: Invalid magic number; corrupt file?
    checkpoint_incompatible! KeyError: 'optimizer_state_dict'
    checkpoint_incompatible! OSError: Unable to load weights from pytorch checkpoint file for 'x'.
    checkpoint_incompatible! ValueError: Trying to restore checkpoint with different number of layers
    invalid_configuration(2): train.py: error: the following arguments are required: --data
    invalid_configuration! ValueError: batch_size should be a positive integer value, but got batch_size=0
    invalid_configuration! ValueError: Invalid betas: (2, 0.9)
    invalid_configuration! omegaconf.errors.MissingMandatoryValue: Missing mandatory value: data.path
    invalid_configuration! ValueError: embed_dim must be divisible by num_heads
    invalid_configuration! RuntimeError: DeepSpeed: Check batch related parameters. train_batch_size is not equal to micro_batch_per_gpu * gradient_acc_step * world_size 16 != 2 * 1 * 4
    invalid_configuration! AssertionError: top_k must be positive
    invalid_configuration! ValueError: num_samples=5 and shuffle=True are incompatible options
    invalid_configuration! ValueError: Found unsupported value for lr_scheduler: 'cosinee'
    code_error! TypeError: 'NoneType' object is not subscriptable
    code_error! RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation
    code_error! RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
    code_error! NotImplementedError
    code_error! KeyError: 'loss'
    code_error! ValueError: too many values to unpack (expected 2)
    code_error! ValueError: not enough values to unpack (expected 3, got 2)
    code_error! TypeError: forward() got an unexpected keyword argument 'mask'
    code_error! AttributeError: 'Trainer' object has no attribute 'modle'
    assertion_failed! AssertionError: expected at least two passes
    assertion_failed! AssertionError: world not ready
    network_error! ConnectionResetError: [Errno 104] Connection reset by peer
    network_error! urllib3.exceptions.ReadTimeoutError: HTTPSConnectionPool(host='x', port=443): Read timed out.
    network_error! OSError: We couldn't connect to 'https://huggingface.co' to load the files
    network_error! ConnectionError: Couldn't reach 'imdb' on the Hub (LocalEntryNotFoundError)
    authentication! OSError: You are trying to access a gated repo.
    authentication! huggingface_hub.errors.RepositoryNotFoundError: 401 Client Error. Repository Not Found for url
    authentication! botocore.exceptions.ClientError: An error occurred (InvalidAccessKeyId) when calling the GetObject operation
    rate_limited! requests.exceptions.HTTPError: 429 Client Error: Too Many Requests for url
    experiment_tracking! wandb.sdk.lib.mailbox.MailboxError: transport failed
    experiment_tracking! mlflow.exceptions.RestException: INVALID_PARAMETER_VALUE: run
    experiment_tracking! wandb.errors.errors.UsageError: Call to wandb.log before wandb.init
    interrupted! KeyboardInterrupt
    unknown: bye
    syntax_error! SyntaxError: unterminated string literal (detected at line 3)
    not_executable(126): ./run: ./run: cannot execute: required file not found
    command_not_found(127): bash: line 1: python3.13: command not found
    tensor_shape_mismatch! ValueError: logits and labels must have the same shape ((None, 1) vs (None, 3))
    tensor_shape_mismatch! RuntimeError: The expanded size of the tensor (77) must match the existing size (80) at non-singleton dimension 1.
    invalid_configuration! ValueError: Invalid pattern: '**' can only be an entire path component
    invalid_configuration! ValueError: `max_steps` or `num_train_epochs` must be specified
    invalid_configuration! ValueError: The `lr` argument must be a float, got 'x'
    code_error! ValueError: I/O operation on closed file.
    code_error! RuntimeError: dictionary changed size during iteration
    code_error! TypeError: unsupported operand type(s) for +: 'int' and 'str'
    code_error! TypeError: 'int' object is not callable
    code_error! TypeError: __init__() missing 2 required positional arguments: 'a' and 'b'
    code_error! TypeError: object of type 'NoneType' has no len()
    code_error! RuntimeError: No active exception to reraise
    code_error! RuntimeError: There is no current event loop in thread 'MainThread'.
    code_error! ValueError: list.remove(x): x not in list
    code_error! KeyError: 'model'
    code_error! TypeError: cannot unpack non-iterable NoneType object
    code_error! NameError: name 'torch' is not defined
    code_error! AttributeError: 'str' object has no attribute 'to'
    data_format! ValueError: invalid literal for int() with base 10: 'a'
    data_format! ValueError: time data '2021' does not match format '%Y-%m-%d'
    dependency_conflict! ImportError: cannot import name 'packaging' from 'pkg_resources'
    code_error! ImportError: cannot import name 'A' from partially initialized module 'a' (most likely due to a circular import)
    code_error! ImportError: attempted relative import with no known parent package
    assertion_failed! AssertionError: Expected 3, got 4
    code_error! RuntimeError: Expected to have finished reduction in the prior iteration before starting a new one. This error indicates that your module has parameters that were not used in producing loss.
    code_error! RuntimeError: grad can be implicitly created only for scalar outputs
    code_error! RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    code_error! TypeError: only integer tensors of a single element can be converted to an index
    file_not_found! ValueError: Unable to load data: path 'x' does not exist
    killed_by_scheduler(143): slurmstepd: error: *** STEP 1.0 ON n CANCELLED AT 2026-01-01T00:00:00 ***
    node_failure(143): slurmstepd: error: *** JOB 5 ON n CANCELLED AT 2026-01-01T00:00:00 DUE TO NODE FAILURE ***
    """#
}
