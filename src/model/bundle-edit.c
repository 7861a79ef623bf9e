/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits: a copy of the bundle, into which single records are read as from a file. All new record texts are
 * put into one text, so that they may refer to one another in any order. Replacing a record costs a few
 * blocks of 1,024 rows; removing one renumbers those behind it, and what referred to it is read again
 * without. */
#include "model/bundle-edit-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

gboolean
whence_edit_refuse (EditState *edit, const char *message)
{
  g_set_error_literal (edit->error, WHENCE_READER_ERROR, WHENCE_READER_ERROR_NOT_A_BUNDLE, message);
  return FALSE;
}

static gpointer
key_of (WhenceRecordKind kind, guint32 index)
{
  return GSIZE_TO_POINTER ((gsize) index * 4 + kind);
}

gboolean
whence_edit_is_removed (EditState *edit, WhenceRecordKind kind, guint32 index)
{
  return index != WHENCE_NONE && g_hash_table_contains (edit->removed, key_of (kind, index));
}

gboolean
whence_edit_has_change (EditState *edit, WhenceRecordKind kind, guint32 index)
{
  return whence_edit_is_removed (edit, kind, index)
         || (index != WHENCE_NONE && g_hash_table_contains (edit->changed, key_of (kind, index)));
}

gboolean
whence_edit_check_json (EditState *edit, const char *json, guint depth)
{
  WhenceJsonScanner scanner;
  gboolean good;

  whence_json_scanner_init (&scanner, json, (guint32) strlen (json), depth);
  good = whence_json_scan_text (&scanner);
  if (!good)
    g_set_error_literal (edit->error, WHENCE_READER_ERROR, WHENCE_READER_ERROR_NOT_JSON,
                         whence_json_error_message (scanner.error));
  whence_json_scanner_clear (&scanner);
  return good;
}

/* --- What is to be read ----------------------------------------------------------------------------- */

void
whence_edit_add_change (EditState *edit, WhenceRecordKind kind, guint32 index, const char *id,
                        const char *json)
{
  Change change = { kind, index, json != NULL ? (guint32) edit->text->len : WHENCE_NONE, id };

  if (json != NULL)
    {
      g_string_append (edit->text, json);
      g_string_append_c (edit->text, '\n');
    }
  if (index != WHENCE_NONE)
    g_hash_table_add (json != NULL ? edit->changed : edit->removed, key_of (kind, index));
  g_array_append_val (edit->changes, change);
}

static gboolean
edit_record (EditState *edit, const WhenceEdit *wanted)
{
  guint32 index = whence_bundle_find (edit->old, wanted->kind, wanted->id, strlen (wanted->id));

  edit->records_changed = edit->story_changed = TRUE;
  if (wanted->json == NULL && index == WHENCE_NONE)
    return whence_edit_refuse (edit, _ ("There is nothing with this id to remove."));
  if (wanted->json != NULL && !whence_edit_check_json (edit, wanted->json, WHENCE_READER_MAX_DEPTH - 2))
    return FALSE;
  edit->ids_changed = edit->ids_changed || wanted->json == NULL || index == WHENCE_NONE;
  if (whence_edit_has_change (edit, wanted->kind, index))
    return whence_edit_refuse (edit, _ ("The same record cannot be changed twice in one step."));
  if (wanted->json != NULL && index == WHENCE_NONE && !whence_header_has_array (edit->old, wanted->kind)
      && whence_header_find (edit->old, whence_array_names[wanted->kind]) != NULL)
    return whence_edit_refuse (
      edit, _ ("The file has something else in the place of this list; correct that first."));
  whence_edit_add_change (edit, wanted->kind, index, wanted->id, wanted->json);
  return TRUE;
}

/* --- Removing --------------------------------------------------------------------------------------- */

/* The new index of each old record of @kind, WHENCE_NONE for the removed; NULL if nothing of the kind is. */
static guint32 *
make_renumbering (EditState *edit, WhenceRecordKind kind)
{
  guint32 n = whence_bundle_records (edit->reader.bundle, kind)->n, next = 0;
  guint32 *renumbering = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    renumbering[i] = whence_edit_is_removed (edit, kind, i) ? WHENCE_NONE : next++;
  if (next == n)
    g_clear_pointer (&renumbering, g_free);
  return renumbering;
}

static void
remove_records (EditState *edit, WhenceRecordKind kind)
{
  WhenceBundle *bundle = edit->reader.bundle;
  g_autofree guint32 *renumbering = make_renumbering (edit, kind);

  if (renumbering == NULL)
    return;
  whence_bundle_renumber (bundle, kind, renumbering);
  for (guint i = 0; i < edit->changes->len; i++)
    {
      Change *change = &g_array_index (edit->changes, Change, i);

      if (change->kind == kind && change->index != WHENCE_NONE)
        change->index = renumbering[change->index];
    }
}

/* --- Reading ---------------------------------------------------------------------------------------- */

