/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits: a copy of the bundle, into which single records are read as from a file. All new record texts are
 * put into one text, so that they may refer to one another in any order. Replacing a record costs a few
 * blocks of 1,024 rows; removing one renumbers those behind it, and what referred to it is read again
 * without. */
#include "model/reader-private.h"
#include "model/writer-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

typedef struct
{
  WhenceRecordKind kind;
  guint32 index; /* of the record that is replaced; WHENCE_NONE: a new one */
  guint32 at;    /* of its text; WHENCE_NONE: it is removed */
  const char *id;
} Change;

typedef struct
{
  Reader reader;
  const WhenceBundle *old;
  GString *text;
  GArray *changes;     /* of Change */
  GHashTable *changed; /* kind and index of the records that are read again */
  GHashTable *removed; /* of the removed */
  gboolean header_changed, records_changed, ids_changed;
  GError **error;
} EditState;

static gboolean
refuse (EditState *edit, const char *message)
{
  g_set_error_literal (edit->error, WHENCE_READER_ERROR, WHENCE_READER_ERROR_NOT_A_BUNDLE, message);
  return FALSE;
}

static gpointer
key_of (WhenceRecordKind kind, guint32 index)
{
  return GSIZE_TO_POINTER ((gsize) index * 4 + kind);
}

static gboolean
is_removed (EditState *edit, WhenceRecordKind kind, guint32 index)
{
  return index != WHENCE_NONE && g_hash_table_contains (edit->removed, key_of (kind, index));
}

static gboolean
has_change (EditState *edit, WhenceRecordKind kind, guint32 index)
{
  return is_removed (edit, kind, index)
         || (index != WHENCE_NONE && g_hash_table_contains (edit->changed, key_of (kind, index)));
}

static gboolean
check_json (EditState *edit, const char *json, guint depth)
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

/* --- Header members --------------------------------------------------------------------------------- */

/* Where a new member goes: before the arrays, but positions and such behind everything. */
static int
place_of_new (const GPtrArray *header, const char *key)
{
  if (g_str_equal (key, "view"))
    return -1;
  for (guint i = 0; i < header->len; i++)
    if (((const HeaderMember *) g_ptr_array_index (header, i))->value == NULL)
      return (int) i;
  return -1;
}

static gboolean
edit_header (EditState *edit, const char *key, const char *json)
{
  GPtrArray *header = edit->reader.bundle->header;
  GString *compact, *key_json;
  HeaderMember *member;
  guint at = 0;
  gboolean is_there;

  if (g_str_equal (key, "whence") || whence_array_named (key) != WHENCE_RECORD_HEADER)
    return refuse (edit, _ ("This member of the header cannot be changed."));
  if (json != NULL && !check_json (edit, json, WHENCE_READER_MAX_DEPTH - 1))
    return FALSE;
  edit->header_changed = TRUE;
  while (at < header->len && !g_str_equal (((HeaderMember *) g_ptr_array_index (header, at))->key, key))
    at++;
  is_there = at < header->len;
  if (is_there)
    g_ptr_array_remove_index (header, at);
  if (json == NULL)
    return TRUE;
  compact = g_string_new (NULL);
  key_json = g_string_new (NULL);
  whence_json_append_compact (json, strlen (json), compact);
  whence_json_append_string (key, strlen (key), key_json);
  member =
    whence_header_member_new (key, key_json->str, g_string_free (compact, FALSE), WHENCE_RECORD_HEADER);
  g_string_free (key_json, TRUE);
  g_ptr_array_insert (header, is_there ? (int) at : place_of_new (header, key), member);
  return TRUE;
}

