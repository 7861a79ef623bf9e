/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Windows, accelerators and what belongs to none of them. One process serves all windows. */
#include "app/application.h"

#include "app/about.h"
#include "app/contrast.h"
#include "app/desktop-clock.h"
#include "app/dialogs.h"
#include "app/help.h"
#include "app/search-provider.h"
#include "app/settings.h"
#include "app/shortcuts.h"
#include "app/theme.h"
#include "app/window.h"
#include "paint/pen-backs.h"

#define SERVICE_STAYS 20000 /* ms */

struct _WhenceApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (WhenceApplication, whence_application, ADW_TYPE_APPLICATION)

/* --- Windows --- */

static WhenceWindow *
find_window (WhenceApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GFile *open = WHENCE_IS_WINDOW (l->data) ? whence_window_get_file (l->data) : NULL;
      if (open != NULL && g_file_equal (open, file))
        return l->data;
    }
  return NULL;
}

void
whence_application_open_file (WhenceApplication *self, GFile *file, GtkWindow *window)
{
  WhenceWindow *target = find_window (self, file);

  if (target != NULL)
    {
      gtk_window_present (GTK_WINDOW (target));
      return;
    }
  if (WHENCE_IS_WINDOW (window) && whence_window_is_vacant (WHENCE_WINDOW (window)))
    target = WHENCE_WINDOW (window);
  else
    target =
      whence_window_new (GTK_APPLICATION (self), WHENCE_IS_WINDOW (window) ? WHENCE_WINDOW (window) : NULL);
  /* First, since it knows how large the window was. */
  whence_window_load (target, file);
  gtk_window_present (GTK_WINDOW (target));
}

static void
activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (whence_window_new (GTK_APPLICATION (application), NULL));
  gtk_window_present (window);
}

static void
open_files (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    whence_application_open_file (WHENCE_APPLICATION (application), files[i],
                                  gtk_application_get_active_window (GTK_APPLICATION (application)));
}

/* --- Search of the desktop --- */

static void
open_found (GApplication *application, GFile *file, const char *entity)
{
  WhenceWindow *window;

  whence_application_open_file (WHENCE_APPLICATION (application), file,
                                gtk_application_get_active_window (GTK_APPLICATION (application)));
  window = find_window (WHENCE_APPLICATION (application), file);
  if (window != NULL && entity != NULL)
    whence_window_go_to_entity (window, entity);
}

static gboolean
dbus_register (GApplication *application, GDBusConnection *connection, const char *path, GError **error)
{
  return G_APPLICATION_CLASS (whence_application_parent_class)
           ->dbus_register (application, connection, path, error)
         && whence_search_provider_start (application, connection, open_found, error);
}

static void
dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  whence_search_provider_stop (connection);
  G_APPLICATION_CLASS (whence_application_parent_class)->dbus_unregister (application, connection, path);
}

/* --- Actions --- */

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  gtk_window_present (GTK_WINDOW (whence_window_new (self, NULL)));
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  GList *windows = g_list_copy (gtk_application_get_windows (self));

  /* Each asks by itself whether its changes are to be saved. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  gtk_window_present (whence_about_new (gtk_application_get_active_window (self)));
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  gtk_window_present (whence_help_new (gtk_application_get_active_window (self)));
}

static void
apply_color_scheme (GSimpleAction *action, GVariant *value)
{
  const char *name = g_variant_get_string (value, NULL);
  AdwColorScheme scheme = g_str_equal (name, "dark")    ? ADW_COLOR_SCHEME_FORCE_DARK
                          : g_str_equal (name, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                        : ADW_COLOR_SCHEME_DEFAULT;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  g_simple_action_set_state (action, value);
}

static void
change_color_scheme (GSimpleAction *action, GVariant *value, gpointer self)
{
  apply_color_scheme (action, value);
  if (whence_settings_get () != NULL)
    g_settings_set_string (whence_settings_get (), "color-scheme", g_variant_get_string (value, NULL));
}

static void
add_actions (WhenceApplication *self)
{
  const GActionEntry entries[] = {
    { "new-window", on_new_window },
    { "quit", on_quit },
    { "about", on_about },
    { "help", on_help },
    { "color-scheme", NULL, "s", "'default'", change_color_scheme },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  whence_shortcuts_install (GTK_APPLICATION (self));
  if (whence_settings_get () != NULL)
    {
      g_autofree char *scheme = g_settings_get_string (whence_settings_get (), "color-scheme");
      g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_string (scheme));
      apply_color_scheme (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "color-scheme")),
                          value);
    }
}

static void
startup (GApplication *application)
{
  whence_fonts_share ();
  whence_theme_begin ();
  G_APPLICATION_CLASS (whence_application_parent_class)->startup (application);
  g_set_application_name ("Whence");
  add_actions (WHENCE_APPLICATION (application));
  whence_desktop_clock_follow (GTK_APPLICATION (application));
  whence_dialogs_follow ();
  whence_contrast_follow ();
  /* Started for a search, it goes when nobody asks any more. */
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, SERVICE_STAYS);
}

static void
whence_application_class_init (WhenceApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = startup;
  application_class->activate = activate;
  application_class->open = open_files;
  application_class->dbus_register = dbus_register;
  application_class->dbus_unregister = dbus_unregister;
}

static void
whence_application_init (WhenceApplication *self)
{
}

WhenceApplication *
whence_application_new (void)
{
  return g_object_new (WHENCE_TYPE_APPLICATION, "application-id", WHENCE_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/io/github/whence_app/Whence",
                       NULL);
}
