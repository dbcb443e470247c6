/// The root cause of a failed run, by the remedy that mends it.
package enum FailureType: String, CaseIterable, Sendable {
  // Memory
  case cudaOutOfMemory = "cuda_out_of_memory"
  case hostOutOfMemory = "host_out_of_memory"
  case sharedMemoryExhausted = "shared_memory_exhausted"
  // Accelerator
  case cudaDriverOrVersion = "cuda_driver_or_version"
  case cudaDeviceAssert = "cuda_device_assert"
  case cudaIllegalAccess = "cuda_illegal_access"
  case gpuHardware = "gpu_hardware"
  // Several processes
  case ncclCommunication = "nccl_communication"
  case rendezvousOrPort = "rendezvous_or_port"
  case peerRankFailed = "peer_rank_failed"
  case multiprocessingError = "multiprocessing_error"
  // Numbers and shapes
  case numericalDivergence = "numerical_divergence"
  case tensorShapeMismatch = "tensor_shape_mismatch"
  case dtypeOrDeviceMismatch = "dtype_or_device_mismatch"
  case indexOutOfRange = "index_out_of_range"
  // Disk and permissions
  case diskFull = "disk_full"
  case storageQuota = "storage_quota"
  case permissionDenied = "permission_denied"
  case fileNotFound = "file_not_found"
  case resourceLocked = "resource_locked"
  // The process itself
  case segfault
  case aborted
  case illegalInstruction = "illegal_instruction"
  case killedByScheduler = "killed_by_scheduler"
  case killedExternally = "killed_externally"
  case hangOrTimeout = "hang_or_timeout"
  case osResourceLimit = "os_resource_limit"
  case nodeFailure = "node_failure"
  case interrupted
  // Software
  case missingDependency = "missing_dependency"
  case dependencyConflict = "dependency_conflict"
  case commandNotFound = "command_not_found"
  case notExecutable = "not_executable"
  case syntaxError = "syntax_error"
  case assertionFailed = "assertion_failed"
  case codeError = "code_error"
  case invalidConfiguration = "invalid_configuration"
  // Data
  case dataFormat = "data_format"
  case emptyDataset = "empty_dataset"
  case checkpointIncompatible = "checkpoint_incompatible"
  // Network
  case networkError = "network_error"
  case authentication
  case rateLimited = "rate_limited"
  case experimentTracking = "experiment_tracking"
  // Signalbox's own verdicts
  case startupTimeout = "startup_timeout"
  case timeLimit = "time_limit"
  case stalled
  case lost
  case noNewData = "no_new_data"
  /// Nothing above; the honest answer.
  case unknown
}
