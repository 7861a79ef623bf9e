/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes between two dates as tables: of one fact, with imprecise and qualified dates on both sides; of
 * figures that follow one another; of pairs, whatever the order of the file. */
#include <string.h>

#include "model/changes.h"

#include "read-text.h"

static WhenceBundle *
read_facts (const char *facts)
{
  g_autofree char *text = g_strdup_printf (
    "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"Ann "
    "Ode\"},{\"id\":\"b\",\"type\":"
    "\"company\",\"name\":\"Bee\"},{\"id\":\"c\",\"type\":\"person\",\"name\":\"C\"}],\"facts\":[%s]}",
    facts);
  WhenceBundle *bundle = read_text (text);
  const WhenceProblem *const *problems;
  guint n_problems;

  problems = whence_bundle_get_problems (bundle, &n_problems);
  if (n_problems > 0)
    g_error ("%s", problems[0]->message);
  return bundle;
}

static WhencePeriod
period (const char *text)
{
  WhenceDate date;

  g_assert_true (whence_date_parse (text, &date, NULL));
  return (WhencePeriod){ date.start.earliest, date.end.latest };
}

/* The sign of each fact, "=" unchanged, "." none, "<" the former of a pair; then "?" where it is possible. */
static char *
tell (const WhenceChanges *changes, guint32 n)
{
  static const char signs[] = { '.', '=', '+', '-', '~', '<' };
  GString *told = g_string_new (NULL);
  guint counts[WHENCE_N_CHANGES] = { 0 };

  for (guint32 i = 0; i < n; i++)
    {
      WhenceChange change = whence_changes_get (changes, i);
      guint32 partner = whence_changes_get_partner (changes, i);
      g_string_append_c (told, signs[change]);
      if (whence_changes_is_possible (changes, i))
        g_string_append_c (told, '?');
      counts[change]++;
      g_assert_true ((partner != WHENCE_NONE)
                     == (change == WHENCE_CHANGE_CHANGED || change == WHENCE_CHANGE_FORMER));
      if (partner != WHENCE_NONE)
        g_assert_cmpuint (whence_changes_get_partner (changes, partner), ==, i);
    }
  for (guint i = 0; i < WHENCE_N_CHANGES; i++)
    g_assert_cmpuint (whence_changes_count (changes, (WhenceChange) i), ==, counts[i]);
  return g_string_free (told, FALSE);
}

static char *
compare (WhenceBundle *bundle, const guint8 *shown, const char *earlier, const char *later)
{
  g_autoptr (WhenceChanges) changes =
    whence_changes_new (bundle, shown, NULL, period (earlier), period (later));

  return tell (changes, whence_bundle_get_n_facts (bundle));
}

#define STATE "employment"
#define EVENT "investment"

