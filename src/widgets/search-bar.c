/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search bar shows what the document has found, while it is typed. The list holds the best hits only; all
 * are lit in the views, and can be walked through. */
#include "widgets/search-bar-private.h"

#include <glib/gi18n-lib.h>

#include "model/text-fill.h"
#include "widgets/announcer.h"

#define ANNOUNCE_AFTER 300 /* ms without a key, so that nobody is interrupted by what they type */

G_DEFINE_FINAL_TYPE (WhenceSearchBar, whence_search_bar, GTK_TYPE_WIDGET)

enum
{
  WENT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- What is shown --- */

static gboolean
on_announce (gpointer data)
{
  WhenceSearchBar *self = data;

  self->announcing = 0;
  if (whence_document_get_query (self->document) != NULL && !whence_document_is_searching (self->document))
    whence_announce (GTK_WIDGET (self), gtk_label_get_text (self->count));
  return G_SOURCE_REMOVE;
}

static void
announce_soon (WhenceSearchBar *self)
{
  g_clear_handle_id (&self->announcing, g_source_remove);
  self->announcing = g_timeout_add (ANNOUNCE_AFTER, on_announce, self);
}

static void
show_count (WhenceSearchBar *self, guint n_hits)
{
  guint hit = whence_document_get_hit (self->document);
  g_autofree char *text = NULL;

  if (whence_document_is_searching (self->document))
    text = g_strdup (_ ("Searching…"));
  else if (n_hits == 0)
    text = g_strdup (_ ("Nothing found"));
  else if (hit == WHENCE_NONE)
    text = whence_text_compose (ngettext ("%'u hit", "%'u hits", n_hits), n_hits);
  else
    /* Translators: which of the hits of a search: "3 of 17". */
    text = whence_text_compose (_ ("%1$'u of %2$'u"), hit + 1, n_hits);
  if (whence_document_get_query (self->document) != NULL && !whence_document_is_searching (self->document)
      && g_strcmp0 (text, gtk_label_get_text (self->count)) != 0)
    announce_soon (self);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), whence_document_get_query (self->document) != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
on_found_changed (WhenceSearchBar *self)
{
  guint n_hits;

  whence_document_get_hits (self->document, &n_hits);
  show_count (self, n_hits);
  gtk_widget_set_sensitive (self->previous, n_hits > 0);
  gtk_widget_set_sensitive (self->next, n_hits > 0);
  if (whence_document_get_hit (self->document) != WHENCE_NONE)
    {
      whence_search_bar_select_row (self);
      return;
    }
  whence_search_bar_stop_filling (self);
  if (whence_document_is_searching (self->document))
    {
      /* Searched anew by somebody else: what is listed may be found no longer. */
      if (!self->typed)
        gtk_popover_popdown (self->popover);
      return;
    }
  whence_search_bar_fill_list (self);
  if (n_hits > 0 && self->typed && gtk_widget_get_mapped (GTK_WIDGET (self->entry)))
    {
      whence_search_bar_place_list (self);
      gtk_popover_popup (self->popover);
    }
  else
    gtk_popover_popdown (self->popover);
  self->typed = FALSE;
}

/* --- What the reader does --- */

static void
on_search_changed (WhenceSearchBar *self)
{
  self->typed = TRUE;
  whence_document_search (self->document, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
go (WhenceSearchBar *self, int step)
{
  guint n_hits;

  whence_document_get_hits (self->document, &n_hits);
  if (n_hits == 0)
    return;
  whence_document_walk_hits (self->document, step);
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[WENT], 0);
}

static void
on_next (WhenceSearchBar *self)
{
  go (self, 1);
}

static void
on_previous (WhenceSearchBar *self)
{
  go (self, -1);
}

/* The first Escape closes the list, the second the bar. */
static void
on_stop (WhenceSearchBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    gtk_popover_popdown (self->popover);
  else
    gtk_search_bar_set_search_mode (self->bar, FALSE);
}

static void
on_row_activated (WhenceSearchBar *self, GtkListBoxRow *row)
{
  guint hit = whence_search_bar_hit_of_row (self, row);

  if (hit == WHENCE_NONE)
    return;
  whence_document_go_to_hit (self->document, hit);
  gtk_popover_popdown (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, signals[WENT], 0);
}

/* A closed bar searches nothing. */
static void
on_mode_changed (WhenceSearchBar *self)
{
  if (gtk_search_bar_get_search_mode (self->bar))
    return;
  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (self->document != NULL)
    whence_document_search (self->document, NULL);
}

/* From the entry into the list, and back from its first row. */
static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers,
        WhenceSearchBar *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean in_list = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
  gboolean listed = gtk_widget_get_visible (GTK_WIDGET (self->popover));

  if (key == GDK_KEY_Return && (modifiers & GDK_SHIFT_MASK) != 0 && !in_list)
    {
      go (self, -1);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Down && !in_list && listed)
    {
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
      return GDK_EVENT_STOP;
    }
  if (in_list
      && (key == GDK_KEY_Escape
          || (key == GDK_KEY_Up && focus == GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)))))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      if (key == GDK_KEY_Escape)
        gtk_popover_popdown (self->popover);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

void
whence_search_bar_open (WhenceSearchBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  /* What the first key needs is made while it is looked for. */
  whence_document_prepare_search (self->document);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
whence_search_bar_walk (WhenceSearchBar *self, int step)
{
  if (whence_document_get_query (self->document) == NULL)
    whence_search_bar_open (self);
  else
    go (self, step);
}

void
whence_search_bar_set_document (WhenceSearchBar *self, WhenceDocument *document)
{
  g_set_object (&self->document, document);
  g_signal_connect_object (document, "found-changed", G_CALLBACK (on_found_changed), self, G_CONNECT_SWAPPED);
}

/* --- GtkWidget --- */

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WhenceSearchBar *self = WHENCE_SEARCH_BAR (widget);

  gtk_widget_allocate (GTK_WIDGET (self->bar), width, height, baseline, NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    whence_search_bar_place_list (self);
  gtk_popover_present (self->popover);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  WhenceSearchBar *self = WHENCE_SEARCH_BAR (widget);

  gtk_widget_measure (GTK_WIDGET (self->bar), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
dispose (GObject *object)
{
  WhenceSearchBar *self = WHENCE_SEARCH_BAR (object);

  whence_search_bar_stop_filling (self);
  g_clear_handle_id (&self->announcing, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->popover, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->bar, gtk_widget_unparent);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_search_bar_parent_class)->dispose (object);
}

#define BIND(member) gtk_widget_class_bind_template_child (widget_class, WhenceSearchBar, member)
#define CALLBACK(function) gtk_widget_class_bind_template_callback (widget_class, function)

static void
whence_search_bar_class_init (WhenceSearchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->size_allocate = size_allocate;
  widget_class->measure = measure;
  signals[WENT] =
    g_signal_new ("went", WHENCE_TYPE_SEARCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/search-bar.ui");
  BIND (bar);
  BIND (entry);
  BIND (count);
  BIND (previous);
  BIND (next);
  BIND (popover);
  BIND (list);
  CALLBACK (on_search_changed);
  CALLBACK (on_next);
  CALLBACK (on_previous);
  CALLBACK (on_stop);
  CALLBACK (on_row_activated);
}

static void
whence_search_bar_init (WhenceSearchBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  g_signal_connect_object (self->bar, "notify::search-mode-enabled", G_CALLBACK (on_mode_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
