// Files of the repository that the program carries with it, as they are: the compiler reads them, so there is
// no second copy that could differ. Each is followed by a zero byte that its size does not count.
#ifndef SIGNALBOX_CEMBEDDEDFILES_H
#define SIGNALBOX_CEMBEDDEDFILES_H

#include <stddef.h>

struct sb_file {
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

/// The file of that name; NULL when none is embedded.
const struct sb_file *sb_embedded_file(const char *name);

#endif