static void
forget_problems_of (WhenceBundle *bundle, WhenceRecordKind kind, guint32 index)
{
  for (guint i = bundle->problems->len; i-- > 0;)
    {
      const OwnedProblem *owned = g_ptr_array_index (bundle->problems, i);

      if (owned->kind == (guint32) kind && owned->index == index)
        g_ptr_array_remove_index (bundle->problems, i);
    }
}

static gboolean
refuse_record (EditState *edit, guint first_problem)
{
  const GPtrArray *problems = edit->reader.bundle->problems;

  return whence_edit_refuse (
    edit, ((const OwnedProblem *) g_ptr_array_index (problems, MIN (first_problem, problems->len - 1)))
            ->problem.message);
}

/* Records that are only read again are not known by id here. */
static gboolean
check_id (EditState *edit, const Change *change, WhenceString id)
{
  return change->id == NULL || g_str_equal (whence_bundle_text (edit->reader.bundle, id), change->id)
         || whence_edit_refuse (edit, _ ("The id of a record cannot be changed, since others refer to it."));
}

static gboolean
replace_record (EditState *edit, const Change *change)
{
  Reader *reader = &edit->reader;
  WhenceBundle *bundle = reader->bundle;
  guint n_problems;
  Unpacked unpacked;

  reader->index = reader->nth = change->index;
  forget_problems_of (bundle, change->kind, change->index);
  n_problems = bundle->problems->len;
  if (!whence_reader_load_record (reader, 0, &unpacked))
    return refuse_record (edit, n_problems);
  if (!check_id (edit, change, unpacked.source.id))
    return FALSE;
  whence_reader_store_record (reader, &unpacked);
  whence_reader_keep_raw (bundle, change->kind, change->index,
                          reader->odd ? whence_reader_compact (reader, 0) : 0);
  return TRUE;
}

static gboolean
add_record (EditState *edit, const Change *change)
{
  WhenceBundle *bundle = edit->reader.bundle;
  WhenceTable *records = whence_bundle_records (bundle, change->kind);
  guint n_problems = bundle->problems->len, n_strays = bundle->strays.n;

  whence_reader_read_record (&edit->reader, change->kind, 0, records->n);
  if (bundle->strays.n > n_strays)
    return refuse_record (edit, n_problems);
  return check_id (edit, change, *WHENCE_TABLE_AT (records, WhenceString, records->n - 1));
}

static gboolean
read_changes (EditState *edit)
{
  Reader *reader = &edit->reader;

  reader->scanner.text = edit->text->str;
  reader->scanner.length = (guint32) edit->text->len;
  for (guint i = 0; i < edit->changes->len; i++)
    {
      const Change *change = &g_array_index (edit->changes, Change, i);

      if (change->at == WHENCE_NONE)
        continue;
      reader->kind = change->kind;
      reader->path = NULL;
      reader->scanner.at = change->at;
      if (!whence_json_scan_value (&reader->scanner))
        g_assert_not_reached ();
      if (change->index != WHENCE_NONE ? !replace_record (edit, change) : !add_record (edit, change))
        return FALSE;
    }
  whence_reader_resolve (reader);
  return TRUE;
}

static gboolean
apply_records (EditState *edit)
{
  if (edit->ids_changed)
    whence_edit_read_affected_again (edit);
  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT; kind++)
    remove_records (edit, kind);
  return read_changes (edit);
}

static gboolean
apply (EditState *edit, const WhenceEdit *edits, guint n_edits)
{
  for (guint i = 0; i < n_edits; i++)
    if (edits[i].kind == WHENCE_RECORD_HEADER ? !whence_edit_header (edit, edits[i].id, edits[i].json)
                                              : !edit_record (edit, &edits[i]))
      return FALSE;
  if (edit->records_changed && !apply_records (edit))
    return FALSE;
  if (edit->header_changed || edit->ids_changed)
    whence_edit_apply_header (edit);
  if (edit->story_changed)
    whence_bundle_finish (edit->reader.bundle);
  else
    whence_bundle_finish_as (edit->reader.bundle, edit->old);
  return TRUE;
}

WhenceBundle *
whence_bundle_edit (WhenceBundle *bundle, const WhenceEdit *edits, guint n_edits, GError **error)
{
  EditState edit = {
    .old = bundle,
    .text = g_string_new (NULL),
    .changes = g_array_new (FALSE, FALSE, sizeof (Change)),
    .changed = g_hash_table_new (NULL, NULL),
    .removed = g_hash_table_new (NULL, NULL),
    .error = error,
  };
  WhenceBundle *edited = NULL;

  whence_reader_init (&edit.reader, bundle, "", 0);
  if (apply (&edit, edits, n_edits))
    edited = g_steal_pointer (&edit.reader.bundle);
  whence_reader_clear (&edit.reader);
  g_string_free (edit.text, TRUE);
  g_array_unref (edit.changes);
  g_hash_table_unref (edit.changed);
  g_hash_table_unref (edit.removed);
  return edited;
}
