/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the views around a document. Invariant: what is on the screen follows from the document and from which
 * view is chosen; no view knows another. */
#include "app/window-private.h"

#include <glib/gi18n.h>

#include "model/text-fill.h"
#include "widgets/loose-layout.h"
#include "widgets/shelf-layout.h"
#include "widgets/split-button.h"

G_DEFINE_FINAL_TYPE (WhenceWindow, whence_window, ADW_TYPE_APPLICATION_WINDOW)

void
whence_window_show_error (WhenceWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- The document --- */

static void
update_title (WhenceWindow *self)
{
  g_autofree char *title = whence_document_dup_title (self->document);
  g_autofree char *marked = NULL;
  gboolean modified = whence_document_is_modified (self->document);

  /* Translators: the title of a window whose story has unsaved changes. */
  marked = modified && title != NULL ? g_strdup_printf (_ ("• %s"), title) : g_strdup (title);
  gtk_window_set_title (GTK_WINDOW (self), marked != NULL ? marked : "Whence");
  whence_window_fold_soon (self);
}

static void
update_problems (WhenceWindow *self)
{
  g_autofree char *text = NULL;
  guint n;

  whence_bundle_get_problems (whence_document_get_bundle (self->document), &n);
  text = whence_text_compose (ngettext ("Loaded, with %'u problem", "Loaded, with %'u problems", n), n);
  gtk_label_set_text (self->problems_label, text);
  gtk_info_bar_set_revealed (self->problems_bar, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_bar), n > 0);
}

static void
on_problems_response (WhenceWindow *self, int response)
{
  gtk_info_bar_set_revealed (self->problems_bar, FALSE);
}

void
whence_window_update_page (WhenceWindow *self)
{
  gboolean loading = whence_document_is_loading (self->document),
           empty = whence_document_is_empty (self->document),
           due = whence_loading_page_is_due (self->loading_page);

  /* What is there stays until the load has taken more than a moment, though nobody can touch it. */
  if (loading && due)
    whence_window_place_overview (self);
  if (loading && (due || empty))
    gtk_stack_set_visible_child_name (self->pages, "loading");
  else if (!empty)
    gtk_stack_set_visible_child_name (self->pages, "content");
  /* A load that has just ended is about to say what is in the file. */
  else if (self->loading_file == NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    whence_window_show_empty_page (self);
  gtk_widget_set_can_target (GTK_WIDGET (self->pages), !loading || due);
  /* While it cannot be used it keeps its place, at the bottom too, or all above would move when it comes. */
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, !empty || due);
  gtk_widget_set_sensitive (GTK_WIDGET (self->switcher_title), !loading);
  gtk_widget_set_sensitive (GTK_WIDGET (self->switcher_bar), !loading);
  gtk_widget_set_sensitive (GTK_WIDGET (self->inspector_button), !loading && !empty);
  whence_window_fold_soon (self);
  whence_window_update_actions (self);
}

static void
on_bundle_changed (WhenceWindow *self)
{
  update_problems (self);
  whence_window_update_page (self);
}

static void
on_selection_changed (WhenceWindow *self)
{
  guint n;

  whence_document_get_selection (self->document, &n);
  /* On a narrow window the inspector covers the picture: it comes only when it is asked for. */
  if (n > 0 && !adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
observe (WhenceWindow *self)
{
  g_signal_connect_object (self->document, "notify::title", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::modified", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::bundle", G_CALLBACK (on_bundle_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::loading", G_CALLBACK (whence_window_update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loading_page, "notify::due", G_CALLBACK (whence_window_update_page), self,
                           G_CONNECT_SWAPPED);
  whence_loading_page_set_document (self->loading_page, self->document);
  g_signal_connect_object (self->document, "history-changed", G_CALLBACK (whence_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  whence_timeline_canvas_set_document (self->timeline, self->document);
  whence_graph_canvas_set_document (self->graph, self->document);
  whence_graph_bar_set_document (self->graph_bar, self->document);
  whence_graph_map_set_canvas (self->graph_map, self->graph);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "graph", whence_graph_canvas_get_actions (self->graph));
  whence_inspector_set_document (self->inspector, self->document);
  whence_range_bar_set_document (self->range_bar, self->document);
  whence_play_button_set_document (self->play_button, self->document);
  whence_news_card_set_document (self->news_card, self->document);
  whence_known_button_set_document (self->known_button, self->document);
  whence_filter_chips_set_document (self->chips, self->document);
}

GFile *
whence_window_get_file (WhenceWindow *self)
{
  return self->loading_file != NULL ? self->loading_file : whence_document_get_file (self->document);
}

gboolean
whence_window_is_vacant (WhenceWindow *self)
{
  return whence_document_is_empty (self->document) && self->loading_file == NULL;
}

/* --- GObject --- */

static void
show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (whence_window_parent_class)->show (widget);
  whence_window_update_page (WHENCE_WINDOW (widget));
}

/* To draw it for a window manager takes longer than all small icons together. */
static void
on_first_painted (GdkFrameClock *clock, WhenceWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_painted, self);
  gtk_window_set_default_icon_name (WHENCE_APP_ID);
}

/* While a file is read, nothing else tells that the window is wider or narrower now. */
static void
on_laid_out (WhenceWindow *self, int width)
{
  if (width != self->laid_out)
    whence_window_fold_soon (self);
  self->laid_out = width;
}

static void
realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (whence_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (on_first_painted),
                           widget, 0);
  /* After the window itself has laid out what is in it. */
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (on_laid_out),
                           widget, G_CONNECT_SWAPPED);
}

