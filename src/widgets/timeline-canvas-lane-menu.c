/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keys and menus do to lanes: the menu of a header, steps from header to header, and a list of the lanes
 * with nothing in view. */
#include "widgets/timeline-canvas-private.h"

#include <glib/gi18n-lib.h>

#define MOST_LISTED 40 /* lanes with nothing in view */

static WhenceDocument *
document_of (WhenceTimelineCanvas *self)
{
  return whence_canvas_get_document (WHENCE_CANVAS (self));
}

/* The lane that the open menu or a key speaks of. */
static guint
current_lane (WhenceTimelineCanvas *self)
{
  WhenceRef focus = whence_document_get_focus (document_of (self));

  if (self->menu_lane != WHENCE_NONE)
    return self->menu_lane;
  return focus.kind == WHENCE_REF_LANE ? focus.index : WHENCE_NONE;
}

static void
on_move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (widget);
  guint lane = current_lane (self);

  if (lane == WHENCE_NONE)
    return;
  if (g_str_equal (action, "lane.top"))
    whence_timeline_canvas_move_lane (self, lane, 0);
  else if (g_str_equal (action, "lane.up") && lane > 0)
    whence_timeline_canvas_move_lane (self, lane, lane - 1);
  else if (g_str_equal (action, "lane.down") && lane + 1 < whence_timeline_canvas_count_lanes (self))
    whence_timeline_canvas_move_lane (self, lane, lane + 2);
}

static void
on_collapse_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  whence_timeline_canvas_collapse_all (WHENCE_TIMELINE_CANVAS (widget),
                                       g_str_equal (action, "lane.collapse-all"));
}

static void
on_toggle (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (widget);

  whence_timeline_canvas_toggle_lane (self, current_lane (self));
}

/* From header to header. */
static gboolean
on_next_lane (GtkWidget *widget, GVariant *args, gpointer data)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (widget);
  WhenceRef focus = whence_document_get_focus (document_of (self));
  guint n = whence_timeline_canvas_count_lanes (self);
  int direction, lane;

  g_variant_get (args, "(i)", &direction);
  if (n == 0 || whence_document_get_grouping (document_of (self)) == WHENCE_GROUP_NONE)
    return FALSE;
  if (focus.kind == WHENCE_REF_LANE)
    lane = (int) focus.index + direction;
  else
    {
      WhenceRect bounds = { 0 };
      gboolean found = whence_timeline_canvas_find (self, focus, &bounds);
      lane = found ? (int) whence_timeline_scene_find_lane (self->scene, bounds.y + self->look.scroll) : 0;
      lane += direction > 0 && found ? 1 : 0;
    }
  whence_canvas_focus (WHENCE_CANVAS (self),
                       (WhenceRef){ WHENCE_REF_LANE, (guint) CLAMP (lane, 0, (int) n - 1) });
  return TRUE;
}

/* The header has the focus then, so that keys go on from there. */
static gboolean
on_focus_due (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (widget);
  guint lane = self->menu_lane;

  self->menu_lane = WHENCE_NONE;
  if (lane < whence_timeline_canvas_count_lanes (self))
    whence_canvas_focus (WHENCE_CANVAS (self), (WhenceRef){ WHENCE_REF_LANE, lane });
  return G_SOURCE_REMOVE;
}

/* The window gives the focus of what is hidden to its parent, a little later. */
static void
on_menu_closed (WhenceTimelineCanvas *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_focus_due, NULL, NULL);
}

static GMenuModel *
make_menu (WhenceTimelineCanvas *self, guint lane)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) one = g_menu_new (), place = g_menu_new (), all = g_menu_new ();
  WhenceTimelineLaneInfo info = whence_timeline_scene_get_lane (self->scene, lane);

  g_menu_append (one, info.collapsed ? _ ("Expand") : _ ("Collapse"), "lane.toggle");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (one));
  if (!info.fixed)
    {
      g_menu_append (place, _ ("Move Up"), "lane.up");
      g_menu_append (place, _ ("Move Down"), "lane.down");
      g_menu_append (place, _ ("Move to Top"), "lane.top");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
    }
  g_menu_append (all, _ ("Collapse All"), "lane.collapse-all");
  g_menu_append (all, _ ("Expand All"), "lane.expand-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return G_MENU_MODEL (menu);
}

