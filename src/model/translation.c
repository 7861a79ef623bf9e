/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Four bytes for each record. Most records follow one another as before: the one behind that which was found
 * last is looked at first, and only where it is another the id is looked up. */
#include "model/translation.h"

#include <string.h>

#include "model/bundle-private.h"

#define STRIDE 4096 /* records between looks at the cancellable */

struct _WhenceTranslation
{
  WhenceBundle *from, *to;
  guint32 *indices[WHENCE_RECORD_FACT + 1]; /* by WhenceRecordKind; NULL until they are asked for */
};

WhenceTranslation *
whence_translation_new (WhenceBundle *from, WhenceBundle *to)
{
  WhenceTranslation *translation = g_new0 (WhenceTranslation, 1);

  translation->from = whence_bundle_ref (from);
  translation->to = whence_bundle_ref (to);
  return translation;
}

void
whence_translation_free (WhenceTranslation *translation)
{
  for (guint kind = 0; kind <= WHENCE_RECORD_FACT; kind++)
    g_free (translation->indices[kind]);
  whence_bundle_unref (translation->from);
  whence_bundle_unref (translation->to);
  g_free (translation);
}

WhenceBundle *
whence_translation_get_from (const WhenceTranslation *translation)
{
  return translation->from;
}

WhenceBundle *
whence_translation_get_to (const WhenceTranslation *translation)
{
  return translation->to;
}

static const char *
id_of (const WhenceBundle *bundle, const WhenceTable *records, guint32 index)
{
  return whence_bundle_text (bundle, *WHENCE_TABLE_AT (records, WhenceString, index));
}

static gboolean
go_over (WhenceTranslation *translation, WhenceRecordKind kind, GCancellable *cancellable)
{
  const WhenceTable *old = whence_bundle_records (translation->from, kind),
                    *new = whence_bundle_records (translation->to, kind);
  g_autofree guint32 *indices = g_new (guint32, MAX (1, old->n));
  guint32 next = 0;

  for (guint32 i = 0; i < old->n; i++)
    {
      const char *id = id_of (translation->from, old, i);

      if (i % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (next < new->n && g_str_equal (id_of (translation->to, new, next), id))
        indices[i] = next;
      else
        indices[i] = whence_bundle_find (translation->to, kind, id, strlen (id));
      if (indices[i] != WHENCE_NONE)
        next = indices[i] + 1;
    }
  translation->indices[kind] = g_steal_pointer (&indices);
  return TRUE;
}

gboolean
whence_translation_prepare (WhenceTranslation *translation, GCancellable *cancellable)
{
  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT; kind++)
    if (translation->indices[kind] == NULL && !go_over (translation, kind, cancellable))
      return FALSE;
  return TRUE;
}

guint32
whence_translation_get (WhenceTranslation *translation, WhenceRecordKind kind, guint32 index)
{
  if (translation->indices[kind] == NULL)
    go_over (translation, kind, NULL);
  return translation->indices[kind][index];
}
