internal import Platform

/// When the registry looks at what runs take of their machine.
struct ResourceLooks {
  /// Seconds between two looks.
  var interval = 30.0
  /// Set while a run trains that is looked at.
  var timer: EventTimer?
  /// Whether a thread is reading the memory of processes: one at a time.
  var isReadingMemory = false
  /// Whether a thread is waiting for nvidia-smi: one at a time.
  var isReadingGPUs = false
  var gpuTool = GPUTool.unknown
}
