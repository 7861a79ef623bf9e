/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folding as a table; what a query finds and in which order; every substring of random texts against looking
 * for it in each record. */
#include <string.h>

#include "model/reader.h"
#include "model/search.h"
#include "model/text-fold.h"

static void
test_fold (void)
{
  static const struct
  {
    const char *text, *folded;
  } texts[] = {
    { "", "" },
    { "  Scale \t AI\n", "scale ai" },
    { "Hélène Müller", "helene muller" },
    { "He\xcc\x81l", "hel" },
    { "STRASSE straße", "strasse strasse" },
    { "Łódź Ørsted", "lodz orsted" },
    { "ＡＢＣ ﬁ", "abc fi" },
    { "Хрущёв", "хрущев" },
    { "ΣΊΣΥΦΟΣ", "σισυφοσ" },
    { "مُحَمَّد", "محمد" },
    { "שָׁלוֹם", "שלום" },
    { "नदी", "नदी" },
    { "が", "か\xe3\x82\x99" },
    { "Istanbul İstanbul ISPARTA ısparta", "istanbul istanbul isparta isparta" },
    { "O’Brien", "o'brien" },
    { "a\x01"
      "b\x7f"
      "c",
      "a b c" },
    { "co\xc2\xadoperate zero\xe2\x80\x8bwidth", "cooperate zerowidth" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = whence_text_fold (texts[i].text);
      g_assert_cmpstr (folded, ==, texts[i].folded);
    }
}

static WhenceBundle *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  WhenceBundle *bundle = whence_reader_read_text (text, strlen (text), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return bundle;
}

static const char story[] =
  "{\"whence\":1,\"sources\":[{\"id\":\"s\",\"title\":\"Meta buys\",\"publisher\":\"Métro\",\"author\":\"Ann "
  "Lee\"}],"
  "\"entities\":[{\"id\":\"meta\",\"type\":\"company\",\"name\":\"Meta\",\"aliases\":[\"Facebook\"]},"
  "{\"id\":\"meta-ai\",\"type\":\"company\",\"name\":\"Meta AI\"},"
  "{\"id\":\"the-meta\",\"type\":\"company\",\"name\":\"The Meta\"},"
  "{\"id\":\"com\",\"type\":\"company\",\"name\":\"Commeta\",\"aliases\":[\"Metamorph\"]},"
  "{\"id\":\"ali\",\"type\":\"company\",\"name\":\"阿里巴巴集团\"},"
  "{\"id\":\"nobody\",\"type\":\"group\",\"name\":\"\"}],"
  "\"facts\":[{\"id\":\"deal\",\"type\":\"investment\",\"title\":\"Meta invests in Scale\",\"place\":\"San "
  "José\","
  "\"citations\":[{\"source\":\"s\",\"quote\":\"a 49% stake, said insiders\"}]},"
  "{\"id\":\"note\",\"type\":\"other\",\"note\":\"inferred from Facebook’s filing\"}]}";

static char *
find (const char *text, const char *query)
{
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autoptr (WhenceSearchIndex) index = whence_search_index_new (bundle, NULL, NULL);
  g_autoptr (GArray) hits = whence_search_index_find (index, query, NULL);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const WhenceHit *hit = &g_array_index (hits, WhenceHit, i);
      WhenceSource source;
      WhenceEntity entity;
      WhenceFact fact;
      const char *id = NULL;
      switch (hit->record)
        {
        case WHENCE_RECORD_ENTITY:
          whence_bundle_get_entity (bundle, hit->index, &entity);
          id = entity.id;
          break;
        case WHENCE_RECORD_FACT:
          whence_bundle_get_fact (bundle, hit->index, &fact);
          id = fact.id;
          break;
        case WHENCE_RECORD_SOURCE:
          whence_bundle_get_source (bundle, hit->index, &source);
          id = source.id;
          break;
        case WHENCE_RECORD_HEADER:
        default:
          g_assert_not_reached ();
        }
      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", id);
    }
  return g_string_free (found, FALSE);
}

static void
test_queries (void)
{
  static const struct
  {
    const char *query, *found;
  } queries[] = {
    { "", "" },
    { "   ", "" },
    { "meta", "meta meta-ai deal s the-meta com" },
    { "META", "meta meta-ai deal s the-meta com" },
    { "met", "meta meta-ai deal s the-meta com" },
    { "metro", "s" },
    { "Facebook", "meta note" },
    { "san jose", "deal" },
    { "jose san", "deal" },
    { "49%", "deal" },
    { "scale 49", "deal" },
    { "scale 50", "" },
    { "meta scale", "deal" },
    { "ann", "s" },
    { "巴巴", "ali" },
    { "zuckerberg", "" },
    { "\x01", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *found = find (story, queries[i].query);
      g_test_message ("%s", queries[i].query);
      g_assert_cmpstr (found, ==, queries[i].found);
    }
}

/* --- Any substring ------------------------------------------------------------------------------- */

static char *
random_words (GRand *rand)
{
  static const char *const letters[] = { "a", "b", "A", "é", "ß", " ", "я", "山" };
  GString *words = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--)
    g_string_append (words, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
  return g_string_free (words, FALSE);
}

static gboolean
has_all_words (const char *text, const char *query)
{
  g_autofree char *folded_text = whence_text_fold (text), *folded_query = whence_text_fold (query);
  g_auto (GStrv) words = g_strsplit (folded_query, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded_text, words[i]) == NULL)
      return FALSE;
  return words[0] != NULL;
}

static void
test_any_substring (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceSearchIndex) index = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_ptr_array_add (names, random_words (rand));
      g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"%s\"}",
                              i > 0 ? "," : "", i, (const char *) g_ptr_array_index (names, i));
    }
  g_string_append (text, "]}");
  bundle = read_text (text->str);
  index = whence_search_index_new (bundle, NULL, NULL);
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *query = random_words (rand);
      g_autoptr (GArray) hits = whence_search_index_find (index, query, NULL);
      guint n = 0;
      for (guint k = 0; k < names->len; k++)
        n += has_all_words (g_ptr_array_index (names, k), query);
      g_test_message ("“%s”: %u", query, n);
      g_assert_cmpuint (hits->len, ==, n);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (WhenceSearchIndex) index = whence_search_index_new (bundle, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (whence_search_index_new (bundle, NULL, cancellable));
  g_assert_null (whence_search_index_find (index, "meta", cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/search/fold", test_fold);
  g_test_add_func ("/model/search/queries", test_queries);
  g_test_add_func ("/model/search/any-substring", test_any_substring);
  g_test_add_func ("/model/search/cancelled", test_cancelled);
  return g_test_run ();
}
