/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first look into a large file finds facts in proportion, however the file is written and ordered, and
 * makes nothing of what is no bundle. */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "model/calendar.h"
#include "model/sample.h"

#define N_FACTS 80000
#define FIRST_YEAR 1900
#define YEARS 100

typedef struct
{
  const char *name;
  gboolean lines, sorted;
  const char *between; /* two records */
} Form;

static const Form forms[] = {
  { "one-line", FALSE, FALSE, ", " },
  { "sorted", FALSE, TRUE, ",\n    " },
  { "lines", TRUE, FALSE, "\n" },
  { "sorted-lines", TRUE, TRUE, "\n" },
};

static void
append_wrapped (GString *text, const Form *form, const char *kind, gboolean first, const char *record)
{
  if (!first)
    g_string_append (text, form->between);
  if (form->lines)
    g_string_append_printf (text, "{\"%s\": %s}", kind, record);
  else
    g_string_append (text, record);
}

/* Entities have dates too, and texts hold what looks like a fact. */
static void
append_entities (GString *text, const Form *form, GRand *rand)
{
  for (guint i = 0; i < N_FACTS / 2; i++)
    {
      g_autofree char *record = g_strdup_printf (
        "{\"id\": \"e%u\", \"type\": \"person\", \"name\": \"{\\\"id\\\": \\\"%u\\\"} \\\\\", \"date\": "
        "\"%d\", \"summary\": \"{ [ Ünfug } \\\" :\"}",
        i, g_rand_int (rand), g_rand_int_range (rand, 1000, 1100));
      append_wrapped (text, form, "entity", i == 0, record);
    }
}

static void
append_facts (GString *text, const Form *form, GRand *rand, guint *by_decade)
{
  for (guint i = 0; i < N_FACTS; i++)
    {
      /* More and more a year. */
      double part = sqrt (form->sorted ? (double) i / N_FACTS : g_rand_double (rand));
      guint year = (guint) (part * YEARS);
      g_autofree char *record = g_strdup_printf (
        "{\"id\": \"f%u\", \"type\": \"launch\", \"title\": \"%s{\\\"}\", \"date\": \"%u-%02u\", "
        "\"citations\": [{\"source\": \"s\", \"quote\": \"\\u0022date\\u0022: \\\"1066\\\"\", \"date\": "
        "\"1500\"}]}",
        i, g_rand_boolean (rand) ? "long words, many of them, one after the other, " : "", FIRST_YEAR + year,
        g_rand_int_range (rand, 1, 13));
      append_wrapped (text, form, "fact", i == 0, record);
      by_decade[year / 10]++;
    }
}

static GFile *
write_text (const GString *text)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("whence-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  return g_file_new_for_path (path);
}

static void
on_found (const WhenceDate *date, gpointer data)
{
  guint *by_decade = data;
  gint64 year = whence_instant_to_civil (date->start.earliest).year;

  g_assert_cmpint (year, >=, FIRST_YEAR);
  g_assert_cmpint (year, <, FIRST_YEAR + YEARS);
  by_decade[(year - FIRST_YEAR) / 10]++;
}

static void
test_proportions (gconstpointer data)
{
  const Form *form = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GString) text =
    g_string_new (form->lines ? "{\"whence\": 1}\n" : "{\"whence\": 1, \"entities\": [");
  g_autoptr (GFile) file = NULL;
  guint there[YEARS / 10] = { 0 }, found[YEARS / 10] = { 0 }, n_found = 0;
  double weight;

  append_entities (text, form, rand);
  g_string_append (text, form->lines ? "\n" : "], \"facts\": [");
  append_facts (text, form, rand, there);
  g_string_append (text, form->lines ? "\n" : "]}");
  file = write_text (text);
  weight = whence_sample_file (file, on_found, found, NULL);
  for (guint i = 0; i < YEARS / 10; i++)
    {
      n_found += found[i];
      g_assert_cmpfloat (fabs (found[i] * weight - there[i]), <, N_FACTS * 0.03);
    }
  g_assert_cmpfloat (fabs (n_found * weight - N_FACTS), <, N_FACTS * 0.1);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
on_any (const WhenceDate *date, gpointer data)
{
  ++*(guint *) data;
}

/* What begins again and again and leads nowhere is given up soon. */
static void
test_no_bundle (void)
{
  static const char *const patterns[] = { "{",   "{\"a\":", "{\"a\":[{\"b\":0,\"c\":{\"d\":1},",
                                          "\"{", "x",       "\xff{\"id\":" };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GFile) file = NULL;
      guint n = 0;

      while (text->len < 17 * 1024 * 1024)
        g_string_append (text, patterns[i]);
      file = write_text (text);
      g_assert_cmpfloat (whence_sample_file (file, on_any, &n, NULL), ==, 0);
      g_assert_cmpuint (n, ==, 0);
      g_assert_true (g_file_delete (file, NULL, NULL));
    }
}

static void
test_nothing_to_look_at (void)
{
  g_autoptr (GString) small = g_string_new ("{\"id\": \"f\", \"type\": \"launch\", \"date\": \"2016\"}");
  g_autoptr (GFile) file = write_text (small), gone = g_file_new_for_path ("/nowhere/at/all"),
                    folder = g_file_new_for_path (g_get_tmp_dir ());
  guint n = 0;

  g_assert_cmpfloat (whence_sample_file (file, on_any, &n, NULL), ==, 0);
  g_assert_cmpfloat (whence_sample_file (gone, on_any, &n, NULL), ==, 0);
  g_assert_cmpfloat (whence_sample_file (folder, on_any, &n, NULL), ==, 0);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strconcat ("/sample/", forms[i].name, NULL);
      g_test_add_data_func (path, &forms[i], test_proportions);
    }
  g_test_add_func ("/sample/no-bundle", test_no_bundle);
  g_test_add_func ("/sample/nothing-to-look-at", test_nothing_to_look_at);
  return g_test_run ();
}
