/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words kept as masks, handed over from the thread that has made them: the same pixels without shaping. */
#include "paint/text-sprite.h"

#include <string.h>

#include "paint/pen-backs.h"

#define SIDE 120

static const WhenceTextRun word = { .text = "Alexandr Wang",
                                    .font = WHENCE_FONT_STRONG,
                                    .x = 10.5,
                                    .baseline = 40,
                                    .color = { 1, 0, 0, 1 },
                                    .halo = { 0, 0, 1, 1 },
                                    .halo_width = 2 };

static cairo_surface_t *
draw (int side)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cairo_t *cr = cairo_create (surface);
  WhencePen *pen = whence_pen_new_screen (cr, 1);

  whence_pen_text (pen, &word);
  whence_pen_free (pen);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gpointer
draw_in_thread (gpointer data)
{
  return draw (SIDE);
}

/* On one pixel, as long as nobody looks. */
static gpointer
prepare_in_thread (gpointer data)
{
  cairo_surface_destroy (draw (1));
  return whence_text_sprites_steal ();
}

static gboolean
is_kept (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  gboolean drawn;

  cairo_translate (cr, word.x, word.baseline);
  drawn = whence_text_sprite_draw (cr, &word, NULL, 0, 0, 1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return drawn;
}

static void
test_handed_over (void)
{
  cairo_surface_t *expected = g_thread_join (g_thread_new ("draw", draw_in_thread, NULL)), *surface;
  WhenceTextSprites *sprites = g_thread_join (g_thread_new ("prepare", prepare_in_thread, NULL));
  gsize bytes = (gsize) cairo_image_surface_get_stride (expected) * SIDE;

  g_assert_false (is_kept ());
  whence_text_sprites_adopt (sprites);
  g_assert_true (is_kept ());
  /* A second set of the same is of no use, and does no harm. */
  whence_text_sprites_adopt (g_thread_join (g_thread_new ("prepare", prepare_in_thread, NULL)));
  surface = draw (SIDE);
  g_assert_cmpmem (cairo_image_surface_get_data (surface), bytes, cairo_image_surface_get_data (expected),
                   bytes);
  whence_text_sprites_free (whence_text_sprites_steal ());
  g_assert_false (is_kept ());
  cairo_surface_destroy (surface);
  cairo_surface_destroy (expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  whence_fonts_init ();
  g_test_add_func ("/paint/text-sprite/handed-over", test_handed_over);
  return g_test_run ();
}
