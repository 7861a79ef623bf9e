/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of an array of 100 MB are 25,000: the system clears each when it is first touched, and to get
 * there takes longer than to fill it. Large pages are only a hint: nothing depends on whether there are any.
 */
#include "layout/large-array.h"

#include <sys/mman.h>
#include <unistd.h>

#define LEAST (4u << 20) /* bytes: twice the usual large page */

gpointer
whence_large_array_alloc (gsize n, gsize size)
{
  char *array = g_malloc_n (MAX (1, n), size);

#ifdef MADV_HUGEPAGE
  if (n * size >= LEAST)
    {
      gsize page = (gsize) sysconf (_SC_PAGESIZE), ahead = (page - (guintptr) array % page) % page;
      madvise (array + ahead, (n * size - ahead) / page * page, MADV_HUGEPAGE);
    }
#endif
  return array;
}
