#ifdef __linux__
#define _GNU_SOURCE
// The functions are defined here under both their names, so no header may turn one into the other.
#undef _FILE_OFFSET_BITS
#include "injection.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// Real calls are made by number: that works before any constructor has run, between fork and exec and in a signal
// handler, where looking for the next definition of a name does not. Only fork has work to do in the C library.

static int fail(struct fi_effect effect) {
  errno = effect.error;
  return -1;
}

// MARK: Opening

static int open_at(int directory, const char *path, int flags, mode_t mode) {
  if (!fi_is_active()) return (int)syscall(SYS_openat, directory, path, flags, mode);
  char absolute[PATH_MAX];
  fi_absolute(directory, path, absolute);
  bool changes = (flags & (O_CREAT | O_TRUNC)) != 0;
  struct fi_effect effect = fi_take(changes ? FI_CREATE : FI_OPEN, absolute);
  if (effect.error != 0) return fail(effect);
  int file = (int)syscall(SYS_openat, directory, path, flags, mode);
  if (file >= 0 && changes) {
    fi_trace(FI_TRACE_OPEN, file, (flags & O_TRUNC) != 0 ? FI_FLAG_TRUNCATED : 0, 0, absolute, NULL, NULL, 0);
  }
  fi_made(effect);
  return file;
}

#define TAKE_MODE(flags)                                  \
  mode_t mode = 0;                                        \
  if (((flags) & O_CREAT) != 0 || ((flags) & O_TMPFILE) == O_TMPFILE) { \
    va_list arguments;                                    \
    va_start(arguments, flags);                           \
    mode = va_arg(arguments, mode_t);                     \
    va_end(arguments);                                    \
  }

FI_EXPORT int open(const char *path, int flags, ...) {
  TAKE_MODE(flags)
  return open_at(AT_FDCWD, path, flags, mode);
}

FI_EXPORT int open64(const char *path, int flags, ...) {
  TAKE_MODE(flags)
  return open_at(AT_FDCWD, path, flags, mode);
}

FI_EXPORT int openat(int directory, const char *path, int flags, ...) {
  TAKE_MODE(flags)
  return open_at(directory, path, flags, mode);
}

FI_EXPORT int openat64(int directory, const char *path, int flags, ...) {
  TAKE_MODE(flags)
  return open_at(directory, path, flags, mode);
}

FI_EXPORT int creat(const char *path, mode_t mode) { return open(path, O_WRONLY | O_CREAT | O_TRUNC, mode); }
FI_EXPORT int creat64(const char *path, mode_t mode) { return creat(path, mode); }

// MARK: Writing

/// A write at `offset`, or at the file's own position when that is -1.
static ssize_t write_at(int file, const void *bytes, size_t size, off_t offset) {
  struct fi_effect effect = {0, false, false};
  char path[PATH_MAX] = "";
  if (fi_is_active()) {
    fi_path_of(file, path);
    effect = fi_take(FI_WRITE, path);
    if (effect.error != 0) return fail(effect);
    if (effect.cut_short && size > 1) size /= 2;
  }
  ssize_t written =
      offset < 0 ? syscall(SYS_write, file, bytes, size) : syscall(SYS_pwrite64, file, bytes, size, offset);
  if (written > 0 && fi_is_active()) {
    if (offset < 0) offset = (off_t)syscall(SYS_lseek, file, 0, SEEK_CUR) - written;
    fi_trace(FI_TRACE_WRITE, file, 0, offset, path, NULL, bytes, (size_t)written);
  }
  fi_made(effect);
  return written;
}

FI_EXPORT ssize_t write(int file, const void *bytes, size_t size) { return write_at(file, bytes, size, -1); }

FI_EXPORT ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
  return write_at(file, bytes, size, offset);
}

FI_EXPORT ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
  return write_at(file, bytes, size, offset);
}

/// Part for part, each a write of its own: whoever writes vectors must take it that a part of them is written.
static ssize_t write_vector(int file, const struct iovec *parts, int count, off_t offset) {
  ssize_t total = 0;
  for (int index = 0; index < count; index++) {
    ssize_t written =
        write_at(file, parts[index].iov_base, parts[index].iov_len, offset < 0 ? offset : offset + total);
    if (written < 0) return total > 0 ? total : written;
    total += written;
    if ((size_t)written < parts[index].iov_len) break;
  }
  return total;
}