static gboolean
close_request (GtkWindow *window)
{
  WhenceWindow *self = WHENCE_WINDOW (window);

  if (!whence_window_may_close (self))
    return TRUE;
  whence_window_remember (self);
  whence_document_cancel_load (self->document);
  return GTK_WINDOW_CLASS (whence_window_parent_class)->close_request (window);
}

static void
dispose (GObject *object)
{
  WhenceWindow *self = WHENCE_WINDOW (object);

  g_clear_object (&self->document);
  g_clear_handle_id (&self->folding, g_source_remove);
  g_clear_handle_id (&self->arranging, g_source_remove);
  g_clear_object (&self->loading_file);
  g_clear_object (&self->saving_file);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_object (&self->exported);
  whence_window_forget_toasts (self);
  g_weak_ref_clear (&self->origin);
  G_OBJECT_CLASS (whence_window_parent_class)->dispose (object);
}

/* What has the focus comes first: Escape leaves a popover, or the inspector that covers a narrow window. */
static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.select-nothing", NULL);
}

#define BIND(member) gtk_widget_class_bind_template_child (widget_class, WhenceWindow, member)

/* What the template makes. */
static GType (*const template_types[]) (void) = {
  whence_announcer_get_type,     whence_text_zoom_get_type,    whence_timeline_canvas_get_type,
  whence_amounts_track_get_type, whence_graph_bar_get_type,    whence_loose_layout_get_type,
  whence_shelf_layout_get_type,  whence_shelf_get_type,        whence_graph_canvas_get_type,
  whence_graph_map_get_type,     whence_inspector_get_type,    whence_range_bar_get_type,
  whence_play_button_get_type,   whence_news_card_get_type,    whence_known_button_get_type,
  whence_filter_chips_get_type,  whence_loading_page_get_type,
};

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (toasts);
  BIND (frame);
  BIND (header);
  BIND (header_frame);
  BIND (switcher_title);
  BIND (switcher_bar);
  BIND (views);
  BIND (menu_button);
  BIND (view_button);
  BIND (inspector_button);
  BIND (open_button);
  BIND (save_button);
  BIND (pages);
  BIND (loading_page);
  BIND (problems_bar);
  BIND (problems_label);
  BIND (flap);
  BIND (filter_flap);
  BIND (side);
  BIND (chips);
  BIND (content);
  BIND (paned);
  BIND (timeline_side);
  BIND (times);
  BIND (timeline);
  BIND (amounts);
  BIND (shelf);
  BIND (graph);
  BIND (graph_bar);
  BIND (graph_map);
  BIND (graph_pane);
  BIND (inspector);
  BIND (range_bar);
  BIND (play_button);
  BIND (news_card);
  BIND (known_button);
  BIND (omitted);
  BIND (layout_bar);
  BIND (layout_progress);
}

static void
whence_window_class_init (WhenceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->show = show;
  widget_class->realize = realize;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;
  bind_keys (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (template_types); i++)
    g_type_ensure (template_types[i]());
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, whence_window_on_view_switched);
  gtk_widget_class_bind_template_callback (widget_class, whence_window_reveal_selection);
  gtk_widget_class_bind_template_callback (widget_class, on_problems_response);
}

static void
whence_window_init (WhenceWindow *self)
{
  g_weak_ref_init (&self->origin, NULL);
  self->document = whence_document_new ();
  self->timeline_part = WHENCE_TIMELINE_PART;
  gtk_widget_init_template (GTK_WIDGET (self));
  whence_split_button_set_names (self->open_button, _ ("Open a story"), _ ("Recent stories"));

  whence_window_add_menus (self);
  whence_window_add_actions (self);
  whence_window_add_toasts (self);
  whence_window_add_drop_target (self);
  observe (self);
  whence_window_add_amounts (self);
  whence_window_add_shelf (self);
  g_signal_connect_object (self->switcher_title, "notify::title-visible",
                           G_CALLBACK (whence_window_fold_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "scene-changed", G_CALLBACK (whence_window_update_omitted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->graph, "scene-changed", G_CALLBACK (whence_window_update_omitted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paned, "notify::max-position", G_CALLBACK (whence_window_arrange_pictures),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paned, "notify::position", G_CALLBACK (whence_window_on_pictures_divided),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paned, "notify::max-position", G_CALLBACK (whence_window_fold_soon), self,
                           G_CONNECT_SWAPPED);
  whence_window_recall (self);
  whence_window_on_view_switched (self);
  update_title (self);
  on_bundle_changed (self);
}

WhenceWindow *
whence_window_new (GtkApplication *application, WhenceWindow *origin)
{
  WhenceWindow *self = g_object_new (WHENCE_TYPE_WINDOW, "application", application, NULL);

  g_weak_ref_set (&self->origin, origin);
  return self;
}
