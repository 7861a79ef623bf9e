/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pen: both backs are given one drawing, and neither may be harmed by what a painter or a bundle hands
 * it. */
#include "paint/pen.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "paint/pen-backs.h"
#include "paint/svg-text.h"

#define SIDE 200

/* --- A reader for what the SVG back writes --- */

typedef struct
{
  GHashTable *ids;
  GString *text, *titles, *links;
  guint n_groups, n_texts;
  gboolean in_text, in_title;
} SvgContent;

static void
on_start (GMarkupParseContext *context, const char *name, const char **names, const char **values,
          gpointer user_data, GError **error)
{
  SvgContent *content = user_data;
  content->in_text = g_str_equal (name, "text");
  content->in_title = g_str_equal (name, "title");
  content->n_texts += content->in_text;
  content->n_groups += g_str_equal (name, "g");
  g_assert_false (g_str_equal (name, "script"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_false (g_str_has_prefix (names[i], "on"));
      if (g_str_equal (names[i], "id"))
        g_assert_true (g_hash_table_add (content->ids, g_strdup (values[i])));
      if (g_str_has_suffix (names[i], "href"))
        g_string_append_printf (content->links, "%s|", values[i]);
      /* A number that came out as no number. */
      g_assert_null (strstr (values[i], "nan"));
      g_assert_null (strstr (values[i], "inf"));
    }
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  SvgContent *content = user_data;
  content->in_text = content->in_title = FALSE;
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  SvgContent *content = user_data;
  if (content->in_text)
    g_string_append_len (content->text, text, (gssize) length);
  if (content->in_title)
    g_string_append_len (content->titles, text, (gssize) length);
}

static void
parse_svg (GBytes *svg, SvgContent *content)
{
  static const GMarkupParser parser = { .start_element = on_start, .end_element = on_end, .text = on_text };
  gsize length;
  const char *data = g_bytes_get_data (svg, &length);
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, content, NULL);
  g_autoptr (GError) error = NULL;

  *content = (SvgContent){ .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                           .text = g_string_new (NULL),
                           .titles = g_string_new (NULL),
                           .links = g_string_new (NULL) };
  g_assert_true (g_utf8_validate (data, (gssize) length, NULL));
  g_markup_parse_context_parse (context, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
clear_content (SvgContent *content)
{
  g_hash_table_unref (content->ids);
  g_string_free (content->text, TRUE);
  g_string_free (content->titles, TRUE);
  g_string_free (content->links, TRUE);
}

/* --- The drawing --- */

static const WhenceColor red = { 1, 0, 0, 1 }, blue = { 0, 0, 1, 1 }, half = { 0, 0.5, 0, 0.5 }, none = { 0 };

static void
draw_everything (WhencePen *pen, const char *name)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  WhenceGroup group = { .id = name,
                        .id_prefix = "fact",
                        .css_class = "mark",
                        .title = name,
                        .description = name,
                        .link = "https://example.org/a(b)?q='x'\\" };
  WhenceFill fade = { .kind = WHENCE_FILL_FADE, .color = red, .color2 = none, .x0 = 10, .x1 = 110 };
  WhenceFill hatch = { .kind = WHENCE_FILL_HATCH, .color = blue };
  WhenceStroke stroke = { .fill = WHENCE_SOLID (blue), .width = 2, .dash = { 4, 2 }, .n_dash = 2 };
  WhenceTextRun run = { .text = name,
                        .font = WHENCE_FONT_LABEL,
                        .x = 20,
                        .baseline = 150,
                        .color = red,
                        .halo = blue,
                        .halo_width = 2,
                        .struck = TRUE,
                        .angle = 0.3 };

  whence_pen_push_group (pen, &group);
  whence_pen_push_clip (pen, (WhenceRect){ 0, 0, SIDE, SIDE });
  whence_pen_push_transform (pen, 10, 10, 0.5);
  whence_path_rect (path, (WhenceRect){ 10, 10, 100, 40 });
  whence_pen_fill (pen, path, &fade);
  whence_path_clear (path);
  whence_path_circle (path, 60, 100, 30);
  whence_pen_fill (pen, path, &hatch);
  whence_pen_pop_transform (pen);
  whence_pen_push_opacity (pen, 0.5);
  whence_path_clear (path);
  whence_path_rounded (path, (WhenceRect){ 100, 100, 80, 40 }, 8);
  whence_pen_fill (pen, path, &WHENCE_SOLID (half));
  whence_pen_stroke (pen, path, &stroke);
  whence_pen_pop_opacity (pen);
  whence_pen_text (pen, &run);
  whence_pen_pop_clip (pen);
  whence_pen_pop_group (pen);
}

static cairo_surface_t *
draw_pixels (const char *name)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (WhencePen) pen = whence_pen_new_cairo (cr);
  draw_everything (pen, name);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static GBytes *
draw_svg (const char *name)
{
  g_autoptr (WhencePen) pen = whence_pen_new_svg (SIDE, SIDE, name, name, "en");
  draw_everything (pen, name);
  draw_everything (pen, name);
  return whence_pen_finish_svg (pen);
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  return ((const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface)))[x];
}

