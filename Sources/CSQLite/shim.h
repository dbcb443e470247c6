// SQLite, and the few things of it that Swift cannot call: variadic functions and destructors that are casts.
#ifndef SIGNALBOX_CSQLITE_SHIM_H
#define SIGNALBOX_CSQLITE_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

// Binds a copy of text: SQLITE_TRANSIENT is a cast that Swift does not import.
static inline int sb_sqlite_bind_text(sqlite3_stmt *statement, int index, const char *bytes, uint64_t count) {
  return sqlite3_bind_text64(statement, index, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

// Binds a copy of bytes; none of them are an empty value, not NULL.
static inline int sb_sqlite_bind_bytes(sqlite3_stmt *statement, int index, const void *bytes, uint64_t count) {
  if (count == 0) return sqlite3_bind_zeroblob(statement, index, 0);
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// Trusts neither the schema nor the SQL more than needed: https://www.sqlite.org/security.html
static inline int sb_sqlite_harden(sqlite3 *database) {
  int code = sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (code == SQLITE_OK) code = sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  if (code == SQLITE_OK) code = sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
  if (code == SQLITE_OK) code = sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
  return code;
}

// Makes an empty file for its owner alone, where there is none; what fails here, fails again when SQLite opens it.
// One that is there is not opened: closing it would let go this process's locks on it, see fcntl(2).
static inline void sb_sqlite_make_private_file(const char *path) {
  int descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor >= 0) close(descriptor);
}

// The system's words for the error behind the last failure to open, read or write; NULL when there are none.
static inline const char *sb_sqlite_system_reason(sqlite3 *database) {
  int code = sqlite3_system_errno(database);
  return code == 0 ? (const char *)0 : strerror(code);
}

// Whether the system said that the medium or the quota is full.
static inline int sb_sqlite_is_out_of_space(sqlite3 *database) {
  int code = sqlite3_system_errno(database);
  return code == ENOSPC || code == EDQUOT;
}

#endif
