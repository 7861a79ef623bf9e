/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks into what windows have remembered of their stories, so that no story is loaded for an answer. A
 * result is a URI, or a URI, a blank and the id of an entity: neither has a blank in it. Linear in what is
 * remembered. */
#include "app/search-provider.h"

#include <string.h>

#include "app/story-memory.h"
#include "model/text-fold.h"

#define PATH "/io/github/whence_app/Whence/SearchProvider"
#define MOST_RESULTS 20

static const char xml[] = "<node><interface name='org.gnome.Shell.SearchProvider2'>"
                          "<method name='GetInitialResultSet'><arg type='as' direction='in'/>"
                          "<arg type='as' direction='out'/></method>"
                          "<method name='GetSubsearchResultSet'><arg type='as' direction='in'/>"
                          "<arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
                          "<method name='GetResultMetas'><arg type='as' direction='in'/>"
                          "<arg type='aa{sv}' direction='out'/></method>"
                          "<method name='ActivateResult'><arg type='s' direction='in'/>"
                          "<arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
                          "<method name='LaunchSearch'><arg type='as' direction='in'/>"
                          "<arg type='u' direction='in'/></method></interface></node>";

static guint registered;
static WhenceFoundFunc open_found;

/* --- Finding --- */

static gboolean
has_all (const char *text, char **terms)
{
  g_autofree char *folded = whence_text_fold (text);

  for (guint i = 0; terms[i] != NULL; i++)
    if (strstr (folded, terms[i]) == NULL)
      return FALSE;
  return TRUE;
}

typedef struct
{
  char **terms; /* folded */
  GStrvBuilder *stories, *entities;
  guint n;
} Search;

static void
look_into (const WhenceStoryMemory *story, gpointer data)
{
  Search *search = data;
  g_autoptr (GFile) file = g_file_new_for_uri (story->uri);
  g_autofree char *name = g_file_get_basename (file);

  if (search->n >= MOST_RESULTS || !g_file_query_exists (file, NULL))
    return;
  if (has_all (story->title, search->terms) || (name != NULL && has_all (name, search->terms)))
    {
      g_strv_builder_add (search->stories, story->uri);
      search->n++;
    }
  for (guint i = 0; i < story->n_entities && search->n < MOST_RESULTS; i++)
    if (has_all (story->names[i], search->terms))
      {
        g_autofree char *id = g_strconcat (story->uri, " ", story->ids[i], NULL);
        g_strv_builder_add (search->entities, id);
        search->n++;
      }
}

/* Stories first, then whom they are about. */
static GVariant *
find (char **words)
{
  Search search = { .stories = g_strv_builder_new (), .entities = g_strv_builder_new () };
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) entities = NULL, found = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *term = whence_text_fold (words[i]);
      if (*term != '\0')
        g_ptr_array_add (terms, g_steal_pointer (&term));
    }
  g_ptr_array_add (terms, NULL);
  search.terms = (char **) terms->pdata;
  if (terms->len > 1)
    whence_story_memory_for_each (look_into, &search);
  entities = g_strv_builder_end (search.entities);
  g_strv_builder_addv (search.stories, (const char **) entities);
  found = g_strv_builder_end (search.stories);
  g_strv_builder_unref (search.stories);
  g_strv_builder_unref (search.entities);
  return g_variant_new ("(^as)", found);
}

/* --- Telling --- */

typedef struct
{
  const char *uri, *entity; /* entity may be NULL */
  char *name, *description;
} Meta;

static void
tell (const WhenceStoryMemory *story, gpointer data)
{
  Meta *meta = data;

  if (meta->name != NULL || !g_str_equal (story->uri, meta->uri))
    return;
  if (meta->entity == NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (story->uri);
      meta->name = g_strdup (story->title);
      g_autofree char *name = g_file_get_basename (file);
      meta->description = g_filename_display_name (name);
      return;
    }
  for (guint i = 0; i < story->n_entities && meta->name == NULL; i++)
    if (g_str_equal (story->ids[i], meta->entity))
      {
        meta->name = g_strdup (story->names[i]);
        meta->description = g_strdup (story->title);
      }
}

static GVariant *
describe (char **results)
{
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; results[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (results[i], " ", 2);
      Meta meta = { .uri = parts[0], .entity = parts[0] != NULL ? parts[1] : NULL };
      if (parts[0] != NULL)
        whence_story_memory_for_each (tell, &meta);
      if (meta.name != NULL)
        {
          g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
          g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (results[i]));
          g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (meta.name));
          g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (meta.description));
          g_variant_builder_add (&metas, "{sv}", "gicon", g_variant_new_string (WHENCE_APP_ID));
          g_variant_builder_close (&metas);
        }
      g_free (meta.name);
      g_free (meta.description);
    }
  return g_variant_new ("(aa{sv})", &metas);
}

static void
activate (GApplication *application, const char *result)
{
  g_auto (GStrv) parts = g_strsplit (result, " ", 2);
  g_autoptr (GFile) file = parts[0] != NULL ? g_file_new_for_uri (parts[0]) : NULL;

  if (file != NULL)
    open_found (application, file, parts[1]);
}

static void
on_call (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
         const char *method, GVariant *arguments, GDBusMethodInvocation *invocation, gpointer application)
{
  g_autofree const char **words = NULL;
  const char *result;
  GVariant *answer = NULL;

  g_application_hold (application);
  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (arguments, "(^a&s)", &words);
      answer = find ((char **) words);
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get (arguments, "(@as^a&s)", NULL, &words);
      answer = find ((char **) words);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (arguments, "(^a&s)", &words);
      answer = describe ((char **) words);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get (arguments, "(&s@asu)", &result, NULL, NULL);
      activate (application, result);
    }
  else
    g_application_activate (application);
  g_dbus_method_invocation_return_value (invocation, answer);
  g_application_release (application);
}

gboolean
whence_search_provider_start (GApplication *application, GDBusConnection *connection, WhenceFoundFunc open,
                              GError **error)
{
  static const GDBusInterfaceVTable table = { .method_call = on_call };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, error);

  open_found = open;
  registered = node != NULL ? g_dbus_connection_register_object (connection, PATH, node->interfaces[0],
                                                                 &table, application, NULL, error)
                            : 0;
  return registered != 0;
}

void
whence_search_provider_stop (GDBusConnection *connection)
{
  if (registered != 0)
    g_dbus_connection_unregister_object (connection, registered);
  registered = 0;
}