static const struct
{
  const char *type, *date, *earlier, *later, *told;
} single[] = {
  /* States, certain on both sides. */
  { STATE, "2010/2030", "2015", "2025", "=" },
  { STATE, "2018/2030", "2015", "2025", "+" },
  { STATE, "2018/..", "2015", "2025", "+" },
  { STATE, "2010/2020", "2015", "2025", "-" },
  { STATE, "../2020", "2015", "2025", "-" },
  { STATE, "2017/2020", "2015", "2025", "." },
  { STATE, "2000/2005", "2015", "2025", "." },
  { STATE, "2026/..", "2015", "2025", "." },
  /* A date that is as coarse as the one looked at. */
  { STATE, "2015/2030", "2015", "2025", "+?" },
  { STATE, "2015/2030", "2015-06", "2025", "+?" },
  { STATE, "2015/2030", "2016", "2025", "=" },
  { STATE, "2010/2025", "2015", "2025", "-?" },
  { STATE, "2018/2025", "2015", "2025", "+?" },
  { STATE, "2010/2015", "2015", "2025", "-?" },
  { STATE, "2025/..", "2020", "2025-12", "+?" },
  { STATE, "2025/..", "2020", "2026-01", "+" },
  { STATE, "2025/..", "2024-12", "2025", "+?" },
  /* Qualified: wider by its own width on either side. */
  { STATE, "2016~/..", "2015", "2025", "+?" },
  { STATE, "2016~/..", "2017", "2025", "+?" },
  { STATE, "2016~/..", "2018", "2025", "=" },
  { STATE, "2010/2024?", "2015", "2025", "-?" },
  { STATE, "2010/2024?", "2015", "2027", "-" },
  /* Ends that nobody wrote. */
  { STATE, "/2025", "2020", "2025-12", "-?" },
  { STATE, "/2025", "2020", "2026", "-?" },
  { STATE, "2016/", "2020", "2025", "=?" },
  { STATE, "2016/", "2015", "2025", "+?" },
  { STATE, "/2030", "2020", "2025", "=?" },
  /* Some time within: certain nowhere. */
  { STATE, "2020", "2015", "2025", "." },
  { STATE, "2015", "2015", "2025", "-?" },
  { STATE, "2025", "2015", "2025", "+?" },
  { STATE, "201X", "2012", "2015", "=?" },
  { STATE, "[2012,2020]", "2015", "2025", "-?" },
  { STATE, NULL, "2015", "2025", "=?" },
  /* Events count from their date on, and do not end. */
  { EVENT, "2010", "2015", "2025", "=" },
  { EVENT, "2016", "2015", "2025", "+" },
  { EVENT, "2015", "2015-06", "2025", "+?" },
  { EVENT, "2015", "2015", "2025", "=" },
  { EVENT, "2025", "2015", "2025-06", "+?" },
  { EVENT, "2025", "2015", "2025", "+" },
  { EVENT, "2016~", "2015", "2025", "+?" },
  { EVENT, "2014?", "2015", "2025", "=" },
  { EVENT, "2015?", "2015", "2025", "+?" },
  { EVENT, "2026", "2015", "2025", "." },
  { EVENT, "201X", "2012", "2015", "+?" },
  { EVENT, NULL, "2015", "2025", "=?" },
};

static void
test_single (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (single); i++)
    {
      g_autofree char *date =
        single[i].date != NULL ? g_strdup_printf (",\"date\":\"%s\"", single[i].date) : g_strdup ("");
      g_autofree char *fact = g_strdup_printf (
        "{\"id\":\"f\",\"type\":\"%s\",\"subject\":\"a\",\"object\":\"b\"%s}", single[i].type, date);
      g_autofree char *negated = g_strdup_printf (
        "{\"id\":\"f\",\"type\":\"%s\",\"negated\":true,\"subject\":\"a\",\"object\":\"b\"%s}",
        single[i].type, date);
      g_autoptr (WhenceBundle) bundle = read_facts (fact), not = read_facts (negated);
      g_autofree char *told = compare (bundle, NULL, single[i].earlier, single[i].later);
      g_autofree char *hidden = compare (bundle, (const guint8[]){ 0 }, single[i].earlier, single[i].later);
      g_autofree char *denied = compare (not, NULL, single[i].earlier, single[i].later);

      g_test_message ("%s %s, %s and %s", single[i].type, single[i].date, single[i].earlier, single[i].later);
      g_assert_cmpstr (told, ==, single[i].told);
      g_assert_cmpstr (hidden, ==, ".");
      g_assert_cmpstr (denied, ==, ".");
    }
}

#define FACT(type, subject, object, date, more)                                                              \
  "{\"id\":\"" G_STRINGIFY (__COUNTER__) "\",\"type\":\"" type "\",\"subject\":\"" subject                   \
                                         "\",\"object\":" object ",\"date\":\"" date "\"" more "}"
#define PAIR(type, date, more) FACT (type, "a", "\"b\"", date, more)
#define BACK(type, date, more) FACT (type, "b", "\"a\"", date, more)
#define ALONE(type, date, more)                                                                              \
  "{\"id\":\"" G_STRINGIFY (__COUNTER__) "\",\"type\":\"" type "\",\"subject\":\"b\",\"date\":\"" date       \
                                         "\"" more "}"
#define USD(value) ",\"amount\":{\"value\":" value ",\"currency\":\"USD\"}"
#define EUR(value) ",\"amount\":{\"value\":" value ",\"currency\":\"EUR\"}"
#define SHARE(value) ",\"share\":\"" value "\""
#define TITLE(title) ",\"title\":\"" title "\""
#define MEN(value) ",\"quantities\":[{\"value\":" value ",\"unit\":\"people\"}]"
#define WITH_C(role) ",\"participants\":[{\"entity\":\"c\",\"role\":\"" role "\"}]"

