/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window remembers: its size and shape for the next new window, in the settings, and how each story
 * was last looked at. Invariant: a story's memory may say what it wants, at worst it is not obeyed. */
#include "app/window-private.h"

#include "app/settings.h"
#include "app/story-memory.h"
#include "document/amounts-choice.h"

/* Actions of the window whose states are remembered with a story. */
static const char *const looks[] = { "view",      "grouping",   "layout",    "faith",
                                     "node-size", "node-color", "negated",   "amounts-logarithmic",
                                     "amounts",   "shelf",      "inspector", NULL };

/* --- For the next new window --- */

void
whence_window_recall_columns (WhenceWindow *self)
{
  GSettings *settings = whence_settings_get ();
  g_auto (GStrv) hidden = settings != NULL ? g_settings_get_strv (settings, "hidden-columns") : NULL;

  if (hidden != NULL)
    whence_facts_table_set_hidden (self->facts, (const char *const *) hidden);
}

static void
remember_columns (WhenceWindow *self, GSettings *settings)
{
  g_auto (GStrv) hidden = NULL;

  /* Nobody has looked at them. */
  if (self->facts == NULL)
    return;
  hidden = whence_facts_table_dup_hidden (self->facts);
  g_settings_set_strv (settings, "hidden-columns", (const char *const *) hidden);
}

void
whence_window_recall (WhenceWindow *self)
{
  GSettings *settings = whence_settings_get ();
  g_autofree char *view = settings != NULL ? g_settings_get_string (settings, "view") : g_strdup ("both");

  if (settings != NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                                   g_settings_get_int (settings, "window-height"));
      if (g_settings_get_boolean (settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
      adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (settings, "show-inspector"));
      whence_document_set_grouping (self->document,
                                    (WhenceGrouping) g_settings_get_enum (settings, "grouping"));
      whence_document_set_amounts_shown (self->document, g_settings_get_boolean (settings, "show-amounts"));
      whence_shelf_set_closed (self->shelf, !g_settings_get_boolean (settings, "show-shelf"));
    }
  else
    gtk_window_set_default_size (GTK_WINDOW (self), 1280, 800);
  whence_window_set_view (self, view);
}

static void
remember_for_all (WhenceWindow *self)
{
  GSettings *settings = whence_settings_get ();
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  if (settings == NULL || whence_window_get_view (self) == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", maximized);
  if (!maximized && width >= 360 && height >= 290)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (settings, "show-inspector", adw_flap_get_reveal_flap (self->flap));
  g_settings_set_boolean (settings, "show-amounts", whence_document_get_amounts_shown (self->document));
  g_settings_set_boolean (settings, "show-shelf", !whence_shelf_is_closed (self->shelf));
  remember_columns (self, settings);
  g_settings_set_string (settings, "view", whence_window_get_view (self));
  g_settings_set_enum (settings, "grouping", (int) whence_document_get_grouping (self->document));
}

/* --- For a story --- */

/* The number of the key, within bounds; else @otherwise. */
static int
get_int (GKeyFile *memory, const char *group, const char *key, int least, int most, int otherwise)
{
  g_autoptr (GError) error = NULL;
  int value = g_key_file_get_integer (memory, group, key, &error);

  return error == NULL && value >= least && value <= most ? value : otherwise;
}

void
whence_window_recall_size (WhenceWindow *self, GFile *file)
{
  g_autoptr (GKeyFile) memory = whence_story_memory_read (file);
  int width, height;

  if (memory == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), get_int (memory, "Window", "width", 360, 16384, width),
                               get_int (memory, "Window", "height", 290, 16384, height));
  if (g_key_file_get_boolean (memory, "Window", "maximized", NULL))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
recall_look (WhenceWindow *self, GKeyFile *memory, const char *name)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);
  const GVariantType *type = g_action_get_state_type (action);
  g_autofree char *text = g_key_file_get_string (memory, "Look", name, NULL);
  g_autoptr (GVariant) value = text != NULL ? g_variant_parse (type, text, NULL, NULL, NULL) : NULL;

  if (value != NULL)
    g_action_change_state (action, value);
}

