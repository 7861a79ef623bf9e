/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A print, between who has it made and who shows it. */
#pragma once

#include "widgets/canvas-private.h"

G_BEGIN_DECLS

/* What a print depends on, beside the scene. */
typedef struct
{
  guint look;
  const WhenceStyle *style;
  int scale;
} WhenceCanvasPrintKey;

struct _WhenceCanvasPrint
{
  WhenceCanvasClass *klass;
  gpointer held;
  WhenceCanvasPrintKey key;
  int width, height;       /* px */
  WhenceCanvasPlace place; /* of what is held, in the print */
  guint8 *facts, *entities;
  gboolean dim_others;
  cairo_surface_t *surface;
  GdkTexture *texture; /* the same, where one was asked for */
};

/* canvas-print.c */
/* Frees it in a worker: its scene may be the last of its kind, and large, and no frame waits until it is
 * gone.
 */
void whence_canvas_print_free_apart (WhenceCanvasPrint *print);

/* canvas-print-show.c */
/* Where the print lies in the view. */
WhenceCanvasPlace whence_canvas_place_print (WhenceCanvas *canvas, const WhenceCanvasPrint *print);
/* Whether @print looks the same at both places. */
gboolean whence_canvas_print_is_at (const WhenceCanvasPrint *print, WhenceCanvasPlace a, WhenceCanvasPlace b);
/* Shows @print from now on, which it takes over: at once, or little by little instead of the last one. */
void whence_canvas_take_print (WhenceCanvas *canvas, WhenceCanvasPrint *print);
/* The last one is seen alone. */
void whence_canvas_stop_fade (WhenceCanvas *canvas);
void whence_canvas_show_print (WhenceCanvas *canvas, GtkSnapshot *snapshot);

G_END_DECLS