/* Compared are 2015 and 2025; "<" is the former, "~" the later one of a pair. */
static const struct
{
  const char *name, *facts, *told, *before, *after;
} several[] = {
  { "a share", PAIR ("ownership", "2010/2020", SHARE ("0")) "," PAIR ("ownership", "2021/..", SHARE ("0.49")),
    "<~", "0\302\240%", "49\302\240%" },
  { "the file's order does not matter",
    PAIR ("ownership", "2021/..", SHARE ("0.49")) "," PAIR ("ownership", "2010/2020", SHARE ("0")), "~<",
    "0\302\240%", "49\302\240%" },
  { "the same share",
    PAIR ("ownership", "2010/2020", SHARE ("0.5")) "," PAIR ("ownership", "2021/..", SHARE ("0.50")), "-+",
    NULL, NULL },
  { "a share only once", PAIR ("ownership", "2010/2020", "") "," PAIR ("ownership", "2021/..", SHARE ("0.5")),
    "-+", NULL, NULL },
  { "the other way round",
    PAIR ("ownership", "2010/2020", SHARE ("0.1")) "," BACK ("ownership", "2021/..", SHARE ("0.5")), "-+",
    NULL, NULL },
  { "no direction",
    PAIR ("partnership", "2010/2020", SHARE ("0.1")) "," BACK ("partnership", "2021/..", SHARE ("0.5")), "<~",
    "10\302\240%", "50\302\240%" },
  { "another type",
    PAIR ("ownership", "2010/2020", SHARE ("0.1")) "," PAIR ("option", "2021/..", SHARE ("0.5")), "-+", NULL,
    NULL },
  { "another object",
    PAIR ("ownership", "2010/2020", SHARE ("0.1")) "," FACT ("ownership", "a", "\"c\"", "2021/..",
                                                             SHARE ("0.5")),
    "-+", NULL, NULL },
  { "an amount", PAIR ("contract", "2010/2020", USD ("5e6")) "," PAIR ("contract", "2021/..", USD ("7e6")),
    "<~", "$5\302\240M", "$7\302\240M" },
  { "two currencies", PAIR ("contract", "2010/2020", USD ("5")) "," PAIR ("contract", "2021/..", EUR ("7")),
    "-+", NULL, NULL },
  { "a role by title",
    PAIR ("employment", "2010/2020", TITLE ("Chief executive")) "," PAIR ("employment", "2021/..",
                                                                          TITLE ("Chair")),
    "<~", "Chief executive", "Chair" },
  { "a role within a title",
    PAIR ("employment", "2010/2020", TITLE ("Ann is CEO of Bee")) "," PAIR ("employment", "2021/..",
                                                                            TITLE ("Ann is chairman of Bee")),
    "<~", "CEO", "chairman" },
  { "a role that has words in common",
    PAIR ("employment", "2010/2020", TITLE ("Ann, CEO of Bee")) "," PAIR ("employment", "2021/..",
                                                                          TITLE ("Ann, interim CEO of Bee")),
    "<~", "CEO", "interim CEO" },
  { "a role that goes on differently",
    PAIR ("employment", "2010/2020", TITLE ("Ann leads Bee")) "," PAIR ("employment", "2021/..",
                                                                        TITLE ("Ann leads Bee alone")),
    "<~", "leads Bee", "leads Bee alone" },
  { "a role of two words within a title",
    PAIR ("employment", "2010/2020", TITLE ("Ann is vice president of Bee")) "," PAIR (
      "employment", "2021/..", TITLE ("Ann is vice chairman of Bee")),
    "<~", "vice president", "vice chairman" },
  { "a role of three words within a title",
    PAIR ("employment", "2010/2020", TITLE ("Ann Ode, chief executive officer of Bee")) "," PAIR (
      "employment", "2021/..", TITLE ("Ann Ode, chief financial officer of Bee")),
    "<~", "chief executive officer", "chief financial officer" },
  { "a title that is a role of two words",
    PAIR ("employment", "2010/2020", TITLE ("vice president")) "," PAIR ("employment", "2021/..",
                                                                         TITLE ("vice chairman")),
    "<~", "vice president", "vice chairman" },
  { "a title of somebody else",
    PAIR ("employment", "2010/2020", TITLE ("Eve is CEO of Fee")) "," PAIR ("employment", "2021/..",
                                                                            TITLE ("Eve is chair of Fee")),
    "<~", "Eve is CEO of Fee", "Eve is chair of Fee" },
  { "titles that are names but for a word",
    PAIR ("employment", "2010/2020", TITLE ("Ann Bee")) "," PAIR ("employment", "2021/..",
                                                                  TITLE ("Ann Bee Bee")),
    "<~", "Bee", "Bee Bee" },
  { "a role in another script",
    PAIR ("employment", "2010/2020", TITLE ("\351\246\226\345\270\255")) "," PAIR (
      "employment", "2021/..", TITLE ("\350\221\243\344\272\213")),
    "<~", "\351\246\226\345\270\255", "\350\221\243\344\272\213" },
  { "a seat on the board",
    PAIR ("board-seat", "2010/2020", TITLE ("Ann observes the board")) "," PAIR (
      "board-seat", "2021/..", TITLE ("Ann chairs the board")),
    "<~", "observes the board", "chairs the board" },
  { "a role that may have changed",
    PAIR ("employment", "2010/2025", TITLE ("Ann is CEO of Bee")) "," PAIR ("employment", "2025/..",
                                                                            TITLE ("Ann is chairman of Bee")),
    "<?~?", "CEO", "chairman" },
  { "the same title again",
    PAIR ("employment", "2010/2020", TITLE ("Ann is CEO of Bee")) "," PAIR ("employment", "2021/..",
                                                                            TITLE ("Ann is CEO of Bee")),
    "-+", NULL, NULL },
  { "a title of what is no role",
    PAIR ("family", "2010/2020", TITLE ("Wife")) "," PAIR ("family", "2021/..", TITLE ("Widow")), "-+", NULL,
    NULL },
  { "a role of a further participant",
    PAIR ("contract", "2010/2020", WITH_C ("lead")) "," PAIR ("contract", "2021/..", WITH_C ("member")), "<~",
    "lead", "member" },
  { "a role of two words of a further participant",
    PAIR ("contract", "2010/2020", WITH_C ("vice president")) "," PAIR ("contract", "2021/..",
                                                                        WITH_C ("vice chairman")),
    "<~", "vice president", "vice chairman" },
  { "a role of three words of a further participant",
    PAIR ("contract", "2010/2020", WITH_C ("chief executive officer")) "," PAIR (
      "contract", "2021/..", WITH_C ("chief financial officer")),
    "<~", "chief executive officer", "chief financial officer" },
  { "other participants",
    PAIR ("ownership", "2010/2020", SHARE ("0.1")) "," PAIR ("ownership", "2021/..",
                                                             SHARE ("0.5") WITH_C ("x")),
    "-+", NULL, NULL },
  { "possibly, on either side",
    PAIR ("ownership", "2010/2025", SHARE ("0.1")) "," PAIR ("ownership", "2025/..", SHARE ("0.5")), "<?~?",
    "10\302\240%", "50\302\240%" },
  { "both hold now",
    PAIR ("ownership", "2010/..", SHARE ("0.1")) "," PAIR ("ownership", "2021/..", SHARE ("0.5")), "=+", NULL,
    NULL },
  { "the last that ended is followed by the first that began",
    PAIR ("ownership", "2010/2018", SHARE ("0.1")) "," PAIR ("ownership", "2022/..", SHARE ("0.4")) "," PAIR (
      "ownership", "2012/2019", SHARE ("0.2")) "," PAIR ("ownership", "2020/..", SHARE ("0.3")),
    "<~<~", "10\302\240%", "40\302\240%" },
  { "more that ended than began",
    PAIR ("ownership", "2010/2018", SHARE ("0.1")) "," PAIR (
      "ownership", "2012/2019", SHARE ("0.2")) "," PAIR ("ownership", "2020/..", SHARE ("0.3")),
    "-<~", NULL, NULL },
  { "one that does not differ is passed over",
    PAIR ("ownership", "2010/2018", SHARE ("0.1")) "," PAIR (
      "ownership", "2012/2019", SHARE ("0.3")) "," PAIR ("ownership", "2020/..", SHARE ("0.3")),
    "<-~", "10\302\240%", "30\302\240%" },
  /* Figures */
  { "a valuation", ALONE ("valuation", "2012", USD ("14e9")) "," ALONE ("valuation", "2024", USD ("29e9")),
    "<~", "$14\302\240B", "$29\302\240B" },
  { "the latest in force",
    ALONE ("valuation", "2010", USD ("1e9")) "," ALONE ("valuation", "2012", USD ("2e9")) "," ALONE (
      "valuation", "2017", USD ("3e9")) "," ALONE ("valuation", "2024", USD ("4e9")),
    ".<.~", NULL, NULL },
  { "a valuation that stands", ALONE ("valuation", "2012", USD ("14e9")), "=", NULL, NULL },
  { "a valuation with an open start", ALONE ("valuation", "../2012", USD ("14e9")), "=", NULL, NULL },
  { "an open start and a later one",
    ALONE ("valuation", "../2012", USD ("9")) "," ALONE ("valuation", "2024", USD ("8")), "<~", NULL, NULL },
  { "two with an open start",
    ALONE ("valuation", "../2012", USD ("9")) "," ALONE ("valuation", "../2014", USD ("8")), "==", NULL,
    NULL },
  { "the same again", ALONE ("valuation", "2012", USD ("9")) "," ALONE ("valuation", "2024", USD ("9")), "-+",
    NULL, NULL },
  { "of another company",
    ALONE ("valuation", "2012", USD ("9")) "," FACT ("valuation", "c", "\"c\"", "2024", USD ("8")), "=+",
    NULL, NULL },
  { "in another currency", ALONE ("valuation", "2012", USD ("9")) "," ALONE ("valuation", "2024", EUR ("8")),
    "=+", NULL, NULL },
  { "some time in the same year",
    ALONE ("valuation", "2012", USD ("9")) "," ALONE ("valuation", "2024", USD ("7")) "," ALONE (
      "valuation", "2024-05", USD ("8")),
    "<?~?+?", NULL, NULL },
  { "two at once", ALONE ("valuation", "2024", USD ("9")) "," ALONE ("valuation", "2024", USD ("8")), "++",
    NULL, NULL },
  { "a headcount", ALONE ("headcount", "2012", MEN ("900")) "," ALONE ("headcount", "2024", MEN ("1500")),
    "<~", "900 people", "1,500 people" },
  { "a headcount without a number",
    ALONE ("headcount", "2012", "") "," ALONE ("headcount", "2024", MEN ("15")), "=+", NULL, NULL },
  { "sums are no figures", PAIR ("investment", "2012", USD ("9")) "," PAIR ("investment", "2024", USD ("8")),
    "=+", NULL, NULL },
};

