#define _GNU_SOURCE
#include "CPlatform.h"

#ifdef __linux__
#include <link.h>
#include <stddef.h>
#include <sys/mman.h>
#include <unistd.h>

static int give_back_code_of(struct dl_phdr_info *object, size_t size, void *context) {
  (void)size;
  (void)context;
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  for (int index = 0; index < object->dlpi_phnum; index++) {
    const ElfW(Phdr) *part = &object->dlpi_phdr[index];
    // What may be written holds more than its file does.
    if (part->p_type != PT_LOAD || !(part->p_flags & PF_X) || (part->p_flags & PF_W)) continue;
    uintptr_t start = object->dlpi_addr + part->p_vaddr;
    uintptr_t first = start & ~(page - 1);
    // Where it cannot be, nothing is lost.
    (void)madvise((void *)first, start + part->p_memsz - first, MADV_DONTNEED);
  }
  return 0;
}

void sb_give_back_code(void) { dl_iterate_phdr(give_back_code_of, NULL); }
#else
void sb_give_back_code(void) {}
#endif
