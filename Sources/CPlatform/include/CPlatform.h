// The calls and constants that Swift's C library modules do not show: variadic functions, macros, and
// what needs _GNU_SOURCE. Everything returns what the call returns, with errno set; nothing is kept here
// but the pipe that signal handlers write to.
#ifndef SIGNALBOX_CPLATFORM_H
#define SIGNALBOX_CPLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// MARK: Starting programs (spawn.c)

/// Which step of a start failed.
enum sb_spawn_stage {
  SB_SPAWN_OK = 0,
  SB_SPAWN_FORK,
  SB_SPAWN_SETUP,
  SB_SPAWN_CHDIR,
  SB_SPAWN_EXEC,
};

struct sb_spawn_request {
  const char *path;
  char *const *argv;
  char *const *envp;
  const char *cwd;             // NULL: stay
  const int *descriptors;      // descriptors[i] becomes i in the child; all others are closed there
  int descriptor_count;
  bool new_session;
  int parent_death_signal;     // 0: none; Linux only
};

struct sb_spawn_result {
  pid_t pid;
  enum sb_spawn_stage stage;
  int error;
};

/// Starts a program with default signal dispositions, an empty signal mask and no descriptors but the
/// given ones. Returns when the program runs or could not be started.
struct sb_spawn_result sb_spawn(const struct sb_spawn_request *request);

/// Leaves the parent's tree: returns in a child that has no parent but the system's; the caller's process
/// ends. Only for a process with one thread. Returns -1 when no process could be made.
int sb_leave_parent(void);

// MARK: Processes (process.c)

bool sb_wait_exited(int status, int *code);
bool sb_wait_signalled(int status, int *signal);
/// Makes orphaned descendants children of the caller; -1 with ENOSYS where the system cannot.
int sb_become_subreaper(void);
/// Sends a signal to the process that `pidfd` holds; -1 with ENOSYS where there are no pidfds.
int sb_pidfd_open(pid_t pid);
int sb_pidfd_send_signal(int pidfd, int signal);
/// Gives back the pages of the program's code and constants that are in memory now; they come back from
/// the file when they are used.
void sb_release_program_pages(void);
char **sb_environment(void);
/// Processor time in seconds and the largest resident set in bytes of the children that were waited for.
void sb_usage_of_children(double *cpu_seconds, int64_t *maximum_resident_bytes);

// MARK: Threads (thread.c)

/// Runs `body(argument)` on a detached thread named `name` (at most 15 characters); errno(3) or 0.
int sb_start_thread(const char *name, void (*body)(void *), void *argument);
/// A number that no other living thread of the process has.
uintptr_t sb_current_thread(void);

// MARK: Signals (signal.c)

/// Writes the number of each signal caught from now on as one byte to `descriptor`, which must not block.
void sb_signal_write_to(int descriptor);
/// Catches a signal for `sb_signal_write_to`.
int sb_signal_catch(int signal);
int sb_signal_ignore(int signal);
/// `SIGSEGV`; NULL for a number without a name on this system.
const char *sb_signal_name(int signal);

// MARK: Files (file.c)

int sb_open(const char *path, int flags, mode_t mode);
int sb_pipe_cloexec(int descriptors[2]);
int sb_set_nonblocking(int descriptor);
/// Bytes that a pipe may hold from now on, at least what the system allows: fcntl(2) with F_SETPIPE_SZ. -1 with ENOTSUP
/// where the system cannot.
int sb_set_pipe_capacity(int descriptor, int bytes);
/// Writes as much as goes without waiting, whatever the descriptor's flags: pwritev2(2) with RWF_NOWAIT.
/// -1 where nothing goes, also where the system cannot do that.
ssize_t sb_write_now(int descriptor, const void *bytes, size_t size);
/// Waits until the data of the file is on the medium, as far as the system can promise that.
int sb_sync(int descriptor);
/// lseek(2) with SEEK_DATA, which leaves the position of the descriptor where it finds the data.
off_t sb_next_data(int descriptor, off_t offset);
/// Gives the blocks of a part of a file back; its size stays. -1 with ENOTSUP or EOPNOTSUPP where the system or
/// the file system cannot: fallocate(2) with FALLOC_FL_PUNCH_HOLE, fcntl(2) with F_PUNCHHOLE.
int sb_punch_hole(int descriptor, off_t offset, off_t length);
/// A descriptor for the same file with close-on-exec set, numbered 3 or higher.
int sb_duplicate_cloexec(int descriptor);

// MARK: Memory

/// Gives back the pages of code that this process has touched so far; what is needed again comes from the page cache.
/// Elsewhere than on Linux it does nothing. dl_iterate_phdr(3), madvise(2).
void sb_give_back_code(void);

// MARK: Waiting for events (events_linux.c; elsewhere kqueue is called from Swift)

#ifdef __linux__
int sb_epoll_create(void);
int sb_epoll_add(int epoll, int descriptor, uint64_t token);
int sb_epoll_remove(int epoll, int descriptor);
/// Waits for readable or closed descriptors; writes at most `capacity` tokens and returns how many.
/// `timeout_ms` -1 waits for ever.
int sb_epoll_wait(int epoll, uint64_t *tokens, int capacity, int timeout_ms);
int sb_eventfd(void);
int sb_inotify_create(void);
/// Watches a file for growth and changes of its metadata.
int sb_inotify_add(int inotify, const char *path);
/// Watches which names are in a directory.
int sb_inotify_add_directory(int inotify, const char *path);
int sb_inotify_remove(int inotify, int watch);
/// Reads what has come and writes the watches it was about, at most `capacity`; 0 when nothing is there.
int sb_inotify_read(int inotify, int *watches, int capacity);
/// A descriptor that can be read once somebody has set the wall clock, or the machine has woken.
int sb_clock_watch(void);
/// Takes that news and waits for the next.
void sb_clock_watch_again(int timer);
#endif

#endif
