/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lets go of the text while it is read: of a large file nothing is needed any more once a record is packed,
 * but for what is only settled at the end (references forward, problems, header members), which is pinned.
 * The text is divided into pieces; of each the line and column where it begins is kept, so that places are
 * found without what came before. Invariant: what is pinned, and what has not been passed, is there. Linear
 * in the text. */
#include "model/reader-private.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PIECE (256u * 1024)

static guint
n_passed (const Reader *reader)
{
  return reader->places != NULL ? reader->places->len : 0;
}

/* Where the piece that has @at, or the last one that was passed, begins. */
static WhenceJsonPlace
place_before (const Reader *reader, guint32 at)
{
  WhenceJsonPlace start = { reader->start, 1, 1 };
  guint piece = MIN (at / PIECE, n_passed (reader));

  return piece > 0 ? g_array_index (reader->places, WhenceJsonPlace, piece - 1) : start;
}

void
whence_reader_go_to (const Reader *reader, WhenceJsonPlace *place, guint32 at)
{
  WhenceJsonPlace before = place_before (reader, at);

  if (before.at > place->at)
    *place = before;
  whence_json_place_advance (place, reader->scanner.text, at);
}

void
whence_reader_pin (Reader *reader, guint32 from, guint32 to)
{
  if (reader->pins != NULL)
    for (guint piece = from / PIECE; piece <= to / PIECE; piece++)
      reader->pins[piece] = TRUE;
}

/* Whole pages only: the allocator's own bytes are around the text. */
static void
release (const Reader *reader, guint32 from, guint32 to)
{
#ifdef MADV_DONTNEED
  gsize page = (gsize) sysconf (_SC_PAGESIZE);
  gsize first = ((gsize) (reader->scanner.text + from) + page - 1) / page * page;
  gsize end = (gsize) (reader->scanner.text + to) / page * page;

  if (end > first)
    madvise ((gpointer) first, end - first, MADV_DONTNEED);
#endif
}

void
whence_reader_pass (Reader *reader, guint32 at)
{
  if (reader->pins == NULL)
    return;
  for (guint piece = n_passed (reader); (piece + 1) * (guint64) PIECE <= at; piece++)
    {
      guint32 end = (piece + 1) * PIECE;
      WhenceJsonPlace place = place_before (reader, end);

      whence_json_place_advance (&place, reader->scanner.text, end);
      g_array_append_val (reader->places, place);
      /* A page on the border is let go of with the next piece, or kept with it. */
      if (!reader->pins[piece])
        release (reader, piece * PIECE, end);
    }
}

void
whence_reader_let_go (Reader *reader)
{
  reader->places = g_array_new (FALSE, FALSE, sizeof (WhenceJsonPlace));
  reader->pins = g_new0 (guint8, reader->scanner.length / PIECE + 1);
}
