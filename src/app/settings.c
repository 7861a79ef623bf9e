/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds settings and installed data. A missing schema must not end the program, as GSettings would have it.
 */
#include "app/settings.h"

GSettings *
whence_settings_get (void)
{
  static GSettings *settings;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  if (settings == NULL && source != NULL)
    {
      g_autoptr (GSettingsSchema) schema = g_settings_schema_source_lookup (source, WHENCE_APP_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}

GFile *
whence_example_get_file (void)
{
  const char *folder = g_getenv ("WHENCE_DATADIR");
  g_autofree char *path =
    g_build_filename (folder != NULL ? folder : PKGDATADIR, "examples", "meta-scale-ai.facts.json", NULL);

  return g_file_new_for_path (path);
}
