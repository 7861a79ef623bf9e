/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Editing the saved arrangement as text: what Whence does not know stays byte for byte. */
#include <glib.h>

#include "document/view-edit.h"

typedef struct
{
  const char *name, *view, *id;
  gboolean set;
  const char *result;
} Case;

static const Case cases[] = {
  { "first", NULL, "a", TRUE, "{\"positions\": {\"a\": [1.5, -2]}}" },
  { "empty", "{ }", "a", TRUE, "{\"positions\": {\"a\": [1.5, -2]}}" },
  { "another", "{\"positions\": {\"b\": [1e2, 3.0]}}", "a", TRUE,
    "{\"positions\": {\"b\": [1e2, 3.0], \"a\": [1.5, -2]}}" },
  { "replace", "{\"positions\": {\"a\": [9, 9], \"b\": [1, 2]}}", "a", TRUE,
    "{\"positions\": {\"a\": [1.5, -2], \"b\": [1, 2]}}" },
  { "keep", "{\"x\": {\"n\": 1.50, \"s\": \"},{\\\"]\"}, \"positions\": {}, \"y\": [1, [2]]}", "a", TRUE,
    "{\"x\": {\"n\": 1.50, \"s\": \"},{\\\"]\"}, \"positions\": {\"a\": [1.5, -2]}, \"y\": [1, [2]]}" },
  { "escaped-key", "{\"p\\u006fsitions\": {\"\\u0061\": [0, 0]}}", "a", TRUE,
    "{\"positions\": {\"a\": [1.5, -2]}}" },
  { "quoted-id", NULL, "a\"b\\", TRUE, "{\"positions\": {\"a\\\"b\\\\\": [1.5, -2]}}" },
  { "remove", "{\"z\": 1, \"positions\": {\"a\": [9, 9], \"b\": [1, 2]}}", "a", FALSE,
    "{\"z\": 1, \"positions\": {\"b\": [1, 2]}}" },
  { "remove-last", "{\"z\": 1, \"positions\": {\"a\": [9, 9]}}", "a", FALSE, "{\"z\": 1}" },
  { "remove-all", "{\"positions\": {\"a\": [9, 9]}}", "a", FALSE, NULL },
  { "remove-none", "{\"z\": 1}", "a", FALSE, "{\"z\": 1}" },
};

static void
test_edit (gconstpointer data)
{
  const Case *c = data;
  const WhencePoint point = { 1.5, -2 };
  g_autofree char *result = whence_view_edit_positions (c->view, &c->id, c->set ? &point : NULL, 1);

  g_assert_cmpstr (result, ==, c->result);
}

static void
test_several (void)
{
  const char *const ids[] = { "c", "a", "d" };
  const WhencePoint points[] = { { 1, 2 }, { 3, 4 }, { 5, 6 } };
  const char *view = "{\"positions\": {\"a\": [9, 9], \"b\": [1, 2]}}";
  g_autofree char *set = whence_view_edit_positions (view, ids, points, 3);
  g_autofree char *taken = whence_view_edit_positions (set, ids, NULL, 3);
  g_autofree char *same = whence_view_edit_positions (view, ids, points, 0);

  g_assert_cmpstr (set, ==, "{\"positions\": {\"a\": [3, 4], \"b\": [1, 2], \"c\": [1, 2], \"d\": [5, 6]}}");
  g_assert_cmpstr (taken, ==, "{\"positions\": {\"b\": [1, 2]}}");
  g_assert_cmpstr (same, ==, view);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/view-edit/%s", cases[i].name);
      g_test_add_data_func (path, &cases[i], test_edit);
    }
  g_test_add_func ("/view-edit/several", test_several);
  return g_test_run ();
}
