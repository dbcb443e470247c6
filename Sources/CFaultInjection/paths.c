#ifdef __linux__
#define _GNU_SOURCE
#include "injection.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void read_link(const char *link, char *buffer) {
  int saved = errno;
  long size = syscall(SYS_readlinkat, AT_FDCWD, link, buffer, (size_t)PATH_MAX - 1);
  buffer[size < 0 ? 0 : size] = 0;
  errno = saved;
}

void fi_path_of(int descriptor, char *buffer) {
  char link[32] = "/proc/self/fd/";
  char digits[12];
  int count = 0;
  unsigned rest = descriptor < 0 ? 0 : (unsigned)descriptor;
  do digits[count++] = (char)('0' + rest % 10);
  while ((rest /= 10) > 0);
  char *end = link + strlen(link);
  while (count > 0) *end++ = digits[--count];
  *end = 0;
  read_link(link, buffer);
}

void fi_absolute(int directory, const char *path, char *buffer) {
  buffer[0] = 0;
  if (path == NULL) return;
  size_t start = 0;
  if (path[0] != '/') {
    if (directory == AT_FDCWD) {
      read_link("/proc/self/cwd", buffer);
    } else {
      fi_path_of(directory, buffer);
    }
    start = strlen(buffer);
    if (start + 1 < PATH_MAX) buffer[start++] = '/';
  }
  size_t size = strlen(path);
  if (start + size >= PATH_MAX) size = PATH_MAX - 1 - start;
  memcpy(buffer + start, path, size);
  buffer[start + size] = 0;
}
#endif
