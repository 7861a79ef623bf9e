/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where something is, or belongs, among records in order. Those that come before it must all stand in front
 * of those that do not. O(log n); inlined, since some are asked for each mark of a picture. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @record comes before what is looked for. */
typedef gboolean (*WhenceIsBefore) (gconstpointer record, gconstpointer sought);

/* How many of the @n records of @size bytes come before @sought: the place of the first that does not. */
G_ALWAYS_INLINE static inline guint32
whence_lower_bound (gconstpointer records, guint32 n, gsize size, WhenceIsBefore is_before,
                    gconstpointer sought)
{
  guint32 low = 0, high = n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (is_before ((const char *) records + middle * size, sought))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The same in leaps from the front, for what is most often near: O(log of the answer). */
G_ALWAYS_INLINE static inline guint32
whence_lower_bound_near (gconstpointer records, guint32 n, gsize size, WhenceIsBefore is_before,
                         gconstpointer sought)
{
  const char *all = records;
  guint32 leap = 1, passed;

  while (leap < n && is_before (all + leap * size, sought))
    leap *= 2;
  passed = leap / 2;
  return passed + whence_lower_bound (all + passed * size, MIN (n, leap) - passed, size, is_before, sought);
}

static inline gboolean
whence_is_before_uint32 (gconstpointer record, gconstpointer sought)
{
  return *(const guint32 *) record < *(const guint32 *) sought;
}

static inline gboolean
whence_is_before_int64 (gconstpointer record, gconstpointer sought)
{
  return *(const gint64 *) record < *(const gint64 *) sought;
}

/* How many of the @n ascending @values are below @value. */
static inline guint32
whence_lower_bound_uint32 (const guint32 *values, guint32 n, guint32 value)
{
  return whence_lower_bound (values, n, sizeof value, whence_is_before_uint32, &value);
}

static inline guint32
whence_lower_bound_int64 (const gint64 *values, guint32 n, gint64 value)
{
  return whence_lower_bound (values, n, sizeof value, whence_is_before_int64, &value);
}

G_END_DECLS
