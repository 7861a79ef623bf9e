/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GNOME keeps in its settings whether its clock shows twelve hours. A sandbox has settings of its own, so
 * there the portal is asked, which answers when it likes. A desktop without such a setting has 24 hours. */
#include "app/desktop-clock.h"

#include "model/clock.h"
#include "widgets/canvas.h"
#include "widgets/fact-cell.h"
#include "widgets/facts-popover.h"
#include "widgets/filter-chips.h"
#include "widgets/inspector.h"
#include "widgets/known-button.h"
#include "widgets/news-card.h"
#include "widgets/range-bar.h"
#include "widgets/review-page.h"

#define SCHEMA "org.gnome.desktop.interface"
#define KEY "clock-format"

/* All that says times of day, and keeps what it said. */
static void
tell_anew (GtkWidget *widget)
{
  const struct
  {
    GType type;
    GCallback tell;
  } tellers[] = {
    { WHENCE_TYPE_CANVAS, G_CALLBACK (whence_canvas_invalidate) },
    { WHENCE_TYPE_RANGE_BAR, G_CALLBACK (whence_range_bar_tell_anew) },
    { WHENCE_TYPE_FACT_CELL, G_CALLBACK (whence_fact_cell_tell_anew) },
    { WHENCE_TYPE_INSPECTOR, G_CALLBACK (whence_inspector_tell_anew) },
    { WHENCE_TYPE_FACTS_POPOVER, G_CALLBACK (whence_facts_popover_tell_anew) },
    { WHENCE_TYPE_NEWS_CARD, G_CALLBACK (whence_news_card_tell_anew) },
    { WHENCE_TYPE_FILTER_CHIPS, G_CALLBACK (whence_filter_chips_tell_anew) },
    { WHENCE_TYPE_KNOWN_BUTTON, G_CALLBACK (whence_known_button_tell_anew) },
    { WHENCE_TYPE_REVIEW_PAGE, G_CALLBACK (whence_review_page_tell_anew) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tellers); i++)
    if (G_TYPE_CHECK_INSTANCE_TYPE (widget, tellers[i].type))
      ((void (*) (GtkWidget *)) tellers[i].tell) (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_anew (child);
}

static void
take (GtkApplication *application, const char *format)
{
  whence_clock_set_twelve_hours (g_strcmp0 (format, "12h") == 0);
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    tell_anew (l->data);
}

/* --- The settings ------------------------------------------------------------------------------- */

static void
on_setting_changed (GtkApplication *application, const char *key, GSettings *settings)
{
  g_autofree char *format = g_settings_get_string (settings, KEY);

  take (application, format);
}

static void
follow_settings (GtkApplication *application)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, TRUE) : NULL;
  GSettings *settings;

  if (schema == NULL || !g_settings_schema_has_key (schema, KEY))
    return;
  settings = g_settings_new_full (schema, NULL, NULL);
  g_object_set_data_full (G_OBJECT (application), "whence-desktop-clock", settings, g_object_unref);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (on_setting_changed), application,
                           G_CONNECT_SWAPPED);
  on_setting_changed (application, KEY, settings);
}

/* --- The portal --------------------------------------------------------------------------------- */

static void
take_variant (GtkApplication *application, GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  /* Older portals wrap it twice. */
  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);
      g_variant_unref (inner);
      inner = next;
    }
  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_STRING))
    take (application, g_variant_get_string (inner, NULL));
}

static void
on_portal_signal (GtkApplication *application, const char *sender, const char *signal, GVariant *parameters)
{
  const char *schema, *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_str_equal (signal, "SettingChanged") || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &schema, &key, &value);
  if (g_str_equal (schema, SCHEMA) && g_str_equal (key, KEY))
    take_variant (application, value);
}

static void
on_read (GObject *portal, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkApplication) application = data;
  g_autoptr (GVariant) answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (portal), result, NULL), value = NULL;

  if (answer == NULL)
    return;
  value = g_variant_get_child_value (answer, 0);
  take_variant (application, value);
}

static void
on_portal (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkApplication) application = data;
  GDBusProxy *portal = g_dbus_proxy_new_for_bus_finish (result, NULL);

  if (portal == NULL)
    return;
  g_object_set_data_full (G_OBJECT (application), "whence-desktop-clock", portal, g_object_unref);
  g_signal_connect_object (portal, "g-signal", G_CALLBACK (on_portal_signal), application, G_CONNECT_SWAPPED);
  g_dbus_proxy_call (portal, "Read", g_variant_new ("(ss)", SCHEMA, KEY), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                     on_read, g_object_ref (application));
}

void
whence_desktop_clock_follow (GtkApplication *application)
{
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES, NULL,
                              "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                              "org.freedesktop.portal.Settings", NULL, on_portal, g_object_ref (application));
  else
    follow_settings (application);
}
