/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole window with the example, on a display of its own: as narrow as a phone, whatever can be pressed is
 * 44 px wide and high; and the window of shortcuts shows every key that does something. */
#include "app/shortcuts.h"
#include "window-stage.h"

#define TARGET 44

/* --- Touch -------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *root;
  const char *state;
  GString *faults;
  guint n_targets;
} Survey;

/* Rows and titles of lists are of types that no header tells, and that are not the same in all versions. */
static const char *const types[] = { "GtkModelButton",          "GtkListItemWidget",
                                     "GtkColumnListItemWidget", "GtkColumnViewRowWidget",
                                     "GtkColumnViewTitle",      "GtkExpander" };

static gboolean
is_target (GtkWidget *widget)
{
  const char *type = G_OBJECT_TYPE_NAME (widget);

  /* The row that a closed list shows, and that of the titles, which are pressed one by one. */
  if (GTK_IS_STACK (gtk_widget_get_parent (widget)) || GTK_IS_COLUMN_VIEW (gtk_widget_get_parent (widget)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i], type))
      return TRUE;
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_ENTRY (widget)
         || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_SWITCH (widget)
         || (GTK_IS_LIST_BOX_ROW (widget) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)));
}

/* Those of the window manager are as it draws them; where windows are touched, it shows none. */
static gboolean
is_passed_over (GtkWidget *widget)
{
  return GTK_IS_WINDOW_CONTROLS (widget) || !gtk_widget_get_mapped (widget)
         || gtk_widget_get_opacity (widget) < 0.01;
}

static void
measure (Survey *survey, GtkWidget *widget)
{
  graphene_rect_t box;
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  g_autofree char *name = NULL;

  if (!gtk_widget_compute_bounds (widget, native, &box) || box.size.width < 1)
    return;
  survey->n_targets++;
  if (box.size.height >= TARGET - 0.5F && box.size.width >= TARGET - 0.5F)
    return;
  g_object_get (widget, "tooltip-text", &name, NULL);
  g_string_append_printf (survey->faults, "%s: %s “%s” in %s is %g × %g\n", survey->state,
                          G_OBJECT_TYPE_NAME (widget), name != NULL ? name : "",
                          G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), box.size.width,
                          box.size.height);
}

static void
look (Survey *survey, GtkWidget *widget)
{
  if (is_passed_over (widget))
    return;
  if (is_target (widget))
    measure (survey, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look (survey, child);
}

static void
survey_state (Survey *survey, const char *state)
{
  stage_settle (WHENCE_WINDOW (survey->root));
  survey->state = state;
  look (survey, survey->root);
}

/* What a phone shows one after another. */
static void
survey_panes (Survey *survey, WhenceWindow *window)
{
  static const char *const panes[] = { "inspector", "filter", "review" };
  guint n_facts = whence_bundle_get_n_facts (whence_document_get_bundle (window->document));

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      stage_act (window, panes[i], NULL);
      survey_state (survey, panes[i]);
      stage_act (window, panes[i], NULL);
    }
  stage_act (window, "inspector", NULL);
  for (guint i = 0; i < 6; i++)
    {
      whence_document_select (window->document, whence_ref_fact (i * 37 % n_facts), FALSE);
      survey_state (survey, "fact");
      whence_document_select (window->document, whence_ref_entity (i), FALSE);
      survey_state (survey, "entity");
    }
  stage_act (window, "inspector", NULL);
}

static void
survey_tools (Survey *survey, WhenceWindow *window)
{
  g_autoptr (WhenceFilter) none = whence_filter_new (),
                           filter = whence_filter_toggle (none, WHENCE_FACET_FACT_TYPE, 0);
  const gint64 day = 86400,
               date =
                 whence_bundle_get_latest_instant (whence_document_get_bundle (window->document)) - 700 * day;

  stage_act (window, "search", NULL);
  whence_document_search (window->document, "meta");
  survey_state (survey, "search");
  stage_act (window, "search", NULL);
  stage_act (window, "known-by", NULL);
  survey_state (survey, "known by");
  whence_document_set_known_by (window->document, "2024", NULL);
  whence_document_set_filter (window->document, filter);
  whence_document_set_as_of (window->document, date, date + day);
  survey_state (survey, "as of");
  g_assert_true (whence_document_set_title (window->document, "Done", NULL));
  survey_state (survey, "toast");
  stage_act (window, "menu", NULL);
  survey_state (survey, "menu");
}

static void
test_touch (void)
{
  WhenceWindow *window = stage_open_example ();
  g_autoptr (GString) faults = g_string_new (NULL);
  Survey survey = { GTK_WIDGET (window), NULL, faults, 0 };
  static const char *const views[] = { "timeline", "graph", "facts", "both" };

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, STAGE_WIDTH);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), "narrow"));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      whence_window_set_view (window, views[i]);
      survey_state (&survey, views[i]);
    }
  survey_panes (&survey, window);
  survey_tools (&survey, window);
  if (faults->len > 0)
    g_test_message ("Less than %d px wide or high:\n%s", TARGET, faults->str);
  g_assert_cmpuint (survey.n_targets, >, 300);
  g_assert_cmpstr (faults->str, ==, "");
  stage_close (window);
}

