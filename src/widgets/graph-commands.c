/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commands of the graph as actions and keys, and whether each can be done now. */
#include "widgets/graph-commands-private.h"

static gboolean
has_selection (WhenceGraphCanvas *self)
{
  guint n;

  whence_document_get_selection (document_of (self), &n);
  return n > 0;
}

static gboolean
always (WhenceGraphCanvas *self)
{
  return whence_document_get_told_bundle (document_of (self)) != NULL;
}

static void
zoom_to_selection (WhenceGraphCanvas *self)
{
  whence_canvas_frame_selection (WHENCE_CANVAS (self));
}

static void
fit (WhenceGraphCanvas *self)
{
  whence_canvas_fit (WHENCE_CANVAS (self));
}

static const WhenceGraphCommand view_commands[] = {
  { "zoom-to-selection", zoom_to_selection, has_selection },
  { "fit", fit, always },
  { NULL },
};

/* The @i-th of all commands, NULL after the last one. */
static const WhenceGraphCommand *
command_at (guint i)
{
  const WhenceGraphCommand *const tables[] = { whence_graph_subset_commands, whence_graph_pin_commands,
                                               whence_graph_path_commands, whence_graph_fact_commands,
                                               view_commands };

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (guint k = 0; tables[t][k].name != NULL; k++)
      if (i-- == 0)
        return &tables[t][k];
  return NULL;
}

static void
on_activate (GSimpleAction *action, GVariant *parameter, gpointer canvas)
{
  const char *name = g_action_get_name (G_ACTION (action));
  const WhenceGraphCommand *command;

  for (guint i = 0; (command = command_at (i)) != NULL; i++)
    if (g_str_equal (command->name, name))
      command->run (canvas);
}

typedef struct
{
  GSimpleActionGroup *actions; /* not owned: it is what this belongs to */
  WhenceGraphCanvas *canvas;
} Binding;

static void
update (Binding *binding)
{
  const WhenceGraphCommand *command;

  for (guint i = 0; (command = command_at (i)) != NULL; i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (binding->actions), command->name)),
      command->is_possible (binding->canvas));
}

static void
binding_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

GActionGroup *
whence_graph_commands_new (WhenceGraphCanvas *canvas)
{
  GSimpleActionGroup *actions = g_simple_action_group_new ();
  const char *const signals[] = { "selection-changed", "highlight-changed", "notify::subset", "notify::paths",
                                  "notify::arrangement" };
  const WhenceGraphCommand *command;

  for (guint i = 0; (command = command_at (i)) != NULL; i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (command->name, NULL);
      g_signal_connect_object (action, "activate", G_CALLBACK (on_activate), canvas, 0);
      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    }
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      Binding *binding = g_new (Binding, 1);
      GClosure *closure = g_cclosure_new_swap (G_CALLBACK (update), binding, binding_free);
      *binding = (Binding){ actions, canvas };
      g_object_watch_closure (G_OBJECT (actions), closure);
      g_signal_connect_closure (document_of (canvas), signals[i], closure, FALSE);
    }
  update (&(Binding){ actions, canvas });
  whence_graph_canvas_add_choices (canvas, G_ACTION_MAP (actions));
  return G_ACTION_GROUP (actions);
}

static gboolean
on_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  WhenceGraphCanvas *canvas = WHENCE_GRAPH_CANVAS (widget);
  const WhenceGraphCommand *command;
  guint i;

  g_variant_get (args, "(u)", &i);
  command = command_at (i);
  if (!whence_canvas_has_scene (WHENCE_CANVAS (widget)) || !command->is_possible (canvas))
    return FALSE;
  command->run (canvas);
  return TRUE;
}

void
whence_graph_commands_bind_keys (GtkWidgetClass *widget_class)
{
  const WhenceGraphCommand *command;

  for (guint i = 0; (command = command_at (i)) != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (command->keys); k++)
      if (command->keys[k].key != 0)
        gtk_widget_class_add_binding (widget_class, command->keys[k].key, command->keys[k].modifiers, on_key,
                                      "(u)", i);
}
