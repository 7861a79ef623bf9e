/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's actions on where its pictures look: closer and farther, to a date, and back again. */
#include "app/window-private.h"

#include "layout/range-scene.h"

#include <glib/gi18n.h>

#define ACTION(name) static void on_##name (GSimpleAction *action, GVariant *parameter, gpointer data)

ACTION (back)
{
  whence_document_go_back (((WhenceWindow *) data)->document);
}

ACTION (forward)
{
  whence_document_go_forward (((WhenceWindow *) data)->document);
}

static void
for_each_picture (WhenceWindow *self, void (*func) (WhenceCanvas *canvas, double factor), double factor)
{
  WhenceCanvas *const canvases[] = { WHENCE_CANVAS (self->timeline), WHENCE_CANVAS (self->graph) };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean focused = FALSE;

  for (guint i = 0; i < 2; i++)
    if (focus != NULL
        && (focus == GTK_WIDGET (canvases[i]) || gtk_widget_is_ancestor (focus, GTK_WIDGET (canvases[i]))))
      {
        func (canvases[i], factor);
        focused = TRUE;
      }
  for (guint i = 0; i < 2 && !focused; i++)
    if (gtk_widget_get_mapped (GTK_WIDGET (canvases[i])))
      func (canvases[i], factor);
}

static void
fit (WhenceCanvas *canvas, double factor)
{
  whence_canvas_fit (canvas);
}

ACTION (fit)
{
  for_each_picture (data, fit, 0);
}

static void
frame (WhenceCanvas *canvas, double factor)
{
  whence_canvas_frame_selection (canvas);
}

ACTION (frame)
{
  for_each_picture (data, frame, 0);
}

ACTION (zoom_in)
{
  for_each_picture (data, whence_canvas_zoom, 1.4);
}

ACTION (zoom_out)
{
  for_each_picture (data, whence_canvas_zoom, 1 / 1.4);
}

/* --- To a date --- */

typedef void (*TakeDate) (WhenceDocument *document, gint64 from, gint64 to);

/* An open end of the stretch is where the facts begin, or end. */
static gboolean
read_stretch (WhenceWindow *self, const char *text, gint64 *from, gint64 *to, GError **error)
{
  WhenceBundle *bundle = whence_document_get_bundle (self->document);
  WhenceDate date;

  if (!whence_date_parse (text, &date, error))
    return FALSE;
  *from =
    date.start.kind == WHENCE_BOUND_GIVEN ? date.start.earliest : whence_bundle_get_earliest_instant (bundle);
  *to = date.end.kind == WHENCE_BOUND_GIVEN ? date.end.latest : whence_bundle_get_latest_instant (bundle);
  if (*from < *to)
    return TRUE;
  g_set_error_literal (error, WHENCE_DATE_ERROR, WHENCE_DATE_ERROR_RANGE,
                       _ ("No fact lies in this stretch of time"));
  return FALSE;
}

/* Says what is understood, or why nothing is. */
static void
on_date_typed (AdwMessageDialog *dialog, GtkEditable *entry)
{
  WhenceWindow *self = WHENCE_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  const char *text = gtk_editable_get_text (entry);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  gint64 from, to;
  gboolean understood = read_stretch (self, text, &from, &to, &error);

  if (understood)
    said = whence_date_to_text (text, WHENCE_DATE_TEXT_LONG);
  adw_message_dialog_set_body (dialog, understood   ? said
                                       : *text != 0 ? error->message
                                                    : _ ("For example 2016, 2024-05 or 2016/2024-05-31"));
  adw_message_dialog_set_response_enabled (dialog, "go", understood);
}

static void
on_date_response (AdwMessageDialog *dialog, const char *response, TakeDate take)
{
  WhenceWindow *self = WHENCE_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  gint64 from, to;

  if (g_str_equal (response, "go") && read_stretch (self, gtk_editable_get_text (entry), &from, &to, NULL))
    take (self->document, from, to);
}

static void
ask_for_date (WhenceWindow *self, const char *heading, TakeDate take)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "go", _ ("_Go"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "go");
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_date_typed), dialog, G_CONNECT_SWAPPED);
  g_signal_connect (dialog, "response", G_CALLBACK (on_date_response), take);
  on_date_typed (ADW_MESSAGE_DIALOG (dialog), GTK_EDITABLE (entry));
  gtk_window_present (GTK_WINDOW (dialog));
}

ACTION (go_to_dates)
{
  ask_for_date (data, _ ("Go to a Date or a Stretch of Time"), whence_document_set_range);
}

ACTION (as_of)
{
  ask_for_date (data, _ ("Look at the Ties at a Date"), whence_document_set_as_of);
}

ACTION (clear_as_of)
{
  whence_document_clear_as_of (((WhenceWindow *) data)->document);
}

ACTION (play)
{
  whence_play_button_toggle (((WhenceWindow *) data)->play_button);
}

ACTION (known_by)
{
  whence_known_button_open (((WhenceWindow *) data)->known_button);
}

/* --- The table --- */

static const GActionEntry entries[] = {
  { "back", on_back },
  { "forward", on_forward },
  { "fit", on_fit },
  { "frame", on_frame },
  { "zoom-in", on_zoom_in },
  { "zoom-out", on_zoom_out },
  { "as-of", on_as_of },
  { "go-to-dates", on_go_to_dates },
  { "clear-as-of", on_clear_as_of },
  { "known-by", on_known_by },
  { "play", on_play },
};

/* The buttons at the side of a mouse. */
static void
on_side_button (GtkGestureClick *click, int n_press, double x, double y, WhenceWindow *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  const char *action = button == 8 ? "win.back" : button == 9 ? "win.forward" : NULL;

  if (action == NULL)
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

void
whence_window_add_look_actions (WhenceWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  whence_window_add_compare (self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_side_button), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (self->document, "view-history-changed", G_CALLBACK (whence_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "selection-changed", G_CALLBACK (whence_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::scope", G_CALLBACK (whence_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::as-of", G_CALLBACK (whence_window_update_actions), self,
                           G_CONNECT_SWAPPED);
}

void
whence_window_update_look_actions (WhenceWindow *self, gboolean filled)
{
  gint64 from, to;
  guint n_selected;
  WhencePeriod compared[2];
  const gboolean as_of = whence_document_get_as_of (self->document, &from, &to)
                         || whence_document_get_compared (self->document, compared);
  const struct
  {
    const char *name;
    gboolean possible;
  } conditions[] = {
    { "back", whence_document_can_go_back (self->document) },
    { "forward", whence_document_can_go_forward (self->document) },
    { "frame", (whence_document_get_selection (self->document, &n_selected), n_selected > 0) },
    { "clear-as-of", as_of },
    { "play", whence_range_has_dates (whence_document_get_scope (self->document)) },
  };

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "compare")),
                               filled);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name);
      gboolean possible = filled;

      for (guint k = 0; k < G_N_ELEMENTS (conditions); k++)
        if (g_str_equal (conditions[k].name, entries[i].name))
          possible = filled && conditions[k].possible;
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), possible);
    }
}
