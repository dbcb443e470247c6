#ifdef __linux__
#define _GNU_SOURCE
#include "injection.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

// Everything here works between fork and exec: system calls are made by number, nothing is allocated, and nothing is
// locked. A child counts on from what its parent had counted.

enum action { FAIL, SHORT, KILL_BEFORE, KILL_AFTER, DELAY };

struct rule {
  enum fi_role role;  // FI_OTHER: any
  unsigned calls;
  char path[PATH_MAX];  // empty: every one
  long skip, count;     // count -1: all
  enum action action;
  int error;
  long milliseconds;
  atomic_long seen;
};

enum { MOST_RULES = 16 };
static struct rule rules[MOST_RULES];
static int rule_count;
static enum fi_role own_role;
static const char *hits;

bool fi_is_active(void) { return own_role != FI_OTHER; }
enum fi_role fi_own_role(void) { return own_role; }

// MARK: Reading the rules

static unsigned call_named(const char *name, size_t size) {
  static const struct { const char *name; unsigned calls; } calls[] = {
      {"open", FI_OPEN | FI_CREATE}, {"write", FI_WRITE}, {"fsync", FI_FSYNC}, {"rename", FI_RENAME},
      {"mkdir", FI_MKDIR}, {"mkfifo", FI_MKFIFO}, {"pipe", FI_PIPE}, {"flock", FI_FLOCK},
      {"truncate", FI_TRUNCATE}, {"unlink", FI_UNLINK}, {"link", FI_LINK}, {"fork", FI_FORK},
      {"change", FI_CREATE | FI_WRITE | FI_FSYNC | FI_RENAME | FI_MKDIR | FI_MKFIFO | FI_TRUNCATE | FI_UNLINK |
                     FI_LINK},
  };
  for (size_t index = 0; index < sizeof calls / sizeof *calls; index++) {
    if (strlen(calls[index].name) == size && memcmp(calls[index].name, name, size) == 0) return calls[index].calls;
  }
  return 0;
}

// A rule that is not understood would let a test pass that tests nothing, so the program does not even start.
static void refuse(const char *field) {
  dprintf(STDERR_FILENO, "FaultInjection: FAULT_RULES: '%s' is not understood\n", field);
  _exit(99);
}

static void set_calls(struct rule *rule, const char *value) {
  for (const char *rest = value; *rest != 0;) {
    size_t size = strcspn(rest, ",");
    unsigned calls = call_named(rest, size);
    if (calls == 0) refuse(value);
    rule->calls |= calls;
    rest += size + (rest[size] == ',');
  }
}

static void set_action(struct rule *rule, const char *value) {
  static const char *const names[] = {"fail", "short", "kill-before", "kill-after", "delay"};
  for (int action = FAIL; action <= DELAY; action++) {
    if (strcmp(names[action], value) == 0) {
      rule->action = (enum action)action;
      return;
    }
  }
  refuse(value);
}

static void set_field(struct rule *rule, char *field) {
  char *value = strchr(field, '=');
  if (value == NULL) refuse(field);
  *value++ = 0;
  if (strcmp(field, "role") == 0) {
    rule->role = strcmp(value, "serve") == 0 ? FI_SERVE : strcmp(value, "supervise") == 0 ? FI_SUPERVISE : FI_OTHER;
    if (rule->role == FI_OTHER && strcmp(value, "any") != 0) refuse(value);
  } else if (strcmp(field, "call") == 0) {
    set_calls(rule, value);
  } else if (strcmp(field, "path") == 0) {
    if (strlen(value) >= sizeof rule->path) refuse(value);
    strcpy(rule->path, value);
  } else if (strcmp(field, "action") == 0) {
    set_action(rule, value);
  } else if (strcmp(field, "skip") == 0) {
    rule->skip = atol(value);
  } else if (strcmp(field, "count") == 0) {
    rule->count = atol(value);
  } else if (strcmp(field, "error") == 0) {
    rule->error = atoi(value);
  } else if (strcmp(field, "ms") == 0) {
    rule->milliseconds = atol(value);
  } else {
    refuse(field);
  }
}

