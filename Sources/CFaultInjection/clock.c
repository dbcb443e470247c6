#ifdef __linux__
#define _GNU_SOURCE
#include "injection.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const char *file;

__attribute__((constructor)) static void begin(void) { file = getenv("FAULT_CLOCK"); }

// Opened anew each time: the file is replaced, and no descriptor of ours may lie about in a program that counts its
// own.
static int64_t offset(void) {
  static _Thread_local int64_t last;
  int saved = errno;
  int descriptor = (int)syscall(SYS_openat, AT_FDCWD, file, O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0) {
    int64_t value;
    if (syscall(SYS_read, descriptor, &value, sizeof value) == (long)sizeof value) last = value;
    syscall(SYS_close, descriptor);
  }
  errno = saved;
  return last;
}

FI_EXPORT int clock_gettime(clockid_t clock, struct timespec *time) {
  // By its number, past the C library and the page that the kernel maps for it; the result is the same.
  int result = (int)syscall(SYS_clock_gettime, clock, time);
  if (result != 0 || file == NULL || (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)) return result;
  int64_t shifted = (int64_t)time->tv_sec * 1000000000 + time->tv_nsec + offset();
  time->tv_sec = (time_t)(shifted / 1000000000);
  time->tv_nsec = (long)(shifted % 1000000000);
  return 0;
}

FI_EXPORT int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  (void)zone;  // nobody uses it any more, and the kernel's is always empty
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}

FI_EXPORT time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result != NULL) *result = now.tv_sec;
  return now.tv_sec;
}
#endif
