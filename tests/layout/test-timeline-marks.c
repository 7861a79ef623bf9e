/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates to shapes, as a table: how wide, which ends, where it certainly held, and what is not there at all.
 * The view is ten years wide, 2015 to 2025, at 100 px a year of 365 days, and ends at 1000 px. */
#include "layout/timeline-marks.h"

#define YEAR (365 * 86400.0)

typedef struct
{
  const char *date;
  gboolean in_view, dot;
  guint dashed; /* 1: its start, 2: its end */
  WhenceEnd end0, end1;
  double x0, x1;       /* without tails, px, to the nearest 2 */
  double body0, body1; /* equal: none */
} Case;

static const Case cases[] = {
  /* A year is a year wide, a day a dot. */
  { "2016", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_CAP, 100, 200, 0, 0 },
  { "2016-07", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_CAP, 150, 159, 0, 0 },
  { "2016-01-01", TRUE, TRUE, 0, WHENCE_END_CAP, WHENCE_END_CAP, 96, 105, 0, 0 },
  /* Qualifiers. */
  { "2016?", TRUE, FALSE, 3, WHENCE_END_CAP, WHENCE_END_CAP, 100, 200, 0, 0 },
  { "2016~", TRUE, FALSE, 0, WHENCE_END_SOFT, WHENCE_END_SOFT, 100, 200, 0, 0 },
  { "2016%", TRUE, FALSE, 3, WHENCE_END_SOFT, WHENCE_END_SOFT, 100, 200, 0, 0 },
  { "2016-04?", TRUE, FALSE, 3, WHENCE_END_CAP, WHENCE_END_CAP, 125, 133, 0, 0 },
  { "2016-03-05?", TRUE, TRUE, 3, WHENCE_END_CAP, WHENCE_END_CAP, 113, 122, 0, 0 },
  { "2016-~07", TRUE, FALSE, 0, WHENCE_END_SOFT, WHENCE_END_SOFT, 150, 159, 0, 0 },
  /* Each side for itself. */
  { "2016?/2020", TRUE, FALSE, 1, WHENCE_END_CAP, WHENCE_END_CAP, 100, 600, 200, 500 },
  { "2016/2020?", TRUE, FALSE, 2, WHENCE_END_CAP, WHENCE_END_CAP, 100, 600, 200, 500 },
  { "2016~/2020?", TRUE, FALSE, 2, WHENCE_END_SOFT, WHENCE_END_CAP, 100, 600, 200, 500 },
  { "2016/2020-05-%11", TRUE, FALSE, 2, WHENCE_END_CAP, WHENCE_END_SOFT, 100, 536, 200, 536 },
  { "2016?/..", TRUE, FALSE, 1, WHENCE_END_CAP, WHENCE_END_OPEN, 100, 700, 200, 700 },
  { "/2016~", TRUE, FALSE, 0, WHENCE_END_UNKNOWN, WHENCE_END_SOFT, 100, 200, 0, 0 },
  { "2016~/2018", TRUE, FALSE, 0, WHENCE_END_SOFT, WHENCE_END_CAP, 100, 400, 200, 300 },
  /* Stretches: certain from the latest start to the earliest end. */
  { "2016/2020", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_CAP, 100, 600, 200, 500 },
  { "2016/2016", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_CAP, 100, 200, 0, 0 },
  { "2015-01-01/2025-01-01", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_CUT, 0, 1000, 0, 1000 },
  /* Open, and unknown, are told apart. "Today" is 2022. */
  { "2016/..", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_OPEN, 100, 700, 200, 700 },
  { "2023/..", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_OPEN, 800, 900, 0, 0 },
  { "2016/", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_UNKNOWN, 100, 200, 0, 0 },
  { "/2016", TRUE, FALSE, 0, WHENCE_END_UNKNOWN, WHENCE_END_CAP, 100, 200, 0, 0 },
  { "../2016", TRUE, FALSE, 0, WHENCE_END_OPEN, WHENCE_END_CAP, 20, 200, 20, 100 },
  /* Sets: one of them is some time within, all of them are on several dates. */
  { "[2016,2018..2020]", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_CAP, 100, 600, 0, 0 },
  { "[2016?,2018]", TRUE, FALSE, 3, WHENCE_END_CAP, WHENCE_END_CAP, 100, 400, 0, 0 },
  { "[2016..]", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_UNKNOWN, 100, 700, 0, 0 },
  { "[..2016]", TRUE, FALSE, 0, WHENCE_END_UNKNOWN, WHENCE_END_CAP, 20, 200, 0, 0 },
  { "{2016,2018,2020?}", TRUE, FALSE, 2, WHENCE_END_CAP, WHENCE_END_CAP, 100, 600, 200, 500 },
  { "{2016..}", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_OPEN, 100, 700, 200, 700 },
  /* Masked digits and parts of years are as wide as they leave open. */
  { "201X", TRUE, FALSE, 0, WHENCE_END_CUT, WHENCE_END_CAP, 0, 500, 0, 0 },
  { "2016-XX", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_CAP, 100, 200, 0, 0 },
  { "2016-33", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_CAP, 100, 125, 0, 0 },
  /* Cut by the edges of the view. */
  { "2010/2017", TRUE, FALSE, 0, WHENCE_END_CUT, WHENCE_END_CAP, 0, 300, 0, 200 },
  { "2020/2040", TRUE, FALSE, 0, WHENCE_END_CAP, WHENCE_END_CUT, 500, 1000, 600, 1000 },
  { "1900/2100", TRUE, FALSE, 0, WHENCE_END_CUT, WHENCE_END_CUT, 0, 1000, 0, 1000 },
  { "20XX", TRUE, FALSE, 0, WHENCE_END_CUT, WHENCE_END_CUT, 0, 1000, 0, 0 },
  /* Not there. */
  { "2010", FALSE, FALSE, 0, 0, 0, 0, 0, 0, 0 },
  { "2026", FALSE, FALSE, 0, 0, 0, 0, 0, 0, 0 },
  { "2014-12-31", FALSE, FALSE, 0, 0, 0, 0, 0, 0, 0 },
  { "2015-01-01", FALSE, FALSE, 0, 0, 0, 0, 0, 0, 0 }, /* a dot is never cut */
};

