/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words on a button cannot be selected: Ctrl+C copies those of the button that has the focus, and a menu
 * (right button, long press, Menu) those of the one it is opened on. One set of controllers for the whole
 * inspector, however many buttons it has. */
#include <glib/gi18n-lib.h>

#include "widgets/context-menu.h"
#include "widgets/inspector-parts.h"
#include "widgets/row-text.h"

typedef struct
{
  GtkWidget *inspector;
  WhenceContextMenu menu;
  char *text; /* of what the menu is about, or NULL */
} Copying;

/* --- What a button says --------------------------------------------------------------------------- */

/* What stands in front of a line is a column of its own where the text is pasted into a table. */
static void
add_line (GString *text, const char *line, gboolean aside)
{
  if (line == NULL || *line == '\0' || g_str_equal (line, WHENCE_PART_NEXT))
    return;
  if (text->len > 0 && text->str[text->len - 1] != '\t')
    g_string_append_c (text, '\n');
  g_string_append (text, line);
  if (aside)
    g_string_append_c (text, '\t');
}

static void
collect (GtkWidget *widget, GString *text)
{
  g_autofree char *row = NULL;

  if (!gtk_widget_get_visible (widget))
    return;
  if (WHENCE_IS_ROW_TEXT (widget))
    g_object_get (widget, "text", &row, NULL);
  else if (GTK_IS_LABEL (widget))
    row = g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  add_line (text, row, gtk_widget_has_css_class (widget, "aside"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, text);
}

/* Not all that can be copied leads somewhere: a path is shown. */
static gboolean
is_button (GtkWidget *widget)
{
  return whence_part_leads (widget) || gtk_widget_has_css_class (widget, "row-button");
}

/* @widget is in it, or is the cell of a list that holds it. */
static GtkWidget *
find_button (GtkWidget *inspector, GtkWidget *widget)
{
  gboolean is_cell = widget != NULL && g_str_equal (gtk_widget_get_css_name (widget), "row");
  GtkWidget *child = is_cell ? gtk_widget_get_first_child (widget) : NULL;

  if (child != NULL && is_button (child))
    return child;
  while (widget != NULL && widget != inspector && !is_button (widget))
    widget = gtk_widget_get_parent (widget);
  return widget != inspector ? widget : NULL;
}

/* NULL: it is on no button. Transfer full. */
static char *
dup_text (GtkWidget *inspector, GtkWidget *widget)
{
  GtkWidget *button = find_button (inspector, widget);
  g_autoptr (GString) text = g_string_new (NULL);

  if (button == NULL || !gtk_widget_is_ancestor (button, inspector))
    return NULL;
  collect (button, text);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static GtkWidget *
get_focus (GtkWidget *inspector)
{
  GtkRoot *root = gtk_widget_get_root (inspector);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* --- Hands ---------------------------------------------------------------------------------------- */

static gboolean
on_copy_key (GtkWidget *inspector, GVariant *unused, gpointer data)
{
  g_autofree char *text = dup_text (inspector, get_focus (inspector));

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (inspector), text);
  return text != NULL;
}

static void
on_copy (GSimpleAction *action, GVariant *unused, gpointer data)
{
  Copying *copying = data;

  if (copying->text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (copying->inspector), copying->text);
}

static gboolean
open_menu (Copying *copying, GtkWidget *widget, GdkRectangle around)
{
  g_autofree char *text = dup_text (copying->inspector, widget);
  g_autoptr (GMenu) model = NULL;

  if (text == NULL)
    return FALSE;
  g_free (copying->text);
  copying->text = g_steal_pointer (&text);
  model = g_menu_new ();
  g_menu_append (model, _ ("_Copy"), "part.copy");
  whence_context_menu_open (&copying->menu, copying->inspector, G_MENU_MODEL (model), around);
  return TRUE;
}

static gboolean
open_at (Copying *copying, double x, double y)
{
  return open_menu (copying, gtk_widget_pick (copying->inspector, x, y, GTK_PICK_DEFAULT),
                    (GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  if (open_at (data, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_long_press (GtkGestureLongPress *gesture, double x, double y, gpointer data)
{
  if (open_at (data, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
on_menu_key (GtkWidget *inspector, GVariant *unused, gpointer data)
{
  GtkWidget *focus = get_focus (inspector);
  graphene_rect_t box;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, inspector, &box))
    return FALSE;
  return open_menu (
    data, focus,
    (GdkRectangle){ (int) box.origin.x, (int) box.origin.y, (int) box.size.width, (int) box.size.height });
}

static void
on_destroy (GtkWidget *inspector, Copying *copying)
{
  whence_context_menu_drop (&copying->menu);
}

static void
copying_free (gpointer data)
{
  g_free (((Copying *) data)->text);
  g_free (data);
}

static void
add_keys (Copying *copying)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc act;
  } shortcuts[] = {
    { GDK_KEY_c, GDK_CONTROL_MASK, on_copy_key },
    { GDK_KEY_Menu, 0, on_menu_key },
    { GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (shortcuts[i].key, shortcuts[i].modifiers),
                        gtk_callback_action_new (shortcuts[i].act, copying, NULL)));
  gtk_widget_add_controller (copying->inspector, keys);
}

void
whence_inspector_offer_copy (GtkWidget *inspector)
{
  static const GActionEntry entries[] = { { .name = "copy", .activate = on_copy } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Copying *copying = g_new0 (Copying, 1);

  copying->inspector = inspector;
  g_object_set_data_full (G_OBJECT (inspector), "copying", copying, copying_free);
  g_signal_connect (inspector, "destroy", G_CALLBACK (on_destroy), copying);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), copying);
  gtk_widget_insert_action_group (inspector, "part", G_ACTION_GROUP (group));
  add_keys (copying);
  whence_context_menu_add_gestures (inspector, G_CALLBACK (on_pressed), G_CALLBACK (on_long_press), copying);
}
