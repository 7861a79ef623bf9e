/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row a command: its action, its keys, what it does, and whether it can be done now. */
#include "widgets/graph-commands.h"

#include <glib/gi18n-lib.h>

#include "document/document-subset.h"
#include "widgets/graph-canvas-private.h"

/* --- On whom -------------------------------------------------------------------------------------- */

/* The focus of the keyboard goes before a selection that it is not part of. */
static GArray *
list_refs (WhenceGraphCanvas *self)
{
  WhenceDocument *document = document_of (self);
  WhenceRef focus = whence_document_get_focus (document);
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (WhenceRef));
  guint n = 0;
  const WhenceRef *selected = whence_document_get_selection (document, &n);

  if (focus.kind != WHENCE_REF_NONE && !whence_document_is_selected (document, focus))
    g_array_append_val (refs, focus);
  else
    g_array_append_vals (refs, selected, n);
  return refs;
}

static GArray *
list_entities (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) refs = list_refs (self);
  GArray *entities = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < refs->len; i++)
    if (g_array_index (refs, WhenceRef, i).kind == WHENCE_REF_ENTITY)
      g_array_append_val (entities, g_array_index (refs, WhenceRef, i).index);
  return entities;
}

/* Who takes part in a fact stands for it where only entities will do. */
static GArray *
list_centres (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) refs = list_refs (self), participants = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *entities = list_entities (self);

  for (guint i = 0; i < refs->len && entities->len == 0; i++)
    if (g_array_index (refs, WhenceRef, i).kind == WHENCE_REF_FACT)
      {
        whence_bundle_list_fact_entities (whence_document_get_bundle (document_of (self)),
                                          g_array_index (refs, WhenceRef, i).index, participants);
        g_array_append_vals (entities, participants->data, participants->len);
      }
  return entities;
}

static const guint32 *
data_of (const GArray *entities)
{
  return (const guint32 *) (gconstpointer) entities->data;
}

/* --- What is possible ----------------------------------------------------------------------------- */

static gboolean
has_centres (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = list_centres (self);

  return entities->len > 0;
}

static gboolean
has_entities (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = list_entities (self);

  return entities->len > 0;
}

static gboolean
has_pair (WhenceGraphCanvas *self)
{
  guint n, n_entities = 0;
  const WhenceRef *refs = whence_document_get_selection (document_of (self), &n);

  for (guint i = 0; i < n; i++)
    n_entities += refs[i].kind == WHENCE_REF_ENTITY;
  return n_entities == 2;
}

static gboolean
has_focus (WhenceGraphCanvas *self)
{
  return whence_document_get_graph_focus (document_of (self))->centres->len > 0;
}

static gboolean
has_fewer_hops (WhenceGraphCanvas *self)
{
  return has_focus (self) && whence_document_get_graph_focus (document_of (self))->hops > 0;
}

static gboolean
has_more_hops (WhenceGraphCanvas *self)
{
  return has_focus (self) && whence_document_get_graph_focus (document_of (self))->hops < WHENCE_MAX_HOPS;
}

static gboolean
has_hidden (WhenceGraphCanvas *self)
{
  return whence_document_get_graph_focus (document_of (self))->hidden->len > 0;
}

static gboolean
has_beyond (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = list_entities (self);
  const WhenceGraphSubset *subset = whence_document_get_subset (document_of (self));

  for (guint i = 0; i < entities->len; i++)
    if (whence_graph_subset_count_beyond (subset, g_array_index (entities, guint32, i)) > 0)
      return TRUE;
  return FALSE;
}

/* Whether any of them is pinned, or is not. */
static gboolean
has_pinned (WhenceGraphCanvas *self, gboolean pinned)
{
  g_autoptr (GArray) entities = list_entities (self);
  WhenceArrangement *arrangement = whence_document_get_arrangement (document_of (self));

  for (guint i = 0; i < entities->len && arrangement != NULL; i++)
    if (whence_arrangement_is_pinned (arrangement, g_array_index (entities, guint32, i)) == pinned)
      return TRUE;
  return FALSE;
}

static gboolean
may_pin (WhenceGraphCanvas *self)
{
  return has_pinned (self, FALSE);
}

static gboolean
may_unpin (WhenceGraphCanvas *self)
{
  return has_pinned (self, TRUE);
}

static gboolean
has_arrangement (WhenceGraphCanvas *self)
{
  return whence_document_get_arrangement (document_of (self)) != NULL;
}

static gboolean
has_paths (WhenceGraphCanvas *self)
{
  return whence_document_get_paths (document_of (self)) != NULL;
}

static gboolean
has_several_paths (WhenceGraphCanvas *self)
{
  return has_paths (self)
         && whence_graph_paths_get_n_listed (whence_document_get_paths (document_of (self))) > 1;
}

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
  return whence_document_get_bundle (document_of (self)) != NULL;
}

/* --- What they do --------------------------------------------------------------------------------- */

