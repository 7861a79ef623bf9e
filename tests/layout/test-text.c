/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text blocks: where lines end, what is cut, and the promises that hold for any text. */
#include "layout/text.h"

#include <string.h>

#include "layout/text-breaks.h"

typedef struct
{
  const char *name, *text;
  double max_width; /* a LABEL is 6 px a letter, 12 a wide one */
  guint max_lines;
  const char *lines; /* joined by "|" */
  gboolean shortened;
} BlockCase;

static const BlockCase block_cases[] = {
  { "fits", "Scale AI", 48, 1, "Scale AI", FALSE },
  { "ellipsis", "Scale AI founded", 48, 1, "Scale A…", TRUE },
  { "ellipsis-after-word", "Scale AI founded", 60, 1, "Scale AI…", TRUE },
  { "thai", "แกร็บเอเชีย", 36, 3, "แกร็บ|เอเชีย", FALSE },
  { "two-lines", "Scale AI founded", 60, 2, "Scale AI|founded", FALSE },
  { "second-line-cut", "Scale AI founded in San Francisco", 60, 2, "Scale AI|founded i…", TRUE },
  { "hyphen", "self-driving cars", 48, 3, "self-|driving|cars", FALSE },
  { "minus-stays", "at -5 degrees", 24, 9, "at|-5|degr|ees", FALSE },
  { "slash", "customer/supplier", 66, 2, "customer/|supplier", FALSE },
  { "fraction-stays", "a 1/2 b", 18, 9, "a|1/2|b", FALSE },
  { "long-word", "Donaudampfschiff", 48, 9, "Donaudam|pfschiff", FALSE },
  { "no-break-space",
    "$14\xC2\xA0"
    "B paid",
    36, 9,
    "$14\xC2\xA0"
    "B|paid",
    FALSE },
  { "ideographs", "人工智能公司", 36, 9, "人工智|能公司", FALSE },
  { "closing-stays", "人工智能。公司", 48, 9, "人工智|能。公司", FALSE },
  { "spaces-collapse", "  a \t\n b  ", 48, 1, "a b", FALSE },
  { "controls-go",
    "a\x01"
    "b\xE2\x80\xAE"
    "c\xC2\xAD"
    "d",
    48, 1, "abcd", FALSE },
  { "empty", " \n ", 48, 1, "", FALSE },
  { "too-narrow", "wide", 1, 2, "w|…", TRUE },
  { "no-comma-before-ellipsis", "one, two, three", 36, 1, "one…", TRUE },
};

static void
test_block (gconstpointer data)
{
  const BlockCase *c = data;
  WhenceTextBlock block;
  g_autoptr (GString) lines = g_string_new (NULL);
  double widest = 0;

  whence_text_block_init (&block, c->text, WHENCE_FONT_LABEL, c->max_width, c->max_lines,
                          &whence_measure_plain);
  for (guint i = 0; i < block.n_lines; i++)
    {
      g_string_append_printf (lines, "%s%s", i > 0 ? "|" : "", block.lines[i].text);
      widest = MAX (widest, block.lines[i].width);
    }
  g_assert_cmpstr (lines->str, ==, c->lines);
  g_assert_cmpint (block.shortened, ==, c->shortened);
  g_assert_cmpfloat (block.width, ==, widest);
  g_assert_cmpfloat (block.height, ==, 16 * block.n_lines);
  whence_text_block_clear (&block);
}

static const struct
{
  const char *name, *text;
  guint n_clusters;
} cluster_cases[] = {
  { "ascii", "abc", 3 },
  { "combining",
    "e\xCC\x81"
    "a",
    2 },
  { "family", "👨‍👩‍👧‍👦!", 2 },
  { "skin-tone", "👍🏽x", 2 },
  { "flags", "🇩🇪🇫🇷", 2 },
  { "odd-flag", "🇩🇪🇫", 2 },
  { "variation", "❤️a", 2 },
  { "england", "🏴󠁧󠁢󠁥󠁮󠁧󠁿x", 2 },
  { "jamo", "각가", 2 },
  { "devanagari", "क्षि", 1 },
  { "thai-am", "กำ", 1 },
  { "thai-vowel-in-front", "เก้า", 2 },
  { "lao-vowel-in-front", "ໄທ", 1 },
};

static void
test_clusters (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cluster_cases); i++)
    {
      g_autoptr (GArray) cuts = whence_text_find_cuts (cluster_cases[i].text, strlen (cluster_cases[i].text));
      g_test_message ("%s", cluster_cases[i].name);
      g_assert_cmpuint (cuts->len, ==, cluster_cases[i].n_clusters);
    }
}

static void
test_direction (void)
{
  g_assert_true (whence_text_is_rtl ("שלום"));
  g_assert_true (whence_text_is_rtl ("2016 مرحبا"));
  g_assert_false (whence_text_is_rtl ("Scale (שלום)"));
  g_assert_false (whence_text_is_rtl ("2016"));
}

