/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fontconfig gets a configuration of our own, in which the shipped font carries a family name that no other
 * version of it can have; GTK may have the same, which has all that its own would have. Each thread has its
 * font map, its contexts and a bounded cache of shaped lines, asked for in every frame, since Pango's objects
 * may not be shared. Widths, asked for thousands of times while a scene is laid out, are: all threads find
 * the same ones, and have one cache of them behind a lock, bounded, and gone with the last thread that has
 * fonts. A hit costs a hash of the text. */
#include "paint/fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "paint/pen-backs.h"

#define FAMILY "Whence Sans"
#define FAMILIES FAMILY ", Inter, Adwaita Sans, Cantarell, Noto Sans, sans-serif"

#define MAX_WIDTHS 32768
#define MAX_LINES 4096
/* Longer texts are rare, and would fill the caches with what is not asked for again. */
#define MAX_CACHED_LENGTH 512

static FcConfig *font_config;
static gboolean font_found;

static void
rename_families (FcFontSet *fonts)
{
  for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
    {
      FcPatternDel (fonts->fonts[i], FC_FAMILY);
      FcPatternDel (fonts->fonts[i], FC_FAMILYLANG);
      FcPatternAddString (fonts->fonts[i], FC_FAMILY, (const FcChar8 *) FAMILY);
    }
}

static gpointer
load_fonts (gpointer unused)
{
  static const char *const files[] = { "Inter-Regular.otf", "Inter-SemiBold.otf" };
  const char *datadir = g_getenv ("WHENCE_DATADIR");

  font_config = FcInitLoadConfigAndFonts ();
  font_found = font_config != NULL;
  for (gsize i = 0; font_config != NULL && i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path =
        g_build_filename (datadir != NULL ? datadir : PKGDATADIR, "fonts", files[i], NULL);
      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)
          || !FcConfigAppFontAddFile (font_config, (const FcChar8 *) path))
        font_found = FALSE;
    }
  if (font_config != NULL)
    rename_families (FcConfigGetFonts (font_config, FcSetApplication));
  return NULL;
}

gboolean
whence_fonts_init (void)
{
  static GOnce once = G_ONCE_INIT;
  g_once (&once, load_fonts, NULL);
  return font_found;
}

static gpointer
init_in_thread (gpointer unused)
{
  whence_fonts_init ();
  return NULL;
}

void
whence_fonts_begin (void)
{
  g_thread_unref (g_thread_new ("fonts", init_in_thread, NULL));
}

void
whence_fonts_share (void)
{
  whence_fonts_init ();
  if (font_config != NULL)
    FcConfigSetCurrent (font_config);
}

/* --- What a thread keeps --- */

typedef struct
{
  char *text; /* owned by keys in the tables; borrowed by those made for a look-up */
  gsize length;
  guint8 font, rtl;
} LineKey;

typedef struct
{
  PangoFontMap *map;
  PangoContext *contexts[2][WHENCE_N_FONTS]; /* left to right, right to left */
  PangoAttrList *tabular;
  GHashTable *lines; /* LineKey → WhenceShapedLine */
  WhenceShapedLine *uncached;
} ThreadFonts;

static guint
hash_key (gconstpointer data)
{
  const LineKey *key = data;
  guint hash = 5381u + key->font * 2u + key->rtl;
  for (gsize i = 0; i < key->length; i++)
    hash = hash * 33u + (guint8) key->text[i];
  return hash;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const LineKey *x = a, *y = b;
  return x->length == y->length && x->font == y->font && x->rtl == y->rtl
         && memcmp (x->text, y->text, x->length) == 0;
}

static LineKey *
copy_key (const LineKey *key)
{
  LineKey *copy = g_memdup2 (key, sizeof *key);
  copy->text = g_memdup2 (key->text, key->length);
  return copy;
}

static void
free_key (gpointer data)
{
  LineKey *key = data;
  g_free (key->text);
  g_free (key);
}

/* --- The widths that all threads know --- */

/* Scenes are built without locks but for this one, which pays: which thread of the pool builds is left to
 * chance, and one that knew none of the words would shape them all again. The first scene that a fresh thread
 * builds of a graph of 5,000 or 20,000 facts takes it 36 or 40 ms so, and 8 or 13 ms with what others have
 * measured. A width is the same whoever finds it first. The lock is 10 of the 24 ns of a hit; to shape the
 * words takes 7,500. */
static GMutex widths_lock;
static GHashTable *widths; /* LineKey → double */
static guint n_threads;    /* with fonts: they alone add widths */

static gboolean
find_width (const LineKey *key, double *width)
{
  const double *known;

  g_mutex_lock (&widths_lock);
  known = widths != NULL ? g_hash_table_lookup (widths, key) : NULL;
  if (known != NULL)
    *width = *known;
  g_mutex_unlock (&widths_lock);
  return known != NULL;
}

