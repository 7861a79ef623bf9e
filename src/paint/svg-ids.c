/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of places in the document, open to all slots and at most half full: names need no memory of their
 * own, since they are written anyway. 16 bytes a slot. */
#include "paint/svg-ids.h"

#include <string.h>

#define FEWEST_SLOTS 256 /* a power of two, like all sizes */

typedef struct
{
  gsize start;
  guint32 hash;
  guint32 n; /* 0: the slot is free */
} Slot;

struct _WhenceSvgIds
{
  Slot *slots;
  guint32 *lengths;
  guint32 n_slots, n_names;
};

WhenceSvgIds *
whence_svg_ids_new (void)
{
  WhenceSvgIds *ids = g_new0 (WhenceSvgIds, 1);

  ids->n_slots = FEWEST_SLOTS;
  ids->slots = g_new0 (Slot, ids->n_slots);
  ids->lengths = g_new (guint32, ids->n_slots);
  return ids;
}

void
whence_svg_ids_free (WhenceSvgIds *ids)
{
  g_free (ids->slots);
  g_free (ids->lengths);
  g_free (ids);
}

/* FNV-1a, mixed so that the low bits depend on all. */
static guint32
hash_of (const char *name, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) name[i]) * 16777619u;
  return hash ^ hash >> 15;
}

static void
grow (WhenceSvgIds *ids)
{
  Slot *old = ids->slots;
  guint32 *lengths = ids->lengths, n_old = ids->n_slots;

  ids->n_slots *= 2;
  ids->slots = g_new0 (Slot, ids->n_slots);
  ids->lengths = g_new (guint32, ids->n_slots);
  for (guint32 i = 0; i < n_old; i++)
    {
      guint32 slot = old[i].hash & (ids->n_slots - 1);
      if (old[i].n == 0)
        continue;
      while (ids->slots[slot].n > 0)
        slot = (slot + 1) & (ids->n_slots - 1);
      ids->slots[slot] = old[i];
      ids->lengths[slot] = lengths[i];
    }
  g_free (old);
  g_free (lengths);
}

guint
whence_svg_ids_count (WhenceSvgIds *ids, const GString *svg, gsize start)
{
  const char *name = svg->str + start;
  gsize length = svg->len - start;
  guint32 hash = hash_of (name, length), slot;

  if (2 * ids->n_names >= ids->n_slots)
    grow (ids);
  for (slot = hash & (ids->n_slots - 1); ids->slots[slot].n > 0; slot = (slot + 1) & (ids->n_slots - 1))
    if (ids->slots[slot].hash == hash && ids->lengths[slot] == length
        && memcmp (svg->str + ids->slots[slot].start, name, length) == 0)
      return ++ids->slots[slot].n;
  ids->slots[slot] = (Slot){ start, hash, 1 };
  ids->lengths[slot] = (guint32) length;
  ids->n_names++;
  return 1;
}
