/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The about window, with a debt for each library that Whence is linked with and the licence of the font that
 * it comes with, as that licence asks. */
#include "app/about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/settings.h"

#define PROJECT "https://github.com/whence-app/whence"

/* A name and a page, as the window takes them. */
static const char *libraries[] = {
  "GTK https://www.gtk.org",
  "libadwaita https://gnome.pages.gitlab.gnome.org/libadwaita",
  "GLib https://docs.gtk.org/glib",
  "JSON-GLib https://gitlab.gnome.org/GNOME/json-glib",
  "Cairo https://www.cairographics.org",
  "Pango https://pango.gnome.org",
  "Fontconfig https://www.freedesktop.org/wiki/Software/fontconfig",
  "libxml2 https://gitlab.gnome.org/GNOME/libxml2",
  "libpng https://www.libpng.org",
  "zlib https://zlib.net",
  NULL,
};

static void
add_font (AdwAboutWindow *about)
{
  g_autoptr (GFile) file = whence_data_get_file ("fonts/OFL.txt");
  g_autofree char *text = NULL, *escaped = NULL;

  if (!g_file_load_contents (file, NULL, &text, NULL, NULL, NULL))
    return;
  escaped = g_markup_escape_text (text, -1);
  adw_about_window_add_legal_section (about, "Inter", "© 2020 The Inter Project Authors", GTK_LICENSE_CUSTOM,
                                      escaped);
}

GtkWindow *
whence_about_new (GtkWindow *parent)
{
  const char *developers[] = { _ ("The Whence developers"), NULL };
  g_autofree char *copyright = g_strdup_printf ("© 2026 %s", developers[0]);
  GtkWidget *about =
    g_object_new (ADW_TYPE_ABOUT_WINDOW, "application-name", "Whence", "application-icon", WHENCE_APP_ID,
                  "version", WHENCE_VERSION, "developer-name", developers[0], "developers", developers,
                  "copyright", copyright, "comments",
                  _ ("From where, and since when: facts about people and companies, drawn in time "
                     "and as a graph, each with its sources."),
                  "license-type", GTK_LICENSE_GPL_3_0, "website", PROJECT, "issue-url", PROJECT "/issues",
                  /* Translators: put your names here, one a line. */
                  "translator-credits", _ ("translator-credits"), NULL);

  /* Translators: heading of a list of libraries. */
  adw_about_window_add_credit_section (ADW_ABOUT_WINDOW (about), _ ("Built With"), libraries);
  add_font (ADW_ABOUT_WINDOW (about));
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), parent != NULL);
  return GTK_WINDOW (about);
}
