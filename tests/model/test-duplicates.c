/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that are one and names that are not: a table of pairs; precision and recall on a list of people and
 * companies of which it is known who is who; and what else the bundle says of the two. */
#include <string.h>

#include "model/duplicates.h"
#include "model/name-key.h"
#include "model/reader.h"

#include "read-text.h"

static const struct
{
  WhenceNameKind kind;
  const char *a, *b;
  gboolean alike;
} pairs[] = {
  { WHENCE_NAME_OF_PERSON, "Alexandr Wang", "alexandr  WANG", TRUE },
  { WHENCE_NAME_OF_PERSON, "Wang, Alexandr", "Alexandr Wang", TRUE },
  { WHENCE_NAME_OF_PERSON, "A. Wang", "Alexandr Wang", TRUE },
  { WHENCE_NAME_OF_PERSON, "A. Wang", "A. Wong", FALSE },
  { WHENCE_NAME_OF_PERSON, "Wang", "Alexandr Wang", FALSE },
  { WHENCE_NAME_OF_PERSON, "A. W.", "Alexandr Wang", FALSE },
  { WHENCE_NAME_OF_PERSON, "Борис Ельцин", "Boris Eltsin", TRUE },
  { WHENCE_NAME_OF_PERSON, "John Adams", "John Quincy Adams", TRUE },
  { WHENCE_NAME_OF_PERSON, "Henry Ford", "Henry Ford II", FALSE },
  { WHENCE_NAME_OF_PERSON, "Carlo Rossi", "Carla Rossi", FALSE },
  { WHENCE_NAME_OF_PERSON, "山田 太郎", "山田太郎", TRUE },
  { WHENCE_NAME_OF_PERSON, "山田 太郎", "太郎 山田", TRUE },
  { WHENCE_NAME_OF_PERSON, "", "", FALSE },
  { WHENCE_NAME_OF_PERSON, "…", "!", FALSE },
  { WHENCE_NAME_OF_BODY, "Scale AI", "Scale AI, Inc.", TRUE },
  { WHENCE_NAME_OF_BODY, "Société Générale S.A.", "Societe Generale", TRUE },
  { WHENCE_NAME_OF_BODY, "Limited", "Limited Inc.", TRUE },
  { WHENCE_NAME_OF_BODY, "Federal Trade Commission", "FTC", TRUE },
  { WHENCE_NAME_OF_BODY, "Fund I", "Fund II", FALSE },
  { WHENCE_NAME_OF_BODY, "Bank of America", "Bank of Armenia", FALSE },
  { WHENCE_NAME_OF_BODY, "A & B", "AB", TRUE },
  { WHENCE_NAME_OF_THING, "Silicon Valley", "silicon-valley", TRUE },
  { WHENCE_NAME_OF_THING, "Outlier", "Outliers", FALSE },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      WhenceNameKey a, b;
      double there, back;
      whence_name_key_init (&a, pairs[i].a, pairs[i].kind);
      whence_name_key_init (&b, pairs[i].b, pairs[i].kind);
      there = whence_name_likeness (&a, &b, pairs[i].kind);
      back = whence_name_likeness (&b, &a, pairs[i].kind);
      g_test_message ("%s ~ %s: %.2f", pairs[i].a, pairs[i].b, there);
      g_assert_cmpint (there >= WHENCE_NAMES_ALIKE, ==, pairs[i].alike);
      g_assert_cmpfloat (there, ==, back);
      whence_name_key_clear (&a);
      whence_name_key_clear (&b);
    }
}

/* --- Who is who ---------------------------------------------------------------------------------- */

static WhenceBundle *
read_fixture (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "model", "duplicates.facts.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  WhenceBundle *bundle = whence_reader_read_file (file, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return bundle;
}

static gboolean
are_one (const WhenceBundle *bundle, guint32 a, guint32 b)
{
  WhenceEntity p, q;

  whence_bundle_get_entity (bundle, a, &p);
  whence_bundle_get_entity (bundle, b, &q);
  return strcspn (p.id, ".") == strcspn (q.id, ".") && strncmp (p.id, q.id, strcspn (p.id, ".")) == 0;
}

