/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bundle: who takes part in what, lookup, descriptions, extent; and edits, which must give what reading
 * the edited text gives, and must leave the old bundle as it was. */
#include "model/writer.h"

#include <string.h>

#include "read-text.h"

static char *
write_text (const WhenceBundle *bundle)
{
  g_autoptr (GBytes) bytes = whence_writer_to_bytes (bundle, WHENCE_SYNTAX_JSON);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static const char story[] =
  "{\"whence\":1,\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"published\":\"2025-06-13\"}],"
  "\"entities\":["
  "{\"id\":\"meta\",\"type\":\"company\",\"name\":\"Meta\"},{\"id\":\"scale\",\"type\":\"company\",\"name\":"
  "\"Scale AI\"},"
  "{\"id\":\"wang\",\"type\":\"person\",\"name\":\"Wang\",\"date\":\"1997\"}],\"facts\":["
  "{\"id\":\"deal\",\"type\":\"investment\",\"subject\":\"meta\",\"object\":\"scale\",\"participants\":[{"
  "\"entity\":\"wang\"},{\"entity\":\"meta\"}]},"
  "{\"id\":\"rivals\",\"type\":\"competition\",\"participants\":[{\"entity\":\"scale\"},{\"entity\":\"meta\"}"
  "]},"
  "{\"id\":\"birth\",\"type\":\"birth\",\"subject\":\"wang\",\"citations\":[{\"source\":\"s\",\"date\":"
  "\"1996/..\"}]},"
  "{\"id\":\"self\",\"type\":\"ownership\",\"subject\":\"wang\",\"object\":\"wang\"},"
  "{\"id\":\"titled\",\"type\":\"other\",\"title\":\"A "
  "title\",\"subject\":\"meta\",\"related\":[{\"fact\":\"deal\"}]},"
  "{\"id\":\"alone\",\"type\":\"mine\",\"title\":\"\"}],\"view\":{\"positions\":{\"wang\":[1,2]}}}";

static void
test_parties (void)
{
  static const struct
  {
    const char *fact, *description;
    guint n, entities[3];
  } facts[] = {
    { "deal", "Investment: Meta \xe2\x86\x92 Scale AI", 3, { 0, 1, 2 } },
    { "rivals", "Competition: Scale AI \xe2\x80\x93 Meta", 2, { 1, 0 } },
    { "birth", "Birth: Wang", 1, { 2 } },
    { "self", "Ownership: Wang \xe2\x86\x92 Wang", 1, { 2 } },
    { "titled", "A title", 1, { 0 } },
    { "alone", "mine", 0, { 0 } },
  };
  g_autoptr (WhenceBundle) bundle = read_text (story);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      guint32 fact = whence_bundle_find_fact (bundle, facts[i].fact), entities[3] = { 9, 9, 9 };
      g_autofree char *description = whence_bundle_describe_fact (bundle, fact);

      g_assert_cmpuint (fact, ==, i);
      g_assert_cmpstr (description, ==, facts[i].description);
      g_assert_cmpuint (whence_bundle_get_fact_entities (bundle, fact, entities, 3), ==, facts[i].n);
      for (guint j = 0; j < facts[i].n; j++)
        g_assert_cmpuint (entities[j], ==, facts[i].entities[j]);
      /* Short of room, it still counts. */
      g_assert_cmpuint (whence_bundle_get_fact_entities (bundle, fact, NULL, 0), ==, facts[i].n);
    }
}

static void
test_entity_facts (void)
{
  static const guint32 expected[][4] = { { 0, 1, 4, WHENCE_NONE },
                                         { 0, 1, WHENCE_NONE },
                                         { 0, 2, 3, WHENCE_NONE } };
  g_autoptr (WhenceBundle) bundle = read_text (story);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint n;
      const guint32 *facts = whence_bundle_get_entity_facts (bundle, i, &n);

      for (guint j = 0; j < n; j++)
        g_assert_cmpuint (facts[j], ==, expected[i][j]);
      g_assert_cmpuint (expected[i][n], ==, WHENCE_NONE);
    }
}