static void
assert_near (guint32 pixel, guint32 expected)
{
  g_test_message ("%08x, expected %08x", pixel, expected);
  for (int shift = 0; shift < 32; shift += 8)
    g_assert_cmpint (abs ((int) (pixel >> shift & 0xFF) - (int) (expected >> shift & 0xFF)), <=, 6);
}

static void
test_cairo (void)
{
  cairo_surface_t *surface = draw_pixels ("Scale AI");
  assert_near (get_pixel (surface, 2, 2), 0);
  /* A quarter into the fade, three quarters of the red are left. */
  assert_near (get_pixel (surface, 28, 20), 0xBF000000 | 0xBF0000);
  /* Half of half of the green, twice premultiplied. */
  assert_near (get_pixel (surface, 140, 118), 0x40002000);
  cairo_surface_destroy (surface);
}

static cairo_surface_t *
paint_words (double scale, gboolean screen)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE * 2, SIDE * 2);
  WhenceTextRun run = { .text = "Alexandr Wang",
                        .font = WHENCE_FONT_STRONG,
                        .x = 60.5,
                        .baseline = 40,
                        .align = WHENCE_ALIGN_MIDDLE,
                        .color = red,
                        .halo = blue,
                        .halo_width = 2 };
  cairo_surface_set_device_scale (picture, scale, scale);
  cairo_t *cr = cairo_create (picture);
  g_autoptr (WhencePen) pen = screen ? whence_pen_new_screen (cr, scale) : whence_pen_new_cairo (cr);
  whence_pen_push_opacity (pen, 0.5);
  whence_pen_push_transform (pen, 10, 10, 0.75);
  whence_pen_text (pen, &run);
  whence_pen_pop_transform (pen);
  whence_pen_pop_opacity (pen);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  return picture;
}

/* Words kept as masks look like words drawn anew, whatever the scale of the screen, and again from the cache.
 */
static void
test_screen (void)
{
  static const double scales[] = { 1, 2, 1.25 };
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      cairo_surface_t *exact = paint_words (scales[i], FALSE), *kept = paint_words (scales[i], TRUE),
                      *again = paint_words (scales[i], TRUE);
      double difference = 0, ink = 0;
      for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
          {
            guint32 a = get_pixel (exact, x, y), b = get_pixel (kept, x, y);
            g_assert_cmpuint (b, ==, get_pixel (again, x, y));
            difference += fabs ((double) (a >> 24) - (double) (b >> 24));
            ink += a >> 24;
          }
      g_test_message ("%.3f of the ink at %g", difference / ink, scales[i]);
      g_assert_cmpfloat (ink, >, 10000);
      g_assert_cmpfloat (difference / ink, <, 0.05);
      cairo_surface_destroy (exact);
      cairo_surface_destroy (kept);
      cairo_surface_destroy (again);
    }
}

static void
test_svg (void)
{
  g_autoptr (GBytes) svg = draw_svg ("Scale AI");
  g_autoptr (GBytes) again = draw_svg ("Scale AI");
  SvgContent content;
  parse_svg (svg, &content);
  g_assert_true (g_bytes_equal (svg, again));
  g_assert_cmpstr (content.text->str, ==, "Scale AIScale AI");
  g_assert_cmpstr (content.titles->str, ==, "Scale AIScale AIScale AI");
  g_assert_cmpstr (content.links->str, ==,
                   "https://example.org/a%28b%29?q=%27x%27%5C|https://example.org/a%28b%29?q=%27x%27%5C|");
  g_assert_true (g_hash_table_contains (content.ids, "fact-Scale_20AI"));
  g_assert_true (g_hash_table_contains (content.ids, "fact-Scale_20AI__2"));
  clear_content (&content);
}