/* Takes the header's problems out, and returns them by path. */
static GHashTable *
take_header_problems (WhenceBundle *bundle)
{
  GPtrArray *problems = bundle->problems;
  GHashTable *taken = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, whence_owned_problem_release);
  guint kept = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      OwnedProblem *owned = g_ptr_array_index (problems, i);

      if (owned->kind == WHENCE_RECORD_HEADER && owned->index == 0)
        g_hash_table_replace (taken, owned->problem.path, g_atomic_rc_box_acquire (owned));
    }
  g_ptr_array_set_free_func (problems, NULL);
  for (guint i = 0; i < problems->len; i++)
    {
      OwnedProblem *owned = g_ptr_array_index (problems, i);

      if (owned->kind == WHENCE_RECORD_HEADER && owned->index == 0)
        whence_owned_problem_release (owned);
      else
        problems->pdata[kept++] = owned;
    }
  g_ptr_array_set_size (problems, (int) kept);
  g_ptr_array_set_free_func (problems, whence_owned_problem_release);
  return taken;
}

/* The problems of the header are found again; where they are in the file is known from before. */
static void
apply_header (EditState *edit)
{
  Reader *reader = &edit->reader;
  GPtrArray *problems = reader->bundle->problems;
  g_autoptr (GHashTable) before = take_header_problems (reader->bundle);
  guint first = problems->len;

  whence_reader_apply_header (reader);
  for (guint i = first; i < problems->len; i++)
    {
      OwnedProblem *now = g_ptr_array_index (problems, i);
      const OwnedProblem *then = g_hash_table_lookup (before, now->problem.path);

      if (then != NULL && then->problem.code == now->problem.code)
        {
          now->problem.line = then->problem.line;
          now->problem.column = then->problem.column;
        }
    }
}

/* --- Which records are read again ------------------------------------------------------------------- */

static void
add_change (EditState *edit, WhenceRecordKind kind, guint32 index, const char *id, const char *json)
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

  edit->records_changed = TRUE;
  if (wanted->json == NULL && index == WHENCE_NONE)
    return refuse (edit, _ ("There is nothing with this id to remove."));
  if (wanted->json != NULL && !check_json (edit, wanted->json, WHENCE_READER_MAX_DEPTH - 2))
    return FALSE;
  edit->ids_changed = edit->ids_changed || wanted->json == NULL || index == WHENCE_NONE;
  if (has_change (edit, wanted->kind, index))
    return refuse (edit, _ ("The same record cannot be changed twice in one step."));
  if (wanted->json != NULL && index == WHENCE_NONE && !whence_header_has_array (edit->old, wanted->kind)
      && whence_header_find (edit->old, whence_array_names[wanted->kind]) != NULL)
    return refuse (edit, _ ("The file has something else in the place of this list; correct that first."));
  add_change (edit, wanted->kind, index, wanted->id, wanted->json);
  return TRUE;
}

static void
read_again (EditState *edit, WhenceRecordKind kind, guint32 index)
{
  g_autoptr (GString) json = NULL;

  if (has_change (edit, kind, index))
    return;
  json = g_string_new (NULL);
  whence_append_record_json (edit->old, kind, index, json);
  add_change (edit, kind, index, NULL, json->str);
}

static gboolean
cites_removed (EditState *edit, Span citations)
{
  for (guint32 i = citations.first; i < citations.first + citations.n; i++)
    if (is_removed (edit, WHENCE_RECORD_SOURCE,
                    WHENCE_TABLE_AT (&edit->old->citations, PackedCitation, i)->source))
      return TRUE;
  return FALSE;
}

static gboolean
source_refers_to_removed (EditState *edit, guint32 index)
{
  Span derived = WHENCE_TABLE_AT (&edit->old->sources, PackedSource, index)->derived_from;

  for (guint32 i = derived.first; i < derived.first + derived.n; i++)
    if (is_removed (edit, WHENCE_RECORD_SOURCE, *WHENCE_TABLE_AT (&edit->old->links, guint32, i)))
      return TRUE;
  return FALSE;
}