static void
keep_width (const LineKey *key, double width)
{
  g_mutex_lock (&widths_lock);
  if (g_hash_table_size (widths) >= MAX_WIDTHS)
    g_hash_table_remove_all (widths);
  g_hash_table_insert (widths, copy_key (key), g_memdup2 (&width, sizeof width));
  g_mutex_unlock (&widths_lock);
}

static void
join_widths (void)
{
  g_mutex_lock (&widths_lock);
  if (n_threads++ == 0)
    widths = g_hash_table_new_full (hash_key, equal_keys, free_key, g_free);
  g_mutex_unlock (&widths_lock);
}

static void
leave_widths (void)
{
  g_mutex_lock (&widths_lock);
  if (--n_threads == 0)
    g_clear_pointer (&widths, g_hash_table_unref);
  g_mutex_unlock (&widths_lock);
}

/* --- The fonts of a thread --- */

static void
free_thread_fonts (gpointer data)
{
  ThreadFonts *fonts = data;
  leave_widths ();
  g_hash_table_unref (fonts->lines);
  g_clear_pointer (&fonts->uncached, whence_shaped_line_free);
  for (guint rtl = 0; rtl < 2; rtl++)
    for (guint i = 0; i < WHENCE_N_FONTS; i++)
      g_clear_object (&fonts->contexts[rtl][i]);
  pango_attr_list_unref (fonts->tabular);
  g_clear_object (&fonts->map);
  g_free (fonts);
}

static void
set_font (PangoContext *context, WhenceFont font)
{
  const WhenceFontMetrics *metrics = whence_font_get_metrics (font);
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, FAMILIES);
  pango_font_description_set_weight (description, (PangoWeight) metrics->weight);
  pango_font_description_set_absolute_size (description, metrics->size * PANGO_SCALE);
  pango_context_set_font_description (context, description);
  pango_font_description_free (description);
}

static PangoContext *
make_context (PangoFontMap *map, PangoDirection direction, WhenceFont font)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, direction);
  /* The locale must not choose the fonts of scripts that several languages share. */
  pango_context_set_language (context, pango_language_from_string ("en"));
  set_font (context, font);
  return context;
}

static PangoAttrList *
make_tabular (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  return attributes;
}

static ThreadFonts *
get_thread_fonts (void)
{
  static GPrivate thread_fonts = G_PRIVATE_INIT (free_thread_fonts);
  ThreadFonts *fonts = g_private_get (&thread_fonts);
  if (fonts != NULL)
    return fonts;

  whence_fonts_init ();
  fonts = g_new0 (ThreadFonts, 1);
  fonts->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  if (font_config != NULL)
    pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (fonts->map), font_config);
  for (guint i = 0; i < WHENCE_N_FONTS; i++)
    {
      fonts->contexts[0][i] = make_context (fonts->map, PANGO_DIRECTION_LTR, (WhenceFont) i);
      fonts->contexts[1][i] = make_context (fonts->map, PANGO_DIRECTION_RTL, (WhenceFont) i);
    }
  fonts->tabular = make_tabular ();
  fonts->lines =
    g_hash_table_new_full (hash_key, equal_keys, free_key, (GDestroyNotify) whence_shaped_line_free);
  join_widths ();
  g_private_set (&thread_fonts, fonts);
  return fonts;
}

/* Transfer full. */
static WhenceShapedLine *
shape (ThreadFonts *fonts, const LineKey *key)
{
  return whence_shaped_line_new (fonts->contexts[key->rtl][key->font],
                                 key->font == WHENCE_FONT_AXIS ? fonts->tabular : NULL, key->text,
                                 MIN (key->length, G_MAXINT));
}

static double
measure_pango (const char *text, gsize length, WhenceFont font, gpointer user_data)
{
  LineKey key = { (char *) text, length, (guint8) font, FALSE };
  WhenceShapedLine *line;
  double width;

  if (length <= MAX_CACHED_LENGTH && find_width (&key, &width))
    return width;
  line = shape (get_thread_fonts (), &key);
  width = (double) whence_shaped_line_get_width (line) / PANGO_SCALE;
  whence_shaped_line_free (line);
  if (length <= MAX_CACHED_LENGTH)
    keep_width (&key, width);
  return width;
}

const WhenceMeasure whence_measure_pango = { measure_pango, NULL };

const WhenceShapedLine *
whence_fonts_shape (const char *text, WhenceFont font, gboolean rtl)
{
  ThreadFonts *fonts = get_thread_fonts ();
  LineKey key = { (char *) text, strlen (text), (guint8) font, rtl != FALSE };
  WhenceShapedLine *line = g_hash_table_lookup (fonts->lines, &key);
  if (line != NULL)
    return line;

  line = shape (fonts, &key);
  if (key.length <= MAX_CACHED_LENGTH)
    {
      if (g_hash_table_size (fonts->lines) >= MAX_LINES)
        g_hash_table_remove_all (fonts->lines);
      g_hash_table_insert (fonts->lines, copy_key (&key), line);
    }
  else
    {
      g_clear_pointer (&fonts->uncached, whence_shaped_line_free);
      fonts->uncached = line;
    }
  return line;
}
