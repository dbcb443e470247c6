#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

extern char **environ;

char **sb_environment(void) { return environ; }

void sb_usage_of_children(double *cpu_seconds, int64_t *maximum_resident_bytes) {
  struct rusage usage;
  if (getrusage(RUSAGE_CHILDREN, &usage) != 0) return;
  *cpu_seconds = (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec / 1e6 +
                 (double)usage.ru_stime.tv_sec + (double)usage.ru_stime.tv_usec / 1e6;
#ifdef __APPLE__
  *maximum_resident_bytes = usage.ru_maxrss;
#else
  *maximum_resident_bytes = (int64_t)usage.ru_maxrss * 1024;
#endif
}

bool sb_wait_exited(int status, int *code) {
  if (!WIFEXITED(status)) return false;
  *code = WEXITSTATUS(status);
  return true;
}

bool sb_wait_signalled(int status, int *signal) {
  if (!WIFSIGNALED(status)) return false;
  *signal = WTERMSIG(status);
  return true;
}

int sb_become_subreaper(void) {
#ifdef __linux__
  return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
#else
  errno = ENOSYS;
  return -1;
#endif
}

int sb_pidfd_open(pid_t pid) {
#ifdef __linux__
  return (int)syscall(SYS_pidfd_open, pid, 0);
#else
  (void)pid;
  errno = ENOSYS;
  return -1;
#endif
}

int sb_pidfd_send_signal(int pidfd, int signal) {
#ifdef __linux__
  return (int)syscall(SYS_pidfd_send_signal, pidfd, signal, NULL, 0);
#else
  (void)pidfd;
  (void)signal;
  errno = ENOSYS;
  return -1;
#endif
}

#ifdef __linux__
// From the linker: the first byte of the program and the first behind its code.
extern const char __executable_start[];
extern const char etext[];
#endif

void sb_release_program_pages(void) {
#ifdef __linux__
  // Only code: pages that relocation has written to must stay, and they lie behind `etext`.
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t start = ((uintptr_t)__executable_start + page - 1) & ~(page - 1);
  uintptr_t end = (uintptr_t)etext & ~(page - 1);
  if (end > start) madvise((void *)start, end - start, MADV_DONTNEED);
#endif
}
