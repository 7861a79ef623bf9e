/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The context menu of the graph, by what is selected; what cannot be done now is grey. */
#include <glib/gi18n-lib.h>

#include "widgets/graph-commands-private.h"

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
    { N_ ("_List the Facts on This Line"), "graph.list-line" },
    { N_ ("_Select Who Takes Part"), "graph.select-participants" },
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

  if (whence_graph_has_entities (canvas))
    {
      add_items (menu, part, G_N_ELEMENTS (part));
      add_items (menu, hand, G_N_ELEMENTS (hand));
      add_items (menu, ways, G_N_ELEMENTS (ways));
    }
  else if (whence_graph_has_centres (canvas))
    add_items (menu, fact, G_N_ELEMENTS (fact));
  else
    add_items (menu, ground, G_N_ELEMENTS (ground));
  return G_MENU_MODEL (menu);
}