static gboolean
entity_refers_to_removed (EditState *edit, guint32 index)
{
  return cites_removed (edit, WHENCE_TABLE_AT (&edit->old->entities, PackedEntity, index)->citations);
}

static gboolean
fact_refers_to_removed (EditState *edit, guint32 index)
{
  const PackedFact *fact = WHENCE_TABLE_AT (&edit->old->facts, PackedFact, index);
  Span related = WHENCE_TABLE_AT (&edit->old->rares, PackedRare, fact->rare)->related;

  if (is_removed (edit, WHENCE_RECORD_ENTITY, fact->subject)
      || is_removed (edit, WHENCE_RECORD_ENTITY, fact->object) || cites_removed (edit, fact->citations))
    return TRUE;
  for (guint32 i = 0; i < fact->participants.n; i++)
    {
      guint32 row = fact->participants.first + i;

      if (is_removed (edit, WHENCE_RECORD_ENTITY,
                      WHENCE_TABLE_AT (&edit->old->participants, PackedParticipant, row)->entity))
        return TRUE;
    }
  for (guint32 i = related.first; i < related.first + related.n; i++)
    if (is_removed (edit, WHENCE_RECORD_FACT,
                    WHENCE_TABLE_AT (&edit->old->relations, PackedRelation, i)->fact))
      return TRUE;
  return FALSE;
}

/* What referred to a removed record, and what may now find the id that it missed. */
static void
read_affected_again (EditState *edit)
{
  static gboolean (*const refers[]) (EditState *, guint32) = { NULL, source_refers_to_removed,
                                                               entity_refers_to_removed,
                                                               fact_refers_to_removed };
  WhenceBundle *old = (WhenceBundle *) edit->old;

  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT; kind++)
    for (guint32 i = 0; i < whence_bundle_records (old, kind)->n; i++)
      if (refers[kind](edit, i))
        read_again (edit, kind, i);
  for (guint i = 0; i < old->problems->len; i++)
    {
      const OwnedProblem *owned = g_ptr_array_index (old->problems, i);

      if (owned->problem.code == WHENCE_PROBLEM_DANGLING_ID && owned->kind >= RUN_SOURCES
          && owned->kind <= RUN_FACTS)
        read_again (edit, (WhenceRecordKind) owned->kind, owned->index);
    }
}

/* --- Removing --------------------------------------------------------------------------------------- */

/* The new index of each old record of @kind, WHENCE_NONE for the removed; NULL if nothing of the kind is. */
static guint32 *
make_renumbering (EditState *edit, WhenceRecordKind kind)
{
  guint32 n = whence_bundle_records (edit->reader.bundle, kind)->n, next = 0;
  guint32 *renumbering = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    renumbering[i] = is_removed (edit, kind, i) ? WHENCE_NONE : next++;
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

  return refuse (edit,
                 ((const OwnedProblem *) g_ptr_array_index (problems, MIN (first_problem, problems->len - 1)))
                   ->problem.message);
}

/* Records that are only read again are not known by id here. */
static gboolean
check_id (EditState *edit, const Change *change, WhenceString id)
{
  return change->id == NULL || g_str_equal (whence_bundle_text (edit->reader.bundle, id), change->id)
         || refuse (edit, _ ("The id of a record cannot be changed, since others refer to it."));
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
    read_affected_again (edit);
  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT; kind++)
    remove_records (edit, kind);
  return read_changes (edit);
}

static gboolean
apply (EditState *edit, const WhenceEdit *edits, guint n_edits)
{
  for (guint i = 0; i < n_edits; i++)
    if (edits[i].kind == WHENCE_RECORD_HEADER ? !edit_header (edit, edits[i].id, edits[i].json)
                                              : !edit_record (edit, &edits[i]))
      return FALSE;
  if (edit->records_changed && !apply_records (edit))
    return FALSE;
  if (edit->header_changed || edit->ids_changed)
    apply_header (edit);
  whence_bundle_finish (edit->reader.bundle);
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
