#ifdef __linux__
#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/timerfd.h>
#include <unistd.h>

int sb_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

int sb_epoll_add(int epoll, int descriptor, uint64_t token) {
  struct epoll_event event = {.events = EPOLLIN, .data.u64 = token};
  return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

int sb_epoll_remove(int epoll, int descriptor) { return epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, NULL); }

int sb_epoll_wait(int epoll, uint64_t *tokens, int capacity, int timeout_ms) {
  struct epoll_event events[64];
  int count = epoll_wait(epoll, events, capacity < 64 ? capacity : 64, timeout_ms);
  for (int index = 0; index < count; index++) tokens[index] = events[index].data.u64;
  return count;
}

int sb_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

int sb_inotify_create(void) { return inotify_init1(IN_CLOEXEC | IN_NONBLOCK); }

int sb_inotify_add(int inotify, const char *path) {
  return inotify_add_watch(inotify, path, IN_MODIFY | IN_ATTRIB);
}

int sb_inotify_add_directory(int inotify, const char *path) {
  return inotify_add_watch(inotify, path, IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR);
}

int sb_inotify_remove(int inotify, int watch) { return inotify_rm_watch(inotify, watch); }

int sb_inotify_read(int inotify, int *watches, int capacity) {
  // No event is smaller than this, so that no more than fit are read; one of a directory has a name behind it.
  _Alignas(struct inotify_event) char buffer[128 * sizeof(struct inotify_event)];
  size_t wanted = (capacity < 128 ? (size_t)capacity : 128) * sizeof(struct inotify_event);
  ssize_t size = read(inotify, buffer, wanted);
  if (size < 0) return errno == EAGAIN || errno == EINTR ? 0 : -1;
  int count = 0;
  for (ssize_t place = 0; place < size;) {
    const struct inotify_event *event = (const struct inotify_event *)(buffer + place);
    watches[count++] = event->wd;
    place += (ssize_t)(sizeof *event + event->len);
  }
  return count;
}

// A time that never comes: the timer is there to be cancelled when the clock is set.
static int arm_clock_watch(int timer) {
  struct itimerspec never = {.it_value = {.tv_sec = (time_t)1 << 33}};
  return timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, NULL);
}

int sb_clock_watch(void) {
  int timer = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (timer < 0) return -1;
  if (arm_clock_watch(timer) == 0) return timer;
  close(timer);
  return -1;
}

void sb_clock_watch_again(int timer) {
  uint64_t count;
  // ECANCELED says that the clock was set: timerfd_create(2).
  if (read(timer, &count, sizeof count) < 0 && errno == ECANCELED) arm_clock_watch(timer);
}
#endif
