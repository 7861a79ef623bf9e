/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's actions on the graph: how it is laid out, and what the size and the colour of its nodes say.
 */
#include "app/window-private.h"

#include <glib/gi18n.h>

/* The words of the menu, in the order of the enumerations. */
static const char *const layouts[] = { "organic",       "concentric", "layered", "command",
                                       "chronological", "saved",      NULL };
static const char *const faiths[] = { "balanced", "distances", "neighbours", NULL };
static const char *const node_sizes[] = { "degree", "amount", "betweenness", "pagerank", "none", NULL };
static const char *const node_colors[] = { "type", "community", "component", NULL };

static void
change_layout (GSimpleAction *action, GVariant *value, gpointer data)
{
  WhenceWindow *self = data;
  int i = whence_window_find_word (layouts, value);

  if (i == WHENCE_LAYOUT_SAVED && !whence_bundle_has_positions (whence_document_get_bundle (self->document)))
    whence_window_toast (self, _ ("This story saves no arrangement. Drag a node to begin one."));
  else if (i >= 0)
    whence_document_set_layout (self->document, (WhenceLayoutKind) i);
}

static void
change_faith (GSimpleAction *action, GVariant *value, gpointer data)
{
  int i = whence_window_find_word (faiths, value);

  if (i >= 0)
    whence_document_set_faith (((WhenceWindow *) data)->document, (WhenceFaith) i);
}

static void
change_node_size (GSimpleAction *action, GVariant *value, gpointer data)
{
  WhenceDocument *document = ((WhenceWindow *) data)->document;
  int i = whence_window_find_word (node_sizes, value);

  if (i >= 0)
    whence_document_set_node_look (document, (WhenceNodeSize) i, whence_document_get_node_color (document));
}

static void
change_node_color (GSimpleAction *action, GVariant *value, gpointer data)
{
  WhenceDocument *document = ((WhenceWindow *) data)->document;
  int i = whence_window_find_word (node_colors, value);

  if (i >= 0)
    whence_document_set_node_look (document, whence_document_get_node_size (document), (WhenceNodeColor) i);
}

static guint32
selected_entity (WhenceWindow *self)
{
  const WhenceRef *refs;
  guint n_refs;

  refs = whence_document_get_selection (self->document, &n_refs);
  return n_refs == 1 && refs[0].kind == WHENCE_REF_ENTITY ? refs[0].index : WHENCE_NONE;
}

static void
on_lay_out_around (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  guint32 entity = selected_entity (data);

  if (entity != WHENCE_NONE)
    whence_document_lay_out_around (((WhenceWindow *) data)->document, entity);
}

static void
on_cancel_layout (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WhenceWindow *self = data;

  /* The button with the focus is about to go. */
  gtk_widget_grab_focus (GTK_WIDGET (self->graph));
  whence_graph_canvas_cancel_layout (self->graph);
}

static void
on_layout_progress (WhenceWindow *self, double part)
{
  gtk_revealer_set_reveal_child (self->layout_bar, part >= 0);
  if (part >= 0)
    gtk_progress_bar_set_fraction (self->layout_progress, part);
}

/* Below one another both views have one time. */
void
whence_window_update_follows (WhenceWindow *self)
{
  gboolean both = g_strcmp0 (whence_window_get_view (self), "both") == 0;
  GtkOrientation orientation = gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned));

  whence_graph_canvas_set_follows (self->graph, both && orientation == GTK_ORIENTATION_VERTICAL);
}

void
whence_window_add_graph_actions (WhenceWindow *self)
{
  const GActionEntry entries[] = {
    { "layout", NULL, "s", "'organic'", change_layout },
    { "faith", NULL, "s", "'balanced'", change_faith },
    { "node-size", NULL, "s", "'degree'", change_node_size },
    { "node-color", NULL, "s", "'type'", change_node_color },
    { "lay-out-around", on_lay_out_around },
    { "cancel-layout", on_cancel_layout },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->graph, "layout-progress", G_CALLBACK (on_layout_progress), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::layout", G_CALLBACK (whence_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::look", G_CALLBACK (whence_window_update_actions), self,
                           G_CONNECT_SWAPPED);
}

void
whence_window_update_graph_actions (WhenceWindow *self, gboolean filled)
{
  WhenceDocument *document = self->document;
  gboolean organic = whence_document_get_layout (document) == WHENCE_LAYOUT_ORGANIC;
  const struct
  {
    const char *name, *state;
    gboolean enabled;
  } actions[] = {
    { "layout", layouts[whence_document_get_layout (document)], filled },
    { "faith", faiths[whence_document_get_faith (document)], filled && organic },
    { "node-size", node_sizes[whence_document_get_node_size (document)], filled },
    { "node-color", node_colors[whence_document_get_node_color (document)], filled },
    { "lay-out-around", NULL, filled && selected_entity (self) != WHENCE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name);
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), actions[i].enabled);
      if (actions[i].state != NULL)
        g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (actions[i].state));
    }
}