FI_EXPORT ssize_t writev(int file, const struct iovec *parts, int count) {
  return write_vector(file, parts, count, -1);
}

FI_EXPORT ssize_t pwritev(int file, const struct iovec *parts, int count, off_t offset) {
  return write_vector(file, parts, count, offset);
}

FI_EXPORT ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t offset) {
  return write_vector(file, parts, count, offset);
}

static int truncate_file(int file, off_t size) {
  char path[PATH_MAX] = "";
  struct fi_effect effect = {0, false, false};
  if (fi_is_active()) {
    fi_path_of(file, path);
    effect = fi_take(FI_TRUNCATE, path);
    if (effect.error != 0) return fail(effect);
  }
  int result = (int)syscall(SYS_ftruncate, file, size);
  if (result == 0) fi_trace(FI_TRACE_TRUNCATE, file, 0, size, path, NULL, NULL, 0);
  fi_made(effect);
  return result;
}

FI_EXPORT int ftruncate(int file, off_t size) { return truncate_file(file, size); }
FI_EXPORT int ftruncate64(int file, off64_t size) { return truncate_file(file, size); }

static int synchronize(int file, long number) {
  char path[PATH_MAX] = "";
  struct fi_effect effect = {0, false, false};
  if (fi_is_active()) {
    fi_path_of(file, path);
    effect = fi_take(FI_FSYNC, path);
    if (effect.error != 0) return fail(effect);
  }
  int result = (int)syscall(number, file);
  if (result == 0) fi_trace(FI_TRACE_SYNC, file, 0, 0, path, NULL, NULL, 0);
  fi_made(effect);
  return result;
}

FI_EXPORT int fsync(int file) { return synchronize(file, SYS_fsync); }
FI_EXPORT int fdatasync(int file) { return synchronize(file, SYS_fdatasync); }

// MARK: Names

static int rename_at(int old_directory, const char *old_path, int new_directory, const char *new_path, unsigned flags) {
  char source[PATH_MAX], target[PATH_MAX];
  struct fi_effect effect = {0, false, false};
  if (fi_is_active()) {
    fi_absolute(old_directory, old_path, source);
    fi_absolute(new_directory, new_path, target);
    effect = fi_take(FI_RENAME, target);
    if (effect.error != 0) return fail(effect);
  }
  int result = (int)syscall(SYS_renameat2, old_directory, old_path, new_directory, new_path, flags);
  if (result == 0 && fi_is_active()) fi_trace(FI_TRACE_RENAME, -1, 0, 0, target, source, NULL, 0);
  fi_made(effect);
  return result;
}

FI_EXPORT int rename(const char *old_path, const char *new_path) {
  return rename_at(AT_FDCWD, old_path, AT_FDCWD, new_path, 0);
}

FI_EXPORT int renameat(int old_directory, const char *old_path, int new_directory, const char *new_path) {
  return rename_at(old_directory, old_path, new_directory, new_path, 0);
}

FI_EXPORT int renameat2(
    int old_directory, const char *old_path, int new_directory, const char *new_path, unsigned flags) {
  return rename_at(old_directory, old_path, new_directory, new_path, flags);
}

static int unlink_at(int directory, const char *path, int flags) {
  char absolute[PATH_MAX] = "";
  struct fi_effect effect = {0, false, false};
  if (fi_is_active()) {
    fi_absolute(directory, path, absolute);
    effect = fi_take(FI_UNLINK, absolute);
    if (effect.error != 0) return fail(effect);
  }
  int result = (int)syscall(SYS_unlinkat, directory, path, flags);
  if (result == 0) fi_trace(FI_TRACE_UNLINK, -1, 0, 0, absolute, NULL, NULL, 0);
  fi_made(effect);
  return result;
}

