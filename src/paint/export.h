/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture that stands alone: title, drawing, legend of exactly the encodings in use, numbered sources, what
 * is not shown. The same page as PNG, SVG and PDF, from the same painters; needs no display. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "layout/amounts-scene.h"
#include "layout/graph-look-make.h"
#include "layout/graph-scene.h"
#include "layout/timeline-scene.h"
#include "paint/style.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_PICTURE_PNG,
  WHENCE_PICTURE_SVG,
  WHENCE_PICTURE_PDF,
} WhencePictureType;

typedef enum
{
  WHENCE_SHOW_TIMELINE = 1 << 0,
  WHENCE_SHOW_GRAPH = 1 << 1,
  WHENCE_SHOW_BOTH = WHENCE_SHOW_TIMELINE | WHENCE_SHOW_GRAPH,
} WhenceShow;

typedef struct
{
  WhencePictureType type;
  WhenceShow show;
  double width, height; /* CSS px; PDF 0.75 pt each */
  double scale;         /* PNG only: device pixels a CSS pixel */
  WhenceTheme theme;
  gboolean title, legend, sources, transparent;
  WhenceGrouping grouping;
  WhenceLayoutKind layout;
  WhenceFaith faith; /* of the organic layout */
  guint32 seed;
  WhenceNodeSize node_size; /* what the size and the colour of nodes say */
  WhenceNodeColor node_color;
  gboolean negated;               /* the graph shows what is said not to be so */
  guint32 focus;                  /* entity, or WHENCE_NONE */
  gint64 range_from, range_to;    /* of the timeline; equal: fit */
  GFile *file;                    /* of the bundle, beside which its pictures lie, or NULL; not owned */
  WhenceGraphSubset *subset;      /* of the graph to draw, or NULL: all; not owned */
  WhenceArrangement *arrangement; /* to draw, or NULL to lay out; not owned */
  WhenceSceneTies *ties;          /* of a scene of this graph, to save time, or NULL; not owned */
  WhenceGraphLook *look;          /* made of the two above; not owned */
  gboolean amounts;               /* the amounts track below the timeline, where there are any and room */
  const guint32 *amounts_of;      /* entities whose amounts; none: those with most; not owned */
  guint n_amounts_of;
  WhenceValueScale amounts_scale;
  const char *amounts_currency; /* this one alone; NULL: all that there is room for; not owned */
} WhencePictureOptions;

extern const WhencePictureOptions whence_picture_defaults; /* both views, 1280 × 800, light, everything on */

#define WHENCE_EXPORT_ERROR (whence_export_error_quark ())
GQuark whence_export_error_quark (void);
typedef enum
{
  WHENCE_EXPORT_ERROR_SIZE, /* smaller than a title, or beyond 32,767 device pixels */
  WHENCE_EXPORT_ERROR_DRAWING,
} WhenceExportError;

/* The bytes of the picture; the same input gives the same bytes. NULL with @error set. Transfer full. */
GBytes *whence_export_picture (WhenceScope *scope, const WhencePictureOptions *options,
                               GCancellable *cancellable, GError **error);

/* Draws the page of @options on @cr, for the preview in the export dialog and for the printer. */
gboolean whence_export_draw (WhenceScope *scope, const WhencePictureOptions *options, cairo_t *cr,
                             GCancellable *cancellable, GError **error);

G_END_DECLS