static void
focus (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = list_centres (self);
  const WhenceGraphFocus *now = whence_document_get_graph_focus (document_of (self));
  /* A second time: one hop further, as if the button for it had been pressed. */
  gboolean same = now->centres->len == entities->len && entities->len > 0
                  && memcmp (now->centres->data, entities->data, entities->len * sizeof (guint32)) == 0;

  whence_document_focus_graph (document_of (self), data_of (entities), entities->len,
                               same ? MIN (now->hops + 1, WHENCE_MAX_HOPS) : 1);
}

static void
unfocus (WhenceGraphCanvas *self)
{
  whence_document_focus_graph (document_of (self), NULL, 0, 1);
}

static void
more_hops (WhenceGraphCanvas *self)
{
  whence_document_change_hops (document_of (self), 1);
}

static void
fewer_hops (WhenceGraphCanvas *self)
{
  whence_document_change_hops (document_of (self), -1);
}

static void
expand (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = list_entities (self);

  whence_document_expand (document_of (self), data_of (entities), entities->len);
}

static void
collapse (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = list_entities (self);

  whence_document_collapse (document_of (self), data_of (entities), entities->len);
}

/* What is hidden cannot stay selected: the next command would act on what nobody sees. */
static void
hide (WhenceGraphCanvas *self)
{
  WhenceDocument *document = document_of (self);
  g_autoptr (GArray) entities = list_entities (self);
  WhenceRef focused = whence_document_get_focus (document);

  whence_document_hide (document, data_of (entities), entities->len);
  for (guint i = 0; i < entities->len; i++)
    if (whence_document_is_selected (document, whence_ref_entity (g_array_index (entities, guint32, i))))
      {
        whence_document_select (document, WHENCE_REF_NOTHING, FALSE);
        break;
      }
  if (focused.kind == WHENCE_REF_ENTITY)
    whence_document_focus (document, WHENCE_REF_NOTHING);
}

static void
show_hidden (WhenceGraphCanvas *self)
{
  whence_document_show_hidden (document_of (self));
}

static void
set_pinned (WhenceGraphCanvas *self, GArray *entities, gboolean pinned)
{
  g_autoptr (GError) error = NULL;
  gboolean done = pinned
                    ? whence_document_pin (document_of (self), data_of (entities), entities->len, &error)
                    : whence_document_unpin (document_of (self), data_of (entities), entities->len, &error);

  if (!done)
    g_message ("the nodes cannot be pinned or let go: %s", error->message);
}

static void
pin (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = list_entities (self);

  set_pinned (self, entities, TRUE);
}

static void
unpin (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = list_entities (self);

  set_pinned (self, entities, FALSE);
}

static void
toggle_pin (WhenceGraphCanvas *self)
{
  if (may_pin (self))
    pin (self);
  else
    unpin (self);
}

static void
unpin_all (WhenceGraphCanvas *self)
{
  const WhenceArrangement *arrangement = whence_document_get_arrangement (document_of (self));
  guint n = whence_bundle_get_n_entities (whence_document_get_bundle (document_of (self)));
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < n; i++)
    if (whence_arrangement_is_pinned (arrangement, i))
      g_array_append_val (entities, i);
  if (entities->len > 0)
    set_pinned (self, entities, FALSE);
}

static void
find_paths (WhenceGraphCanvas *self)
{
  guint n, n_ends = 0;
  const WhenceRef *refs = whence_document_get_selection (document_of (self), &n);
  guint32 ends[2] = { WHENCE_NONE, WHENCE_NONE };

  for (guint i = 0; i < n; i++)
    if (refs[i].kind == WHENCE_REF_ENTITY && n_ends < 2)
      ends[n_ends++] = refs[i].index;
  whence_document_find_paths (document_of (self), ends[0], ends[1]);
}

static void
walk (WhenceGraphCanvas *self, int by)
{
  WhenceDocument *document = document_of (self);
  int n = (int) whence_graph_paths_get_n_listed (whence_document_get_paths (document));

  whence_document_set_path (document, (guint) (((int) whence_document_get_path (document) + by + n) % n));
}

static void
next_path (WhenceGraphCanvas *self)
{
  walk (self, 1);
}

static void
previous_path (WhenceGraphCanvas *self)
{
  walk (self, -1);
}

