/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window says in passing. After every edit, and whenever something is hidden from the graph, it offers
 * to take that back; there is one such offer at a time, since it is the last step that is taken back. */
#include "app/window-private.h"

#include <glib/gi18n.h>

#include "document/document-subset.h"
#include "model/text-fill.h"

/* --- One after the other ------------------------------------------------------------------------- */

/* libadwaita 1.2 frees a toast that goes before it has wholly come, and then tells it that it has. So none is
 * sent away before; it has no button any more meanwhile. */
#define COMING 600000 /* µs: longer than one takes that comes in the place of another */

typedef struct
{
  AdwToast *toast;
  gint64 since; /* the time of the first frame in which it was there; 0: it was in none */
  gboolean has_come, unwanted;
} Said;

static void
said_free (gpointer data)
{
  Said *said = data;

  g_object_unref (said->toast);
  g_free (said);
}

static int
compare_toasts (gconstpointer said, gconstpointer toast)
{
  return ((const Said *) said)->toast != toast;
}

/* The first of them is shown, the others wait. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WhenceWindow *self = data;
  Said *said = g_queue_peek_head (&self->said);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (said != NULL && said->since == 0)
    said->since = now;
  if (said != NULL && now - said->since <= COMING)
    return G_SOURCE_CONTINUE;
  self->says = FALSE;
  if (said == NULL)
    return G_SOURCE_REMOVE;
  said->has_come = TRUE;
  if (said->unwanted)
    adw_toast_dismiss (said->toast);
  return G_SOURCE_REMOVE;
}

static void
watch_first (WhenceWindow *self)
{
  if (!self->says)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->toasts), on_tick, self, NULL);
  self->says = TRUE;
}

static void
on_dismissed (WhenceWindow *self, AdwToast *toast)
{
  GList *link = g_queue_find_custom (&self->said, toast, compare_toasts);

  if (link == NULL)
    return;
  said_free (link->data);
  g_queue_delete_link (&self->said, link);
  if (!g_queue_is_empty (&self->said))
    watch_first (self);
}

static AdwToast *
add_toast (WhenceWindow *self, const char *text, const char *label, const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);
  Said *said = g_new0 (Said, 1);

  said->toast = g_object_ref (toast);
  g_queue_push_tail (&self->said, said);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
  adw_toast_overlay_add_toast (self->toasts, toast);
  watch_first (self);
  whence_announce (GTK_WIDGET (self), text);
  return toast;
}

static void
send_away (WhenceWindow *self, AdwToast *toast)
{
  GList *link = g_queue_find_custom (&self->said, toast, compare_toasts);
  Said *said = link == NULL ? NULL : link->data;

  if (said == NULL)
    return;
  if (said->has_come || link != self->said.head)
    {
      adw_toast_dismiss (toast);
      return;
    }
  said->unwanted = TRUE;
  adw_toast_set_action_name (toast, NULL);
  adw_toast_set_button_label (toast, NULL);
}

void
whence_window_forget_toasts (WhenceWindow *self)
{
  g_clear_weak_pointer (&self->takes_back);
  g_queue_clear_full (&self->said, said_free);
}

/* --- What is said -------------------------------------------------------------------------------- */

void
whence_window_toast (WhenceWindow *self, const char *text)
{
  add_toast (self, text, NULL, NULL);
}

void
whence_window_toast_file (WhenceWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file), *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_ ("Exported “%s”"), shown);

  g_set_object (&self->exported, file);
  add_toast (self, text, _ ("Open Folder"), "win.open-folder");
}

/* --- Taking back -------------------------------------------------------------------------------- */

static void
withdraw (WhenceWindow *self)
{
  AdwToast *toast = self->takes_back;

  g_clear_weak_pointer (&self->takes_back);
  if (toast != NULL)
    send_away (self, toast);
}

static void
offer (WhenceWindow *self, const char *text, const char *action)
{
  withdraw (self);
  g_set_weak_pointer (&self->takes_back, add_toast (self, text, _ ("Undo"), action));
}

static void
on_edited (WhenceWindow *self)
{
  offer (self, whence_document_get_undo_label (self->document), "win.undo");
}

/* What was said of the last step is not true of the one before it. */
static void
on_history_changed (WhenceWindow *self)
{
  withdraw (self);
}

/* The same of the views. A step that hides is told of before it is made, so that its own offer stands. */
static void
on_view_history_changed (WhenceWindow *self)
{
  if (self->takes_back != NULL && g_strcmp0 (adw_toast_get_action_name (self->takes_back), "win.back") == 0)
    withdraw (self);
}

static void
on_subset_changed (WhenceWindow *self)
{
  guint before = self->n_hidden;
  g_autofree char *text = NULL;

  self->n_hidden = whence_document_get_graph_focus (self->document)->hidden->len;
  if (self->n_hidden < before)
    withdraw (self);
  if (self->n_hidden <= before || self->loading_file != NULL)
    return;
  text = whence_text_compose (ngettext ("%'u hidden in the graph", "%'u hidden in the graph", self->n_hidden),
                              self->n_hidden);
  offer (self, text, "win.back");
}

void
whence_window_add_toasts (WhenceWindow *self)
{
  g_signal_connect_object (self->document, "history-changed", G_CALLBACK (on_history_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "view-history-changed", G_CALLBACK (on_view_history_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::subset", G_CALLBACK (on_subset_changed), self,
                           G_CONNECT_SWAPPED);
}
