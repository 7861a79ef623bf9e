/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libpng writes what is around the pixels; they are compressed in strips, by two threads. Linear in the
 * pixels. */
#include "paint/export-png.h"

#include <glib/gi18n-lib.h>
#include <png.h>

#include "paint/export.h"
#include "paint/png-strips.h"

#define PX_PER_METER (96 / 0.0254)

typedef struct
{
  GByteArray *bytes;
  char *message; /* of libpng, when it gave up */
} Writer;

static void
on_write (png_structp png, png_bytep data, size_t length)
{
  Writer *writer = png_get_io_ptr (png);
  g_byte_array_append (writer->bytes, data, (guint) length);
}

static void
on_flush (png_structp png)
{
}

G_NORETURN static void
on_error (png_structp png, png_const_charp message)
{
  Writer *writer = png_get_error_ptr (png);
  g_free (writer->message);
  writer->message = g_strdup (message);
  png_longjmp (png, 1);
}

static void
on_warning (png_structp png, png_const_charp message)
{
}

static void
write_head (png_structp png, png_infop info, int width, int height, gboolean alpha, double scale,
            const char *title)
{
  png_uint_32 resolution = (png_uint_32) (PX_PER_METER * scale + 0.5);
  png_set_IHDR (png, info, (png_uint_32) width, (png_uint_32) height, 8,
                alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (png, info, resolution, resolution, PNG_RESOLUTION_METER);
  if (title != NULL)
    {
      png_text text = { .compression = PNG_ITXT_COMPRESSION_NONE,
                        .key = (char *) "Title",
                        .text = (char *) title,
                        .lang = (char *) "",
                        .lang_key = (char *) "" };
      png_set_text (png, info, &text, 1);
    }
  png_write_info (png, info);
}

/* FALSE with @writer->message set. */
static gboolean
write_file (Writer *writer, cairo_surface_t *surface, double scale, const char *title,
            const GPtrArray *stream)
{
  gboolean alpha = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, writer, on_error, on_warning);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;

  if (info == NULL || setjmp (png_jmpbuf (png)))
    {
      png_destroy_write_struct (&png, &info);
      return FALSE;
    }
  png_set_write_fn (png, writer, on_write, on_flush);
  write_head (png, info, cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface),
              alpha, scale, title);
  for (guint i = 0; i < stream->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (stream, i), &length);
      png_write_chunk (png, (png_const_bytep) "IDAT", data, length);
    }
  png_write_chunk (png, (png_const_bytep) "IEND", NULL, 0);
  png_destroy_write_struct (&png, &info);
  return TRUE;
}

GBytes *
whence_png_encode (cairo_surface_t *surface, double scale, const char *title, GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GPtrArray) stream = NULL;
  Writer writer = { .bytes = bytes };
  gboolean whole;
  g_autofree char *message = NULL;

  cairo_surface_flush (surface);
  if (cairo_image_surface_get_data (surface) != NULL)
    stream = whence_png_strips_new (surface, cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32,
                                    cancellable);
  whole = stream != NULL && write_file (&writer, surface, scale, title, stream);
  message = writer.message;
  if (whole)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error (error, WHENCE_EXPORT_ERROR, WHENCE_EXPORT_ERROR_DRAWING,
                 _ ("The PNG could not be written: %s"), message != NULL ? message : _ ("out of memory"));
  return NULL;
}
