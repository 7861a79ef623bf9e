/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a scope to the bytes of a file. Everything is made in memory and checked before anybody writes it,
 * because Cairo says only at the end whether all went well. Nothing of the clock or the machine gets into the
 * bytes. */
#include "paint/export.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "paint/export-png.h"
#include "paint/page.h"
#include "paint/pen-backs.h"

/* CSS px; smaller than this not even a title and a mark have room. */
#define LEAST_WIDTH 200
#define LEAST_HEIGHT 150
/* Device pixels; where Cairo's images end. */
#define LONGEST_SIDE 32767
/* Device pixels in all: one gibibyte. */
#define MOST_PIXELS (1 << 28)
#define PT_PER_PX 0.75

G_DEFINE_QUARK (whence - export - error - quark, whence_export_error)

const WhencePictureOptions whence_picture_defaults = {
  .type = WHENCE_PICTURE_PNG,
  .show = WHENCE_SHOW_BOTH,
  .width = 1280,
  .height = 800,
  .scale = 1,
  .theme = WHENCE_THEME_LIGHT,
  .title = TRUE,
  .legend = TRUE,
  .sources = TRUE,
  .grouping = WHENCE_GROUP_NONE,
  .layout = WHENCE_LAYOUT_ORGANIC,
  .focus = WHENCE_NONE,
  .amounts = TRUE,
  .amounts_scale = WHENCE_SCALE_LINEAR,
};

static double
get_scale (const WhencePictureOptions *options)
{
  return options->type == WHENCE_PICTURE_PNG ? options->scale : 1;
}

static gboolean
check_size (const WhencePictureOptions *options, GError **error)
{
  double scale = get_scale (options);
  double width = options->width * scale, height = options->height * scale;

  if (!(options->width >= LEAST_WIDTH && options->height >= LEAST_HEIGHT))
    g_set_error (error, WHENCE_EXPORT_ERROR, WHENCE_EXPORT_ERROR_SIZE,
                 _ ("The picture is too small: it must be at least %d × %d pixels"), LEAST_WIDTH,
                 LEAST_HEIGHT);
  else if (!(scale > 0 && width >= 1 && height >= 1))
    g_set_error (error, WHENCE_EXPORT_ERROR, WHENCE_EXPORT_ERROR_SIZE,
                 _ ("The scale must be greater than 0"));
  else if (!(width <= LONGEST_SIDE && height <= LONGEST_SIDE))
    g_set_error (error, WHENCE_EXPORT_ERROR, WHENCE_EXPORT_ERROR_SIZE,
                 _ ("The picture is too large: a side may have at most %d pixels"), LONGEST_SIDE);
  else if (options->type == WHENCE_PICTURE_PNG && !(ceil (width) * ceil (height) <= MOST_PIXELS))
    g_set_error (error, WHENCE_EXPORT_ERROR, WHENCE_EXPORT_ERROR_SIZE,
                 _ ("The picture is too large: it may have at most %d pixels in all"), MOST_PIXELS);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_cairo (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, WHENCE_EXPORT_ERROR, WHENCE_EXPORT_ERROR_DRAWING,
               _ ("The picture could not be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

static WhencePage *
make_page (WhenceScope *scope, const WhencePictureOptions *options, GCancellable *cancellable, GError **error)
{
  WhencePage *page = NULL;
  if (!check_size (options, error))
    return NULL;
  page = whence_page_new (scope, options, cancellable);
  if (page == NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error (error, WHENCE_EXPORT_ERROR, WHENCE_EXPORT_ERROR_DRAWING,
                 _ ("The picture could not be laid out"));
  return page;
}

static void
paint_with_cairo (const WhencePage *page, cairo_t *cr)
{
  g_autoptr (WhencePen) pen = whence_pen_new_cairo (cr);
  whence_page_paint (page, pen);
}

gboolean
whence_export_draw (WhenceScope *scope, const WhencePictureOptions *options, cairo_t *cr,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (WhencePage) page = make_page (scope, options, cancellable, error);
  if (page == NULL)
    return FALSE;
  paint_with_cairo (page, cr);
  return check_cairo (cairo_status (cr), error);
}

static char *
get_title (WhenceScope *scope)
{
  const char *title = whence_bundle_get_title (whence_scope_get_bundle (scope));
  return title != NULL ? whence_text_clean (title) : NULL;
}

/* --- PNG --- */

static GBytes *
make_png (const WhencePage *page, const WhencePictureOptions *options, const char *title,
          GCancellable *cancellable, GError **error)
{
  cairo_format_t format = options->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
  cairo_surface_t *surface = cairo_image_surface_create (format, (int) ceil (options->width * options->scale),
                                                         (int) ceil (options->height * options->scale));
  cairo_t *cr = cairo_create (surface);
  GBytes *bytes = NULL;

  cairo_scale (cr, options->scale, options->scale);
  paint_with_cairo (page, cr);
  if (check_cairo (cairo_status (cr), error))
    bytes = whence_png_encode (surface, options->scale, title, cancellable, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return bytes;
}

/* --- PDF --- */

static cairo_status_t
on_write (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_pdf (const WhencePage *page, const WhencePictureOptions *options, const char *title, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (on_write, bytes, options->width * PT_PER_PX,
                                                                  options->height * PT_PER_PX);
  cairo_t *cr = cairo_create (surface);

  /* From 1.5 on newer Cairos pack objects together, older ones do not: all say the same, and older readers
   * open it. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Whence");
  /* Else Cairo writes the time of day. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_scale (cr, PT_PER_PX, PT_PER_PX);
  paint_with_cairo (page, cr);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return check_cairo (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* --- SVG --- */

static GBytes *
make_svg (const WhencePage *page, WhenceScope *scope, const WhencePictureOptions *options, const char *title)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  const char *summary = whence_scope_get_summary (scope);
  g_autofree char *description = summary != NULL ? whence_text_clean (summary) : NULL;
  g_autoptr (WhencePen) pen = whence_pen_new_svg (options->width, options->height, title, description,
                                                  whence_bundle_get_language (bundle));
  whence_page_paint (page, pen);
  return whence_pen_finish_svg (pen);
}

GBytes *
whence_export_picture (WhenceScope *scope, const WhencePictureOptions *options, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (WhencePage) page = make_page (scope, options, cancellable, error);
  g_autofree char *title = page != NULL ? get_title (scope) : NULL;
  if (page == NULL)
    return NULL;
  switch (options->type)
    {
    case WHENCE_PICTURE_SVG:
      return make_svg (page, scope, options, title);
    case WHENCE_PICTURE_PDF:
      return make_pdf (page, options, title, error);
    case WHENCE_PICTURE_PNG:
    default:
      return make_png (page, options, title, cancellable, error);
    }
}