FI_EXPORT int unlink(const char *path) { return unlink_at(AT_FDCWD, path, 0); }
FI_EXPORT int rmdir(const char *path) { return unlink_at(AT_FDCWD, path, AT_REMOVEDIR); }
FI_EXPORT int unlinkat(int directory, const char *path, int flags) { return unlink_at(directory, path, flags); }

static int link_at(int old_directory, const char *old_path, int new_directory, const char *new_path, int flags) {
  char source[PATH_MAX], target[PATH_MAX];
  struct fi_effect effect = {0, false, false};
  if (fi_is_active()) {
    fi_absolute(old_directory, old_path, source);
    fi_absolute(new_directory, new_path, target);
    effect = fi_take(FI_LINK, target);
    if (effect.error != 0) return fail(effect);
  }
  int result = (int)syscall(SYS_linkat, old_directory, old_path, new_directory, new_path, flags);
  if (result == 0 && fi_is_active()) fi_trace(FI_TRACE_LINK, -1, 0, 0, target, source, NULL, 0);
  fi_made(effect);
  return result;
}

FI_EXPORT int link(const char *old_path, const char *new_path) {
  return link_at(AT_FDCWD, old_path, AT_FDCWD, new_path, 0);
}

FI_EXPORT int linkat(int old_directory, const char *old_path, int new_directory, const char *new_path, int flags) {
  return link_at(old_directory, old_path, new_directory, new_path, flags);
}

// MARK: Making

static int make(enum fi_call call, int directory, const char *path, mode_t mode) {
  char absolute[PATH_MAX] = "";
  struct fi_effect effect = {0, false, false};
  if (fi_is_active()) {
    fi_absolute(directory, path, absolute);
    effect = fi_take(call, absolute);
    if (effect.error != 0) return fail(effect);
  }
  int result = call == FI_MKDIR ? (int)syscall(SYS_mkdirat, directory, path, mode)
                                : (int)syscall(SYS_mknodat, directory, path, mode | S_IFIFO, 0);
  if (result == 0 && call == FI_MKDIR) fi_trace(FI_TRACE_MKDIR, -1, 0, 0, absolute, NULL, NULL, 0);
  fi_made(effect);
  return result;
}

FI_EXPORT int mkdir(const char *path, mode_t mode) { return make(FI_MKDIR, AT_FDCWD, path, mode); }
FI_EXPORT int mkdirat(int directory, const char *path, mode_t mode) { return make(FI_MKDIR, directory, path, mode); }
FI_EXPORT int mkfifo(const char *path, mode_t mode) { return make(FI_MKFIFO, AT_FDCWD, path, mode); }
FI_EXPORT int mkfifoat(int directory, const char *path, mode_t mode) {
  return make(FI_MKFIFO, directory, path, mode);
}

// MARK: What has no path

FI_EXPORT int pipe2(int descriptors[2], int flags) {
  struct fi_effect effect = fi_is_active() ? fi_take(FI_PIPE, NULL) : (struct fi_effect){0, false, false};
  if (effect.error != 0) return fail(effect);
  int result = (int)syscall(SYS_pipe2, descriptors, flags);
  fi_made(effect);
  return result;
}

FI_EXPORT int pipe(int descriptors[2]) { return pipe2(descriptors, 0); }

FI_EXPORT int flock(int file, int operation) {
  char path[PATH_MAX];
  struct fi_effect effect = {0, false, false};
  if (fi_is_active()) {
    fi_path_of(file, path);
    effect = fi_take(FI_FLOCK, path);
    if (effect.error != 0) return fail(effect);
  }
  int result = (int)syscall(SYS_flock, file, operation);
  fi_made(effect);
  return result;
}

static pid_t (*next_fork)(void);

// Before anything of the program runs: looking for a name takes locks.
__attribute__((constructor)) static void find_fork(void) { next_fork = (pid_t(*)(void))dlsym(RTLD_NEXT, "fork"); }

FI_EXPORT pid_t fork(void) {
  struct fi_effect effect = fi_is_active() ? fi_take(FI_FORK, NULL) : (struct fi_effect){0, false, false};
  if (effect.error != 0) return fail(effect);
  pid_t pid = next_fork();
  if (pid != 0) fi_made(effect);
  return pid;
}
#endif
