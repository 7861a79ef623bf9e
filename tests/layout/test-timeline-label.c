/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Half of an amount is another amount: beside a mark a figure stands whole or not at all, at any width, and
 * what is left out is owned up to. */
#include "layout/timeline-label.h"

typedef struct
{
  const char *title, *figures, *remark;
} Words;

static const Words table[] = {
  { "about", "≈ $14 B", NULL },
  { "A", "−$5", "May 2024" },
  { "Meta invests in Scale AI", "$14.3 B · 49 %", NULL },
  { "Meta invests in Scale AI", "$14.3 B · 49 %", "May 2024 · planned" },
  { "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", "BTC 0.00000001", "alleged" },
  { "", "€1", NULL },
  { "No figures", NULL, "denied" },
};

static double
measure_text (const char *text, WhenceFont font)
{
  return text == NULL ? 0 : whence_measure_plain.func (text, strlen (text), font, NULL);
}

static WhenceLabelText
set_text (const Words *words)
{
  WhenceLabelText text = { .title = g_strdup (words->title),
                           .figures = g_strdup (words->figures),
                           .remark = g_strdup (words->remark),
                           .title_width = measure_text (words->title, WHENCE_FONT_LABEL),
                           .figures_width = measure_text (words->figures, WHENCE_FONT_STRONG),
                           .remark_width = measure_text (words->remark, WHENCE_FONT_SMALL) };
  text.whole_width = text.title_width + 6 + text.figures_width + 6 + text.remark_width;
  return text;
}

static void
assert_whole_or_absent (const WhenceTextBlock *block, const char *text, gboolean shortened)
{
  if (block->n_lines == 0)
    g_assert_true (text == NULL || shortened);
  else
    g_assert_cmpstr (block->lines[0].text, ==, text);
}

static void
test_figures_are_whole (gconstpointer data)
{
  WhenceLabelText text = set_text (data);
  for (guint lines = 1; lines <= 2; lines++)
    for (double width = 20; width < 500; width += 7)
      {
        WhenceLabel label;
        whence_label_init (&label, &text, width, lines, &whence_measure_plain);
        assert_whole_or_absent (&label.figures, text.figures, label.shortened);
        assert_whole_or_absent (&label.remark, text.remark, label.shortened);
        if (width >= text.whole_width)
          g_assert_false (label.shortened);
        if (lines == 2 && width >= text.figures_width && text.figures != NULL)
          g_assert_cmpuint (label.figures.n_lines, ==, 1);
        whence_label_clear (&label);
      }
  whence_label_text_clear (&text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-label/figures-are-whole/%u", i);
      g_test_add_data_func (path, &table[i], test_figures_are_whole);
    }
  return g_test_run ();
}
