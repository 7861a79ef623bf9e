/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of places in the document, open to all slots and at most three quarters full: names need no memory
 * of their own, since they are written anyway. 8 bytes a slot, 16 a name. */
#include "paint/svg-ids.h"

#include <string.h>

#define FEWEST_SLOTS 1024 /* a power of two, like all sizes */
#define GROWTH 4
#define MOST_FULL(n_slots) ((n_slots) / 4 * 3) /* so that what is searched stays near */

/* What is searched, in as little memory as possible. */
typedef struct
{
  guint32 hash, name; /* its number, from 1 on; 0: the slot is free */
} Slot;

typedef struct
{
  gsize start;
  guint32 length;
  guint32 n;
} Name;

struct _WhenceSvgIds
{
  Slot *slots;
  guint32 n_slots;
  Name *names; /* in the order in which they came: as many as the slots may hold */
  guint32 n_names;
};

WhenceSvgIds *
whence_svg_ids_new (void)
{
  WhenceSvgIds *ids = g_new0 (WhenceSvgIds, 1);

  ids->n_slots = FEWEST_SLOTS;
  ids->slots = g_new0 (Slot, ids->n_slots);
  ids->names = g_new (Name, MOST_FULL (FEWEST_SLOTS));
  return ids;
}

void
whence_svg_ids_free (WhenceSvgIds *ids)
{
  g_free (ids->slots);
  g_free (ids->names);
  g_free (ids);
}

/* So that the low bits depend on all. */
static inline guint64
mix (guint64 hash, guint64 bytes)
{
  hash = (hash ^ bytes) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return hash ^ hash >> 32;
}

/* Eight bytes at a time: a multiplication each would be most of the work. */
static guint32
hash_of (const char *name, gsize length)
{
  guint64 hash = length, bytes;

  for (; length >= sizeof bytes; name += sizeof bytes, length -= sizeof bytes)
    {
      memcpy (&bytes, name, sizeof bytes);
      hash = mix (hash, bytes);
    }
  bytes = 0;
  for (gsize i = 0; i < length; i++)
    bytes = bytes << 8 | (guint8) name[i];
  return (guint32) mix (hash, bytes);
}

static void
grow (WhenceSvgIds *ids)
{
  g_autofree Slot *old = ids->slots;
  guint32 n_old = ids->n_slots;

  ids->n_slots *= GROWTH;
  ids->names = g_renew (Name, ids->names, MOST_FULL (ids->n_slots));
  ids->slots = g_new0 (Slot, ids->n_slots);
  for (guint32 i = 0; i < n_old; i++)
    {
      guint32 slot = old[i].hash & (ids->n_slots - 1);
      if (old[i].name == 0)
        continue;
      while (ids->slots[slot].name > 0)
        slot = (slot + 1) & (ids->n_slots - 1);
      ids->slots[slot] = old[i];
    }
}

guint
whence_svg_ids_count (WhenceSvgIds *ids, const GString *svg, gsize start)
{
  const Name new_name = { start, (guint32) (svg->len - start), 1 };
  const char *text = svg->str + start;
  guint32 hash = hash_of (text, new_name.length), slot;

  if (ids->n_names >= MOST_FULL (ids->n_slots))
    grow (ids);
  for (slot = hash & (ids->n_slots - 1); ids->slots[slot].name > 0; slot = (slot + 1) & (ids->n_slots - 1))
    if (ids->slots[slot].hash == hash)
      {
        Name *name = &ids->names[ids->slots[slot].name - 1];
        if (name->length == new_name.length && memcmp (svg->str + name->start, text, name->length) == 0)
          return ++name->n;
      }
  ids->names[ids->n_names++] = new_name;
  ids->slots[slot] = (Slot){ hash, ids->n_names };
  return 1;
}
