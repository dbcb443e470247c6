#ifdef __linux__
#define _GNU_SOURCE
#include "injection.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

static const char *file;
static bool is_told;
// The timer that waits for jumps: a watch over the directory of the file stands in its place. -1 while there is none.
static int jump_watch = -1;

__attribute__((constructor)) static void begin(void) {
  file = getenv("FAULT_CLOCK");
  is_told = file != NULL && getenv("FAULT_CLOCK_TOLD") != NULL;
}

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

// MARK: Telling of jumps

// Each jump is a rename onto the file, which can be read at the descriptor as the end of a timer can.
static int watch_jumps(int timer) {
  char directory[PATH_MAX];
  const char *slash = strrchr(file, '/');
  if (slash == NULL || (size_t)(slash - file) >= sizeof directory) {
    errno = EINVAL;
    return -1;
  }
  memcpy(directory, file, (size_t)(slash - file));
  directory[slash - file] = '\0';
  int watch = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (watch < 0) return -1;
  int result = inotify_add_watch(watch, directory, IN_MOVED_TO) < 0 ? -1 : dup3(watch, timer, O_CLOEXEC);
  syscall(SYS_close, watch);
  if (result < 0) return -1;
  jump_watch = timer;
  return 0;
}

FI_EXPORT int timerfd_settime(int timer, int flags, const struct itimerspec *new, struct itimerspec *old) {
  if (is_told && timer == jump_watch) return 0;
  if (is_told && (flags & TFD_TIMER_CANCEL_ON_SET) != 0) return watch_jumps(timer);
  return (int)syscall(SYS_timerfd_settime, timer, flags, new, old);
}

// Of a timer that was canceled since the clock was set a read fails: timerfd_create(2).
FI_EXPORT ssize_t read(int descriptor, void *buffer, size_t size) {
  if (descriptor < 0 || descriptor != jump_watch) return syscall(SYS_read, descriptor, buffer, size);
  char events[4096];
  if (syscall(SYS_read, descriptor, events, sizeof events) > 0) errno = ECANCELED;
  return -1;
}
#endif
