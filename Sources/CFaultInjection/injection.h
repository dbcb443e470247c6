// What the files of this library share.
#ifndef SIGNALBOX_INJECTION_H
#define SIGNALBOX_INJECTION_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "CFaultInjection.h"

#define FI_EXPORT __attribute__((visibility("default")))

enum fi_role { FI_OTHER = 0, FI_SERVE = 1, FI_SUPERVISE = 2 };

/// Bits, so that a rule can name several.
enum fi_call {
  FI_OPEN = 1 << 0,
  FI_WRITE = 1 << 1,
  FI_FSYNC = 1 << 2,
  FI_RENAME = 1 << 3,
  FI_MKDIR = 1 << 4,
  FI_MKFIFO = 1 << 5,
  FI_PIPE = 1 << 6,
  FI_FLOCK = 1 << 7,
  FI_TRUNCATE = 1 << 8,
  FI_UNLINK = 1 << 9,
  FI_LINK = 1 << 10,
  FI_FORK = 1 << 11,
  /// An open that makes or empties a file.
  FI_CREATE = 1 << 12,
};

/// What is to become of a call that has not been made yet.
struct fi_effect {
  int error;        // not 0: it fails with this
  bool cut_short;
  bool kill_after;
};

/// Whether there is anything to do but to pass calls on, so that a training pays next to nothing.
bool fi_is_active(void);
enum fi_role fi_own_role(void);

/// Takes a call that is about to be made; may wait, and may not return. `path` is NULL where there is none.
struct fi_effect fi_take(enum fi_call call, const char *path);
/// Behind a call that was made.
void fi_made(struct fi_effect effect);

/// An absolute path in a buffer of PATH_MAX bytes; an empty one where there is none.
void fi_absolute(int directory, const char *path, char *buffer);
/// The path that an open file has now.
void fi_path_of(int descriptor, char *buffer);

/// Appends a record if `path` lies below the root of the trace. Keeps errno.
void fi_trace(enum fi_operation operation, int descriptor, uint32_t flags, int64_t position, const char *path,
              const char *other, const void *data, size_t data_size);

#endif
