/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folding as a table; what a query finds and in which order; every answer over random texts against
 * looking for it everywhere. */
#include <string.h>

#include "model/search.h"
#include "model/text-fold.h"

#include "read-text.h"

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

/* --- Against looking everywhere ------------------------------------------------------------------ */

static char *
random_words (GRand *rand)
{
  static const char *const letters[] = { "a", "b", "A", "é", "ß", " ", "я", "山", "-" };
  GString *words = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--)
    g_string_append (words, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
  return g_string_free (words, FALSE);
}

#define N_TEXTS 4 /* at most, of an entity: name, two aliases, summary */

typedef struct
{
  char *texts[N_TEXTS]; /* folded */
} Record;

static const WhenceSearchField fields[N_TEXTS] = { WHENCE_FIELD_NAME, WHENCE_FIELD_ALIAS, WHENCE_FIELD_ALIAS,
                                                   WHENCE_FIELD_SUMMARY };

static WhenceSearchPlace
place_in (const char *text, const char *at, gsize length)
{
  if (at == text)
    return text[length] == '\0' ? WHENCE_FOUND_WHOLE : WHENCE_FOUND_START;
  return g_ascii_isalnum (at[-1]) || (guchar) at[-1] >= 0x80 ? WHENCE_FOUND_INSIDE : WHENCE_FOUND_WORD;
}

static guint
rank_of (const WhenceHit *hit)
{
  return hit->place == WHENCE_FOUND_INSIDE ? 100u + hit->field : hit->field * 4u + hit->place;
}

static gboolean
find_in_record (const Record *record, const char *word, WhenceHit *best)
{
  gboolean found = FALSE;

  for (guint i = 0; i < N_TEXTS; i++)
    for (const char *at = strstr (record->texts[i], word); at != NULL; at = strstr (at + 1, word))
      {
        WhenceHit hit = *best;
        hit.field = (guint8) fields[i];
        hit.place = (guint8) place_in (record->texts[i], at, strlen (word));
        if (!found || rank_of (&hit) < rank_of (best))
          *best = hit;
        found = TRUE;
      }
  return found;
}

/* All words together, or each of them. */
static gboolean
find_query (const Record *record, const char *query, WhenceHit *best)
{
  g_auto (GStrv) words = g_strsplit (query, " ", -1);
  guint8 worst = WHENCE_FOUND_WORD, field = 0;
  gsize longest = 0;

  if (find_in_record (record, query, best))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!find_in_record (record, words[i], best))
        return FALSE;
      worst = MAX (worst, best->place);
      if (strlen (words[i]) > longest)
        field = best->field;
      longest = MAX (longest, strlen (words[i]));
    }
  best->field = field;
  best->place = worst;
  return TRUE;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const WhenceHit *x = a, *y = b;

  return rank_of (x) != rank_of (y) ? (int) rank_of (x) - (int) rank_of (y) : (int) x->index - (int) y->index;
}

static GArray *
find_everywhere (const Record *records, guint n_records, const char *query)
{
  g_autofree char *folded = whence_text_fold (query);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (WhenceHit));

  for (guint i = 0; i < n_records && *folded != '\0'; i++)
    {
      WhenceHit hit = { .record = WHENCE_RECORD_ENTITY, .index = i };
      if (find_query (&records[i], folded, &hit))
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  return hits;
}

static void
assert_same_hits (const GArray *found, const GArray *wanted)
{
  g_assert_cmpuint (found->len, ==, wanted->len);
  for (guint i = 0; i < found->len; i++)
    {
      const WhenceHit *a = &g_array_index (found, WhenceHit, i), *b = &g_array_index (wanted, WhenceHit, i);
      g_assert_cmpuint (a->record, ==, b->record);
      g_assert_cmpuint (a->index, ==, b->index);
      g_assert_cmpuint (a->field, ==, b->field);
      g_assert_cmpuint (a->place, ==, b->place);
    }
}