/* --- Keys --------------------------------------------------------------------------------------- */

/* A direction stands for its opposite, and a letter for its capital, which Shift makes of it. */
static char *
name_key (guint key, GdkModifierType modifiers)
{
  guint lower = gdk_keyval_to_lower (key);

  lower = lower == GDK_KEY_Right ? GDK_KEY_Left : lower == GDK_KEY_Down ? GDK_KEY_Up : lower;
  return gtk_accelerator_name (lower, modifiers);
}

static void
take_shown (GHashTable *shown, GtkWidget *widget)
{
  if (GTK_IS_SHORTCUT_LABEL (widget))
    {
      guint key;
      GdkModifierType modifiers;

      g_assert_true (gtk_accelerator_parse (gtk_shortcut_label_get_accelerator (GTK_SHORTCUT_LABEL (widget)),
                                            &key, &modifiers));
      g_hash_table_add (shown, name_key (key, modifiers));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    take_shown (shown, child);
}

/* What a key does, and whether any of the keys that do it is shown. */
static void
take_bound (GHashTable *bound, GHashTable *shown, GtkWidget *widget, GtkShortcut *shortcut)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
  GVariant *arguments = gtk_shortcut_get_arguments (shortcut);
  g_autofree char *action = gtk_shortcut_action_to_string (gtk_shortcut_get_action (shortcut));
  g_autofree char *values = arguments != NULL ? g_variant_print (arguments, FALSE) : NULL;
  g_autofree char *key = NULL;
  char *deed =
    g_strdup_printf ("%s: %s %s", G_OBJECT_TYPE_NAME (widget), action, values != NULL ? values : "");

  if (!GTK_IS_KEYVAL_TRIGGER (trigger))
    {
      g_free (deed);
      return;
    }
  key = name_key (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                  gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)));
  if (g_hash_table_contains (shown, key))
    g_hash_table_replace (bound, deed, g_strdup (""));
  else if (!g_hash_table_contains (bound, deed))
    g_hash_table_insert (bound, deed, g_steal_pointer (&key));
  else
    g_free (deed);
}

/* Of our own widgets; windows and popovers have keys of GTK's, which every program has. */
static void
take_all_bound (GHashTable *bound, GHashTable *shown, GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Whence") && !GTK_IS_WINDOW (widget)
      && !GTK_IS_POPOVER (widget))
    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
      {
        g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
        guint n =
          GTK_IS_SHORTCUT_CONTROLLER (controller) ? g_list_model_get_n_items (G_LIST_MODEL (controller)) : 0;
        for (guint k = 0; k < n; k++)
          {
            g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
            take_bound (bound, shown, widget, shortcut);
          }
      }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    take_all_bound (bound, shown, child);
}

static gboolean
has_action (WhenceWindow *window, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  const char *action;

  g_assert_true (g_action_parse_detailed_name (detailed, &name, &target, NULL));
  action = strchr (name, '.') + 1;
  if (g_str_has_prefix (name, "app."))
    return g_action_group_has_action (G_ACTION_GROUP (stage_get_application ()), action);
  if (g_str_has_prefix (name, "win."))
    return g_action_group_has_action (G_ACTION_GROUP (window), action);
  /* GTK's own, of a window. */
  return g_str_equal (name, "window.close");
}

static void
test_keys (void)
{
  WhenceWindow *window = stage_open_example ();
  GtkWindow *shortcuts = whence_shortcuts_window_new (NULL);
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) bound = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (stage_get_application ());
  GHashTableIter iter;
  gpointer deed, key;

  take_shown (shown, GTK_WIDGET (shortcuts));
  g_assert_cmpuint (g_hash_table_size (shown), >, 60);
  g_assert_cmpuint (g_strv_length (actions), >, 30);
  for (guint i = 0; actions[i] != NULL; i++)
    if (!has_action (window, actions[i]))
      g_test_fail_printf ("A key is for %s, which is not", actions[i]);
  take_all_bound (bound, shown, GTK_WIDGET (window));
  g_assert_cmpuint (g_hash_table_size (bound), >, 40);
  g_hash_table_iter_init (&iter, bound);
  while (g_hash_table_iter_next (&iter, &deed, &key))
    if (*(const char *) key != '\0')
      g_test_fail_printf ("No key is shown for %s, such as %s", (const char *) deed, (const char *) key);
  gtk_window_destroy (shortcuts);
  stage_close (window);
}

int
main (int argc, char *argv[])
{
  if (!stage_init (&argc, &argv))
    return 0;
  g_test_add_func ("/window/touch", test_touch);
  g_test_add_func ("/window/keys", test_keys);
  return g_test_run ();
}
