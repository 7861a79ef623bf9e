/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at the windows of a running program from within, for the matrix of screenshots: loaded before the
 * program (LD_PRELOAD), it waits for SIGUSR1 and then writes what it finds into $WHENCE_LOOKER, a line each,
 * separated by tabs: what it is, the kind of widget, and its text. "text" is any text that is shown; the rest
 * are faults:
 *   squeezed   a text has less room than it needs at least
 *   shortened  it ends in an ellipsis, and no tooltip has the rest
 *   outside    a widget reaches beyond its window, and nothing scrolls there
 *   overlap    two neighbours lie on each other
 *   wide       it needs more than $WHENCE_LOOKER_WIDTH
 * A line "window" has the width and the height of each. At SIGUSR2 it turns the direction of the language.
 * Linear in the widgets. */
#include <glib-unix.h>
#include <gtk/gtk.h>
#include <signal.h>

#define SLACK 1 /* px: allocations are whole pixels, fonts are not */
#define MOST_ANCESTORS 10

static FILE *out;

static const char *
get_text (GtkWidget *widget)
{
  g_autofree char *text = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "WhenceRowText"))
    {
      g_object_get (widget, "text", &text, NULL);
      return g_intern_string (text);
    }
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return GTK_IS_EDITABLE (widget) ? gtk_editable_get_text (GTK_EDITABLE (widget)) : NULL;
}

static void
report (const char *what, GtkWidget *widget, const char *more)
{
  const char *text = get_text (widget);
  g_autofree char *line = g_strdup (text != NULL ? text : gtk_widget_get_name (widget));

  g_strdelimit (line, "\n\t", ' ');
  fprintf (out, "%s\t%s\t%s\t%s\n", what, G_OBJECT_TYPE_NAME (widget), line, more);
}

