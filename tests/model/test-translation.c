/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where records are in another state of a story, against looking each of them up by its id. */
#include "model/translation.h"

#include "read-text.h"

#define MOST 40

/* Some of the ids from 0 to MOST, in any order where @shuffled. */
static WhenceBundle *
make_bundle (GRand *random, gboolean shuffled)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"facts\":[");
  guint order[MOST], n = 0;

  for (guint i = 0; i < MOST; i++)
    order[i] = i;
  for (guint i = MOST - 1; shuffled && i > 0; i--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (gint32) i + 1), kept = order[i];

      order[i] = order[other];
      order[other] = kept;
    }
  for (guint i = 0; i < MOST; i++)
    if (g_rand_int_range (random, 0, 4) > 0)
      g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"other\"}", n++ > 0 ? "," : "", order[i]);
  g_string_append (text, "]}");
  return read_text (text->str);
}

static void
check (WhenceBundle *from, WhenceBundle *to, gboolean prepared)
{
  g_autoptr (WhenceTranslation) translation = whence_translation_new (from, to);

  if (prepared)
    g_assert_true (whence_translation_prepare (translation, NULL));
  for (guint32 i = 0; i < whence_bundle_get_n_facts (from); i++)
    {
      WhenceFact fact;

      whence_bundle_get_fact (from, i, &fact);
      g_assert_cmpuint (whence_translation_get (translation, WHENCE_RECORD_FACT, i), ==,
                        whence_bundle_find_fact (to, fact.id));
    }
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < 200; seed++)
    {
      GRand *random = g_rand_new_with_seed (seed);
      g_autoptr (WhenceBundle) from = make_bundle (random, FALSE), to = make_bundle (random, seed % 2 == 0);

      check (from, to, seed % 3 == 0);
      g_rand_free (random);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (WhenceBundle) bundle =
    read_text ("{\"whence\":1,\"facts\":[{\"id\":\"f\",\"type\":\"other\"}]}");
  g_autoptr (WhenceTranslation) translation = whence_translation_new (bundle, bundle);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_false (whence_translation_prepare (translation, cancellable));
  g_assert_cmpuint (whence_translation_get (translation, WHENCE_RECORD_FACT, 0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/translation/random", test_random);
  g_test_add_func ("/model/translation/cancelled", test_cancelled);
  return g_test_run ();
}
