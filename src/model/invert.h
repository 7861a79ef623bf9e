/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns lists round: from what each record names to which records name each. Linear in the names, by counting
 * first; inlined, since it walks through millions of them. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* The records that name @x are those from first[x] to before first[x + 1], ascending, each once. */
typedef struct
{
  guint32 *first, *records;
} WhenceInverse;

/* How many names the record has, and the nth of them; G_MAXUINT32: that is none. */
typedef guint (*WhenceInvertCount) (gconstpointer data, guint32 record);
typedef guint32 (*WhenceInvertNth) (gconstpointer data, guint32 record, guint n);

/* Counts, or with @list fills in, the records that name each; @last keeps the last one seen of each. */
G_ALWAYS_INLINE static inline void
whence_invert_visit (gconstpointer data, guint32 n_records, WhenceInvertCount count, WhenceInvertNth nth,
                     guint32 *last, guint32 *at, guint32 *list)
{
  for (guint32 i = 0; i < n_records; i++)
    for (guint k = 0, n = count (data, i); k < n; k++)
      {
        guint32 name = nth (data, i, k);

        if (name == G_MAXUINT32 || last[name] == i)
          continue;
        last[name] = i;
        if (list != NULL)
          list[at[name]] = i;
        at[name]++;
      }
}

/* @n_names: they are below it. Clear with whence_inverse_clear(). */
G_ALWAYS_INLINE static inline WhenceInverse
whence_invert (gconstpointer data, guint32 n_records, guint32 n_names, WhenceInvertCount count,
               WhenceInvertNth nth)
{
  g_autofree guint32 *last = g_new (guint32, (gsize) n_names + 1);
  g_autofree guint32 *at = g_new0 (guint32, (gsize) n_names + 1);
  WhenceInverse inverse = { g_new (guint32, (gsize) n_names + 1), NULL };
  guint32 sum = 0;

  memset (last, 0xff, sizeof (guint32) * ((gsize) n_names + 1));
  whence_invert_visit (data, n_records, count, nth, last, at, NULL);
  for (guint32 i = 0; i <= n_names; i++)
    {
      guint32 n = at[i];

      inverse.first[i] = at[i] = sum;
      sum += n;
    }
  inverse.records = g_new (guint32, (gsize) sum + 1);
  memset (last, 0xff, sizeof (guint32) * ((gsize) n_names + 1));
  whence_invert_visit (data, n_records, count, nth, last, at, inverse.records);
  return inverse;
}

static inline const guint32 *
whence_inverse_get (const WhenceInverse *inverse, guint32 name, guint *n_records)
{
  *n_records = inverse->first[name + 1] - inverse->first[name];
  return inverse->records + inverse->first[name];
}

static inline void
whence_inverse_clear (WhenceInverse *inverse)
{
  g_free (inverse->first);
  g_free (inverse->records);
  *inverse = (WhenceInverse){ NULL, NULL };
}

G_END_DECLS
