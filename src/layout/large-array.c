/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A large array is a mapping of its own. The pages of one of 100 MB are 25,000: the system clears each when
 * it is first touched, and to get there takes longer than to fill it. So pages are large where there are such
 * (a hint, nothing depends on it), and an array that is given back is kept for the next of about its size, as
 * scene follows scene. The system may take the pages of those that wait here whenever it is short of memory.
 * Invariant: at most SPARES wait, of MOST_SPARE bytes together. */
#include "layout/large-array.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define LEAST (4u << 20) /* bytes: so few are larger that all find a place to wait */
#define LARGE_PAGE (2u << 20)
#define SPARES 16
#define MOST_SPARE (256u << 20) /* bytes */

/* Before each array, so that those who free it need not say how large it was. */
typedef struct
{
  gsize size; /* bytes of the mapping, or 0: from the heap */
  gsize room; /* bytes of the array */
} Head;

#define HEAD_SIZE 64 /* bytes: the array begins where a line of the cache does */
G_STATIC_ASSERT (sizeof (Head) <= HEAD_SIZE);

static Head *spares[SPARES]; /* atomic; NULL: room for another one */
static gssize spare_bytes;   /* atomic */

static gpointer
array_of (Head *head)
{
  return (char *) head + HEAD_SIZE;
}

static Head *
head_of (gpointer array)
{
  return (Head *) (gpointer) ((char *) array - HEAD_SIZE);
}

/* Lets it wait, where there is room for one more. */
static void
keep (Head *head)
{
  for (guint i = 0; i < SPARES; i++)
    if (g_atomic_pointer_compare_and_exchange (&spares[i], NULL, head))
      return;
  g_atomic_pointer_add (&spare_bytes, -(gssize) head->size);
  munmap (head, head->size);
}

static void
give_back (Head *head)
{
  gssize size = (gssize) head->size;

  if (g_atomic_pointer_add (&spare_bytes, size) + size > (gssize) MOST_SPARE)
    {
      g_atomic_pointer_add (&spare_bytes, -size);
      munmap (head, head->size);
      return;
    }
#ifdef MADV_FREE
  /* All but the head, without which nobody would know how large it is. */
  madvise ((char *) head + LARGE_PAGE, head->size - LARGE_PAGE, MADV_FREE);
#endif
  keep (head);
}

/* One that is not much too large. Those that are not are gone for the others while they are looked at. */
static Head *
take_spare (gsize size)
{
  for (guint i = 0; i < SPARES; i++)
    {
      Head *head = g_atomic_pointer_exchange (&spares[i], NULL);
      if (head == NULL)
        continue;
      if (head->size < size || head->size / 2 > size)
        {
          keep (head);
          continue;
        }
      g_atomic_pointer_add (&spare_bytes, -(gssize) head->size);
      return head;
    }
  return NULL;
}

void
whence_large_pages_hint (gpointer memory, gsize size)
{
#ifdef MADV_HUGEPAGE
  gsize page = (gsize) sysconf (_SC_PAGESIZE), ahead = (page - (guintptr) memory % page) % page;

  if (size >= LARGE_PAGE)
    madvise ((char *) memory + ahead, (size - ahead) / page * page, MADV_HUGEPAGE);
#endif
}

static Head *
map (gsize size)
{
  Head *head = take_spare (size);

  if (head != NULL)
    return head;
  head = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (head == MAP_FAILED)
    g_error ("No memory for %" G_GSIZE_FORMAT " bytes", size);
  whence_large_pages_hint (head, size);
  head->size = size;
  return head;
}

gpointer
whence_large_array_alloc (gsize n, gsize size)
{
  gsize room, all;
  Head *head;

  if (!g_size_checked_mul (&room, MAX (1, n), size)
      || !g_size_checked_add (&all, room, HEAD_SIZE + LARGE_PAGE))
    g_error ("No memory for %" G_GSIZE_FORMAT " things of %" G_GSIZE_FORMAT " bytes", n, size);
  if (room < LEAST)
    {
      head = g_malloc (HEAD_SIZE + room);
      head->size = 0;
    }
  else
    head = map (all / LARGE_PAGE * LARGE_PAGE);
  head->room = room;
  return array_of (head);
}

gpointer
whence_large_array_dup (gconstpointer things, gsize n, gsize size)
{
  gpointer array = whence_large_array_alloc (n, size);

  if (n > 0)
    memcpy (array, things, n * size);
  return array;
}

gpointer
whence_large_array_realloc (gpointer array, gsize n, gsize size)
{
  gpointer grown = whence_large_array_alloc (n, size);

  if (array != NULL)
    memcpy (grown, array, MIN (head_of (array)->room, head_of (grown)->room));
  whence_large_array_free (array);
  return grown;
}

void
whence_large_array_free (gpointer array)
{
  Head *head;

  if (array == NULL)
    return;
  head = head_of (array);
  if (head->size == 0)
    g_free (head);
  else
    give_back (head);
}
