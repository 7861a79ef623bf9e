/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table of sentences: what can be done by mouse, touch and keyboard, what the signs say, what files there
 * are. Keys are in the shortcuts window; here are those that one needs at first. */
#include "app/help.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "widgets/category-sign.h"
#include "widgets/escape.h"

typedef struct
{
  const char *group; /* a new group begins here */
  const char *title, *text;
} Topic;

/* Before it, all signs of what facts are about. */
static const char after_signs[] = N_ ("Passing on");

static const Topic topics[] = {
  { N_ ("Stories"), N_ ("Open"),
    N_ ("A story is a file that ends in .facts.json or .facts.jsonl. Open it, or drop it on the window. Each "
        "has a window of its own.") },
  { NULL, N_ ("What is remembered"),
    N_ (
      "Each story comes back as you left it: view, lanes, layout and window of time. The file itself changes "
      "only when you save.") },
  { NULL, N_ ("Going back"),
    N_ ("Ctrl+Z undoes a change to the story, such as a moved node or another title. Alt+Left goes back to "
        "where you looked before: another time, filter or selection.") },
  { NULL, N_ ("Problems in a file"),
    N_ (
      "What is faulty is listed with line and column; everything else is shown, and nothing is lost when you "
      "save.") },
  { N_ ("Moving about"), N_ ("Mouse"),
    N_ (
      "Drag to move a picture. The wheel zooms about the pointer, with Shift it moves sideways. Double-click "
      "to come closer, click with the right button for more.") },
  { NULL, N_ ("Touch"),
    N_ ("One finger moves, two fingers zoom. A tap selects, a long press on the graph shows what else can be "
        "done.") },
  { NULL, N_ ("Keyboard"),
    N_ ("Tab goes from view to view, the arrows go from mark to mark, Return selects. Plus and minus zoom, 0 "
        "shows everything, Ctrl+? lists all keys.") },
  { N_ ("Asking"), N_ ("Search and filter"),
    N_ ("Ctrl+F finds names, facts, quotes and sources as you type. Ctrl+Shift+F filters by type, source, "
        "evidence, status and amount, and says how many facts each choice leaves.") },
  { NULL, N_ ("At a date"),
    N_ ("The bar at the bottom holds all of time. Drag its ends to choose what the timeline shows, and the "
        "sign "
        "above it to see who was tied to whom at a date.") },
  { NULL, N_ ("What was known by a date"),
    N_ ("Ctrl+K asks for a date: only what sources say that were published by then is shown, found, reviewed "
        "and exported. What came later is counted, and one click brings it back.") },
  { NULL, N_ ("Neighbours and paths"),
    N_ ("In the graph, Shift+Return shows the neighbourhood of what is selected. Select two people or "
        "companies "
        "and press R for the shortest paths between them.") },
  { N_ ("What the signs say"), N_ ("Dates"),
    N_ ("A mark is as wide as its date is uncertain: a year is a year wide. Soft ends say about, a dashed "
        "outline says perhaps, and what goes on runs into an arrow.") },
  { NULL, N_ ("Evidence"),
    N_ ("The look of a mark says how well a fact is known: by independent sources, by one, by none, or "
        "disputed. The inspector quotes each source.") },
  { after_signs, N_ ("Pictures"),
    N_ ("Ctrl+E exports PNG, SVG or PDF, with a legend of the signs in use and the sources by number.") },
  { NULL, N_ ("On the command line"),
    N_ ("whence --export draws the same pictures, whence --check lists problems, whence --review what an "
        "editor "
        "should look at, and whence --convert reads CSV and writes GEXF.") },
};

static void
add_row (AdwPreferencesGroup *group, const Topic *topic)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (topic->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (topic->text));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
}

/* What the pictures say by signs and colours, as the legend of an exported one lists it. */
static AdwPreferencesGroup *
make_categories (void)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, C_ ("legend", "Facts about"));
  /* Neutral is what is left, so it comes last. */
  for (guint i = 1; i <= WHENCE_N_CATEGORIES; i++)
    {
      WhenceCategory category = (WhenceCategory) (i % WHENCE_N_CATEGORIES);
      GtkWidget *row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), whence_category_label (category));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), whence_category_sign_new (category));
      adw_preferences_group_add (group, row);
    }
  return group;
}

static GtkWidget *
make_page (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      if (topics[i].group == after_signs)
        adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), make_categories ());
      if (topics[i].group != NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (topics[i].group));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
        }
      add_row (group, &topics[i]);
    }
  return page;
}

GtkWindow *
whence_help_new (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = make_page ();

  whence_close_on_escape (window);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Help"));
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 620);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_widget_set_size_request (window, 360, 290);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  return GTK_WINDOW (window);
}