static void read_rules(const char *text) {
  char *copy = strdup(text), *line_rest = NULL;
  if (copy == NULL) return;
  for (char *line = strtok_r(copy, "\n", &line_rest); line != NULL; line = strtok_r(NULL, "\n", &line_rest)) {
    if (rule_count == MOST_RULES) refuse(line);
    struct rule *rule = &rules[rule_count++];
    rule->count = -1;
    char *rest = NULL;
    for (char *field = strtok_r(line, " ", &rest); field != NULL; field = strtok_r(NULL, " ", &rest)) {
      set_field(rule, field);
    }
    if (rule->calls == 0 || (rule->action == FAIL && rule->error == 0)) refuse("a rule without call or error");
  }
  free(copy);
}

// MARK: Who this is

static enum fi_role role_of_command_line(void) {
  char line[4096];
  int file = (int)syscall(SYS_openat, AT_FDCWD, "/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
  if (file < 0) return FI_OTHER;
  long size = syscall(SYS_read, file, line, sizeof line - 1);
  syscall(SYS_close, file);
  if (size <= 0) return FI_OTHER;
  line[size] = 0;
  const char *second = line + strlen(line) + 1;
  if (second >= line + size) return FI_OTHER;
  if (strcmp(second, "serve") == 0) return FI_SERVE;
  return strcmp(second, "supervise") == 0 ? FI_SUPERVISE : FI_OTHER;
}

__attribute__((constructor)) static void begin(void) {
  const char *text = getenv("FAULT_RULES");
  if (text == NULL && getenv("FAULT_TRACE") == NULL) return;
  own_role = role_of_command_line();
  hits = getenv("FAULT_HITS");
  if (own_role != FI_OTHER && text != NULL) read_rules(text);
}

// MARK: Applying them

static bool matches(const char *pattern, const char *path) {
  for (; *pattern != 0; pattern++) {
    if (*pattern != '*') {
      if (*path++ != *pattern) return false;
      continue;
    }
    for (;; path++) {
      if (matches(pattern + 1, path)) return true;
      if (*path == 0 || *path == '/') return false;
    }
  }
  return *path == 0;
}

static void wait_for(long milliseconds) {
  struct timespec rest = {milliseconds / 1000, milliseconds % 1000 * 1000000};
  while (syscall(SYS_nanosleep, &rest, &rest) != 0 && errno == EINTR) continue;
}

static void note_hit(const char *path) {
  if (hits == NULL) return;
  int file = (int)syscall(SYS_openat, AT_FDCWD, hits, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return;
  struct iovec parts[] = {{(void *)path, path == NULL ? 0 : strlen(path)}, {"\n", 1}};
  syscall(SYS_writev, file, parts, 2);
  syscall(SYS_close, file);
}

static void die(void) { syscall(SYS_kill, syscall(SYS_getpid), SIGKILL); }

struct fi_effect fi_take(enum fi_call call, const char *path) {
  struct fi_effect effect = {0, false, false};
  int saved = errno;
  for (int index = 0; index < rule_count; index++) {
    struct rule *rule = &rules[index];
    if ((rule->calls & call) == 0 || (rule->role != FI_OTHER && rule->role != own_role)) continue;
    if (rule->path[0] != 0 && (path == NULL || !matches(rule->path, path))) continue;
    long number = atomic_fetch_add(&rule->seen, 1);
    if (number < rule->skip || (rule->count >= 0 && number >= rule->skip + rule->count)) continue;
    note_hit(path);
    switch (rule->action) {
      case FAIL: effect.error = rule->error; break;
      case SHORT: effect.cut_short = true; break;
      case KILL_BEFORE: die(); break;
      case KILL_AFTER: effect.kill_after = true; break;
      case DELAY: wait_for(rule->milliseconds); break;
    }
  }
  errno = saved;
  return effect;
}

void fi_made(struct fi_effect effect) {
  if (effect.kill_after) die();
}
#endif
