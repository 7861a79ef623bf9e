/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done to the graph by hand, by key and from menus, in one table: actions of the group "graph".
 * They act on the entity that has the keyboard focus, else on those that are selected. */
#pragma once

#include "widgets/graph-canvas.h"

G_BEGIN_DECLS

/* The actions for @canvas, to be inserted as "graph" wherever a menu names them. They stay up to date by
 * themselves, and @canvas must outlive them. Transfer full. */
GActionGroup *whence_graph_commands_new (WhenceGraphCanvas *canvas);

/* The keys of the same commands. */
void whence_graph_commands_bind_keys (GtkWidgetClass *widget_class);

/* What a double click on an entity does: TRUE if neighbours came into sight. */
gboolean whence_graph_commands_expand (WhenceGraphCanvas *canvas, guint32 entity);

/* The menu for what is selected: entities, a fact, or the ground. Transfer full. */
GMenuModel *whence_graph_commands_menu (WhenceGraphCanvas *canvas);

G_END_DECLS
