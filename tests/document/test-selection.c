/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Selections of many: whichever way the light takes, it lights the same; what is selected is not changed in
 * the hands of those who share it. */
#include "document/view-history.h"
#include "story.h"

#define N_FACTS 400
#define N_ENTITIES 120

/* Each fact of up to three, one of them of as many as no short list holds. */
static WhenceDocument *
open_random (GRand *random)
{
  g_autoptr (GString) text =
    g_string_new ("{\"whence\":1,\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"published\":"
                  "\"2020\"},{\"id\":\"t\",\"title\":\"T\",\"published\":\"2030\"}],"
                  "\"entities\":[");

  for (guint i = 0; i < N_ENTITIES; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"E\"}", i > 0 ? "," : "",
                            i);
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < N_FACTS; i++)
    {
      guint n = i == 7 ? 90 : (guint) g_rand_int_range (random, 0, 4);
      g_string_append_printf (text,
                              "%s{\"id\":\"f%u\",\"type\":\"other\",\"citations\":[{\"source\":\"%s\"}],"
                              "\"participants\":[",
                              i > 0 ? "," : "", i, i % 2 > 0 ? "s" : "t");
      for (guint k = 0; k < n; k++)
        g_string_append_printf (text, "%s{\"entity\":\"e%d\"}", k > 0 ? "," : "",
                                g_rand_int_range (random, 0, N_ENTITIES));
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  return story_open (text->str);
}

static GArray *
take_some (GRand *random, guint one_of)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (WhenceRef));

  for (guint32 i = 0; i < N_FACTS; i++)
    if (g_rand_int_range (random, 0, (gint32) one_of) == 0)
      {
        WhenceRef ref = whence_ref_fact (i);
        g_array_append_val (refs, ref);
      }
  return refs;
}

/* The facts, and who takes part in one of them that was known. */
static void
assert_lit (WhenceDocument *document, const GArray *refs)
{
  WhenceBundle *bundle = whence_document_get_told_bundle (document);
  const WhenceKnownBy *known_by = whence_scope_get_known_by (whence_document_get_scope (document));
  WhenceHighlight highlight = whence_document_get_highlight (document);
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint8 facts[N_FACTS] = { 0 }, parties[N_ENTITIES] = { 0 };

  for (guint i = 0; i < refs->len; i++)
    {
      guint32 fact = g_array_index (refs, WhenceRef, i).index;
      facts[fact] = WHENCE_LIT_SELECTED;
      if (whence_known_by_get_fact (known_by, fact) == WHENCE_ACTIVITY_NOT)
        continue;
      whence_bundle_list_fact_entities (bundle, fact, entities);
      for (guint k = 0; k < entities->len; k++)
        parties[g_array_index (entities, guint32, k)] = WHENCE_LIT_RELATED;
    }
  g_assert_cmpmem (highlight.facts, N_FACTS, facts, N_FACTS);
  g_assert_cmpmem (highlight.entities, N_ENTITIES, parties, N_ENTITIES);
  for (guint32 i = 0; i < N_FACTS; i++)
    g_assert_cmpint (whence_document_is_selected (document, whence_ref_fact (i)), ==, facts[i] != 0);
  g_assert_cmpuint (whence_document_get_n_selected_facts (document), ==, refs->len);
}

static void
test_many_light_like_few (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (WhenceDocument) document = open_random (random);

  for (guint known = 0; known < 2; known++)
    {
      g_assert_true (whence_document_set_known_by (document, known > 0 ? "2025" : NULL, NULL));
      for (guint one_of = 1; one_of < 200; one_of *= 3)
        {
          g_autoptr (GArray) refs = take_some (random, one_of);
          whence_document_select_array (document, refs);
          assert_lit (document, refs);
        }
    }
}

static void
test_kinds_are_counted (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (WhenceDocument) document = open_random (random);
  const WhenceRef refs[] = { whence_ref_fact (3), whence_ref_entity (5), whence_ref_source (1),
                             whence_ref_entity (6) };

  whence_document_select_refs (document, refs, G_N_ELEMENTS (refs));
  g_assert_cmpuint (whence_document_get_n_selected_facts (document), ==, 1);
  g_assert_cmpuint (whence_document_get_n_selected_entities (document), ==, 2);
  g_assert_true (whence_document_is_selected (document, whence_ref_source (1)));
  g_assert_false (whence_document_is_selected (document, whence_ref_source (0)));
  whence_document_select (document, whence_ref_entity (5), TRUE);
  whence_document_select (document, whence_ref_entity (7), TRUE);
  whence_document_select (document, whence_ref_entity (8), TRUE);
  g_assert_cmpuint (whence_document_get_n_selected_entities (document), ==, 3);
  g_assert_false (whence_document_is_selected (document, whence_ref_entity (5)));
  whence_document_select (document, WHENCE_REF_NOTHING, FALSE);
  g_assert_cmpuint (whence_document_get_n_selected_entities (document), ==, 0);
  g_assert_cmpuint (whence_document_get_n_selected_facts (document), ==, 0);
}

/* One more is selected, and one less; each step back is what was selected before. */
static void
test_steps_keep_theirs (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  g_autoptr (WhenceDocument) document = open_random (random);
  const WhenceRef refs[] = { whence_ref_fact (3), whence_ref_fact (9) };
  guint n;

  whence_document_select_refs (document, refs, G_N_ELEMENTS (refs));
  whence_document_select (document, whence_ref_fact (11), TRUE);
  whence_document_select (document, whence_ref_fact (3), TRUE);
  whence_document_go_back (document);
  whence_document_get_selection (document, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (3)));
  whence_document_go_back (document);
  whence_document_get_selection (document, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (whence_document_is_selected (document, whence_ref_fact (11)));
  whence_document_go_forward (document);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (11)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/selection/many", test_many_light_like_few);
  g_test_add_func ("/document/selection/kinds", test_kinds_are_counted);
  g_test_add_func ("/document/selection/steps", test_steps_keep_theirs);
  return g_test_run ();
}
