/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names are counted as a hash table counts them, however many there are. */
#include "paint/svg-ids.h"

static void
test_count (void)
{
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  WhenceSvgIds *ids = whence_svg_ids_new ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *name =
        g_strdup_printf ("%s-%d", i % 2 == 0 ? "fact" : "entity", g_rand_int_range (random, 0, 6000));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (expected, name)) + 1;
      gsize start;
      g_string_append (svg, " id=\"");
      start = svg->len;
      g_string_append (svg, name);
      g_assert_cmpuint (whence_svg_ids_count (ids, svg, start), ==, n);
      g_string_append_printf (svg, "__%u\"", n);
      g_hash_table_insert (expected, g_steal_pointer (&name), GUINT_TO_POINTER (n));
    }
  whence_svg_ids_free (ids);
}

/* A name that another one begins with is another one, and so is none. */
static void
test_prefixes (void)
{
  static const char *const names[] = { "", "a", "ab", "abc", "b", "ba" };
  g_autoptr (GString) svg = g_string_new ("x");
  WhenceSvgIds *ids = whence_svg_ids_new ();

  for (guint turn = 1; turn <= 3; turn++)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        gsize start = svg->len;
        g_string_append (svg, names[i]);
        g_assert_cmpuint (whence_svg_ids_count (ids, svg, start), ==, turn);
      }
  whence_svg_ids_free (ids);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/svg-ids/count", test_count);
  g_test_add_func ("/svg-ids/prefixes", test_prefixes);
  return g_test_run ();
}
