/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills itself anew when the selection changes, a moment later, so that a button that was pressed in it is
 * done, and with the frame after the one that lights what is selected, so that neither is late. While nobody
 * sees it, it is empty, and holds on to no bundle that is gone. */
#include "widgets/inspector.h"

#include <glib/gi18n-lib.h>

#include "document/document-subset.h"
#include "widgets/inspector-parts.h"

struct _WhenceInspector
{
  GtkWidget parent_instance;
  WhenceDocument *document;
  GtkWidget *scroller;
  GtkBox *content;
  guint refill;      /* an idle */
  guint tick;        /* a tick callback: it is to be filled with the next frame but one */
  gboolean lit;      /* with the next one */
  gboolean compared; /* two dates were */
  gboolean unfilled; /* nobody sees it, and it is to be filled when somebody does */
};

G_DEFINE_FINAL_TYPE (WhenceInspector, whence_inspector, GTK_TYPE_WIDGET)

/* As long as nothing else is selected than their ends. */
static gboolean
speaks_of_paths (WhenceDocument *document, const WhenceRef *refs, guint n_refs)
{
  const WhenceGraphPaths *paths = whence_document_get_paths (document);

  if (paths == NULL)
    return FALSE;
  for (guint i = 0; i < n_refs; i++)
    if (!whence_ref_equal (refs[i], whence_ref_entity (whence_graph_paths_get_from (paths)))
        && !whence_ref_equal (refs[i], whence_ref_entity (whence_graph_paths_get_to (paths))))
      return FALSE;
  return TRUE;
}

static void
clear (WhenceInspector *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
}

static void
fill (WhenceInspector *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->content)) != NULL;
  const WhenceRef *refs;
  gint64 from, to;
  guint n_refs;

  self->unfilled = FALSE;
  clear (self);
  refs = whence_document_get_selection (self->document, &n_refs);
  whence_document_want_measures (self->document, n_refs == 1 && refs[0].kind == WHENCE_REF_ENTITY);
  whence_document_prepare_sources (self->document);
  if (speaks_of_paths (self->document, refs, n_refs))
    whence_inspector_fill_paths (self->content, self->document);
  else if (n_refs == 0 && whence_document_get_span (self->document, &from, &to))
    whence_inspector_fill_span (self->content, self->document);
  else if (n_refs == 0 && whence_scope_get_changes (whence_document_get_scope (self->document)) != NULL)
    whence_inspector_fill_changes (self->content, self->document);
  else if (n_refs == 0)
    whence_inspector_fill_story (self->content, self->document);
  else if (n_refs > 1)
    whence_inspector_fill_several (self->content, self->document, refs, n_refs);
  else if (refs[0].kind == WHENCE_REF_FACT)
    whence_inspector_fill_fact (self->content, self->document, refs[0].index);
  else if (refs[0].kind == WHENCE_REF_SOURCE)
    whence_inspector_fill_source (self->content, self->document, refs[0].index);
  else
    whence_inspector_fill_entity (self->content, self->document, refs[0].index);
  /* What had the focus is gone: it stays here, at the beginning. */
  if (focused)
    gtk_widget_grab_focus (self->scroller);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* Who is not looking is not shown anything, nor waited for. */
static void
leave_empty (WhenceInspector *self)
{
  self->unfilled = TRUE;
  clear (self);
  whence_document_want_measures (self->document, FALSE);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WhenceInspector *self = data;

  if (!self->lit)
    {
      self->lit = TRUE;
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  if (gtk_widget_get_mapped (widget))
    fill (self);
  else
    leave_empty (self);
  return G_SOURCE_REMOVE;
}

static void
fill_after_frame (WhenceInspector *self)
{
  if (self->tick != 0)
    return;
  self->lit = FALSE;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, self, NULL);
}

static void
stop_waiting (WhenceInspector *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static gboolean
on_idle (gpointer data)
{
  WhenceInspector *self = data;

  self->refill = 0;
  self->unfilled = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill_after_frame (self);
  else
    {
      stop_waiting (self);
      leave_empty (self);
    }
  return G_SOURCE_REMOVE;
}

static void
fill_soon (WhenceInspector *self)
{
  if (self->refill == 0)
    self->refill = g_idle_add_full (G_PRIORITY_DEFAULT, on_idle, self, NULL);
}

void
whence_inspector_tell_anew (WhenceInspector *self)
{
  if (self->document != NULL)
    fill_soon (self);
}

/* The dates, or what is compared, are others; a filter changes what is in a span of time. */
static void
on_scope (WhenceInspector *self)
{
  gboolean compares = whence_scope_get_changes (whence_document_get_scope (self->document)) != NULL;
  gint64 from, to;
  guint n_refs;

  whence_document_get_selection (self->document, &n_refs);
  if ((n_refs == 0 && (compares || self->compared)) || whence_document_get_span (self->document, &from, &to))
    fill_soon (self);
  self->compared = compares;
}

void
whence_inspector_set_document (WhenceInspector *self, WhenceDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "selection-changed", G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::known-by", G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::paths", G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::as-of", G_CALLBACK (on_scope), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::scope", G_CALLBACK (on_scope), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::span", G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
  fill_soon (self);
}

/* Before it is drawn, or given the focus. */
static void
map (GtkWidget *widget)
{
  if (WHENCE_INSPECTOR (widget)->unfilled)
    fill (WHENCE_INSPECTOR (widget));
  GTK_WIDGET_CLASS (whence_inspector_parent_class)->map (widget);
}

static void
dispose (GObject *object)
{
  WhenceInspector *self = WHENCE_INSPECTOR (object);

  g_clear_handle_id (&self->refill, g_source_remove);
  stop_waiting (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_inspector_parent_class)->dispose (object);
}

static void
whence_inspector_class_init (WhenceInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->map = map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, WhenceInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, WhenceInspector, content);
}

static void
whence_inspector_init (WhenceInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  whence_inspector_offer_copy (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Inspector"), -1);
}