static gint64
january (int year)
{
  return whence_instant_from_civil ((WhenceCivil){ year, 1, 1, 0, 0, 0 });
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  WhenceDate date = { 0 };
  WhenceMarkShape shape;
  g_assert_true (whence_date_parse (c->date, &date, NULL));
  WhenceTimeView view = { .origin = january (2015), .seconds_per_px = YEAR / 100 };
  gboolean in_view = whence_mark_shape_init (&shape, &date, view, 0, 1000, january (2022));
  g_assert_cmpint (in_view, ==, c->in_view);
  if (!in_view)
    return;
  const double near = 2;
  g_assert_cmpint (shape.dot, ==, c->dot);
  g_assert_cmpuint (shape.dashed0 | shape.dashed1 << 1, ==, c->dashed);
  g_assert_cmpint (shape.end0, ==, c->end0);
  g_assert_cmpint (shape.end1, ==, c->end1);
  g_assert_cmpfloat_with_epsilon (shape.x0 + shape.tail0, c->x0, near);
  g_assert_cmpfloat_with_epsilon (shape.x1 - shape.tail1, c->x1, near);
  g_assert_cmpint (shape.body1 - shape.body0 >= 1, ==, c->body1 > c->body0);
  if (c->body1 <= c->body0)
    return;
  g_assert_cmpfloat_with_epsilon (shape.body0, c->body0, near);
  g_assert_cmpfloat_with_epsilon (shape.body1, c->body1, near);
}

/* Tails shrink before they leave the view. */
static void
test_tails (void)
{
  WhenceDate date;
  WhenceMarkShape shape;
  WhenceTimeView view = { .origin = january (2015), .seconds_per_px = YEAR / 100 };
  g_assert_true (whence_date_parse ("2015~/..", &date, NULL));
  g_assert_true (whence_mark_shape_init (&shape, &date, view, 0, 710, january (2022)));
  g_assert_cmpfloat (shape.x0, >=, 0);
  g_assert_cmpfloat (shape.x1, <=, 710);
  g_assert_cmpfloat_with_epsilon (shape.tail0, 0, 0.01);
  /* What goes on says so with a whole arrow. */
  g_assert_cmpfloat (shape.tail1, ==, 20);
}

/* What goes on beyond the view says so at its edge. */
static void
test_open_beyond (void)
{
  WhenceDate date;
  WhenceMarkShape shape;
  WhenceTimeView view = { .origin = january (2015), .seconds_per_px = YEAR / 100 };
  g_assert_true (whence_date_parse ("2016/..", &date, NULL));
  for (double right = 110; right < 700; right += 10)
    {
      g_assert_true (whence_mark_shape_init (&shape, &date, view, 0, right, january (2022)));
      g_assert_cmpint (shape.end1, ==, WHENCE_END_OPEN);
      g_assert_cmpfloat (shape.x1, <=, right + 0.01);
      g_assert_cmpfloat (shape.tail1, >=, MIN (5, right - 105));
      g_assert_cmpfloat (shape.body1, <=, shape.x1 - shape.tail1 + 0.01);
    }
}

static void
test_extent (void)
{
  WhenceDate date;
  gint64 from, to;
  g_assert_true (whence_date_parse ("2016/..", &date, NULL));
  g_assert_true (whence_mark_extent (&date, &from, &to));
  g_assert_cmpint (from, ==, january (2016));
  g_assert_cmpint (to, ==, january (2017));
  g_assert_true (whence_date_parse ("/2016", &date, NULL));
  g_assert_true (whence_mark_extent (&date, &from, &to));
  g_assert_cmpint (from, ==, january (2016));
  date = (WhenceDate){ .form = WHENCE_DATE_NONE };
  g_assert_false (whence_mark_extent (&date, &from, &to));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-marks/%u", i);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/timeline-marks/tails", test_tails);
  g_test_add_func ("/timeline-marks/open-beyond", test_open_beyond);
  g_test_add_func ("/timeline-marks/extent", test_extent);
  return g_test_run ();
}
