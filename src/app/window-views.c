/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which views the window shows, side by side or one above the other, how it folds when it is narrow, and the
 * line below that counts what is in no picture. */
#include "app/window-private.h"

#include "model/text-fill.h"
#include "model/text-list.h"
#include "widgets/tooltip.h"

#include <glib/gi18n.h>

#define TITLED 480 /* px, width of the window from which its header bar has room for a title */
#define LARGE_TEXT 1.5
#define LEAST_BESIDE 500 /* px of both; less, and the window could get no narrower */
#define WIDE 1.15        /* width to height from which two pictures stand side by side */

static void
append_sentence (GString *text, char *sentence)
{
  whence_text_join (text, WHENCE_JOINT_NOTE, sentence);
  g_free (sentence);
}

static char *
describe_unknown (WhenceDocument *document)
{
  guint n = whence_scope_get_n_unknown (whence_document_get_scope (document));

  return n == 0 ? NULL
                : whence_text_compose (
                  ngettext ("%'u fact was not known by then", "%'u facts were not known by then", n), n);
}

/* A picture that is not there yet may leave something out: the line under it keeps its place, or the pictures
 * would be made anew, somewhat smaller, as soon as they are there. */
static gboolean
may_omit (WhenceWindow *self)
{
  return (gtk_widget_get_visible (self->timeline_side)
          && !whence_canvas_has_scene (WHENCE_CANVAS (self->timeline)))
         || (gtk_widget_get_visible (self->graph_pane)
             && !whence_canvas_has_scene (WHENCE_CANVAS (self->graph)));
}

/* Never silent: what is not in the pictures is counted under them. */
void
whence_window_update_omitted (WhenceWindow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->timeline)))
    append_sentence (text, whence_timeline_canvas_describe_omitted (self->timeline));
  if (gtk_widget_get_mapped (GTK_WIDGET (self->timeline)))
    append_sentence (text, whence_window_describe_amounts (self));
  if (gtk_widget_get_mapped (GTK_WIDGET (self->graph)))
    append_sentence (text, whence_graph_canvas_describe_omitted (self->graph));
  append_sentence (text, describe_unknown (self->document));
  gtk_label_set_text (self->omitted, text->str);
  whence_tooltip_set (GTK_WIDGET (self->omitted), text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->omitted), text->len > 0 || may_omit (self));
}

void
whence_window_reveal_selection (WhenceWindow *self)
{
  WhenceCanvas *const canvases[] = { WHENCE_CANVAS (self->timeline), WHENCE_CANVAS (self->graph) };
  guint n;
  const WhenceRef *refs = whence_document_get_selection (self->document, &n);

  for (guint i = 0; i < G_N_ELEMENTS (canvases) && n > 0; i++)
    if (gtk_widget_get_mapped (GTK_WIDGET (canvases[i])))
      whence_canvas_reveal (canvases[i], refs[n - 1]);
}

const char *
whence_window_get_view (WhenceWindow *self)
{
  return adw_view_stack_get_visible_child_name (self->views);
}

void
whence_window_set_view (WhenceWindow *self, const char *name)
{
  /* It may come from a file, or from another program over the bus. */
  if (adw_view_stack_get_child_by_name (self->views, name) != NULL)
    adw_view_stack_set_visible_child_name (self->views, name);
}

static gboolean
has_focus (WhenceWindow *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Who was in a picture is in the table then, and back. */
void
whence_window_on_view_switched (WhenceWindow *self)
{
  const char *name = whence_window_get_view (self);
  gboolean facts = g_strcmp0 (name, "facts") == 0, both = g_strcmp0 (name, "both") == 0, focused;

  if (name == NULL || self->content == NULL)
    return;
  focused = has_focus (self, gtk_stack_get_visible_child (self->content));
  if (facts)
    whence_window_show_facts (self);
  else
    gtk_stack_set_visible_child_name (self->content, "pictures");
  if (focused && facts)
    gtk_widget_child_focus (GTK_WIDGET (self->facts), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->timeline_side, both || g_str_equal (name, "timeline"));
  gtk_widget_set_visible (self->graph_pane, both || g_str_equal (name, "graph"));
  if (focused && !facts && !has_focus (self, GTK_WIDGET (self->paned)))
    gtk_widget_child_focus (GTK_WIDGET (self->paned), GTK_DIR_TAB_FORWARD);
  whence_window_update_follows (self);
  whence_window_update_omitted (self);
  whence_window_update_actions (self);
}

/* Two pictures side by side when there is more width than height, else one above the other; divided as
 * somebody has last dragged the handle. */
static void
arrange_pictures (WhenceWindow *self, int width, int height)
{
  gboolean wide = width > WIDE * height && width >= LEAST_BESIDE * whence_text_zoom_get (GTK_WIDGET (self));
  GtkOrientation orientation = wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) != orientation)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), orientation);
  self->divided = wide ? width : height;
  gtk_paned_set_position (self->paned, self->divided * self->timeline_part / 1000);
  whence_window_update_follows (self);
}

