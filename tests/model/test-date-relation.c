/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a date says of another: whether what is dated was active then, and whether two can both be true. */
#include "dates.h"

/* --- Activity --- */

#define NOT WHENCE_ACTIVITY_NOT
#define POSSIBLE WHENCE_ACTIVITY_POSSIBLE
#define CERTAIN WHENCE_ACTIVITY_CERTAIN

typedef struct
{
  const char *date; /* NULL: none */
  const char *at;   /* EDTF; its stretch is asked for */
  WhenceActivity state, event;
} ActivityCase;

static const ActivityCase activities[] = {
  { NULL, "2016", POSSIBLE, POSSIBLE },
  { "2016/2018", "2015", NOT, NOT },
  { "2016/2018", "2016", POSSIBLE, CERTAIN },
  { "2016/2018", "2016-06-01", POSSIBLE, POSSIBLE },
  { "2016/2018", "2017", CERTAIN, CERTAIN },
  { "2016/2018", "2018", POSSIBLE, CERTAIN },
  { "2016/2018", "2017/2018", POSSIBLE, CERTAIN },
  { "2016/2018", "2019", NOT, CERTAIN },
  { "2016/2016", "2016-07", POSSIBLE, POSSIBLE },
  { "2016/..", "2100", CERTAIN, CERTAIN },
  { "2016/..", "2016-12-31", POSSIBLE, CERTAIN },
  { "2016/", "2017", POSSIBLE, CERTAIN },
  { "2016/", "2015", NOT, NOT },
  { "../2016", "1066", CERTAIN, CERTAIN },
  { "../2016", "2016", POSSIBLE, CERTAIN },
  { "../2016", "2017", NOT, CERTAIN },
  { "/2016", "1066", POSSIBLE, POSSIBLE },
  { "/2016", "2017", NOT, CERTAIN },
  { "../..", "2000", CERTAIN, CERTAIN },
  { "2016", "2015-12-31", NOT, NOT },
  { "2016", "2016-06", POSSIBLE, POSSIBLE },
  { "2016", "2016", POSSIBLE, CERTAIN },
  { "2016", "2015/2017", POSSIBLE, CERTAIN },
  { "2016", "2017", NOT, CERTAIN },
  { "2024-05~", "2024-04", POSSIBLE, POSSIBLE },
  { "2024-05~", "2024-02", NOT, NOT },
  { "2024-05~", "2024-05", POSSIBLE, POSSIBLE },
  { "2024-05~", "2024-07", NOT, CERTAIN },
  { "2016~/2020?", "2017", POSSIBLE, CERTAIN },
  { "2016~/2020?", "2018", CERTAIN, CERTAIN },
  { "2016~/2020?", "2019", POSSIBLE, CERTAIN },
  { "2016~/2020?", "2021", POSSIBLE, CERTAIN },
  { "2016~/2020?", "2022", NOT, CERTAIN },
  { "2016~/2020?", "2015", POSSIBLE, POSSIBLE },
  { "2016~/2020?", "2014", NOT, NOT },
  { "[1667,1672]", "1669", POSSIBLE, POSSIBLE },
  { "[1667,1672]", "1673", NOT, CERTAIN },
  { "[1760..]", "1900", POSSIBLE, POSSIBLE },
  { "[1760..]", "1759", NOT, NOT },
  { "[..1760]", "1500", POSSIBLE, POSSIBLE },
  { "[..1760]", "1761", NOT, CERTAIN },
  { "{1667,1672}", "1669", POSSIBLE, CERTAIN },
  { "{1667,1672}", "1666", NOT, NOT },
  { "2025-06-13T14:05:00Z", "2025-06-13", POSSIBLE, CERTAIN },
};

static void
test_activity (gconstpointer data)
{
  const ActivityCase *c = data;
  WhenceDate at = parse (c->at);
  WhenceDate date = { 0 };

  if (c->date != NULL)
    date = parse (c->date);
  g_test_message ("%s at %s", c->date != NULL ? c->date : "no date", c->at);
  g_assert_cmpint (whence_date_state_activity (&date, at.start.earliest, at.end.latest), ==, c->state);
  g_assert_cmpint (whence_date_event_activity (&date, at.start.earliest, at.end.latest), ==, c->event);
}

/* An instant asks for the second that it begins. */
static void
test_activity_at_instant (void)
{
  WhenceDate date = parse ("2016/2018");
  gint64 instant = parse ("2017").start.earliest;

  g_assert_cmpint (whence_date_state_activity (&date, instant, instant), ==, CERTAIN);
  g_assert_cmpint (whence_date_state_activity (&date, instant - 1, instant - 1), ==, POSSIBLE);
  g_assert_cmpint (whence_date_state_activity (&date, G_MAXINT64, G_MAXINT64), ==, NOT);
}

/* --- Agreement --- */

#define SAME WHENCE_AGREEMENT_SAME
#define COMPATIBLE WHENCE_AGREEMENT_COMPATIBLE
#define CONFLICT WHENCE_AGREEMENT_CONFLICT

typedef struct
{
  const char *a, *b;
  WhenceAgreement agreement;
} AgreementCase;

static const AgreementCase agreements[] = {
  { "2016", "2016", SAME },
  { "2016", "2016-05", COMPATIBLE },
  { "2016", "2016~", COMPATIBLE },
  { "2016", "2017", CONFLICT },
  { "2016~", "2017", COMPATIBLE },
  { "2016?", "2015-12-31", COMPATIBLE },
  { "2016~", "2018", CONFLICT },
  { "2016~", "2018~", COMPATIBLE },
  { "2016~", "2019~", CONFLICT },
  { "2016~", "2019", CONFLICT },
  { "2016-05", "2016-06", CONFLICT },
  { "201X", "2016-05-03", COMPATIBLE },
  { "2016-02", "2016-22", CONFLICT },
  { "2016/2018", "2016/2018", SAME },
  { "2016/2018", "2016-03/2018-07", COMPATIBLE },
  { "2016/2018", "2016/2019", CONFLICT },
  { "2016/2018", "2015/2018", CONFLICT },
  { "2016/", "2016/2018", COMPATIBLE },
  { "2016/..", "2016/2018", COMPATIBLE },
  { "2016/2018", "2017", COMPATIBLE },
  { "2016/2018", "2019", CONFLICT },
  { "[1667,1668]", "1668", COMPATIBLE },
  { "[1667,1668]", "1669", CONFLICT },
  { "[1760..]", "1900", COMPATIBLE },
  { "[1760..]", "1700", CONFLICT },
};

static void
test_agreement (gconstpointer data)
{
  const AgreementCase *c = data;
  WhenceDate a = parse (c->a), b = parse (c->b);

  g_test_message ("%s and %s", c->a, c->b);
  g_assert_cmpint (whence_date_compare_readings (&a, &b), ==, c->agreement);
  g_assert_cmpint (whence_date_compare_readings (&b, &a), ==, c->agreement);
}

static void
test_agreement_without_date (void)
{
  WhenceDate none = { 0 }, date = parse ("2016");

  g_assert_cmpint (whence_date_compare_readings (&none, &date), ==, COMPATIBLE);
  g_assert_cmpint (whence_date_compare_readings (&none, &none), ==, SAME);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TABLE ("/date-relation/activity", activities, test_activity);
  g_test_add_func ("/date-relation/activity/at-instant", test_activity_at_instant);
  ADD_TABLE ("/date-relation/agreement", agreements, test_agreement);
  g_test_add_func ("/date-relation/agreement/without-date", test_agreement_without_date);
  return g_test_run ();
}