/* Writes entities of random words as JSON, and keeps what they say folded. */
static void
make_records (GRand *rand, Record *records, guint n, GString *text)
{
  g_string_append (text, "{\"whence\":1,\"entities\":[");
  for (guint i = 0; i < n; i++)
    {
      char *words[N_TEXTS];

      for (guint k = 0; k < N_TEXTS; k++)
        words[k] = random_words (rand);
      g_string_append_printf (text,
                              "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"%s\",\"aliases\":"
                              "[\"%s\",\"%s\"],\"summary\":\"%s\"}",
                              i > 0 ? "," : "", i, words[0], words[1], words[2], words[3]);
      for (guint k = 0; k < N_TEXTS; k++)
        {
          records[i].texts[k] = whence_text_fold (words[k]);
          g_free (words[k]);
        }
    }
  g_string_append (text, "]}");
}

static void
test_against_everything (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceSearchIndex) index = NULL;
  Record records[300];

  make_records (rand, records, G_N_ELEMENTS (records), text);
  bundle = read_text (text->str);
  index = whence_search_index_new (bundle, NULL, NULL);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *query = random_words (rand);
      g_autoptr (GArray) hits = whence_search_index_find (index, query, NULL);
      g_autoptr (GArray) wanted = find_everywhere (records, G_N_ELEMENTS (records), query);
      g_test_message ("“%s”: %u", query, wanted->len);
      assert_same_hits (hits, wanted);
    }
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    for (guint k = 0; k < N_TEXTS; k++)
      g_free (records[i].texts[k]);
}

/* Large enough for two threads, which must agree with what a small index says of the same records. */
static void
test_threads (void)
{
  const guint n = 1 << 17;
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceSearchIndex) index = NULL;
  g_autoptr (GArray) hits = NULL, pairs = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"%u of the many\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "]}");
  bundle = read_text (text->str);
  index = whence_search_index_new (bundle, NULL, NULL);
  hits = whence_search_index_find (index, "many", NULL);
  g_assert_cmpuint (hits->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (g_array_index (hits, WhenceHit, i).index, ==, i);
  pairs = whence_search_index_find (index, "131071 of", NULL);
  g_assert_cmpuint (pairs->len, ==, 1);
  g_assert_cmpuint (g_array_index (pairs, WhenceHit, 0).index, ==, 131071);
}

/* However much is pasted: what stands beyond 64 words does not count. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[{\"id\":\"e\",\"type\":\"person\","
                                           "\"name\":\"");
  g_autoptr (GString) query = g_string_new (NULL);
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceSearchIndex) index = NULL;

  for (guint i = 0; i < 64; i++)
    g_string_append_printf (query, "w%u ", i);
  g_string_append_printf (text, "%s\"}]}", query->str);
  bundle = read_text (text->str);
  index = whence_search_index_new (bundle, NULL, NULL);
  for (guint n_beyond = 0; n_beyond < 300; n_beyond += 100)
    {
      g_autoptr (GArray) hits = whence_search_index_find (index, query->str, NULL), none = NULL;
      g_autofree char *other = g_strconcat ("nowhere ", query->str, NULL);
      g_assert_cmpuint (hits->len, ==, 1);
      none = whence_search_index_find (index, other, NULL);
      g_assert_cmpuint (none->len, ==, 0);
      for (guint i = 0; i < 100; i++)
        g_string_append_printf (query, "beyond%u ", i);
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
  g_assert_null (whence_search_index_find (index, "meta buys nothing", cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/search/fold", test_fold);
  g_test_add_func ("/model/search/queries", test_queries);
  g_test_add_func ("/model/search/against-everything", test_against_everything);
  g_test_add_func ("/model/search/threads", test_threads);
  g_test_add_func ("/model/search/long", test_long);
  g_test_add_func ("/model/search/cancelled", test_cancelled);
  return g_test_run ();
}