/* Each once, however often it cites, and not what only rests on it. */
static void
test_source_citers (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (
    "{\"whence\":1,\"sources\":[{\"id\":\"s\",\"title\":\"S\"},{\"id\":\"t\",\"title\":\"T\",\"derivedFrom\":"
    "[\"u\"]},{\"id\":\"u\",\"title\":\"U\"}],\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\","
    "\"citations\":[{\"source\":\"t\"},{\"source\":\"t\"}]}],\"facts\":["
    "{\"id\":\"f\",\"type\":\"other\",\"citations\":[{\"source\":\"s\"},{\"source\":\"t\"},{\"source\":\"s\"}"
    "]},"
    "{\"id\":\"g\",\"type\":\"other\"},"
    "{\"id\":\"h\",\"type\":\"other\",\"citations\":[{\"source\":\"s\"}]}]}");
  guint n;
  const guint32 *facts = whence_bundle_get_source_facts (bundle, 0, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (facts[0], ==, 0);
  g_assert_cmpuint (facts[1], ==, 2);
  g_assert_cmpuint (whence_bundle_get_source_facts (bundle, 1, &n)[0], ==, 0);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (whence_bundle_get_source_entities (bundle, 1, &n)[0], ==, 0);
  g_assert_cmpuint (n, ==, 1);
  whence_bundle_get_source_facts (bundle, 2, &n);
  g_assert_cmpuint (n, ==, 0);
  whence_bundle_get_source_entities (bundle, 0, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_many_participants (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");
  g_autoptr (WhenceBundle) bundle = NULL;
  guint n;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"%u\"}", i > 0 ? "," : "",
                            i, i);
  g_string_append (text, "],\"facts\":[{\"id\":\"f\",\"type\":\"t\",\"participants\":[");
  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (text, "%s{\"entity\":\"e%u\"}", i > 0 ? "," : "", i % 3000);
  g_string_append (text, "]}]}");
  bundle = read_text (text->str);
  g_assert_cmpuint (whence_bundle_get_fact_entities (bundle, 0, NULL, 0), ==, 3000);
  whence_bundle_get_entity_facts (bundle, 2999, &n);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_lookup (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (WhenceBundle) empty = whence_bundle_new_empty ();

  g_assert_cmpuint (whence_bundle_find_entity (bundle, "wang"), ==, 2);
  g_assert_cmpuint (whence_bundle_find_entity (bundle, "wan"), ==, WHENCE_NONE);
  g_assert_cmpuint (whence_bundle_find_entity (bundle, "deal"), ==, WHENCE_NONE);
  g_assert_cmpuint (whence_bundle_find_source (bundle, "s"), ==, 0);
  g_assert_cmpuint (whence_bundle_find_fact (empty, "deal"), ==, WHENCE_NONE);
  g_assert_cmpint (whence_bundle_get_latest_instant (empty), ==, 0);
}

/* From the earliest date that anything names to the end of the latest. */
static void
test_extent (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  WhenceCivil first = whence_instant_to_civil (whence_bundle_get_earliest_instant (bundle));
  WhenceCivil last = whence_instant_to_civil (whence_bundle_get_latest_instant (bundle));

  g_assert_cmpint (first.year, ==, 1996);
  g_assert_cmpint (last.year, ==, 2025);
  g_assert_cmpint (last.day, ==, 14);
}

static void
test_types (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  guint n_builtin;
  const WhenceFactType *mine;

  whence_fact_types_builtin (&n_builtin);
  g_assert_cmpuint (whence_bundle_get_n_fact_types (bundle), ==, n_builtin + 1);
  mine = whence_bundle_get_nth_fact_type (bundle, n_builtin);
  g_assert_cmpstr (mine->name, ==, "mine");
  g_assert_false (mine->known);
  g_assert_cmpint (mine->category, ==, WHENCE_CATEGORY_NEUTRAL);
  g_assert_true (mine == whence_bundle_get_fact_type (bundle, 5));
  for (guint i = 0; i < n_builtin; i++)
    g_assert_cmpint (strlen (whence_fact_type_verb (whence_bundle_get_nth_fact_type (bundle, i))), >, 3);
}

/* --- Edits -------------------------------------------------------------------------------------------- */

static WhenceBundle *
edit (WhenceBundle *bundle, WhenceRecordKind kind, const char *id, const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = write_text (bundle), *after = NULL;
  WhenceBundle *edited = whence_bundle_edit (bundle, &(WhenceEdit){ kind, id, json }, 1, &error);

  g_assert_no_error (error);
  after = write_text (bundle);
  g_assert_cmpstr (before, ==, after);
  return edited;
}

static guint
count_problems (const WhenceBundle *bundle)
{
  guint n;

  whence_bundle_get_problems (bundle, &n);
  return n;
}

/* The edited bundle is what reading its text gives. */
static void
assert_consistent (const WhenceBundle *bundle)
{
  g_autofree char *text = write_text (bundle), *again = NULL;
  g_autoptr (WhenceBundle) fresh = read_text (text);

  again = write_text (fresh);
  g_assert_cmpstr (text, ==, again);
  g_assert_cmpuint (count_problems (bundle), ==, count_problems (fresh));
  g_assert_cmpuint (whence_bundle_get_n_facts (bundle), ==, whence_bundle_get_n_facts (fresh));
  g_assert_cmpint (whence_bundle_get_latest_instant (bundle), ==, whence_bundle_get_latest_instant (fresh));
  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    {
      g_autofree char *first = whence_bundle_describe_fact (bundle, i),
                      *second = whence_bundle_describe_fact (fresh, i);
      WhenceFact fact;

      whence_bundle_get_fact (bundle, i, &fact);
      g_assert_cmpstr (first, ==, second);
      g_assert_cmpuint (whence_bundle_find_fact (bundle, fact.id), ==, i);
      g_assert_cmpuint (whence_bundle_get_fact_entities (bundle, i, NULL, 0), ==,
                        whence_bundle_get_fact_entities (fresh, i, NULL, 0));
    }
  for (guint32 i = 0; i < whence_bundle_get_n_entities (bundle); i++)
    {
      guint n_first, n_second;
      double x, y;

      whence_bundle_get_entity_facts (bundle, i, &n_first);
      whence_bundle_get_entity_facts (fresh, i, &n_second);
      g_assert_cmpuint (n_first, ==, n_second);
      g_assert_true (whence_bundle_get_position (bundle, i, &x, &y)
                     == whence_bundle_get_position (fresh, i, &x, &y));
    }
}

static void
test_edit_header (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (WhenceBundle) titled = edit (bundle, WHENCE_RECORD_HEADER, "title", " \"New\" ");
  g_autoptr (WhenceBundle) moved =
    edit (titled, WHENCE_RECORD_HEADER, "view", "{\"positions\":{\"meta\":[5,6],\"nobody\":[0,0]}}");
  g_autoptr (WhenceBundle) summed = edit (moved, WHENCE_RECORD_HEADER, "summary", "\"Sum\"");
  g_autoptr (WhenceBundle) bare = edit (summed, WHENCE_RECORD_HEADER, "title", NULL);
  g_autofree char *view = whence_bundle_get_json (moved, WHENCE_RECORD_HEADER, "view");
  g_autofree char *text = write_text (summed);
  double x, y;

  g_assert_cmpstr (whence_bundle_get_title (bundle), ==, "T");
  g_assert_cmpstr (whence_bundle_get_title (titled), ==, "New");
  g_assert_null (whence_bundle_get_title (bare));
  g_assert_cmpstr (whence_bundle_get_summary (bare), ==, "Sum");
  g_assert_cmpstr (view, ==, "{\"positions\":{\"meta\":[5,6],\"nobody\":[0,0]}}");
  g_assert_true (whence_bundle_get_position (bundle, 2, &x, &y));
  g_assert_false (whence_bundle_get_position (moved, 2, &x, &y));
  g_assert_true (whence_bundle_get_position (moved, 0, &x, &y));
  g_assert_cmpfloat (y, ==, 6);
  g_assert_cmpuint (count_problems (moved), ==, 1);
  /* A new member comes before the arrays. */
  g_assert_cmpint (strstr (text, "\"summary\"") - text, <, strstr (text, "\"sources\"") - text);
  assert_consistent (moved);
  assert_consistent (bare);
}

static void
test_edit_types (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (WhenceBundle) declared = edit (bundle, WHENCE_RECORD_HEADER, "types",
                                            "{\"facts\":{\"mine\":{\"label\":\"Mine\",\"kind\":\"state\"}}}");
  g_autoptr (WhenceBundle) back = edit (declared, WHENCE_RECORD_HEADER, "types", NULL);

  g_assert_cmpint (whence_bundle_get_fact_type (bundle, 5)->kind, ==, WHENCE_KIND_EVENT);
  g_assert_cmpint (whence_bundle_get_fact_type (declared, 5)->kind, ==, WHENCE_KIND_STATE);
  g_assert_cmpstr (whence_bundle_get_fact_type (declared, 5)->label, ==, "Mine");
  g_assert_cmpstr (whence_bundle_get_fact_type (back, 5)->label, ==, "mine");
  assert_consistent (declared);
}

/* From whom to whom can be read whichever way the names are written. */
static void
test_describe_right_to_left (void)
{
  g_autoptr (WhenceBundle) bundle =
    read_text ("{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"company\",\"name\":\"ميتا\"},"
               "{\"id\":\"b\",\"type\":\"company\",\"name\":\"דוד\"},{\"id\":\"c\",\"type\":\"company\","
               "\"name\":\"Ängström 株式\"}],\"facts\":["
               "{\"id\":\"f\",\"type\":\"investment\",\"subject\":\"a\",\"object\":\"b\"},"
               "{\"id\":\"g\",\"type\":\"investment\",\"subject\":\"c\",\"object\":\"c\"}]}");
  g_autofree char *marked = whence_bundle_describe_fact (bundle, 0);
  g_autofree char *plain = whence_bundle_describe_fact (bundle, 1);

  g_assert_cmpstr (marked, ==, "\u200eInvestment: ميتا\u200e → \u200eדוד");
  g_assert_cmpstr (plain, ==, "Investment: Ängström 株式 → Ängström 株式");
}

static void
test_edit_records (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (WhenceBundle) replaced =
    edit (bundle, WHENCE_RECORD_FACT, "deal",
          "{\"id\":\"deal\",\"type\":\"acquisition\",\"subject\":\"wang\",\"x\":[1],\"date\":\"2030\"}");
  g_autoptr (WhenceBundle) added =
    edit (replaced, WHENCE_RECORD_FACT, "new", "{\"id\":\"new\",\"type\":\"other\",\"object\":\"scale\"}");
  g_autoptr (WhenceBundle) removed = edit (added, WHENCE_RECORD_FACT, "birth", NULL);
  g_autofree char *description = whence_bundle_describe_fact (replaced, 0);
  g_autofree char *json = whence_bundle_get_json (replaced, WHENCE_RECORD_FACT, "deal");

  g_assert_cmpstr (description, ==, "Acquisition: Wang");
  g_assert_cmpstr (
    json, ==, "{\"id\":\"deal\",\"type\":\"acquisition\",\"subject\":\"wang\",\"x\":[1],\"date\":\"2030\"}");
  g_assert_cmpuint (whence_bundle_find_fact (bundle, "new"), ==, WHENCE_NONE);
  g_assert_cmpuint (whence_bundle_find_fact (added, "new"), ==, 6);
  g_assert_cmpuint (whence_bundle_find_fact (removed, "birth"), ==, WHENCE_NONE);
  g_assert_cmpuint (whence_bundle_find_fact (removed, "new"), ==, 5);
  g_assert_cmpuint (whence_bundle_find_fact (added, "birth"), ==, 2);
  assert_consistent (replaced);
  assert_consistent (added);
  assert_consistent (removed);
}

/* What referred to a removed record says so, keeps its text, and is whole again when the record comes back.
 */
static void
test_edit_removed_entity (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (WhenceBundle) removed = edit (bundle, WHENCE_RECORD_ENTITY, "meta", NULL);
  g_autoptr (WhenceBundle) back = edit (removed, WHENCE_RECORD_ENTITY, "meta",
                                        "{\"id\":\"meta\",\"type\":\"company\",\"name\":\"Meta again\"}");
  g_autofree char *description = whence_bundle_describe_fact (back, 0);
  g_autofree char *json = whence_bundle_get_json (removed, WHENCE_RECORD_FACT, "deal");
  double x, y;

  g_assert_cmpuint (count_problems (removed), ==, 4);
  g_assert_nonnull (strstr (json, "\"subject\":\"meta\""));
  g_assert_true (whence_bundle_get_position (removed, 1, &x, &y));
  g_assert_cmpuint (count_problems (back), ==, 0);
  g_assert_cmpstr (description, ==, "Investment: Meta again \xe2\x86\x92 Scale AI");
  assert_consistent (removed);
  assert_consistent (back);
}

/* Several at once may refer to one another in any order. */
static void
test_edit_several (void)
{
  static const WhenceEdit edits[] = {
    { WHENCE_RECORD_FACT, "n",
      "{\"id\":\"n\",\"type\":\"other\",\"subject\":\"new\",\"citations\":[{\"source\":\"q\"}]}" },
    { WHENCE_RECORD_ENTITY, "new", "{\"id\":\"new\",\"type\":\"person\",\"name\":\"N\"}" },
    { WHENCE_RECORD_SOURCE, "s", NULL },
    { WHENCE_RECORD_SOURCE, "q", "{\"id\":\"q\",\"title\":\"Q\"}" },
    { WHENCE_RECORD_FACT, "deal", NULL },
    { WHENCE_RECORD_HEADER, "title", "\"Several\"" },
  };
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) edited = whence_bundle_edit (bundle, edits, G_N_ELEMENTS (edits), &error);
  WhenceCitation citation;

  g_assert_no_error (error);
  whence_bundle_get_fact_citation (edited, whence_bundle_find_fact (edited, "n"), 0, &citation);
  g_assert_cmpuint (citation.source, ==, whence_bundle_find_source (edited, "q"));
  g_assert_cmpstr (whence_bundle_get_title (edited), ==, "Several");
  assert_consistent (edited);
}

static void
test_edit_empty (void)
{
  g_autoptr (WhenceBundle) empty = whence_bundle_new_empty ();
  g_autoptr (WhenceBundle) one =
    edit (empty, WHENCE_RECORD_ENTITY, "e", "{\"id\":\"e\",\"type\":\"person\",\"name\":\"E\"}");
  g_autoptr (WhenceBundle) two = edit (one, WHENCE_RECORD_HEADER, "title", "\"T\"");

  g_assert_cmpuint (whence_bundle_get_n_entities (two), ==, 1);
  assert_consistent (two);
}

static void
test_edit_refused (void)
{
  static const WhenceEdit refused[] = {
    { WHENCE_RECORD_HEADER, "whence", "2" },
    { WHENCE_RECORD_HEADER, "facts", "[]" },
    { WHENCE_RECORD_HEADER, "title", "\"no end" },
    { WHENCE_RECORD_FACT, "deal", "{}" },
    { WHENCE_RECORD_FACT, "deal", "7" },
    { WHENCE_RECORD_FACT, "deal", "{\"id\":\"other\",\"type\":\"t\"}" },
    { WHENCE_RECORD_FACT, "deal", "{\"id\":\"deal\",\"type\":\"t\"} {}" },
    { WHENCE_RECORD_FACT, "nothing", NULL },
    { WHENCE_RECORD_FACT, "a b", "{\"id\":\"a b\",\"type\":\"t\"}" },
    { WHENCE_RECORD_FACT, "fresh", "{\"id\":\"deal\",\"type\":\"t\"}" },
    { WHENCE_RECORD_FACT, "fresh", "{\"id\":\"stale\",\"type\":\"t\"}" },
  };
  g_autoptr (WhenceBundle) bundle = read_text (story);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (whence_bundle_edit (bundle, &refused[i], 1, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (strlen (error->message), >, 10);
    }
}

/* Seeded random edits of a bundle with faults: always what a fresh reading gives. */
static void
test_edit_random (void)
{
  static const char *const facts[] = {
    "{\"id\":\"%s\",\"type\":\"other\",\"subject\":\"wang\",\"object\":\"x1\"}",
    "{\"id\":\"%s\",\"type\":\"mine\",\"participants\":[{\"entity\":\"x1\"},{\"entity\":\"meta\"},{"
    "\"entity\":\"x2\"}],\"u\":1}",
    "{\"id\":\"%s\",\"type\":\"other\",\"citations\":[{\"source\":\"s\"},{\"source\":\"x1\"}],\"related\":[{"
    "\"fact\":\"x2\"}]}",
  };
  static const char *const ids[] = { "deal", "self", "x1", "x2", "x3" };
  static const char *const entities[] = { "meta", "wang", "x1", "x2" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  WhenceBundle *bundle = read_text (story);

  for (guint i = 0; i < 600; i++)
    {
      gboolean is_fact = g_rand_boolean (rand);
      const char *id = is_fact ? ids[g_rand_int_range (rand, 0, 5)] : entities[g_rand_int_range (rand, 0, 4)];
      gboolean is_there = is_fact ? whence_bundle_find_fact (bundle, id) != WHENCE_NONE
                                  : whence_bundle_find_entity (bundle, id) != WHENCE_NONE;
      const char *format =
        is_fact ? facts[g_rand_int_range (rand, 0, 3)] : "{\"id\":\"%s\",\"type\":\"person\",\"name\":\"N\"}";
      g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
      g_autofree char *json = g_strconcat (parts[0], id, parts[1], NULL);
      WhenceBundle *edited = edit (bundle, is_fact ? WHENCE_RECORD_FACT : WHENCE_RECORD_ENTITY, id,
                                   is_there && g_rand_int_range (rand, 0, 3) == 0 ? NULL : json);

      assert_consistent (edited);
      whence_bundle_unref (bundle);
      bundle = edited;
    }
  whence_bundle_unref (bundle);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bundle/parties", test_parties);
  g_test_add_func ("/bundle/entity-facts", test_entity_facts);
  g_test_add_func ("/bundle/source-citers", test_source_citers);
  g_test_add_func ("/bundle/many-participants", test_many_participants);
  g_test_add_func ("/bundle/lookup", test_lookup);
  g_test_add_func ("/bundle/extent", test_extent);
  g_test_add_func ("/bundle/types", test_types);
  g_test_add_func ("/bundle/describe-right-to-left", test_describe_right_to_left);
  g_test_add_func ("/bundle/edit/header", test_edit_header);
  g_test_add_func ("/bundle/edit/types", test_edit_types);
  g_test_add_func ("/bundle/edit/records", test_edit_records);
  g_test_add_func ("/bundle/edit/removed-entity", test_edit_removed_entity);
  g_test_add_func ("/bundle/edit/several", test_edit_several);
  g_test_add_func ("/bundle/edit/empty", test_edit_empty);
  g_test_add_func ("/bundle/edit/refused", test_edit_refused);
  g_test_add_func ("/bundle/edit/random", test_edit_random);
  return g_test_run ();
}
