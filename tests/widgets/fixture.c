/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A story and helpers for the widget tests. */
#include "fixture.h"

#include <string.h>

#include "widgets/inspector.h"
#include "widgets/row-text.h"

#include "../find-widget.h"
#include "../read-text.h"

static const char story[] =
  "{\"whence\": 1, \"title\": \"Ann & <b>Bar</b>\",\n"
  " \"sources\": [{\"id\": \"s\", \"title\": \"First <i>paper</i>\", \"url\": "
  "\"https://example.org/a?b=1&c=2\"},\n"
  "  {\"id\": \"t\", \"title\": \"Second paper\", \"publisher\": \"Tom & Jerry\", \"url\": "
  "\"javascript:alert(1)\"}],\n"
  " \"entities\": [{\"id\": \"a\", \"type\": \"person\", \"name\": \"Ann & <i>Co\", \"aliases\": "
  "[\"Annie\"]},\n"
  "  {\"id\": \"b\", \"type\": \"company\", \"name\": \"Bar\"}, {\"id\": \"c\", \"type\": \"company\", "
  "\"name\": \"Car\"}],\n"
  " \"facts\": [{\"id\": \"f\", \"type\": \"founding\", \"title\": \"Bar founded\", \"subject\": \"a\", "
  "\"object\": \"b\",\n"
  "   \"date\": \"2016\"},\n"
  "  {\"id\": \"g\", \"type\": \"investment\", \"title\": \"Bar pays for Car\", \"subject\": \"b\", "
  "\"object\": \"c\",\n"
  "   \"date\": \"2025\", \"dateBasis\": \"inferred\", \"note\": \"They say this year.\", \"share\": "
  "\"0.49\",\n"
  "   \"amount\": {\"value\": 14300000000, \"currency\": \"USD\"},\n"
  "   \"citations\": [{\"source\": \"s\", \"quote\": \"a & b <c>\", \"locator\": \"page 3\"},\n"
  "     {\"source\": \"t\", \"attribution\": \"insiders\", \"amount\": {\"value\": 9000000000, \"currency\": "
  "\"USD\"}}]},\n"
  "  {\"id\": \"h\", \"type\": \"statement\", \"title\": \"Ann speaks\", \"subject\": \"a\"},\n"
  "  {\"id\": \"i\", \"type\": \"statement\", \"title\": \"Car tells all\", \"subject\": \"c\",\n"
  "   \"negated\": true, \"status\": \"alleged\"}]}\n";

WhenceDocument *
fixture_document_new_for_text (const char *text)
{
  WhenceDocument *document = whence_document_new ();
  g_autoptr (WhenceBundle) bundle = read_text (text);

  whence_document_set_bundle (document, bundle, NULL);
  return document;
}

WhenceDocument *
fixture_document_new_long (guint n, const char *more)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"sources\":[{\"id\":\"s\",\"title\":\"Ledger\"}],"
                                           "\"facts\":[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
      text,
      "%s{\"id\":\"f%u\",\"type\":\"other\",\"title\":\"Line %u\",\"status\":\"alleged\","
      "\"citations\":[{\"source\":\"s\"}]%s}",
      i > 0 ? "," : "", i, i, more);
  g_string_append (text, "]}");
  return fixture_document_new_for_text (text->str);
}

WhenceDocument *
fixture_document_new (void)
{
  return fixture_document_new_for_text (story);
}

gboolean
fixture_has_popups (void)
{
  return !g_str_equal (G_OBJECT_TYPE_NAME (gdk_display_get_default ()), "GdkBroadwayDisplay");
}

/* As the program draws it: what has other paddings has other sizes. */
static void
load_style (void)
{
  static GtkCssProvider *provider;

  if (provider != NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/whence_app/Whence/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* GDK 4.24 warns of the timing of its own frames when a machine is busy, and every warning ends a test. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0
        && strstr (fields[i].value, "gdk_frame_timings_submitted") != NULL)
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

static void
let_frames_be_late (void)
{
  static gboolean told;

  if (!told)
    g_log_set_writer_func (write_log, NULL, NULL);
  told = TRUE;
}

GtkWindow *
fixture_show (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  let_frames_be_late ();
  load_style ();
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait_for (gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0);
  return GTK_WINDOW (window);
}

GtkWidget *
fixture_inspector_new (WhenceDocument *document)
{
  GtkWidget *inspector = g_object_new (WHENCE_TYPE_INSPECTOR, NULL);

  whence_inspector_set_document (WHENCE_INSPECTOR (inspector), document);
  return inspector;
}

void
fixture_close (GtkWindow *window)
{
  gtk_window_destroy (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_text (GtkWidget *widget, const char *wanted)
{
  g_autofree char *text = NULL;

  if (GTK_IS_LABEL (widget))
    text = g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  else if (WHENCE_IS_ROW_TEXT (widget))
    g_object_get (widget, "text", &text, NULL);
  return gtk_widget_get_visible (widget) && g_strcmp0 (text, wanted) == 0;
}

GtkWidget *
fixture_find_text (GtkWidget *widget, const char *text)
{
  GtkWidget *found = is_text (widget, text) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = fixture_find_text (child, text);
  return found;
}

gboolean
fixture_says (GtkWidget *widget, const char *text)
{
  return fixture_find_text (widget, text) != NULL;
}

GtkWidget *
fixture_find_button (GtkWidget *widget, const char *text)
{
  return gtk_widget_get_ancestor (fixture_find_text (widget, text), GTK_TYPE_BUTTON);
}

GtkWidget *
fixture_find (GtkWidget *widget, GType type)
{
  return find_widget (widget, type);
}

WhenceMark *
fixture_find_mark (GtkWidget *canvas, WhenceRef ref)
{
  for (GtkWidget *child = gtk_widget_get_first_child (canvas); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (WHENCE_IS_MARK (child) && whence_ref_equal (whence_mark_get_ref (WHENCE_MARK (child)), ref))
      return WHENCE_MARK (child);
  return NULL;
}

guint
fixture_count (GtkWidget *widget, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += fixture_count (child, type);
  return n;
}

static void
on_text (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

char *
fixture_get_copied (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text, &text);
  fixture_wait_for (text != NULL);
  return text;
}

static gboolean
is_for (GtkShortcutTrigger *trigger, guint key, GdkModifierType modifiers)
{
  return GTK_IS_KEYVAL_TRIGGER (trigger)
         && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
         && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

gboolean
fixture_press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          if (is_for (gtk_shortcut_get_trigger (shortcut), key, modifiers))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}
