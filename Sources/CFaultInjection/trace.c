#ifdef __linux__
#define _GNU_SOURCE
#include "injection.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

_Static_assert(sizeof(struct fi_record) == 48, "the readers of traces count on it");

static const char *trace;
static char root[PATH_MAX];
static size_t root_size;

__attribute__((constructor)) static void begin(void) {
  const char *directory = getenv("FAULT_TRACE_ROOT");
  const char *path = getenv("FAULT_TRACE");
  if (directory == NULL || path == NULL || strlen(directory) >= sizeof root) return;
  strcpy(root, directory);
  root_size = strlen(root);
  trace = path;
}

static bool lies_below_root(const char *path) {
  return strncmp(path, root, root_size) == 0 && (path[root_size] == '/' || path[root_size] == 0);
}

void fi_trace(enum fi_operation operation, int descriptor, uint32_t flags, int64_t position, const char *path,
              const char *other, const void *data, size_t data_size) {
  if (trace == NULL || !fi_is_active() || !lies_below_root(path)) return;
  int saved = errno;
  struct fi_record record = {
      .operation = (uint16_t)operation, .role = (uint16_t)fi_own_role(), .pid = (uint32_t)syscall(SYS_getpid),
      .flags = flags, .position = position, .path_size = (uint32_t)strlen(path),
      .other_size = other == NULL ? 0 : (uint32_t)strlen(other), .data_size = (uint32_t)data_size};
  struct stat status;
  if (descriptor >= 0 && fstat(descriptor, &status) == 0) {
    record.inode = status.st_ino;
    if (S_ISDIR(status.st_mode)) record.flags |= FI_FLAG_DIRECTORY;
  }
  record.size = (uint32_t)sizeof record + record.path_size + record.other_size + record.data_size;
  struct iovec parts[] = {{&record, sizeof record},
                          {(void *)path, record.path_size},
                          {(void *)other, record.other_size},
                          {(void *)data, record.data_size}};
  // One call that appends: what several processes trace does not mix.
  int file = (int)syscall(SYS_openat, AT_FDCWD, trace, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file >= 0) {
    long written = syscall(SYS_writev, file, parts, 4);
    // A trace with a hole would prove what did not happen.
    if (written != (long)record.size) _exit(99);
    syscall(SYS_close, file);
  }
  errno = saved;
}
#endif
