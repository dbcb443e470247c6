/// What frameworks print when they fail, a line each, in the words of their own sources.
///
/// `label: text` is a plain log of exit code 1, `label(code): text` one of another exit code (negative: a signal),
/// `label! text` the last line of a traceback, `label @path! text` of one that was raised in that library file.
/// `\n` begins a new line.
enum FailureExamples {
  static let memory = #"""
    cuda_out_of_memory! torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 896.00 MiB. GPU 0 has a total capacity of 23.69 GiB
    cuda_out_of_memory! jaxlib.xla_extension.XlaRuntimeError: RESOURCE_EXHAUSTED: Out of memory while trying to allocate 8589934592 bytes.
    cuda_out_of_memory! tensorflow.python.framework.errors_impl.ResourceExhaustedError: {{function_node __wrapped__Conv2D}} failed to allocate memory [Op:Conv2D]
    cuda_out_of_memory! xgboost.core.XGBoostError: [11:03:21] /xgboost/src/tree/updater_gpu_hist.cu:781: Exception in gpu_hist: bad_alloc: cudaErrorMemoryAllocation: out of memory
    cuda_out_of_memory! RuntimeError: CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`
    cuda_out_of_memory! RuntimeError: cuDNN error: CUDNN_STATUS_ALLOC_FAILED
    cuda_out_of_memory! ValueError: No available memory for the cache blocks. Try increasing `gpu_memory_utilization` when initializing the engine.
    cuda_out_of_memory! RuntimeError: MPS backend out of memory (MPS allocated: 17.95 GB, other allocations: 2.10 MB, max allowed: 18.13 GB).
    host_out_of_memory! numpy.core._exceptions._ArrayMemoryError: Unable to allocate 37.3 GiB for an array with shape (50000, 100000) and data type float64
    host_out_of_memory(137): run.sh: line 12:  4711 Killed                  python train.py --epochs 10
    host_out_of_memory: slurmstepd: error: Detected 1 oom_kill event in StepId=88123.0. Some of the step tasks have been OOM Killed.
    host_out_of_memory! RuntimeError: [enforce fail at alloc_cpu.cpp:117] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 68719476736 bytes. Error code 12 (Cannot allocate memory)
    host_out_of_memory! ray.exceptions.OutOfMemoryError: Task was killed due to the node running low on memory.
    host_out_of_memory! OSError: [Errno 12] Cannot allocate memory
    host_out_of_memory: Error: cannot allocate vector of size 14.9 Gb\nExecution halted
    host_out_of_memory: java.lang.OutOfMemoryError: Java heap space
    host_out_of_memory! pyarrow.lib.ArrowMemoryError: malloc of size 8589934592 failed
    host_out_of_memory! RuntimeError: DataLoader worker (pid 2231) is killed by signal: Killed.
    host_out_of_memory(134): terminate called after throwing an instance of 'std::bad_alloc'\n  what():  std::bad_alloc
    shared_memory_exhausted! RuntimeError: DataLoader worker (pid 4021) is killed by signal: Bus error. It is possible that dataloader's workers are out of shared memory. Please try to raise your shared memory limit.
    shared_memory_exhausted! RuntimeError: unable to write to file </torch_2031_1093_5>: No space left on device (28)
    shared_memory_exhausted! RuntimeError: unable to mmap 1048576 bytes from file </torch_91_2>: Cannot allocate memory (12)
    shared_memory_exhausted! OSError: [Errno 28] No space left on device: '/dev/shm/pym-77-abc'
    shared_memory_exhausted: ERROR: Unexpected bus error encountered in worker. This might be caused by insufficient shared memory (shm).
    """#

  static let accelerator = #"""
    cuda_driver_or_version! RuntimeError: The NVIDIA driver on your system is too old (found version 11040).
    cuda_driver_or_version @torch/cuda/__init__.py! AssertionError: Torch not compiled with CUDA enabled
    cuda_driver_or_version! RuntimeError: CUDA error: the provided PTX was compiled with an unsupported toolchain.
    cuda_driver_or_version! RuntimeError: Unexpected error from cudaGetDeviceCount(). Did you run some cuda functions before calling NumCudaDevices() that might have already set an error? Error 803: system has unsupported display driver / cuda driver combination
    cuda_driver_or_version! RuntimeError: Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False.
    cuda_driver_or_version! ImportError: libcusparse.so.12: cannot open shared object file: No such file or directory
    cuda_driver_or_version(127): ./trainer: error while loading shared libraries: libnvrtc.so.12: cannot open shared object file: No such file or directory
    cuda_driver_or_version! RuntimeError: CUDA error: no kernel image is available for execution on the device
    cuda_driver_or_version! RuntimeError: HIP error: invalid device function
    cuda_driver_or_version! jaxlib.xla_extension.XlaRuntimeError: FAILED_PRECONDITION: DNN library initialization failed.
    cuda_driver_or_version! RuntimeError: CUDA error: system not yet initialized
    cuda_device_assert! RuntimeError: CUDA error: device-side assert triggered\nCUDA kernel errors might be asynchronously reported at some other API call
    cuda_device_assert! torch.AcceleratorError: CUDA error: device-side assert triggered
    cuda_device_assert: ../aten/src/ATen/native/cuda/Loss.cu:250: nll_loss_forward_reduce_cuda_kernel_2d: block: [0,0,0], thread: [4,0,0] Assertion `t >= 0 && t < n_classes` failed.
    cuda_device_assert! RuntimeError: CUDA error: cudaErrorAssert
    cuda_device_assert: /pytorch/aten/src/ATen/native/cuda/ScatterGatherKernel.cu:144: operator(): block: [2,0,0], thread: [31,0,0] Assertion `idx_dim >= 0 && idx_dim < index_size && "index out of bounds"` failed.\nRuntimeError: CUDA error: device-side assert triggered
    cuda_illegal_access! RuntimeError: CUDA error: misaligned address
    cuda_illegal_access! RuntimeError: CUDA error: CUBLAS_STATUS_EXECUTION_FAILED when calling `cublasSgemm( handle, opa, opb, m, n, k)`
    cuda_illegal_access! jaxlib.xla_extension.XlaRuntimeError: INTERNAL: Failed to launch CUDA kernel: CUDA_ERROR_ILLEGAL_ADDRESS: an illegal memory access was encountered
    cuda_illegal_access! RuntimeError: HIP error: an illegal memory access was encountered
    cuda_illegal_access! RuntimeError: CUDA error: hardware stack error
    cuda_illegal_access! cupy_backends.cuda.api.runtime.CUDARuntimeError: cudaErrorLaunchFailure: unspecified launch failure
    gpu_hardware! RuntimeError: CUDA error: uncorrectable ECC error encountered
    gpu_hardware: [ 8123.4] NVRM: Xid (PCI:0000:3b:00): 79, pid=3120, GPU has fallen off the bus.
    gpu_hardware! RuntimeError: CUDA error: uncorrectable NVLink error detected during the execution
    gpu_hardware: Unable to determine the device handle for GPU0000:5E:00.0: Unknown Error
    gpu_hardware! torch.AcceleratorError: CUDA error: cudaErrorECCUncorrectable
    """#

  static let distributed = #"""
    nccl_communication! torch.distributed.DistBackendError: NCCL error in: ../torch/csrc/distributed/c10d/ProcessGroupNCCL.cpp:1970, unhandled system error (run with NCCL_DEBUG=INFO for details), NCCL version 2.19.3
    nccl_communication(-6): [rank3]:[E1105 ProcessGroupNCCL.cpp:616] [Rank 3] Watchdog caught collective operation timeout: WorkNCCL(SeqNum=812, OpType=ALLREDUCE, NumelIn=1, Timeout(ms)=600000) ran for 600032 milliseconds before timing out.\nterminate called after throwing an instance of 'c10::DistBackendError'
    nccl_communication! RuntimeError: [/pytorch/third_party/gloo/gloo/transport/tcp/unbound_buffer.cc:81] Timed out waiting 1800000ms for recv operation to complete
    nccl_communication: node3:2112:2140 [0] transport/net_ib.cc:1295 NCCL WARN NET/IB : Got completion from peer 10.1.0.4 with error 12, opcode 0, len 0, vendor err 129\nRuntimeError: NCCL communicator was aborted on rank 4.
    nccl_communication! jaxlib.xla_extension.XlaRuntimeError: INTERNAL: NCCL operation ncclGroupEnd() failed: unhandled cuda error
    nccl_communication: mlx5_0: ibv_poll_cq() returned IBV_WC_RETRY_EXC_ERR\nUCX  ERROR Transport retry count exceeded on mlx5_0:1/IB
    rendezvous_or_port! torch.distributed.DistNetworkError: The server socket has failed to listen on any local network address. port: 29500, useIpv6: false, code: -98, name: EADDRINUSE, message: address already in use
    rendezvous_or_port! torch.distributed.DistStoreError: Timed out after 901 seconds waiting for clients. 1/2 clients joined.
    rendezvous_or_port! torch.distributed.elastic.rendezvous.api.RendezvousClosedError
    rendezvous_or_port! OSError: [Errno 98] Address already in use
    rendezvous_or_port @torch/distributed/rendezvous.py! ValueError: Error initializing torch.distributed using env:// rendezvous: environment variable MASTER_ADDR expected, but not set
    rendezvous_or_port! jaxlib.xla_extension.XlaRuntimeError: DEADLINE_EXCEEDED: Barrier timed out. Barrier_id: PjRT_Client_Connect
    peer_rank_failed! RuntimeError: [../third_party/gloo/gloo/transport/tcp/pair.cc:534] Connection closed by peer [10.0.0.3]:18022
    peer_rank_failed! horovod.common.exceptions.HorovodInternalError: Horovod has been shut down. This was caused by an exception on one of the ranks or an attempt to allreduce a tensor after one of the ranks finished execution.
    peer_rank_failed! ray.exceptions.ActorDiedError: The actor died unexpectedly before finishing this task.
    peer_rank_failed! torch.distributed.DistBackendError: [1] is setting up NCCL communicator and retrieving ncclUniqueId from [0] via c10d key-value store by key '0', but store->get('0') got error: Connection reset by peer
    peer_rank_failed! tensorflow.python.framework.errors_impl.UnavailableError: Collective ops is aborted by: The task /job:worker/replica:0/task:1 has failed
    multiprocessing_error! _pickle.PicklingError: Can't pickle <function <lambda> at 0x7f12>: attribute lookup <lambda> on __main__ failed
    multiprocessing_error! RuntimeError: Cannot re-initialize CUDA in forked subprocess. To use CUDA with multiprocessing, you must use the 'spawn' start method
    multiprocessing_error! TypeError: cannot pickle '_thread.lock' object
    multiprocessing_error! AssertionError: daemonic processes are not allowed to have children
    multiprocessing_error @multiprocessing/context.py! RuntimeError: context has already been set
    multiprocessing_error @multiprocessing/connection.py! multiprocessing.context.AuthenticationError: digest received was wrong
    """#

  static let numbers = #"""
    numerical_divergence! ValueError: Loss is NaN at step 2100, stopping
    numerical_divergence: Loss is nan, stopping training
    numerical_divergence! Exception: Current loss scale already at minimum - cannot decrease scale anymore. Exiting run.
    numerical_divergence! RuntimeError: Function 'MulBackward0' returned nan values in its 0th output.
    numerical_divergence! RuntimeError: The total norm of order 2.0 for gradients from `parameters` is non-finite, so it cannot be clipped.
    numerical_divergence! tensorflow.python.framework.errors_impl.InvalidArgumentError: Graph execution error: gradient_norm : Tensor had NaN values
    numerical_divergence! ValueError: Expected parameter logits (Tensor of shape (64, 6)) of distribution Categorical(logits: torch.Size([64, 6])) to satisfy the constraint IndependentConstraint(Real(), 1), but found invalid values:\ntensor([[nan, nan, nan]])
    numerical_divergence! FloatingPointError: invalid value (nan) encountered in jit(train_step)
    numerical_divergence! RuntimeError: Training diverged: gradient norm 1.2e9 exploded
    numerical_divergence! RuntimeError: probability tensor contains either `inf`, `nan` or element < 0
    tensor_shape_mismatch! RuntimeError: Given groups=1, weight of size [64, 3, 7, 7], expected input[8, 1, 224, 224] to have 3 channels, but got 1 channels instead
    tensor_shape_mismatch! ValueError: Using a target size (torch.Size([32])) that is different to the input size (torch.Size([32, 1])) is deprecated. Please ensure they have the same size.
    tensor_shape_mismatch! RuntimeError: The size of tensor a (30) must match the size of tensor b (32) at non-singleton dimension 3
    tensor_shape_mismatch! ValueError: Input 0 of layer "dense" is incompatible with the layer: expected axis -1 of input shape to have value 784, but received input with shape (None, 28, 28)
    tensor_shape_mismatch! TypeError: dot_general requires contracting dimensions to have the same shape, got (128,) and (64,).
    tensor_shape_mismatch! RuntimeError: stack expects each tensor to be equal size, but got [3, 224, 224] at entry 0 and [1, 224, 224] at entry 4
    tensor_shape_mismatch! ValueError: operands could not be broadcast together with shapes (4,3) (4,)
    tensor_shape_mismatch! RuntimeError: view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.
    tensor_shape_mismatch! ValueError: Dimension mismatch: model has 20 features, input has 18
    tensor_shape_mismatch! RuntimeError: Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [32, 784]
    tensor_shape_mismatch! ValueError: X has 12 features, but LogisticRegression is expecting 10 features as input.
    tensor_shape_mismatch! einops.EinopsError:  Error while processing rearrange-reduction pattern "b (h d) -> b h d".\n Shape mismatch, can't divide axis of length 10 in chunks of 3
    tensor_shape_mismatch: ERROR: LoadError: DimensionMismatch: A has dimensions (3,4) but B has dimensions (5,6)
    dtype_or_device_mismatch! RuntimeError: mat1 and mat2 must have the same dtype, but got Float and Half
    dtype_or_device_mismatch! RuntimeError: Input type (torch.cuda.FloatTensor) and weight type (torch.FloatTensor) should be the same
    dtype_or_device_mismatch! RuntimeError: "addmm_impl_cpu_" not implemented for 'Half'
    dtype_or_device_mismatch! RuntimeError: expected m1 and m2 to have the same dtype, but got: double != float
    dtype_or_device_mismatch! TypeError: can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.
    dtype_or_device_mismatch! RuntimeError: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.FloatTensor instead
    dtype_or_device_mismatch! tensorflow.python.framework.errors_impl.InvalidArgumentError: cannot compute MatMul as input #1(zero-based) was expected to be a float tensor but is a double tensor [Op:MatMul]
    dtype_or_device_mismatch! RuntimeError: result type Float can't be cast to the desired output type Long
    dtype_or_device_mismatch! RuntimeError: Attempting to run on tensors on different devices: cuda:0 and cuda:1
    index_out_of_range! IndexError: index 1024 is out of bounds for axis 0 with size 1000
    index_out_of_range! IndexError: Target 10 is out of bounds.
    index_out_of_range! IndexError: list index out of range
    index_out_of_range! RuntimeError: index out of range: Tried to access index 30522 out of table with 30521 rows
    index_out_of_range! tensorflow.python.framework.errors_impl.InvalidArgumentError: indices[3,7] = 20001 is not in [0, 20000) [[{{node embedding/embedding_lookup}}]]
    index_out_of_range! IndexError: tuple index out of range
    index_out_of_range: ERROR: LoadError: BoundsError: attempt to access 10-element Vector{Float64} at index [11]
    """#

  static let files = #"""
    disk_full! OSError: [Errno 28] No space left on device
    disk_full! RuntimeError: [enforce fail at inline_container.cc:595] . unexpected pos 1049344 vs 1049238
    disk_full! safetensors_rust.SafetensorError: Error while serializing: IoError(Os { code: 28, kind: StorageFull, message: "No space left on device" })
    disk_full! sqlite3.OperationalError: database or disk is full
    disk_full: cp: error writing '/out/model.bin': No space left on device
    disk_full! tensorflow.python.framework.errors_impl.ResourceExhaustedError: /out/ckpt.data-00000-of-00001.tempstate; No space left on device
    storage_quota! OSError: [Errno 122] Disk quota exceeded: '/home/u/ckpt/last.pt'
    storage_quota: cp: error writing 'last.pt': Disk quota exceeded
    storage_quota! googleapiclient.errors.HttpError: <HttpError 403 "The user's Drive storage quota has been exceeded.">
    storage_quota! huggingface_hub.errors.HfHubHTTPError: 403 Client Error: Private repository storage limit reached, please upgrade your plan
    storage_quota! RuntimeError: write failed: over quota
    permission_denied! PermissionError: [Errno 13] Permission denied: '/data/out/model.pt'
    permission_denied! OSError: [Errno 30] Read-only file system: '/mnt/models/last.ckpt'
    permission_denied: mkdir: cannot create directory '/scratch': Permission denied
    permission_denied! PermissionError: [Errno 1] Operation not permitted: '/proc/sys'
    permission_denied! tensorflow.python.framework.errors_impl.PermissionDeniedError: /opt/logs; Permission denied
    permission_denied! sqlite3.OperationalError: attempt to write a readonly database
    file_not_found! FileNotFoundError: [Errno 2] No such file or directory: 'configs/base.yaml'
    file_not_found(2): python3: can't open file '/home/u/trian.py': [Errno 2] No such file or directory
    file_not_found! IsADirectoryError: [Errno 21] Is a directory: 'data/'
    file_not_found! tensorflow.python.framework.errors_impl.NotFoundError: Unsuccessful TensorSliceReader constructor: Failed to find any matching files for ckpt/model
    file_not_found! OSError: models/my-bert is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'
    file_not_found! botocore.exceptions.ClientError: An error occurred (404) when calling the HeadObject operation: Not Found
    file_not_found: Error in file(file, "rt") : cannot open the connection\nIn addition: cannot open file 'train.csv': No such file or directory
    file_not_found: tar: data.tar.gz: Cannot open: No such file or directory
    file_not_found! requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://example.org/weights.pth
    file_not_found! ValueError: Checkpoint path runs/7/last.ckpt does not exist
    resource_locked! sqlite3.OperationalError: database is locked
    resource_locked! BlockingIOError: [Errno 11] Unable to open file (unable to lock file, errno = 11, error message = 'Resource temporarily unavailable')
    resource_locked! filelock._error.Timeout: The file lock '/cache/x.lock' could not be acquired.
    resource_locked! OSError: [Errno 16] Device or resource busy: '.nfs000012'
    resource_locked! portalocker.exceptions.LockException: [Errno 11] Resource temporarily unavailable
    os_resource_limit! OSError: [Errno 24] Too many open files: 'img_01.png'
    os_resource_limit! RuntimeError: can't start new thread
    os_resource_limit! BlockingIOError: [Errno 11] Resource temporarily unavailable @fork
    os_resource_limit: OpenBLAS blas_thread_init: pthread_create failed for thread 12 of 64: Resource temporarily unavailable\nOpenBLAS blas_thread_init: RLIMIT_NPROC 100 current, 100 max
    os_resource_limit! RuntimeError: received 0 items of ancdata
    os_resource_limit: ./run.sh: fork: retry: Resource temporarily unavailable
    """#

  static let process = #"""
    segfault(139): Fatal Python error: Segmentation fault\n\nCurrent thread 0x00007f1 (most recent call first):\n  File "train.py", line 4 in <module>
    segfault(-11): epoch 3 loss 0.2
    segfault: run.sh: line 4:  812 Segmentation fault      (core dumped) python train.py
    segfault: torch.distributed.elastic.multiprocessing.api: [ERROR] failed (exitcode: -11) local_rank: 0 (pid: 812) of binary: /usr/bin/python
    segfault! RuntimeError: DataLoader worker (pid 331) is killed by signal: Segmentation fault.
    aborted(134): terminate called after throwing an instance of 'std::runtime_error'\n  what():  bad state
    aborted(-6): free(): invalid pointer
    aborted(134): python: malloc.c:2617: sysmalloc: Assertion `(old_top == initial_top (av))' failed.
    aborted(134): double free or corruption (!prev)\nAborted (core dumped)
    aborted(-6): Fatal Python error: Aborted
    illegal_instruction(132): Illegal instruction (core dumped)
    illegal_instruction(-4): importing tensorflow
    illegal_instruction: run.sh: line 3:  77 Illegal instruction     (core dumped) python -c 'import tensorflow'
    killed_by_scheduler(143): slurmstepd: error: *** JOB 4711 ON n012 CANCELLED AT 2026-03-01T08:00:12 DUE TO TIME LIMIT ***
    killed_by_scheduler: =>> PBS: job killed: walltime 3607 exceeded limit 3600
    killed_by_scheduler(-15): slurmstepd: error: *** STEP 99.0 ON gpu3 CANCELLED AT 2026-01-05T10:11:12 DUE TO PREEMPTION ***
    killed_by_scheduler(130): TERM_RUNLIMIT: job killed after reaching LSF run time limit.
    killed_by_scheduler: The node was low on resource: memory. Pod train-0 was evicted.
    killed_by_scheduler(143): Received spot instance interruption notice, instance will be terminated in 2 minutes
    node_failure(-15): slurmstepd: error: *** JOB 88 ON n07 CANCELLED AT 2026-01-02T03:04:05 DUE TO NODE FAILURE, SEE SLURMCTLD LOG FOR DETAILS ***
    node_failure: srun: error: Node failure on gpu-12
    node_failure! ray.exceptions.NodeDiedError: The node with node id: 7af1 has been marked dead because the detector has missed too many heartbeats from it.
    killed_externally(-15): epoch 4 loss 0.3
    killed_externally(143): epoch 4 loss 0.3\nTerminated
    interrupted(130): ^CTraceback (most recent call last):\n  File "train.py", line 9, in <module>\n    main()\nKeyboardInterrupt
    interrupted(-2): epoch 2
    interrupted: Detected KeyboardInterrupt, attempting graceful shutdown ...\nAborted!\nKeyboardInterrupt
    hang_or_timeout! RuntimeError: DataLoader timed out after 120 seconds
    hang_or_timeout @subprocess.py! subprocess.TimeoutExpired: Command '['python', 'prep.py']' timed out after 600 seconds
    hang_or_timeout! TimeoutError: evaluation did not finish within 300 s
    hang_or_timeout! ray.exceptions.GetTimeoutError: Get timed out: some object(s) not ready.
    hang_or_timeout! concurrent.futures._base.TimeoutError
    command_not_found(127): sh: 1: torchrun: not found
    command_not_found(127): /usr/bin/env: 'python3.12': No such file or directory
    command_not_found: train.sh: line 3: accelerate: command not found
    command_not_found(127): zsh: command not found: deepspeed
    not_executable(126): bash: ./train.sh: Permission denied
    not_executable(126): /bin/bash: ./train.py: /usr/bin/pyhton: bad interpreter: No such file or directory
    not_executable: OSError: [Errno 8] Exec format error: './trainer'
    """#

  static let software = #"""
    missing_dependency! ModuleNotFoundError: No module named 'transformers'
    missing_dependency! ImportError: Using `low_cpu_mem_usage=True` or a `device_map` requires Accelerate: `pip install accelerate`
    missing_dependency: /usr/bin/python3: No module named pip
    missing_dependency! pkg_resources.DistributionNotFound: The 'pandas>=2' distribution was not found and is required by the application
    missing_dependency! OSError: [E050] Can't find model 'de_core_news_md'. It doesn't seem to be a Python package or a valid path to a data directory.
    missing_dependency: ERROR: Could not find a version that satisfies the requirement torchx==9.9 (from versions: none)\nERROR: No matching distribution found for torchx==9.9
    missing_dependency! ImportError: libGL.so.1: cannot open shared object file: No such file or directory
    missing_dependency: Error in library(xgboost) : there is no package called ‘xgboost’\nExecution halted
    missing_dependency: ERROR: LoadError: ArgumentError: Package Flux not found in current path.
    missing_dependency! LookupError: \n**********\n  Resource punkt not found.\n  Please use the NLTK Downloader to obtain the resource:
    missing_dependency @subprocess.py! FileNotFoundError: [Errno 2] No such file or directory: 'ffmpeg'
    dependency_conflict! ImportError: cannot import name 'cached_download' from 'huggingface_hub' (/v/site-packages/huggingface_hub/__init__.py)
    dependency_conflict! ImportError: /v/flash_attn_2_cuda.cpython-311-x86_64-linux-gnu.so: undefined symbol: _ZN3c104cuda9SetDeviceEi
    dependency_conflict! AttributeError: module 'numpy' has no attribute 'bool'.
    dependency_conflict! ImportError: /lib/x86_64-linux-gnu/libstdc++.so.6: version `GLIBCXX_3.4.30' not found (required by /v/x.so)
    dependency_conflict! ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject
    dependency_conflict: ERROR: ResolutionImpossible: for help visit https://pip.pypa.io
    dependency_conflict! RuntimeError: Detected that PyTorch and torchvision were compiled with different CUDA major versions.
    dependency_conflict @torch/_ops.py! RuntimeError: operator torchvision::nms does not exist
    dependency_conflict! pkg_resources.ContextualVersionConflict: (numpy 2.1.0 (/v), Requirement.parse('numpy<2'), {'thinc'})
    dependency_conflict! AttributeError: module 'PIL.Image' has no attribute 'ANTIALIAS'
    syntax_error: File "train.py", line 8\n    if x = 3:\n       ^^^^^\nSyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    syntax_error: File "a.py", line 2\n    y = 1\nIndentationError: unexpected indent
    syntax_error: File "a.py", line 9\nTabError: inconsistent use of tabs and spaces in indentation
    syntax_error(2): run.sh: line 4: syntax error near unexpected token `fi'
    syntax_error: Error: unexpected symbol in "model <- x y"
    assertion_failed! AssertionError
    assertion_failed! AssertionError: mask ratio below 1
    assertion_failed! AssertionError: tensor model parallel group is already initialized
    code_error! NameError: name 'modle' is not defined
    code_error! AttributeError: 'NoneType' object has no attribute 'shape'
    code_error! UnboundLocalError: local variable 'loss' referenced before assignment
    code_error! RuntimeError: Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed).
    code_error! RecursionError: maximum recursion depth exceeded
    code_error! ZeroDivisionError: division by zero
    code_error! jax.errors.TracerBoolConversionError: Attempted boolean conversion of traced array with shape bool[].
    code_error: ERROR: LoadError: UndefVarError: `modle` not defined
    code_error! sklearn.exceptions.NotFittedError: This LinearRegression instance is not fitted yet.
    """#

  static let data = #"""
    data_format! PIL.UnidentifiedImageError: cannot identify image file 'img/0031.jpg'
    data_format! json.decoder.JSONDecodeError: Extra data: line 2 column 1 (char 91)
    data_format! pandas.errors.ParserError: Error tokenizing data. C error: Expected 5 fields in line 12, saw 7
    data_format! UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe9 in position 12: invalid continuation byte
    data_format! zlib.error: Error -3 while decompressing data: invalid distance too far back
    data_format! tarfile.ReadError: unexpected end of data
    data_format! pyarrow.lib.ArrowInvalid: Parquet magic bytes not found in footer. Either the file is corrupted or this is not a parquet file.
    data_format! cv2.error: OpenCV(4.8.0) /io/opencv/modules/imgproc/src/color.cpp:182: error: (-215:Assertion failed) !_src.empty() in function 'cvtColor'
    data_format! soundfile.LibsndfileError: Error opening 'a.wav': Format not recognised.
    data_format @pandas/core/indexes/base.py! KeyError: 'label'
    data_format! ValueError: Input X contains NaN.\nSVC does not accept missing values encoded as NaN natively.
    data_format! tensorflow.python.framework.errors_impl.DataLossError: corrupted record at 1024
    data_format! datasets.exceptions.DatasetGenerationError: An error occurred while generating the dataset
    data_format @csv.py! _csv.Error: line contains NUL
    data_format! lightgbm.basic.LightGBMError: Label must be in [0, 3), but found 7 in label
    data_format! xml.etree.ElementTree.ParseError: not well-formed (invalid token): line 1, column 0
    data_format! ValueError: y contains previously unseen labels: ['dog']
    empty_dataset! ValueError: num_samples should be a positive integer value, but got num_samples=0
    empty_dataset! ValueError: Found array with 0 sample(s) (shape=(0, 12)) while a minimum of 1 is required by StandardScaler.
    empty_dataset! FileNotFoundError: Found no valid file for the classes b. Supported extensions are: .jpg, .jpeg, .png
    empty_dataset! ValueError: With n_samples=0, test_size=0.2 and train_size=None, the resulting train set will be empty. Adjust any of the aforementioned parameters.
    empty_dataset! ValueError: The training dataset is empty after filtering
    empty_dataset! ValueError: Expected input data to be non-empty.
    empty_dataset! AssertionError: train: No images found in data/train. Supported formats are: ['bmp']
    empty_dataset! ValueError: Cannot have number of splits n_splits=5 greater than the number of samples: n_samples=3.
    checkpoint_incompatible! RuntimeError: Error(s) in loading state_dict for ResNet:\n\tMissing key(s) in state_dict: "fc2.weight"
    checkpoint_incompatible! _pickle.UnpicklingError: invalid load key, '<'.
    checkpoint_incompatible! RuntimeError: PytorchStreamReader failed reading zip archive: failed finding central directory
    checkpoint_incompatible! safetensors_rust.SafetensorError: Error while deserializing header: HeaderTooLarge
    checkpoint_incompatible @torch/serialization.py! EOFError: Ran out of input
    checkpoint_incompatible! ValueError: loaded state dict contains a parameter group that doesn't match the size of optimizer's group
    checkpoint_incompatible! ValueError: Layer count mismatch when loading weights from file. Model expected 4 layers, found 2 saved layers.
    checkpoint_incompatible @flax/serialization.py! ValueError: The target dict keys and state dict keys do not match, target dict contains keys {'w'} which are not present in state dict
    checkpoint_incompatible! KeyError: "Unexpected key 'module.encoder' in state dict"
    invalid_configuration(2): usage: train.py [-h] [--lr LR]\ntrain.py: error: argument --lr: invalid float value: 'fast'
    invalid_configuration(2): Usage: train [OPTIONS]\nTry 'train --help' for help.\n\nError: No such option: --epoch Did you mean --epochs?
    invalid_configuration(2): Error: Missing option '--data'.
    invalid_configuration: Could not override 'model.hidden'.\nTo append to your config use +model.hidden=64\nKey 'hidden' is not in struct
    invalid_configuration! omegaconf.errors.InterpolationKeyError: Interpolation key 'data.root' not found
    invalid_configuration! hydra.errors.MissingConfigException: In 'config': Could not find 'model/resnet99'
    invalid_configuration! absl.flags._exceptions.UnrecognizedFlagError: Unknown command line flag 'lrr'. Did you mean: lr ?
    invalid_configuration: FATAL Flags parsing error: Unknown command line flag 'epochz'
    invalid_configuration! pydantic_core._pydantic_core.ValidationError: 1 validation error for TrainConfig\nlr\n  Input should be a valid number
    invalid_configuration @torch/optim/adam.py! ValueError: Invalid learning rate: -0.1
    invalid_configuration! yaml.scanner.ScannerError: mapping values are not allowed here\n  in "c.yaml", line 3, column 8
    invalid_configuration! ValueError: Unknown optimizer 'adamx', choose from: adam, sgd
    invalid_configuration! ValueError: --load_best_model_at_end requires the saving steps to be a multiple of the evaluation steps
    invalid_configuration! ValueError: Output directory (out) already exists and is not empty. Use --overwrite_output_dir to overcome.
    invalid_configuration! ValueError: Your setup doesn't support bf16/gpu. You need Ampere+ GPU with cuda>=11.0
    invalid_configuration! AssertionError: hidden_size must be divisible by num_attention_heads
    invalid_configuration! tomllib.TOMLDecodeError: Invalid value (at line 2, column 6)
    invalid_configuration @sklearn/utils/_param_validation.py! sklearn.utils._param_validation.InvalidParameterError: The 'C' parameter of SVC must be a float in the range (0.0, inf]. Got -1 instead.
    """#

  static let network = #"""
    network_error! requests.exceptions.ConnectionError: HTTPSConnectionPool(host='huggingface.co', port=443): Max retries exceeded with url: /x
    network_error! urllib.error.URLError: <urlopen error [Errno -3] Temporary failure in name resolution>
    network_error! httpx.ConnectError: [Errno 111] Connection refused
    network_error! requests.exceptions.SSLError: certificate verify failed: self-signed certificate
    network_error! aiohttp.client_exceptions.ClientConnectorError: Cannot connect to host s3.x.org:443 ssl:default
    network_error! botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: "https://s3.eu.amazonaws.com/b"
    network_error: curl: (6) Could not resolve host: example.org
    network_error: fatal: unable to access 'https://github.com/a/b/': Could not resolve proxy: proxy.local
    network_error! http.client.RemoteDisconnected: Remote end closed connection without response
    network_error! requests.exceptions.HTTPError: 503 Server Error: Service Unavailable for url: https://hub
    network_error! google.api_core.exceptions.ServiceUnavailable: 503 failed to connect to all addresses
    network_error: wget: unable to resolve host address 'data.example.org'
    authentication! huggingface_hub.errors.GatedRepoError: 403 Client Error. Access to model meta-llama/Llama-3.1-8B is restricted
    authentication! botocore.exceptions.NoCredentialsError: Unable to locate credentials
    authentication! wandb.errors.UsageError: api_key not configured (no-tty). call wandb.login(key=[your_api_key])
    authentication! openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided'}}
    authentication! google.auth.exceptions.DefaultCredentialsError: Your default credentials were not found.
    authentication! urllib.error.HTTPError: HTTP Error 403: Forbidden
    authentication: fatal: Authentication failed for 'https://github.com/a/b/'
    authentication: git@github.com: Permission denied (publickey).
    authentication! botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetObject operation: Access Denied
    rate_limited! huggingface_hub.errors.HfHubHTTPError: 429 Client Error: Too Many Requests for url: https://huggingface.co/api/models
    rate_limited! urllib.error.HTTPError: HTTP Error 429: Too Many Requests
    rate_limited! openai.RateLimitError: Error code: 429 - {'error': {'message': 'Rate limit reached for requests'}}
    rate_limited! botocore.exceptions.ClientError: An error occurred (SlowDown) when calling the PutObject operation: Please reduce your request rate.
    rate_limited! google.api_core.exceptions.TooManyRequests: 429 GET https://storage.googleapis.com: Quota exceeded for rate of requests
    experiment_tracking! wandb.errors.CommError: Run initialization has timed out after 90.0 sec.
    experiment_tracking! mlflow.exceptions.MlflowException: Run 'ab12' not found
    experiment_tracking @wandb/sdk/wandb_run.py! ValueError: Key values used for logging must be strings
    experiment_tracking! neptune.exceptions.NeptuneMissingProjectNameException: project name missing
    experiment_tracking! comet_ml.exceptions.InvalidWorkspace: workspace does not exist
    """#

  static let all = [
    memory, accelerator, distributed, numbers, files, process, software, data, network, variants, families,
    wording,
  ]
}