void
whence_window_arrange_pictures (WhenceWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->paned)),
      height = gtk_widget_get_height (GTK_WIDGET (self->paned));

  if (width > 0 && height > 0)
    arrange_pictures (self, width, height);
}

/* While the room is the one that was last divided, only a hand moves the handle. */
void
whence_window_on_pictures_divided (WhenceWindow *self)
{
  gboolean wide = gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_HORIZONTAL;
  int room =
    wide ? gtk_widget_get_width (GTK_WIDGET (self->paned)) : gtk_widget_get_height (GTK_WIDGET (self->paned));
  int part = room > 0 ? (gtk_paned_get_position (self->paned) * 1000 + room / 2) / room : 0;
  gboolean both = gtk_widget_get_visible (self->timeline_side) && gtk_widget_get_visible (self->graph_pane);

  if (both && room == self->divided
      && gtk_paned_get_position (self->paned) != self->divided * self->timeline_part / 1000)
    self->timeline_part = CLAMP (part, 50, 950);
}

static void
set_css_class (WhenceWindow *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static int
measure_width (GtkWidget *widget, gboolean natural)
{
  int least, wanted;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  return natural ? wanted : least;
}

/* What the header bar needs with its title is known while it has one. */
static gboolean
has_room_for_title (WhenceWindow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->switcher_title)))
    self->titled = measure_width (self->header, FALSE);
  return gtk_widget_get_width (GTK_WIDGET (self)) >= MAX (TITLED, self->titled);
}

/* When there is no room for the view switcher at the top it moves to the bottom. Nothing else in the header
 * bar may come or go with it: that would make room, and bring it back at once. The title goes
 * where the header bar would be cut with it. */
static gboolean
fold (gpointer data)
{
  WhenceWindow *self = data;
  gboolean titled = has_room_for_title (self);
  gboolean narrow = !titled || adw_view_switcher_title_get_title_visible (self->switcher_title);

  self->folding = 0;
  /* With its title it may need more than it is remembered to. */
  if (titled && !gtk_widget_get_visible (GTK_WIDGET (self->switcher_title)))
    whence_window_fold_soon (self);
  whence_window_show_switcher_bar (
    self, narrow && adw_view_switcher_title_get_view_switcher_enabled (self->switcher_title));
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_title), titled);
  /* Where there is little room, there are fingers. */
  set_css_class (self, "narrow", !titled);
  whence_window_show_open_button (self, !titled);
  /* A narrow one has it in the main menu. */
  gtk_widget_set_visible (GTK_WIDGET (self->save_button),
                          titled && whence_document_is_modified (self->document));
  set_css_class (self, "large-text", whence_text_zoom_get (GTK_WIDGET (self)) >= LARGE_TEXT);
  adw_view_switcher_title_set_title (self->switcher_title, gtk_window_get_title (GTK_WINDOW (self)));
  if (whence_loading_page_is_due (self->loading_page))
    whence_window_place_overview (self);
  return G_SOURCE_REMOVE;
}

/* The header bar finds out while it is being allocated, which is too late to ask the rest for other sizes. */
void
whence_window_fold_soon (WhenceWindow *self)
{
  if (self->folding == 0)
    self->folding = g_idle_add (fold, self);
}

/* --- While a file is read --- */

/* 0 where it would cover the pictures. */
static int
room_for_inspector (WhenceWindow *self)
{
  GtkWidget *inspector = GTK_WIDGET (self->inspector);
  int least = measure_width (inspector, FALSE) + measure_width (adw_flap_get_content (self->flap), FALSE);

  return adw_flap_get_reveal_flap (self->flap) && gtk_widget_get_width (GTK_WIDGET (self->pages)) >= least
           ? measure_width (inspector, TRUE)
           : 0;
}

/* What cannot be seen is as wide as it was when it could. */
static gboolean
has_its_width (WhenceWindow *self)
{
  GtkWidget *content = gtk_stack_get_child_by_name (self->pages, "content");

  return gtk_widget_get_width (content) == gtk_widget_get_width (GTK_WIDGET (self->pages));
}

void
whence_window_place_overview (WhenceWindow *self)
{
  GtkWidget *pages = GTK_WIDGET (self->pages), *bar = gtk_widget_get_parent (GTK_WIDGET (self->range_bar));
  graphene_rect_t place;
  int sides[2], height;

  if (has_its_width (self) && gtk_widget_get_width (bar) > 0
      && gtk_widget_compute_bounds (bar, pages, &place))
    {
      int left = (int) place.origin.x;
      int right = gtk_widget_get_width (pages) - left - (int) place.size.width;
      gboolean mirrored = gtk_widget_get_direction (pages) == GTK_TEXT_DIR_RTL;
      sides[mirrored] = left;
      sides[!mirrored] = right;
      height = (int) place.size.height;
    }
  else
    {
      /* It has never been on the screen, or the window has another width since. */
      sides[0] = whence_play_button_get_room (self->play_button);
      sides[1] = measure_width (GTK_WIDGET (self->known_button), TRUE) + room_for_inspector (self);
      gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
    }
  whence_loading_page_place_chart (self->loading_page, sides[0], sides[1], height);
}