/* Shows @menu at @bounds. */
static void
pop_up (WhenceTimelineCanvas *self, GMenuModel *menu, WhenceRect bounds)
{
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      whence_canvas_add_popover (WHENCE_CANVAS (self), self->menu);
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (on_menu_closed), self);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) bounds.x, (int) bounds.y, MAX (1, (int) bounds.width),
                                                MAX (1, (int) bounds.height) });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Opens the menu of a header. FALSE: it has none. */
static gboolean
show_menu (WhenceTimelineCanvas *self, WhenceRef ref)
{
  g_autoptr (GMenuModel) menu = NULL;
  WhenceRect bounds;

  if (ref.kind != WHENCE_REF_LANE || self->scene == NULL || !whence_timeline_canvas_find (self, ref, &bounds))
    return FALSE;
  self->menu_lane = ref.index;
  menu = make_menu (self, ref.index);
  pop_up (self, menu, bounds);
  return TRUE;
}

/* In the column of headers it is that of the lane beside. */
static WhenceRef
pick_lane (WhenceTimelineCanvas *self, double x, double y)
{
  WhenceRef ref = WHENCE_CANVAS_GET_CLASS (self)->pick (WHENCE_CANVAS (self), x, y);

  if (ref.kind == WHENCE_REF_NONE && x < self->scene->gutter && y >= WHENCE_AXIS_HEIGHT)
    ref =
      (WhenceRef){ WHENCE_REF_LANE, whence_timeline_scene_find_lane (self->scene, y + self->look.scroll) };
  return ref;
}

static void
on_secondary (GtkGestureClick *click, int n_press, double x, double y, WhenceTimelineCanvas *self)
{
  if (self->scene != NULL && show_menu (self, pick_lane (self, x, y)))
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (widget);

  return show_menu (self, whence_document_get_focus (document_of (self)));
}

/* --- Lanes with nothing in view --- */

static void
on_find_lane (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (widget);
  guint lane = g_variant_get_uint32 (parameter);
  g_autoptr (GArray) facts = NULL;

  if (self->scene == NULL || lane >= whence_timeline_scene_get_n_empty_lanes (self->scene))
    return;
  facts = whence_timeline_scene_list_empty_lane (self->scene, lane);
  whence_timeline_canvas_frame_facts (self, facts);
}

void
whence_timeline_canvas_list_empty_lanes (WhenceTimelineCanvas *self)
{
  g_autoptr (GMenu) menu = g_menu_new (), section = g_menu_new ();
  guint n = whence_timeline_scene_get_n_empty_lanes (self->scene);
  WhenceRect bounds;

  if (!whence_timeline_canvas_find (self, (WhenceRef){ WHENCE_REF_EMPTY, WHENCE_NONE }, &bounds))
    return;
  for (guint i = 0; i < MIN (n, MOST_LISTED); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_autofree char *name = whence_text_clean (whence_timeline_scene_get_empty_lane (self->scene, i));
      g_autofree char *shown = g_strdelimit (g_strdup (name), "_", ' ');
      g_menu_item_set_label (item, shown);
      g_menu_item_set_action_and_target (item, "lane.find", "u", i);
      g_menu_append_item (section, item);
    }
  /* Translators: head of a menu of lanes of the timeline; choosing one zooms to its facts. */
  g_menu_append_section (menu, n > MOST_LISTED ? _ ("Show the first of these") : _ ("Show"),
                         G_MENU_MODEL (section));
  pop_up (self, G_MENU_MODEL (menu), bounds);
}

/* --- The class --- */

void
whence_timeline_canvas_present_menu (WhenceTimelineCanvas *self)
{
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

void
whence_timeline_canvas_init_lane_menu (WhenceTimelineCanvas *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();

  self->menu_lane = WHENCE_NONE;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

void
whence_timeline_canvas_drop_lane_menu (WhenceTimelineCanvas *self)
{
  if (self->menu != NULL)
    g_signal_handlers_disconnect_by_data (self->menu, self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

void
whence_timeline_canvas_add_lane_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "lane.up", NULL, on_move);
  gtk_widget_class_install_action (widget_class, "lane.down", NULL, on_move);
  gtk_widget_class_install_action (widget_class, "lane.top", NULL, on_move);
  gtk_widget_class_install_action (widget_class, "lane.toggle", NULL, on_toggle);
  gtk_widget_class_install_action (widget_class, "lane.collapse-all", NULL, on_collapse_all);
  gtk_widget_class_install_action (widget_class, "lane.expand-all", NULL, on_collapse_all);
  gtk_widget_class_install_action (widget_class, "lane.find", "u", on_find_lane);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "lane.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "lane.down", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK, on_next_lane, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK, on_next_lane, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
}