/* Two figures about the same, in either order of the file: which are there long after both. */
static const struct
{
  const char *one, *other, *told;
} figures[] = {
  { "2023", "2024", ".+" },
  { "2024", "2024", "++" },
  { "2024", "2024-05", "+?+?" },
  { "2024-05", "2024-06", ".+" },
  { "2024-05", "2024-05-21", "+?+?" },
  { "2024-05-21", "2024-05-21T10:00:00Z", "+?+?" },
  { "201X", "2015", "+?+?" },
  { "201X", "2020", ".+" },
  { "[2012,2020]", "2016", "+?+?" },
  { "[2012,2014]", "2016", ".+" },
  /* Qualified: wider by its own width on either side. */
  { "2024~", "2026", ".+" },
  { "2024~", "2025", "+?+?" },
  { "2024~", "2024", "+?+?" },
  { "2024~", "2024~", "++" },
  { "2024-05?", "2024-06", "+?+?" },
  { "2024-05?", "2024-07", ".+" },
  { "2024-05?", "2024-06~", "+?+?" },
  { "2024-05?", "2024-08~", ".+" },
};

static void
test_figures (void)
{
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (figures); i++)
    {
      gsize row = i / 2;
      gboolean swapped = i % 2;
      const char *dates[2] = { figures[row].one, figures[row].other };
      g_autofree char *facts =
        g_strdup_printf (ALONE ("valuation", "%s", USD ("9")) "," ALONE ("valuation", "%s", USD ("8")),
                         dates[swapped], dates[!swapped]);
      g_autoptr (WhenceBundle) bundle = read_facts (facts);
      g_autofree char *told = compare (bundle, NULL, "1990", "2030");
      gboolean differ = g_str_equal (figures[row].told, ".+");

      g_test_message ("%s and %s", dates[swapped], dates[!swapped]);
      g_assert_cmpstr (told, ==, differ && swapped ? "+." : figures[row].told);
    }
}

