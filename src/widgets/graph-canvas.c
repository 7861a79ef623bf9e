/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A canvas over a graph scene: what it is made of, and what it does when the document says that something
 * else is to be seen. */
#include "widgets/graph-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "document/document-subset.h"
#include "widgets/graph-commands.h"

static guint looked;

G_DEFINE_FINAL_TYPE (WhenceGraphCanvas, whence_graph_canvas, WHENCE_TYPE_CANVAS)

void
whence_graph_canvas_looked (WhenceGraphCanvas *self)
{
  g_signal_emit (self, looked, 0);
}

/* --- The document --- */

/* A neighbourhood that is looked at fills the view; hiding and showing a few moves nothing. */
static void
on_subset (WhenceGraphCanvas *self)
{
  const WhenceGraphFocus *focus = whence_document_get_graph_focus (document_of (self));
  guint key = focus->centres->len == 0 ? 0 : 1 + focus->hops;

  for (guint i = 0; i < focus->centres->len; i++)
    key = key * 31 + g_array_index (focus->centres, guint32, i);
  if (key != self->neighbourhood)
    self->chosen = FALSE;
  self->neighbourhood = key;
  whence_canvas_invalidate (WHENCE_CANVAS (self));
}

/* From end to end. */
static void
on_paths (WhenceGraphCanvas *self)
{
  const WhenceGraphPaths *paths = whence_document_get_paths (document_of (self));
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (WhenceRef));
  const guint32 *entities;

  if (paths == NULL || whence_graph_paths_get_n_listed (paths) == 0 || self->scene == NULL)
    return;
  entities = whence_graph_paths_get (paths, whence_document_get_path (document_of (self)));
  for (guint i = 0; i <= whence_graph_paths_get_hops (paths); i++)
    {
      WhenceRef ref = whence_ref_entity (entities[i]);
      g_array_append_val (refs, ref);
    }
  WHENCE_CANVAS_GET_CLASS (self)->frame (WHENCE_CANVAS (self), (const WhenceRef *) (gconstpointer) refs->data,
                                         refs->len);
}

static void
on_arrangement (WhenceGraphCanvas *self)
{
  WhenceArrangement *arrangement = whence_document_get_arrangement (document_of (self));

  if (self->taking)
    return;
  if (arrangement == NULL)
    {
      self->chosen = FALSE;
      whence_graph_canvas_stop_drag (self);
    }
  whence_canvas_invalidate (WHENCE_CANVAS (self));
}

static void
on_visible_range (WhenceGraphCanvas *self)
{
  if (self->follows && self->arrangement != NULL
      && whence_arrangement_get_layout (self->arrangement) == WHENCE_LAYOUT_CHRONOLOGICAL)
    whence_canvas_invalidate (WHENCE_CANVAS (self));
}

void
whence_graph_canvas_set_follows (WhenceGraphCanvas *self, gboolean follows)
{
  if (self->follows == follows)
    return;
  self->follows = follows;
  self->chosen = FALSE;
  whence_canvas_invalidate (WHENCE_CANVAS (self));
}

static void
on_layout (WhenceGraphCanvas *self)
{
  whence_document_set_arrangement (document_of (self), NULL);
}

void
whence_graph_canvas_set_document (WhenceGraphCanvas *self, WhenceDocument *document)
{
  whence_canvas_set_document (WHENCE_CANVAS (self), document);
  g_signal_connect_object (document, "notify::arrangement", G_CALLBACK (on_arrangement), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::as-of", G_CALLBACK (whence_canvas_invalidate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::layout", G_CALLBACK (on_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::visible-range", G_CALLBACK (on_visible_range), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::subset", G_CALLBACK (on_subset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::paths", G_CALLBACK (on_paths), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::look", G_CALLBACK (whence_canvas_invalidate), self,
                           G_CONNECT_SWAPPED);
  self->actions = whence_graph_commands_new (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "graph", self->actions);
  g_signal_connect_object (document, "notify::negated", G_CALLBACK (whence_canvas_invalidate), self,
                           G_CONNECT_SWAPPED);
}

GActionGroup *
whence_graph_canvas_get_actions (WhenceGraphCanvas *self)
{
  return self->actions;
}

/* --- The widget --- */

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (object);

  self->map = g_value_get_boolean (value);
  whence_graph_canvas_looked (self);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (whence_graph_canvas_parent_class)->size_allocate (widget, width, height, baseline);
  if (WHENCE_GRAPH_CANVAS (widget)->menu.popover != NULL)
    gtk_popover_present (GTK_POPOVER (WHENCE_GRAPH_CANVAS (widget)->menu.popover));
}

static void
dispose (GObject *object)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (object);

  whence_graph_canvas_stop_drag (self);
  whence_context_menu_drop (&self->menu);
  g_clear_object (&self->actions);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_pointer (&self->progress, whence_layout_progress_unref);
  whence_graph_canvas_end_journey (self);
  G_OBJECT_CLASS (whence_graph_canvas_parent_class)->dispose (object);
}

static void
whence_graph_canvas_class_init (WhenceGraphCanvasClass *klass)
{
  WhenceCanvasClass *canvas_class = WHENCE_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  whence_graph_canvas_install_progress (G_OBJECT_CLASS (klass));
  whence_graph_canvas_bind_scene (canvas_class);
  whence_graph_canvas_bind_places (canvas_class);
  whence_graph_canvas_bind_look (canvas_class);
  whence_graph_canvas_bind_drag (canvas_class);
  whence_graph_canvas_bind_carry (canvas_class);
  G_OBJECT_CLASS (klass)->set_property = set_property;
  GTK_WIDGET_CLASS (klass)->size_allocate = size_allocate;
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), 1,
    g_param_spec_boolean ("map", NULL, NULL, TRUE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  looked =
    g_signal_new ("looked", WHENCE_TYPE_GRAPH_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  whence_graph_commands_bind_keys (GTK_WIDGET_CLASS (klass));
  whence_graph_canvas_bind_menu_keys (GTK_WIDGET_CLASS (klass));
}

static void
whence_graph_canvas_init (WhenceGraphCanvas *self)
{
  self->map = TRUE;
  whence_graph_canvas_add_menu (self);
  self->view = self->scene_view = (WhenceGraphView){ .scale = 1 };
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Graph"), -1);
}
