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
whence_data_get_file (const char *name)
{
  const char *folder = g_getenv ("WHENCE_DATADIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : PKGDATADIR, name, NULL);

  return g_file_new_for_path (path);
}

GFile *
whence_example_get_file (WhenceExample example)
{
  static const char *const names[WHENCE_N_EXAMPLES] = {
    [WHENCE_EXAMPLE_DEAL] = "examples/meta-scale-ai.facts.json",
    [WHENCE_EXAMPLE_HARBOUR] = "examples/who-sold-the-harbour.facts.json",
  };

  return whence_data_get_file (names[example]);
}

gboolean
whence_is_example (GFile *file)
{
  for (guint i = 0; i < WHENCE_N_EXAMPLES; i++)
    {
      g_autoptr (GFile) example = whence_example_get_file ((WhenceExample) i);
      if (g_file_equal (file, example))
        return TRUE;
    }
  return FALSE;
}