/* A pile of marks would run into the lines above and below. */
static void
test_marks_are_bounded (void)
{
  g_autoptr (GString) pile = g_string_new ("Z");
  for (guint i = 0; i < 100; i++)
    g_string_append_unichar (pile, 0x300 + i % 16);
  g_string_append (pile, "algo");
  g_autofree char *clean = whence_text_clean (pile->str);
  g_assert_cmpint (g_utf8_strlen (clean, -1), ==, 10);
}

static char *
make_text (GRand *rand)
{
  static const char *const parts[] = {
    "a",   "B",     "lorem",    " ",         " ",
    " ",   "-",     "/",        ", ",        "公",
    "司",  "。",    "é",        "e\xCC\x81", "👨‍👩‍👧",
    "🇩🇪",  "한",    "مرحبا",    "שלום",      "(",
    ")",   "$14.3", "\xC2\xA0", "\n",        "\x02",
    "क्षि", "…",     "“",        "”",         "https://x.org/y",
  };
  GString *text = g_string_new (NULL);
  gint32 n = g_rand_int_range (rand, 0, 60);
  for (gint32 i = 0; i < n; i++)
    g_string_append (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

static double
widest_cluster (const char *text)
{
  g_autoptr (GArray) cuts = whence_text_find_cuts (text, strlen (text));
  double widest = 0;
  guint32 start = 0;
  for (guint i = 0; i < cuts->len; i++)
    {
      guint32 end = g_array_index (cuts, WhenceTextCut, i).offset;
      widest = MAX (widest, whence_measure_plain.func (text + start, end - start, WHENCE_FONT_LABEL, NULL));
      start = end;
    }
  return widest;
}

/* Without its ellipsis, each line follows the one before in the text, with nothing but blanks between. */
static void
assert_in_order (const char *clean, const WhenceTextBlock *block)
{
  const char *rest = clean;
  for (guint i = 0; i < block->n_lines; i++)
    {
      g_autofree char *line = g_strdup (block->lines[i].text);
      if (block->shortened && i + 1 == block->n_lines)
        {
          g_assert_true (g_str_has_suffix (line, "…"));
          line[strlen (line) - strlen ("…")] = '\0';
        }
      while (*rest == ' ')
        rest++;
      g_assert_true (g_str_has_prefix (rest, line));
      rest += strlen (line);
    }
  if (!block->shortened)
    g_assert_cmpstr (rest, ==, "");
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20160601);
  for (guint round = 0; round < 20000; round++)
    {
      g_autofree char *text = make_text (rand);
      g_autofree char *clean = whence_text_clean (text);
      double max_width = g_rand_double_range (rand, 0, 240);
      guint max_lines = (guint) g_rand_int_range (rand, 1, 6);
      double limit = MAX (max_width, MAX (widest_cluster (clean), 6));
      WhenceTextBlock block;

      whence_text_block_init (&block, text, WHENCE_FONT_LABEL, max_width, max_lines, &whence_measure_plain);
      g_assert_cmpuint (block.n_lines, <=, max_lines);
      g_assert_cmpint (block.n_lines > 0, ==, clean[0] != '\0');
      for (guint i = 0; i < block.n_lines; i++)
        {
          const WhenceTextLine *line = &block.lines[i];
          g_assert_cmpfloat (line->width, <=, limit);
          g_assert_true (g_utf8_validate (line->text, -1, NULL));
          g_assert_cmpfloat (
            line->width, ==,
            whence_measure_plain.func (line->text, strlen (line->text), WHENCE_FONT_LABEL, NULL));
        }
      assert_in_order (clean, &block);
      whence_text_block_clear (&block);
    }
}

static double
counting_measure (const char *text, gsize length, WhenceFont font, gpointer user_data)
{
  gsize *bytes = user_data;
  *bytes += length;
  return whence_measure_plain.func (text, length, font, NULL);
}

/* What is measured of a text depends on the line, not on the text. */
static void
test_long_text_is_cheap (void)
{
  g_autofree char *text = g_strnfill (1000000, 'x');
  gsize bytes = 0;
  WhenceMeasure measure = { counting_measure, &bytes };
  WhenceTextBlock block;
  whence_text_block_init (&block, text, WHENCE_FONT_LABEL, 120, 1, &measure);
  g_assert_cmpuint (strlen (block.lines[0].text), ==, 19 + strlen ("…"));
  g_assert_cmpuint (bytes, <, 2000);
  whence_text_block_clear (&block);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (block_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/text/block/%s", block_cases[i].name);
      g_test_add_data_func (path, &block_cases[i], test_block);
    }
  g_test_add_func ("/layout/text/clusters", test_clusters);
  g_test_add_func ("/layout/text/direction", test_direction);
  g_test_add_func ("/layout/text/marks", test_marks_are_bounded);
  g_test_add_func ("/layout/text/random", test_random);
  g_test_add_func ("/layout/text/long", test_long_text_is_cheap);
  return g_test_run ();
}