static void
test_several (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (several); i++)
    {
      g_autoptr (WhenceBundle) bundle = read_facts (several[i].facts);
      g_autoptr (WhenceChanges) changes =
        whence_changes_new (bundle, NULL, NULL, period ("2015"), period ("2025"));
      g_autofree char *told = tell (changes, whence_bundle_get_n_facts (bundle));
      g_autofree char *before = NULL, *after = NULL;

      g_test_message ("%s", several[i].name);
      g_assert_cmpstr (told, ==, several[i].told);
      if (several[i].before == NULL)
        continue;
      g_assert_true (whence_changes_dup_values (changes, 0, &before, &after));
      g_assert_cmpstr (before, ==, several[i].before);
      g_assert_cmpstr (after, ==, several[i].after);
    }
}

static const struct
{
  const char *earlier, *later;
  int code; /* -1: they can be compared */
} dates[] = {
  { "2015", "2025", -1 },
  { "2024-05", "2024-06", -1 },
  { "2015", "2016", -1 },
  { "2015", "2015", WHENCE_CHANGES_ERROR_ORDER },
  { "2025", "2015", WHENCE_CHANGES_ERROR_ORDER },
  { "2025", "2025-06", WHENCE_CHANGES_ERROR_OVERLAP },
  { "2015/2020", "2018/2025", WHENCE_CHANGES_ERROR_OVERLAP },
  { "2015/..", "2018", WHENCE_CHANGES_ERROR_OPEN },
  { "../2015", "2018", WHENCE_CHANGES_ERROR_OPEN },
  { "2015", "2018/", WHENCE_CHANGES_ERROR_OPEN },
};