static void
close_paths (WhenceGraphCanvas *self)
{
  whence_document_close_paths (document_of (self));
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

gboolean
whence_graph_commands_expand (WhenceGraphCanvas *canvas, guint32 entity)
{
  WhenceDocument *document = document_of (canvas);

  if (whence_graph_subset_count_beyond (whence_document_get_subset (document), entity) == 0)
    return FALSE;
  whence_document_expand (document, &entity, 1);
  return TRUE;
}

/* --- The table ------------------------------------------------------------------------------------ */

typedef struct
{
  const char *name;
  void (*run) (WhenceGraphCanvas *self);
  gboolean (*is_possible) (WhenceGraphCanvas *self);
  struct
  {
    guint key;
    GdkModifierType modifiers;
  } keys[2];
} Command;

static const Command commands[] = {
  { "focus", focus, has_centres, { { GDK_KEY_Return, GDK_SHIFT_MASK }, { GDK_KEY_o } } },
  { "unfocus", unfocus, has_focus, { { GDK_KEY_O, GDK_SHIFT_MASK } } },
  { "fewer-hops", fewer_hops, has_fewer_hops, { { GDK_KEY_bracketleft }, { GDK_KEY_less } } },
  { "more-hops",
    more_hops,
    has_more_hops,
    { { GDK_KEY_bracketright }, { GDK_KEY_greater, GDK_SHIFT_MASK } } },
  { "expand", expand, has_beyond, { { GDK_KEY_e } } },
  { "collapse", collapse, has_entities, { { GDK_KEY_c } } },
  { "hide", hide, has_entities, { { GDK_KEY_Delete }, { GDK_KEY_h } } },
  { "show-hidden", show_hidden, has_hidden, { { GDK_KEY_H, GDK_SHIFT_MASK } } },
  { "pin", pin, may_pin },
  { "unpin", unpin, may_unpin },
  { "toggle-pin", toggle_pin, has_entities, { { GDK_KEY_p } } },
  { "unpin-all", unpin_all, has_arrangement, { { GDK_KEY_P, GDK_SHIFT_MASK } } },
  { "paths", find_paths, has_pair, { { GDK_KEY_r } } },
  { "next-path", next_path, has_several_paths, { { GDK_KEY_n } } },
  { "previous-path", previous_path, has_several_paths, { { GDK_KEY_N, GDK_SHIFT_MASK } } },
  { "close-paths", close_paths, has_paths },
  { "zoom-to-selection", zoom_to_selection, has_selection },
  { "fit", fit, always },
};

static void
on_activate (GSimpleAction *action, GVariant *parameter, gpointer canvas)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, g_action_get_name (G_ACTION (action))))
      commands[i].run (canvas);
}

typedef struct
{
  GSimpleActionGroup *actions; /* not owned: it is what this belongs to */
  WhenceGraphCanvas *canvas;
} Binding;

static void
update (Binding *binding)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (binding->actions), commands[i].name)),
      commands[i].is_possible (binding->canvas));
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

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (commands[i].name, NULL);
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
  guint i;

  g_variant_get (args, "(u)", &i);
  if (!whence_canvas_has_scene (WHENCE_CANVAS (widget)) || !commands[i].is_possible (canvas))
    return FALSE;
  commands[i].run (canvas);
  return TRUE;
}

void
whence_graph_commands_bind_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    for (guint k = 0; k < G_N_ELEMENTS (commands[i].keys); k++)
      if (commands[i].keys[k].key != 0)
        gtk_widget_class_add_binding (widget_class, commands[i].keys[k].key, commands[i].keys[k].modifiers,
                                      on_key, "(u)", i);
}

/* --- Menus ---------------------------------------------------------------------------------------- */

static void
add_items (GMenu *menu, const char *const (*items)[2], guint n)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i][0]), items[i][1]);
      g_menu_item_set_attribute (item, "hidden-when", "s", "action-missing");
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

GMenuModel *
whence_graph_commands_menu (WhenceGraphCanvas *canvas)
{
  static const char *const part[][2] = {
    { N_ ("_Focus on the Neighbourhood"), "graph.focus" },
    { N_ ("_Expand: Show the Neighbours"), "graph.expand" },
    { N_ ("_Collapse: Hide What Hangs Here Alone"), "graph.collapse" },
    { N_ ("_Hide"), "graph.hide" },
  };
  static const char *const hand[][2] = { { N_ ("_Pin"), "graph.pin" }, { N_ ("_Unpin"), "graph.unpin" } };
  static const char *const ways[][2] = {
    { N_ ("Shortest Pa_ths Between the Two"), "graph.paths" },
    { N_ ("_Zoom to the Selection"), "graph.zoom-to-selection" },
  };
  static const char *const fact[][2] = {
    { N_ ("_Focus on Who Takes Part"), "graph.focus" },
    { N_ ("_Zoom to the Selection"), "graph.zoom-to-selection" },
  };
  static const char *const ground[][2] = {
    { N_ ("Show _Everything"), "graph.fit" },
    { N_ ("_Leave the Focus"), "graph.unfocus" },
    { N_ ("_Show All Hidden"), "graph.show-hidden" },
    { N_ ("_Unpin All"), "graph.unpin-all" },
  };
  GMenu *menu = g_menu_new ();

  if (has_entities (canvas))
    {
      add_items (menu, part, G_N_ELEMENTS (part));
      add_items (menu, hand, G_N_ELEMENTS (hand));
      add_items (menu, ways, G_N_ELEMENTS (ways));
    }
  else if (has_centres (canvas))
    add_items (menu, fact, G_N_ELEMENTS (fact));
  else
    add_items (menu, ground, G_N_ELEMENTS (ground));
  return G_MENU_MODEL (menu);
}
