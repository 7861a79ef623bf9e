/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the graph's commands share: one row a command, and on whom they act. */
#pragma once

#include "document/document-subset.h"
#include "widgets/graph-canvas-private.h"
#include "widgets/graph-commands.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* of the action in the group "graph"; NULL: the end of the table */
  void (*run) (WhenceGraphCanvas *self);
  gboolean (*is_possible) (WhenceGraphCanvas *self);
  struct
  {
    guint key;
    GdkModifierType modifiers;
  } keys[2];
} WhenceGraphCommand;

extern const WhenceGraphCommand whence_graph_subset_commands[]; /* who is shown */
extern const WhenceGraphCommand whence_graph_pin_commands[];
extern const WhenceGraphCommand whence_graph_path_commands[];
extern const WhenceGraphCommand whence_graph_fact_commands[];

/* Entities that commands act on: where the keyboard is, else what is selected. Transfer full. */
GArray *whence_graph_list_entities (WhenceGraphCanvas *self);
/* The same, or else who takes part in the facts among these. Transfer full. */
GArray *whence_graph_list_centres (WhenceGraphCanvas *self);
/* The only thing they act on, if that is a fact, or WHENCE_NONE. */
guint32 whence_graph_get_fact (WhenceGraphCanvas *self);
gboolean whence_graph_has_entities (WhenceGraphCanvas *self);
gboolean whence_graph_has_centres (WhenceGraphCanvas *self);

static inline const guint32 *
whence_graph_data_of (const GArray *entities)
{
  return (const guint32 *) (gconstpointer) entities->data;
}

G_END_DECLS
