#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

struct start {
  const char *name;
  void (*body)(void *);
  void *argument;
};

static void *run(void *pointer) {
  struct start start = *(struct start *)pointer;
  free(pointer);
#ifdef __APPLE__
  pthread_setname_np(start.name);
#else
  pthread_setname_np(pthread_self(), start.name);
#endif
  start.body(start.argument);
  return NULL;
}

int sb_start_thread(const char *name, void (*body)(void *), void *argument) {
  struct start *start = malloc(sizeof *start);
  if (start == NULL) return ENOMEM;
  *start = (struct start){name, body, argument};
  pthread_t thread;
  int error = pthread_create(&thread, NULL, run, start);
  if (error != 0) {
    free(start);
    return error;
  }
  return pthread_detach(thread);
}

uintptr_t sb_current_thread(void) { return (uintptr_t)pthread_self(); }
