/* The floor under every figure: a stdio server in C that does nothing but answer.

   It reads a line with getline(3), copies the request's id and writes one fixed result that is valid for
   `initialize`, `ping`, `tools/list` and `tools/call` alike. No parser, no tree, no state. Notifications, which
   have no id, are not answered. The request's id is expected to be its last member or to be followed by a comma,
   and its first "id" to be the request's own.

   With an argument, the text of that file is the result instead, so that the floor can send as many bytes as the
   server that it is compared with.

   build: cc -O2 -o floor floor.c */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char fixed_result[] =
    "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{}},"
    "\"serverInfo\":{\"name\":\"floor\",\"version\":\"1\"},\"tools\":[],"
    "\"content\":[{\"type\":\"text\",\"text\":\"{\\\"processes\\\":[]}\"}],\"structuredContent\":{\"processes\":[]}}";

/* The whole text of a file, less its trailing line ends; ends the program when it cannot be read. */
static char *text_of(const char *path) {
  FILE *file = fopen(path, "r");
  char *text = NULL;
  size_t capacity = 0;
  ssize_t length = file ? getdelim(&text, &capacity, '\0', file) : -1;
  if (length < 0) {
    perror(path);
    exit(66);
  }
  fclose(file);
  while (length > 0 && text[length - 1] == '\n') text[--length] = '\0';
  return text;
}

static int write_all(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written < 0) return -1;
    bytes += written;
    count -= (size_t)written;
  }
  return 0;
}

int main(int argc, char **argv) {
  const char *result = argc > 1 ? text_of(argv[1]) : fixed_result;
  size_t reply_capacity = strlen(result) + 256;
  char *reply = malloc(reply_capacity);
  char *line = NULL;
  size_t capacity = 0;
  if (!reply) return 71;
  while (getline(&line, &capacity, stdin) > 0) {
    const char *id = strstr(line, "\"id\":");
    if (!id) continue;
    id += strlen("\"id\":");
    int length = (int)strcspn(id, ",}\n");
    if (length > 128) continue;
    int size = snprintf(reply, reply_capacity, "{\"jsonrpc\":\"2.0\",\"id\":%.*s,\"result\":%s}\n", length, id, result);
    if (write_all(reply, (size_t)size) < 0) return 74;
  }
  return 0;
}