/* An image fills its rectangle, cut to a shape, and is embedded as it was decoded. */
static void
test_image (void)
{
  static const guint8 red_png[] = { 0x89, 'P', 'N', 'G', 13,  10,   26,   10,   0,    0,    0,    13,
                                    'I',  'H', 'D', 'R', 0,   0,    0,    1,    0,    0,    0,    1,
                                    8,    2,   0,   0,   0,   0x90, 0x77, 0x53, 0xDE, 0,    0,    0,
                                    12,   'I', 'D', 'A', 'T', 0x78, 0x9C, 0x63, 0xF8, 0xCF, 0xC0, 0,
                                    0,    3,   1,   1,   0,   0xC9, 0xFE, 0x92, 0xEF, 0,    0,    0,
                                    0,    'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (WhencePen) cairo = whence_pen_new_cairo (cr);
  g_autoptr (WhencePen) svg = whence_pen_new_svg (SIDE, SIDE, NULL, NULL, NULL);
  g_autoptr (WhencePath) circle = whence_path_new ();
  g_autoptr (GBytes) png = g_bytes_new_static (red_png, sizeof red_png);
  g_autoptr (WhenceImage) image = whence_image_new (png, NULL);

  g_assert_nonnull (image);
  whence_path_circle (circle, 25, 25, 25);
  whence_pen_image (cairo, image, (WhenceRect){ 0, 0, 50, 50 }, circle);
  whence_pen_image (svg, image, (WhenceRect){ 0, 0, 50, 50 }, circle);
  whence_pen_image (svg, image, (WhenceRect){ 0, 0, 50, 50 }, NULL);
  cairo_surface_flush (surface);
  assert_near (get_pixel (surface, 25, 25), 0xFFFF0000);
  assert_near (get_pixel (surface, 1, 1), 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  SvgContent content;
  g_autoptr (GBytes) written = whence_pen_finish_svg (svg);
  parse_svg (written, &content);
  g_assert_true (g_str_has_prefix (content.links->str, "data:image/png;base64,iVBOR"));
  clear_content (&content);
}

static void
check_name (const char *name)
{
  g_autoptr (GBytes) svg = draw_svg (name);
  SvgContent content;
  parse_svg (svg, &content);
  clear_content (&content);
  cairo_surface_destroy (draw_pixels (name));
}

static void
test_hostile_names (void)
{
  static const char *const names[] = {
    "",
    "a & b < c > d \" e ' f",
    "]]>",
    "<script>alert(1)</script>",
    "\x01\x02\x1F\x7F",
    "\xC2\x85",
    "\xEF\xBF\xBE",
    "\xE2\x80\xAE"
    "evil",
    "مرحبا بالعالم",
    "👨‍👩‍👧‍👦🏳️‍🌈",

    "--><!--",
    "&#1;",
    "%s%n",
    "__2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    check_name (names[i]);
}

static void
test_naughty_strings (void)
{
  const char *shared = g_getenv ("WHENCE_SHARED_DATA");
  g_autofree char *path =
    g_build_filename (shared != NULL ? shared : "", "naughty-strings", "blns.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_message ("%s is not there", path);
      return;
    }
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  JsonArray *strings = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (strings), >, 400);
  for (guint i = 0; i < json_array_get_length (strings); i++)
    if (g_utf8_validate (json_array_get_string_element (strings, i), -1, NULL))
      check_name (json_array_get_string_element (strings, i));
}

/* One NaN puts a Cairo context in error for good: nothing of it may arrive. */
static void
test_hostile_numbers (void)
{
  static const double numbers[] = { NAN, INFINITY, -INFINITY, 1e300, -1e300, 1e-300, 0 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (WhencePen) cairo = whence_pen_new_cairo (cr);
  g_autoptr (WhencePen) svg = whence_pen_new_svg (SIDE, SIDE, NULL, NULL, NULL);
  WhencePen *pens[] = { cairo, svg };

  for (guint p = 0; p < 2; p++)
    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
      {
        double n = numbers[i];
        g_autoptr (WhencePath) path = whence_path_new ();
        WhenceFill fade = { .kind = WHENCE_FILL_FADE, .color = red, .color2 = blue, .x1 = n };
        WhenceStroke stroke = { .fill = WHENCE_SOLID (red), .width = n, .dash = { n, -1 }, .n_dash = 2 };
        WhenceTextRun run = { .text = "x", .x = n, .baseline = 20, .color = red, .width = n, .angle = n };
        whence_pen_push_transform (pens[p], n, 0, n);
        whence_pen_push_clip (pens[p], (WhenceRect){ n, 0, 50, n });
        whence_pen_push_opacity (pens[p], n);
        whence_path_move_to (path, 0, 0);
        whence_path_line_to (path, n, 10);
        whence_pen_stroke (pens[p], path, &stroke);
        whence_pen_fill (pens[p], path, &fade);
        whence_pen_text (pens[p], &run);
        whence_pen_pop_opacity (pens[p]);
        whence_pen_pop_clip (pens[p]);
        whence_pen_pop_transform (pens[p]);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      }
  g_autoptr (GBytes) written = whence_pen_finish_svg (svg);
  SvgContent content;
  parse_svg (written, &content);
  clear_content (&content);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_numbers (void)
{
  static const struct
  {
    double number;
    const char *text;
  } cases[] = { { 0, "0" },          { 12, "12" },    { 0.5, ".5" },      { -0.25, "-.25" },
                { 3.14159, "3.14" }, { -0.001, "0" }, { 1e6, "1000000" }, { 0.999, "1" },
                { 10.05, "10.05" },  { 1.1, "1.1" },  { NAN, "0" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) svg = g_string_new (NULL);
      whence_svg_append_number (svg, cases[i].number);
      g_assert_cmpstr (svg->str, ==, cases[i].text);
    }
}

/* Ids that differ only in what XML does not allow must not meet. */
static void
test_ids_are_injective (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  static const char letters[] = "aA1-._%:/é\xE2\x82\xAC";
  for (guint round = 0; round < 50000; round++)
    {
      char id[6] = { 0 };
      gint32 length = g_rand_int_range (rand, 1, 6);
      for (gint32 i = 0; i < length; i++)
        id[i] = letters[g_rand_int_range (rand, 0, sizeof letters - 1)];
      g_autoptr (GString) name = g_string_new (NULL);
      whence_svg_append_id (name, "fact", id);
      const char *other = g_hash_table_lookup (names, name->str);
      if (other != NULL)
        g_assert_cmpstr (other, ==, id);
      g_assert_null (strstr (name->str, "__"));
      g_hash_table_replace (names, g_strdup (name->str), g_strdup (id));
    }
}

static void
test_links (void)
{
  static const char *const refused[] = { "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "",
                                         "ftp://x" };
  g_autoptr (WhencePen) pen = whence_pen_new_svg (SIDE, SIDE, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      WhenceGroup group = { .link = refused[i] };
      whence_pen_push_group (pen, &group);
      whence_pen_pop_group (pen);
    }
  g_autoptr (GBytes) svg = whence_pen_finish_svg (pen);
  SvgContent content;
  parse_svg (svg, &content);
  g_assert_cmpstr (content.links->str, ==, "");
  g_assert_cmpuint (content.n_groups, ==, G_N_ELEMENTS (refused));
  clear_content (&content);
}

/* The widths in a scene, measured in a worker, are those of the screen's thread, whichever measures first,
 * and when all who have measured before are gone. */
static gpointer
measure_names (gpointer data)
{
  double *width = g_new (double, 1);
  *width = whence_measure_pango.func ("Alexandr Wang", 13, WHENCE_FONT_STRONG, NULL);
  return width;
}

static void
test_measure (void)
{
  g_autofree double *first = g_thread_join (g_thread_new ("measure", measure_names, NULL));
  g_autofree double *here = measure_names (NULL);
  g_autofree double *there = g_thread_join (g_thread_new ("measure", measure_names, NULL));
  g_assert_true (whence_fonts_init ());
  g_assert_cmpfloat (*first, ==, *here);
  g_assert_cmpfloat (*here, ==, *there);
  /* Inter 4.1, 12 px, semibold. */
  g_assert_cmpfloat_with_epsilon (*here, 92, 6);
  double a = whence_measure_pango.func ("111", 3, WHENCE_FONT_AXIS, NULL);
  double b = whence_measure_pango.func ("888", 3, WHENCE_FONT_AXIS, NULL);
  g_assert_cmpfloat (a, ==, b);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/pen/cairo", test_cairo);
  g_test_add_func ("/paint/pen/screen", test_screen);
  g_test_add_func ("/paint/pen/svg", test_svg);
  g_test_add_func ("/paint/pen/image", test_image);
  g_test_add_func ("/paint/pen/hostile-names", test_hostile_names);
  g_test_add_func ("/paint/pen/naughty-strings", test_naughty_strings);
  g_test_add_func ("/paint/pen/hostile-numbers", test_hostile_numbers);
  g_test_add_func ("/paint/pen/numbers", test_numbers);
  g_test_add_func ("/paint/pen/ids", test_ids_are_injective);
  g_test_add_func ("/paint/pen/links", test_links);
  g_test_add_func ("/paint/pen/measure", test_measure);
  return g_test_run ();
}