/* Some of what is around it tells the whole text: a tooltip, or the list that it is chosen from. */
static gboolean
is_told_whole (GtkWidget *widget)
{
  for (int i = 0; widget != NULL && i < MOST_ANCESTORS; i++, widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwComboRow"))
      return TRUE;
  return FALSE;
}

static void
look_at_label (GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  int text_width, text_height, width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (*gtk_label_get_text (label) == '\0')
    return;
  report ("text", widget, "");
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (width < text_width - SLACK || height < text_height - SLACK)
    {
      g_autofree char *sizes =
        g_strdup_printf ("%d × %d, needs %d × %d", width, height, text_width, text_height);
      report ("squeezed", widget, sizes);
    }
  if (pango_layout_is_ellipsized (layout) && !is_told_whole (widget))
    report ("shortened", widget, "");
}

/* What lies on top of something on purpose, or is moved aside. */
static gboolean
stacks (GtkWidget *widget)
{
  static const char *const names[] = {
    "GtkStack",    "AdwFlap",         "GtkOverlay",           "AdwViewStack",
    "GtkViewport", "AdwToastOverlay", "GtkModelButton",       "GtkText",
    "GtkWindow",   "GtkGizmo",        "AdwIndicatorBin",      "GtkRevealer",
    "AdwSqueezer", "GtkMenuButton",   "AdwViewSwitcherTitle", "GtkSwitch",
    NULL
  };

  return g_strv_contains (names, G_OBJECT_TYPE_NAME (widget))
         || gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_LIST;
}

static gboolean
has_place (GtkWidget *widget, GtkWidget *in, graphene_rect_t *place)
{
  return gtk_widget_get_child_visible (widget) && gtk_widget_get_mapped (widget) && !GTK_IS_NATIVE (widget)
         && gtk_widget_compute_bounds (widget, in, place) && place->size.width > 0 && place->size.height > 0;
}

/* What floats over its neighbour, or may be drawn together. */
static gboolean
floats (GtkWidget *widget)
{
  static const char *const names[] = { "GtkPanedHandle", "GtkScrollbar", "GtkSeparator", "WhenceRangeGrip",
                                       NULL };

  return g_strv_contains (names, G_OBJECT_TYPE_NAME (widget));
}

static void
look_at_neighbours (GtkWidget *parent)
{
  for (GtkWidget *a = gtk_widget_get_first_child (parent); a != NULL; a = gtk_widget_get_next_sibling (a))
    for (GtkWidget *b = gtk_widget_get_next_sibling (a); b != NULL; b = gtk_widget_get_next_sibling (b))
      {
        graphene_rect_t one, other, common;
        if (!has_place (a, parent, &one) || !has_place (b, parent, &other)
            || !graphene_rect_intersection (&one, &other, &common) || common.size.width <= SLACK
            || common.size.height <= SLACK || floats (a) || floats (b))
          continue;
        g_autofree char *with =
          g_strdup_printf ("%s %s by %.0f × %.0f", G_OBJECT_TYPE_NAME (b),
                           get_text (b) != NULL ? get_text (b) : "", common.size.width, common.size.height);
        report ("overlap", a, with);
      }
}

static void
look_at (GtkWidget *widget, GtkWidget *window, gboolean scrolls)
{
  graphene_rect_t place;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  /* What a canvas holds for assistive technology is no widget that anybody sees. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "WhenceMark"))
    return;
  if (GTK_IS_LABEL (widget))
    look_at_label (GTK_LABEL (widget));
  else if (get_text (widget) != NULL)
    report ("text", widget, "");
  if (!scrolls && widget != window && has_place (widget, window, &place)
      && (place.origin.x < -SLACK || place.origin.y < -SLACK
          || place.origin.x + place.size.width > (float) gtk_widget_get_width (window) + SLACK
          || place.origin.y + place.size.height > (float) gtk_widget_get_height (window) + SLACK))
    {
      g_autofree char *where = g_strdup_printf ("%.0f, %.0f, %.0f × %.0f", place.origin.x, place.origin.y,
                                                place.size.width, place.size.height);
      report ("outside", widget, where);
    }
  scrolls = scrolls || GTK_IS_SCROLLABLE (widget) || GTK_IS_SCROLLBAR (widget)
            || g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwFlap") || GTK_IS_REVEALER (widget);
  if (!stacks (widget))
    look_at_neighbours (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (child, GTK_IS_NATIVE (child) ? child : window, scrolls && !GTK_IS_NATIVE (child));
}

/* Who keeps the window wider than it is asked to be. */
static void
look_for_wide (GtkWidget *widget, int most)
{
  int least;

  if (!gtk_widget_get_mapped (widget))
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least > most)
    {
      g_autofree char *width = g_strdup_printf ("needs %d px", least);
      report ("wide", widget, width);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && least > most;
       child = gtk_widget_get_next_sibling (child))
    look_for_wide (child, most);
}

static gboolean
on_signal (gpointer data)
{
  g_autofree char *half = g_strconcat (g_getenv ("WHENCE_LOOKER"), ".part", NULL);
  GListModel *windows = gtk_window_get_toplevels ();

  out = fopen (half, "w");
  if (out == NULL)
    return G_SOURCE_CONTINUE;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (gtk_widget_get_mapped (window))
        fprintf (out, "window\t%s\t%d\t%d\n", G_OBJECT_TYPE_NAME (window), gtk_widget_get_width (window),
                 gtk_widget_get_height (window));
      look_at (window, window, FALSE);
      if (g_getenv ("WHENCE_LOOKER_WIDTH") != NULL)
        look_for_wide (window, atoi (g_getenv ("WHENCE_LOOKER_WIDTH")));
    }
  fclose (out);
  rename (half, g_getenv ("WHENCE_LOOKER"));
  return G_SOURCE_CONTINUE;
}

/* GTK finds its direction by the locale, and that of another country may not be there. */
static gboolean
turn (gpointer data)
{
  gtk_widget_set_default_direction (
    gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL);
  return data != NULL ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

__attribute__ ((constructor)) static void
begin (void)
{
  if (g_getenv ("WHENCE_LOOKER") != NULL)
    g_unix_signal_add (SIGUSR1, on_signal, NULL);
  if (g_getenv ("WHENCE_LOOKER_TURNS") != NULL)
    g_idle_add (turn, NULL);
  g_unix_signal_add (SIGUSR2, turn, GINT_TO_POINTER (TRUE));
}
