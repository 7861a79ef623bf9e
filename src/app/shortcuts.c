/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of shortcuts. The window is made from the same rows, so that it cannot say anything else than is
 * true. */
#include "app/shortcuts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  const char *group; /* a new group begins here */
  const char *title;
  const char *action; /* detailed name; NULL: the canvas's own key */
  const char *accels; /* separated by blanks */
  const char *page;   /* a new page begins here … */
  const char *icon;   /* … and looks like this */
} Shortcut;

static const Shortcut shortcuts[] = {
  { NC_ ("shortcuts", "Files"), N_ ("Open"), "win.open", "<Control>o", NC_ ("shortcuts", "Window"),
    "whence-both-symbolic" },
  { NULL, N_ ("New window"), "app.new-window", "<Control>n" },
  { NULL, N_ ("Reload"), "win.reload", "F5 <Control>r" },
  { NULL, N_ ("Save"), "win.save", "<Control>s" },
  { NULL, N_ ("Save as"), "win.save-as", "<Control><Shift>s" },
  { NULL, N_ ("Export a picture"), "win.export", "<Control>e" },
  { NULL, N_ ("Close the window"), "window.close", "<Control>w" },
  { NULL, N_ ("Quit"), "app.quit", "<Control>q" },
  { NC_ ("shortcuts", "Editing"), N_ ("Undo"), "win.undo", "<Control>z" },
  { NULL, N_ ("Redo"), "win.redo", "<Control><Shift>z" },
  { NULL, N_ ("Change the title"), "win.rename", "F2" },
  { NC_ ("shortcuts", "Searching"), N_ ("Search"), "win.search", "<Control>f" },
  { NULL, N_ ("Filter"), "win.filter", "<Control><Shift>f" },
  { NULL, N_ ("Next hit"), "win.next-hit", "F3" },
  { NULL, N_ ("Previous hit"), "win.previous-hit", "<Shift>F3" },
  { NC_ ("shortcuts", "Views"), N_ ("Timeline"), "win.view::timeline", "<Control>1" },
  { NULL, N_ ("Graph"), "win.view::graph", "<Control>2" },
  { NULL, N_ ("Timeline and graph"), "win.view::both", "<Control>3" },
  { NULL, N_ ("Facts"), "win.view::facts", "<Control>4" },
  { NULL, N_ ("Show everything"), "win.fit", "<Control>0" },
  { NULL, N_ ("Back"), "win.back", "<Alt>Left" },
  { NULL, N_ ("Forward"), "win.forward", "<Alt>Right" },
  { NULL, N_ ("Go to a date"), "win.go-to-dates", "<Control>g" },
  { NULL, N_ ("Play through time, pause"), "win.play", "F4" },
  { NULL, N_ ("What was known by a date"), "win.known-by", "<Control>k" },
  { NULL, N_ ("Compare two dates"), "win.compare", "<Control><Shift>c" },
  { NULL, N_ ("Closer"), "win.zoom-in", "<Control>plus <Control>equal <Control>KP_Add" },
  { NULL, N_ ("Farther"), "win.zoom-out", "<Control>minus <Control>KP_Subtract" },
  { NULL, N_ ("Review"), "win.review", "F7" },
  { NULL, N_ ("Show or hide the inspector"), "win.inspector", "F9" },
  { NULL, N_ ("Show or hide the amounts"), "win.amounts", "<Control><Shift>m" },
  { NULL, N_ ("Show or hide the undated facts at the side"), "win.shelf", "<Control><Shift>d" },
  { NULL, N_ ("Main menu"), "win.menu", "F10" },
  { NULL, N_ ("Help"), "app.help", "F1" },
  { NULL, N_ ("Keyboard shortcuts"), "win.show-help-overlay", "<Control>question" },
  { NC_ ("shortcuts", "In a picture"), N_ ("From mark to mark"), NULL, "Left Right Up Down",
    NC_ ("shortcuts", "Picture"), "whence-timeline-symbolic" },
  { NULL, N_ ("Next, previous fact in time"), NULL, "period comma" },
  { NULL, N_ ("First, last fact in time"), NULL, "Home End" },
  { NULL, N_ ("Select"), NULL, "Return" },
  { NULL, N_ ("Add to the selection"), NULL, "<Control>Return" },
  { NULL, N_ ("Select nothing"), NULL, "Escape" },
  { NULL, N_ ("Closer, farther"), NULL, "plus minus" },
  { NULL, N_ ("Everything"), NULL, "0" },
  { NULL, N_ ("Frame the selection"), NULL, "f" },
  { NULL, N_ ("Zoom to the mark"), NULL, "z" },
  { NULL, N_ ("Light what touches this time"), NULL, "t" },
  { NULL, N_ ("Go to the facts without a date"), NULL, "u" },
  { NULL, N_ ("Move the picture"), NULL, "<Shift>Left <Shift>Up" },
  { NULL, N_ ("A screen up or down"), NULL, "Page_Up Page_Down" },
  { NULL, N_ ("A screen to the left or right"), NULL, "<Shift>Page_Up <Shift>Page_Down" },
  { NC_ ("shortcuts", "Lanes of the timeline"), N_ ("From header to header"), NULL,
    "<Control>Up <Control>Down" },
  { NULL, N_ ("Open or close the lane"), NULL, "space Return" },
  { NULL, N_ ("Move the lane up"), NULL, "<Alt>Up" },
  { NULL, N_ ("Move the lane down"), NULL, "<Alt>Down" },
  { NULL, N_ ("What else a lane can do"), NULL, "Menu <Shift>F10" },
  { NC_ ("shortcuts", "In the table of facts"), N_ ("Copy the selected facts"), NULL, "<Control>c" },
  { NULL, N_ ("Select all"), NULL, "<Control>a" },
  { NULL, N_ ("Sort, choose columns"), NULL, "Menu <Shift>F10" },
  { NC_ ("shortcuts", "In the inspector"), N_ ("Copy what has the focus"), NULL, "<Control>c" },
  { NULL, N_ ("Menu"), NULL, "Menu <Shift>F10" },
  { NC_ ("shortcuts", "In the bar of all time"), N_ ("Move the focused end or date"), NULL, "Left Right" },
  { NULL, N_ ("By a longer step"), NULL, "Page_Up Page_Down" },
  { NULL, N_ ("First, last fact in time"), NULL, "Home End" },
  { NULL, N_ ("Move the window of time"), NULL, "<Control>Left <Control>Right" },
  { NULL, N_ ("Draw a span of time"), NULL, "<Shift>Left <Shift>Right" },
  { NULL, N_ ("Closer, farther"), NULL, "plus minus" },
  { NULL, N_ ("Everything"), NULL, "0" },
  { NULL, N_ ("Remove the date or the span"), NULL, "Delete" },
  { NC_ ("shortcuts", "In the graph"), N_ ("Focus on the neighbourhood"), NULL, "<Shift>Return",
    NC_ ("shortcuts", "Graph"), "whence-graph-symbolic" },
  { NULL, N_ ("One hop more, one less"), NULL, "bracketright bracketleft" },
  { NULL, N_ ("Leave the focus"), NULL, "<Shift>o" },
  { NULL, N_ ("Show the neighbours"), NULL, "e" },
  { NULL, N_ ("Hide what hangs here alone"), NULL, "c" },
  { NULL, N_ ("Hide"), NULL, "Delete" },
  { NULL, N_ ("Show all hidden"), NULL, "<Shift>h" },
  { NULL, N_ ("Shortest paths between two"), NULL, "r" },
  { NULL, N_ ("Next, previous path"), NULL, "n <Shift>n" },
  { NULL, N_ ("Leave the paths"), NULL, "Escape" },
  { NULL, N_ ("List the facts on a line"), NULL, "l" },
  { NULL, N_ ("Select who takes part in a fact"), NULL, "s" },
  { NULL, N_ ("Drag the ground to move, for a rectangle, for a lasso"), NULL, "d" },
  { NULL, N_ ("Pin or unpin"), NULL, "p" },
  { NULL, N_ ("Unpin all"), NULL, "<Shift>p" },
  { NULL, N_ ("Menu"), NULL, "Menu" },
};