static void
test_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean good = whence_changes_check (period (dates[i].earlier), period (dates[i].later), &error);

      g_test_message ("%s and %s", dates[i].earlier, dates[i].later);
      g_assert_true (good == (dates[i].code < 0));
      if (!good)
        g_assert_error (error, WHENCE_CHANGES_ERROR, dates[i].code);
    }
}

static void
test_text (void)
{
  g_autoptr (WhenceBundle) bundle =
    read_facts (PAIR ("ownership", "2010/2020", SHARE ("0.1") TITLE ("Small")) "," PAIR (
      "ownership", "2021/..",
      SHARE ("0.5")
        TITLE ("Large")) "," PAIR ("investment", "2025~", TITLE ("New")) "," PAIR ("family", "2000/2016",
                                                                                   TITLE ("Old")));
  g_autoptr (WhenceChanges) changes =
    whence_changes_new (bundle, NULL, NULL, period ("2015"), period ("2025-06"));
  g_autofree char *text = whence_changes_to_text (changes);

  g_assert_cmpstr (text, ==,
                   "2015 compared with June 2025\n"
                   "\nBegun (1)\n+ New (Possibly · c. 2025)\n"
                   "\nEnded (1)\n\342\210\222 Old (2000 \342\200\223 2016)\n"
                   "\nChanged (1)\n~ Large (10\302\240%, then 50\302\240% · since 2021)\n");
}

/* Many about the same two are no slower than they are many. */
static void
test_many (void)
{
  const guint n = 20000;
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autoptr (WhenceChanges) changes = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (facts,
                            "%s{\"id\":\"%u\",\"type\":\"%s\",\"subject\":\"a\",\"object\":\"b\","
                            "\"share\":\"0.%05u\",\"date\":\"%s\"}",
                            i > 0 ? "," : "", i, "ownership", i + 1, i % 2 ? "2010/2018" : "2020/..");
  bundle = read_facts (facts->str);
  changes = whence_changes_new (bundle, NULL, NULL, period ("2015"), period ("2025"));
  g_assert_cmpuint (whence_changes_count (changes, WHENCE_CHANGE_CHANGED), ==, n / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changes/single", test_single);
  g_test_add_func ("/changes/figures", test_figures);
  g_test_add_func ("/changes/several", test_several);
  g_test_add_func ("/changes/dates", test_dates);
  g_test_add_func ("/changes/many", test_many);
  g_test_add_func ("/changes/text", test_text);
  return g_test_run ();
}
