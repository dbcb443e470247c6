// Faults for a program that was not built for them. The library is loaded before the C library (LD_PRELOAD) into the
// real program and stands between it and the system calls that change files. Linux only; elsewhere it is empty.
//
// It exports nothing but the functions of the C library that it stands in for; what it does is said by environment
// variables, which it reads once when a program starts. Rules and traces are for `signalbox` alone: its second argument
// (`serve`, `supervise`) is the role. A training inherits the variables and is left alone, but for its clock.
//
// FAULT_RULES: one rule a line, its fields divided by spaces:
//
//     role=serve|supervise|any   whom it is for (any: both)
//     call=NAME[,NAME…]          open write fsync rename mkdir mkfifo pipe flock truncate unlink link fork; change:
//                                every call but open for reading, pipe, flock and fork
//     path=PATTERN               absolute; * stands for anything but a slash; without it every path, and calls that
//                                have none. Of a rename it is the new name, of a descriptor the name that it has now
//     skip=N                     lets the first N matching calls through (0)
//     count=N                    hits N matching calls from there (all)
//     action=fail                the call is not made and fails with error=ERRNO
//            short               of a write half of the bytes are written, so that the rest is asked for again
//            kill-before         the process is gone by SIGKILL before the call
//            kill-after          … behind it
//            delay               the call waits ms=N milliseconds before it is made
//
// FAULT_HITS: a file to which each call that is hit appends a line, its path: a rule that hits nothing proves nothing.
//
// FAULT_TRACE: a file that every change below the directory FAULT_TRACE_ROOT is appended to, once it was made; the
// form is told at `struct fi_record`.
//
// FAULT_CLOCK: a file of 8 bytes, nanoseconds that are added to the wall clock, looked at by every reading of it. Put a
// new file in its place by rename(2) to let the clock jump. Clocks that nobody can set are never touched, and neither
// are the times that the kernel gives files.
//
// FAULT_CLOCK_TOLD: when it is there, whoever asks to be told that the clock was set (timerfd_create(2),
// TFD_TIMER_CANCEL_ON_SET) is told of the jumps of FAULT_CLOCK as the kernel tells of real ones; else of none. One such
// timer a process.
#ifndef SIGNALBOX_CFAULTINJECTION_H
#define SIGNALBOX_CFAULTINJECTION_H

#include <stdint.h>

/// What a record of a trace tells.
enum fi_operation {
  FI_TRACE_OPEN = 1,   // path, with O_CREAT or O_TRUNC; flags
  FI_TRACE_WRITE,      // path; position: where; the bytes
  FI_TRACE_TRUNCATE,   // path; position: the new size
  FI_TRACE_SYNC,       // path; flags tell a directory
  FI_TRACE_RENAME,     // path: the new name; other: the old one
  FI_TRACE_UNLINK,     // path, of a file or an empty directory
  FI_TRACE_MKDIR,      // path
  FI_TRACE_LINK,       // path: the new name; other: the file
  FI_TRACE_MARK,       // path: a text of whoever keeps the trace; written by no program
};

enum {
  FI_FLAG_TRUNCATED = 1,  // open: O_TRUNC
  FI_FLAG_DIRECTORY = 2,  // sync: of a directory
};

/// The head of one record; path, other and data follow. Little-endian, without gaps.
struct fi_record {
  uint32_t size;  // of head and what follows
  uint16_t operation;
  uint16_t role;  // 1 serve, 2 supervise
  uint32_t pid;
  uint32_t flags;
  uint64_t inode;  // of the file that was opened, written, cut or synced; else 0
  int64_t position;
  uint32_t path_size;
  uint32_t other_size;
  uint32_t data_size;
  uint32_t reserved;
};

#endif
