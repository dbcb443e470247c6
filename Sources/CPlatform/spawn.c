#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

// Between fork and exec only async-signal-safe calls are made: the parent may have other threads, and one
// of them may have held any lock when the child was made.

struct failure {
  enum sb_spawn_stage stage;
  int error;
};

static void fail(int report, enum sb_spawn_stage stage) {
  struct failure failure = {stage, errno};
  ssize_t ignored = write(report, &failure, sizeof failure);
  (void)ignored;
  _exit(127);
}

static void close_above(int last) {
#ifdef __linux__
  if (syscall(SYS_close_range, last + 1, ~0u, 0) == 0) return;
#endif
  long limit = sysconf(_SC_OPEN_MAX);
  if (limit < 0 || limit > 65536) limit = 65536;
  for (int descriptor = last + 1; descriptor < limit; descriptor++) close(descriptor);
}

static void reset_signals(void) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigemptyset(&action.sa_mask);
  for (int number = 1; number < NSIG; number++) sigaction(number, &action, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void run_child(const struct sb_spawn_request *request, int report, pid_t parent) {
  reset_signals();
  if (request->new_session && setsid() < 0) fail(report, SB_SPAWN_SETUP);
#ifdef __linux__
  if (request->parent_death_signal != 0) {
    if (prctl(PR_SET_PDEATHSIG, request->parent_death_signal) != 0) fail(report, SB_SPAWN_SETUP);
    if (getppid() != parent) _exit(127);  // it died before the call took effect
  }
#else
  (void)parent;
#endif
  // First above all targets, so that no step overwrites a descriptor that a later one needs.
  int count = request->descriptor_count;
  int moved[16];
  if (count > 16) { errno = EINVAL; fail(report, SB_SPAWN_SETUP); }
  int high = fcntl(report, F_DUPFD_CLOEXEC, count + 1);
  if (high < 0) fail(report, SB_SPAWN_SETUP);
  for (int target = 0; target < count; target++) {
    moved[target] = fcntl(request->descriptors[target], F_DUPFD_CLOEXEC, count + 1);
    if (moved[target] < 0) fail(high, SB_SPAWN_SETUP);
  }
  for (int target = 0; target < count; target++) {
    if (dup2(moved[target], target) < 0) fail(high, SB_SPAWN_SETUP);
  }
  // The report becomes the first descriptor behind the child's own; exec closes it.
  if (dup2(high, count) < 0 || fcntl(count, F_SETFD, FD_CLOEXEC) < 0) fail(high, SB_SPAWN_SETUP);
  close_above(count);
  report = count;
  if (request->cwd != NULL && chdir(request->cwd) != 0) fail(report, SB_SPAWN_CHDIR);
  execve(request->path, request->argv, request->envp);
  fail(report, SB_SPAWN_EXEC);
}

struct sb_spawn_result sb_spawn(const struct sb_spawn_request *request) {
  struct sb_spawn_result result = {-1, SB_SPAWN_FORK, 0};
  int report[2];
  if (sb_pipe_cloexec(report) != 0) {
    result.error = errno;
    return result;
  }
  // No signal may run a handler of the parent in the child before the child has reset them.
  sigset_t all, old;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &old);
  pid_t parent = getpid();
  pid_t pid = fork();
  if (pid == 0) {
    run_child(request, report[1], parent);
    _exit(127);
  }
  int fork_error = errno;
  pthread_sigmask(SIG_SETMASK, &old, NULL);
  close(report[1]);
  if (pid < 0) {
    close(report[0]);
    result.error = fork_error;
    return result;
  }
  struct failure failure;
  ssize_t size;
  do size = read(report[0], &failure, sizeof failure);
  while (size < 0 && errno == EINTR);
  close(report[0]);
  result.pid = pid;
  if (size == (ssize_t)sizeof failure) {
    result.stage = failure.stage;
    result.error = failure.error;
  } else {
    result.stage = SB_SPAWN_OK;
  }
  return result;
}

int sb_leave_parent(void) {
  pid_t pid = fork();
  if (pid < 0) return -1;
  if (pid > 0) _exit(0);
  return 0;
}
