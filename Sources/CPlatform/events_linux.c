#ifdef __linux__
#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <stddef.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
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

int sb_inotify_remove(int inotify, int watch) { return inotify_rm_watch(inotify, watch); }

int sb_inotify_read(int inotify, int *watches, int capacity) {
  // A watch on a file has no name behind its events, so every event has the same size.
  struct inotify_event events[128];
  size_t wanted = (capacity < 128 ? (size_t)capacity : 128) * sizeof events[0];
  ssize_t size = read(inotify, events, wanted);
  if (size < 0) return errno == EAGAIN || errno == EINTR ? 0 : -1;
  int count = (int)((size_t)size / sizeof events[0]);
  for (int index = 0; index < count; index++) watches[index] = events[index].wd;
  return count;
}
#endif
