#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#ifdef __APPLE__
#include <sys/mount.h>
#include <sys/param.h>
#endif
#include <sys/uio.h>
#include <unistd.h>

int sb_open(const char *path, int flags, mode_t mode) {
  int descriptor;
  do descriptor = open(path, flags | O_CLOEXEC, mode);
  while (descriptor < 0 && errno == EINTR);
  return descriptor;
}

int sb_pipe_cloexec(int descriptors[2]) {
#ifdef __linux__
  return pipe2(descriptors, O_CLOEXEC);
#else
  if (pipe(descriptors) != 0) return -1;
  fcntl(descriptors[0], F_SETFD, FD_CLOEXEC);
  fcntl(descriptors[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

int sb_set_nonblocking(int descriptor) {
  int flags = fcntl(descriptor, F_GETFL);
  return flags < 0 ? -1 : fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
}

int sb_set_pipe_capacity(int descriptor, int bytes) {
#ifdef F_SETPIPE_SZ
  return fcntl(descriptor, F_SETPIPE_SZ, bytes) < 0 ? -1 : 0;
#else
  (void)descriptor;
  (void)bytes;
  errno = ENOTSUP;
  return -1;
#endif
}

ssize_t sb_write_now(int descriptor, const void *bytes, size_t size) {
#if defined(__linux__) && defined(RWF_NOWAIT)
  struct iovec vector = {(void *)bytes, size};
  return pwritev2(descriptor, &vector, 1, -1, RWF_NOWAIT);
#else
  (void)descriptor;
  (void)bytes;
  (void)size;
  errno = ENOTSUP;
  return -1;
#endif
}

int sb_sync(int descriptor) {
#ifdef __APPLE__
  // fsync(2) on macOS leaves the data in the drive's cache; file systems without F_FULLFSYNC get it anyway.
  if (fcntl(descriptor, F_FULLFSYNC) == 0) return 0;
#endif
  return fsync(descriptor);
}

int sb_duplicate_cloexec(int descriptor) { return fcntl(descriptor, F_DUPFD_CLOEXEC, 3); }

off_t sb_next_data(int descriptor, off_t offset) { return lseek(descriptor, offset, SEEK_DATA); }

int sb_punch_hole(int descriptor, off_t offset, off_t length) {
#if defined(__linux__)
  int result;
  do result = fallocate(descriptor, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, offset, length);
  while (result < 0 && errno == EINTR);
  return result;
#elif defined(__APPLE__)
  // fcntl(2): both ends must lie on blocks of the file system, so what is not a whole block stays.
  struct statfs system;
  if (fstatfs(descriptor, &system) != 0) return -1;
  off_t block = system.f_bsize;
  off_t start = (offset + block - 1) / block * block;
  off_t end = (offset + length) / block * block;
  if (end <= start) return 0;
  fpunchhole_t hole = {.fp_flags = 0, .reserved = 0, .fp_offset = start, .fp_length = end - start};
  int result;
  do result = fcntl(descriptor, F_PUNCHHOLE, &hole);
  while (result < 0 && errno == EINTR);
  return result;
#else
  (void)descriptor;
  (void)offset;
  (void)length;
  errno = ENOTSUP;
  return -1;
#endif
}
