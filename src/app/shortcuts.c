/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of shortcuts. The window is made from the same rows, so that it cannot say anything else than is
 * true. */
#include "app/shortcuts.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *group; /* a new group begins here */
  const char *title;
  const char *action;  /* detailed name; NULL: the canvas's own key */
  const char *accels;  /* separated by blanks */
  const char *section; /* a new page begins here */
} Shortcut;

static const Shortcut shortcuts[] = {
  { NC_ ("shortcuts", "Files"), N_ ("Open"), "win.open", "<Control>o", NC_ ("shortcuts", "Window") },
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
    NC_ ("shortcuts", "Picture") },
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
  { NC_ ("shortcuts", "In the graph"), N_ ("Focus on the neighbourhood"), NULL, "<Shift>Return",
    NC_ ("shortcuts", "Graph") },
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

static void
open_object (GString *xml, const char *class_name, const char *title)
{
  g_autofree char *head =
    g_markup_printf_escaped ("<child><object class='%s'><property name='title'>%s</property>", class_name,
                             g_dpgettext2 (NULL, "shortcuts", title));

  g_string_append (xml, head);
}

static void
append_row (GString *xml, const Shortcut *shortcut)
{
  /* One key for an action: all of them would make the window wider than a screen. */
  g_auto (GStrv) accels = g_strsplit (shortcut->accels, " ", shortcut->action != NULL ? 0 : 1);
  g_autofree char *row = g_markup_printf_escaped (
    "<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
    "<property name='accelerator'>%s</property></object></child>",
    _ (shortcut->title), accels[0]);

  g_string_append (xml, row);
}

/* GtkShortcutsWindow can only be filled by GtkBuilder before GTK 4.14, so the table is turned into its
 * language. A section fits on one page: the buttons for further pages make GTK 4.8 warn about their size. */
GtkShortcutsWindow *
whence_shortcuts_window_new (void)
{
  g_autoptr (GString) xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='shortcuts'>"
                                          "<property name='modal'>1</property>");
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const Shortcut *shortcut = &shortcuts[i];

      if (i > 0 && shortcut->group != NULL)
        g_string_append (xml, "</object></child>");
      if (i > 0 && shortcut->section != NULL)
        g_string_append (xml, "</object></child>");
      if (shortcut->section != NULL)
        {
          open_object (xml, "GtkShortcutsSection", shortcut->section);
          g_string_append_printf (xml, "<property name='section-name'>%u</property>", i);
          g_string_append (xml, "<property name='max-height'>14</property>");
        }
      if (shortcut->group != NULL)
        open_object (xml, "GtkShortcutsGroup", shortcut->group);
      append_row (xml, shortcut);
    }
  g_string_append (xml, "</object></child></object></child></object></interface>");
  gtk_builder_add_from_string (builder, xml->str, (gssize) xml->len, NULL);
  return g_object_ref (GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
}