void
whence_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) accels = g_strsplit (shortcuts[i].accels, " ", -1);
      if (shortcuts[i].action != NULL)
        gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                               (const char *const *) accels);
    }
}

static const char *
translate (const char *word)
{
  return g_dpgettext2 (NULL, "shortcuts", word);
}

/* One key for an action, and all for the rest, which are pairs; what is long stands one above the other. */
static GtkWidget *
make_keys (const Shortcut *shortcut)
{
  g_auto (GStrv) accels = g_strsplit (shortcut->accels, " ", -1);
  GtkWidget *box = gtk_box_new (
    strchr (shortcut->accels, '<') != NULL ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; accels[i] != NULL && (i == 0 || shortcut->action == NULL); i++)
    {
      GtkWidget *label = gtk_shortcut_label_new (accels[i]);
      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  return box;
}

static GtkWidget *
make_row (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_keys (shortcut));
  return row;
}

/* The button that begins a search has but a picture. FALSE: it is not in @widget. */
static gboolean
name_search (GtkWidget *widget)
{
  const char *icon = GTK_IS_TOGGLE_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : NULL;
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (g_strcmp0 (icon, "edit-find-symbolic") == 0)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"),
                                      -1);
      return TRUE;
    }
  while (child != NULL && !name_search (child))
    child = gtk_widget_get_next_sibling (child);
  return child != NULL;
}

/* A list that can be searched and folds to a phone; GtkShortcutsWindow is as high as its longest group. */
GtkWindow *
whence_shortcuts_window_new (GtkWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new ();
  AdwPreferencesPage *page = NULL;
  AdwPreferencesGroup *group = NULL;

  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard shortcuts"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), parent != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const Shortcut *shortcut = &shortcuts[i];

      if (shortcut->page != NULL)
        {
          page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
          adw_preferences_page_set_title (page, translate (shortcut->page));
          adw_preferences_page_set_icon_name (page, shortcut->icon);
          adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
        }
      if (shortcut->group != NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, translate (shortcut->group));
          adw_preferences_page_add (page, group);
        }
      adw_preferences_group_add (group, make_row (shortcut));
    }
  name_search (window);
  return GTK_WINDOW (window);
}