/* Two instants as "FROM TO"; FALSE: none, or no stretch of time. */
static gboolean
get_stretch (GKeyFile *memory, const char *key, gint64 *from, gint64 *to)
{
  g_autofree char *text = g_key_file_get_string (memory, "Time", key, NULL);
  g_auto (GStrv) ends = g_strsplit (text != NULL ? text : "", " ", 2);

  return g_strv_length (ends) == 2
         && g_ascii_string_to_signed (ends[0], 10, G_MININT64, G_MAXINT64, from, NULL)
         && g_ascii_string_to_signed (ends[1], 10, G_MININT64, G_MAXINT64, to, NULL) && *from <= *to;
}

/* Of two dates that were compared; what cannot be compared is not. */
static const char *const compared[] = { "compared-earlier", "compared-later" };

static void
recall_compared (WhenceWindow *self, GKeyFile *memory)
{
  WhencePeriod dates[2];

  for (guint i = 0; i < 2; i++)
    if (!get_stretch (memory, compared[i], &dates[i].from, &dates[i].to))
      return;
  whence_document_compare (self->document, dates, NULL);
}

static void
recall_known_by (WhenceWindow *self, GKeyFile *memory)
{
  g_autofree char *date = g_key_file_get_string (memory, "Time", "known-by", NULL);

  whence_document_set_known_by (self->document, date, NULL);
}

void
whence_window_recall_story (WhenceWindow *self, GFile *file)
{
  g_autoptr (GKeyFile) memory = whence_story_memory_read (file);
  gint64 from, to;

  if (memory == NULL)
    return;
  for (guint i = 0; looks[i] != NULL; i++)
    recall_look (self, memory, looks[i]);
  self->timeline_part = get_int (memory, "Window", "timeline", 50, 950, self->timeline_part);
  whence_window_arrange_pictures (self);
  if (get_stretch (memory, "range", &from, &to) && from < to)
    whence_document_set_range (self->document, from, to);
  if (get_stretch (memory, "as-of", &from, &to))
    whence_document_set_as_of (self->document, from, to);
  recall_compared (self, memory);
  recall_known_by (self, memory);
  /* That is how the story begins, not what the reader did. */
  whence_document_start_view_history (self->document);
}

static void
set_stretch (GKeyFile *memory, const char *key, gint64 from, gint64 to)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, from, to);

  g_key_file_set_string (memory, "Time", key, text);
}

static void
set_looks (WhenceWindow *self, GKeyFile *memory)
{
  for (guint i = 0; looks[i] != NULL; i++)
    {
      g_autoptr (GVariant) value = g_action_group_get_action_state (G_ACTION_GROUP (self), looks[i]);
      g_autofree char *text = g_variant_print (value, FALSE);
      /* Folded, the inspector is as the width wants it. */
      if (!g_str_equal (looks[i], "inspector") || !adw_flap_get_folded (self->flap))
        g_key_file_set_string (memory, "Look", looks[i], text);
    }
}

static void
fill_memory (WhenceWindow *self, GKeyFile *memory)
{
  WhencePeriod dates[2];
  gint64 from, to;
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_key_file_set_integer (memory, "Window", "width", width);
  g_key_file_set_integer (memory, "Window", "height", height);
  g_key_file_set_boolean (memory, "Window", "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_key_file_set_integer (memory, "Window", "timeline", self->timeline_part);
  set_looks (self, memory);
  if (whence_document_get_range (self->document, &from, &to))
    set_stretch (memory, "range", from, to);
  if (whence_document_get_as_of (self->document, &from, &to))
    set_stretch (memory, "as-of", from, to);
  for (guint i = 0; i < 2 && whence_document_get_compared (self->document, dates); i++)
    set_stretch (memory, compared[i], dates[i].from, dates[i].to);
  if (whence_document_get_known_by (self->document) != NULL)
    g_key_file_set_string (memory, "Time", "known-by", whence_document_get_known_by (self->document));
}

void
whence_window_remember (WhenceWindow *self)
{
  GFile *file = whence_document_get_file (self->document);
  g_autoptr (GKeyFile) memory = g_key_file_new ();

  remember_for_all (self);
  if (file == NULL)
    return;
  fill_memory (self, memory);
  whence_story_memory_write (file, whence_document_get_bundle (self->document), memory);
}