static guint
count_true_pairs (const WhenceBundle *bundle)
{
  guint n = whence_bundle_get_n_entities (bundle), n_pairs = 0;

  for (guint32 a = 0; a < n; a++)
    for (guint32 b = a + 1; b < n; b++)
      n_pairs += are_one (bundle, a, b);
  return n_pairs;
}

static void
test_who_is_who (void)
{
  g_autoptr (WhenceBundle) bundle = read_fixture ();
  g_autoptr (GArray) found = whence_duplicates_find (bundle, NULL, NULL);
  guint n_right = 0, n_true = count_true_pairs (bundle);

  for (guint i = 0; i < found->len; i++)
    {
      const WhenceLikePair *pair = &g_array_index (found, WhenceLikePair, i);
      gboolean right = are_one (bundle, pair->a, pair->b);
      g_assert_cmpuint (pair->a, <, pair->b);
      n_right += right;
      if (!right)
        g_test_message ("mistaken: %s ~ %s (%.2f)", whence_bundle_get_entity_name (bundle, pair->a),
                        whence_bundle_get_entity_name (bundle, pair->b), pair->likeness);
    }
  g_test_message ("%u pairs found, %u of them right, %u are there", found->len, n_right, n_true);
  g_assert_cmpfloat ((double) n_right / found->len, >=, 0.9);
  g_assert_cmpfloat ((double) n_right / n_true, >=, 0.8);
}

/* --- What else is known -------------------------------------------------------------------------- */

static guint
count_pairs (const char *entities, const char *facts)
{
  g_autofree char *text =
    g_strdup_printf ("{\"whence\":1,\"entities\":[%s],\"facts\":[%s]}", entities, facts);
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autoptr (GArray) found = NULL;

  found = whence_duplicates_find (bundle, NULL, NULL);
  return found->len;
}

static void
test_context (void)
{
  static const char same[] = "{\"id\":\"a\",\"type\":\"person\",\"name\":\"Ann Miller\"},"
                             "{\"id\":\"b\",\"type\":\"person\",\"name\":\"Ann Miller\"}";

  g_assert_cmpuint (count_pairs (same, ""), ==, 1);
  g_assert_cmpuint (
    count_pairs (same, "{\"id\":\"f\",\"type\":\"family\",\"subject\":\"a\",\"object\":\"b\"}"), ==, 0);
  g_assert_cmpuint (
    count_pairs ("{\"id\":\"a\",\"type\":\"person\",\"name\":\"Ann Miller\",\"date\":\"1900/1950\"},"
                 "{\"id\":\"b\",\"type\":\"person\",\"name\":\"Ann Miller\",\"date\":\"1960/2000\"}",
                 ""),
    ==, 0);
  g_assert_cmpuint (count_pairs ("{\"id\":\"a\",\"type\":\"person\",\"name\":\"Paris\"},"
                                 "{\"id\":\"b\",\"type\":\"place\",\"name\":\"Paris\"}",
                                 ""),
                    ==, 0);
  g_assert_cmpuint (
    count_pairs ("{\"id\":\"a\",\"type\":\"company\",\"name\":\"Facebook\"},"
                 "{\"id\":\"b\",\"type\":\"company\",\"name\":\"Meta\",\"aliases\":[\"facebook inc\"]}",
                 ""),
    ==, 1);
}

/* Thousands that share a surname: no pair is asked twice, and none is made of an initial. */
static void
test_many (void)
{
  g_autoptr (GString) entities = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (entities, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"N%u Smith\"}",
                            i > 0 ? "," : "", i, i);
  g_assert_cmpuint (count_pairs (entities->str, ""), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (WhenceBundle) bundle = read_fixture ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (whence_duplicates_find (bundle, NULL, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/duplicates/names", test_names);
  g_test_add_func ("/model/duplicates/who-is-who", test_who_is_who);
  g_test_add_func ("/model/duplicates/context", test_context);
  g_test_add_func ("/model/duplicates/many", test_many);
  g_test_add_func ("/model/duplicates/cancelled", test_cancelled);
  return g_test_run ();
}
