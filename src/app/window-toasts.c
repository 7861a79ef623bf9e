/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window says in passing. After every edit, and whenever something is hidden from the graph, it offers
 * to take that back; there is one such offer at a time, since it is the last step that is taken back. */
#include "app/window-private.h"

#include <glib/gi18n.h>

#include "document/document-subset.h"
#include "model/text-fill.h"

static AdwToast *
add_toast (WhenceWindow *self, const char *text, const char *label, const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
  adw_toast_overlay_add_toast (self->toasts, toast);
  whence_announce (GTK_WIDGET (self), text);
  return toast;
}

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
    adw_toast_dismiss (toast);
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
