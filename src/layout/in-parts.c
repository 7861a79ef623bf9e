/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts are taken in turn by the calling thread and one helper: smaller ones than half of the work, so that
 * neither waits long for the other. Nothing of who took which shows in the result. */
#include "layout/in-parts.h"

typedef struct
{
  WhencePartsFunc func;
  gpointer data;
  guint32 n;
  guint n_parts;
  gint next; /* atomic: the part that nobody has taken */
} Parts;

static gpointer
take_parts (gpointer data)
{
  Parts *parts = data;

  for (guint part; (part = (guint) g_atomic_int_add (&parts->next, 1)) < parts->n_parts;)
    parts->func ((guint32) ((guint64) parts->n * part / parts->n_parts),
                 (guint32) ((guint64) parts->n * (part + 1) / parts->n_parts), part, parts->data);
  return NULL;
}

guint
whence_in_parts (guint32 n, guint32 least, WhencePartsFunc func, gpointer data)
{
  Parts parts = { func, data, n, CLAMP (n / MAX (1, least), 1, WHENCE_MOST_PARTS), 0 };
  GThread *helper = parts.n_parts > 1 ? g_thread_try_new ("parts", take_parts, &parts, NULL) : NULL;

  take_parts (&parts);
  if (helper != NULL)
    g_thread_join (helper);
  return parts.n_parts;
}
