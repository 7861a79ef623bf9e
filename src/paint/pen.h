/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pen: the thin drawing interface between painters and the outputs. One painter, two backs: Cairo
 * (screen, PNG, PDF, printer) and an SVG writer. Text stays text: string, font role, position and measured
 * width, never glyphs. */
#pragma once

#include "layout/geometry.h"
#include "layout/text.h"
#include "paint/image.h"
#include "paint/style.h"

G_BEGIN_DECLS

/* --- Paths: move, line, curve, close; built once, filled or stroked any number of times. --- */

typedef struct _WhencePath WhencePath;
WhencePath *whence_path_new (void);
void whence_path_free (WhencePath *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhencePath, whence_path_free)
void whence_path_clear (WhencePath *path); /* empty again, memory kept */
void whence_path_move_to (WhencePath *path, double x, double y);
void whence_path_line_to (WhencePath *path, double x, double y);
void whence_path_curve_to (WhencePath *path, double x1, double y1, double x2, double y2, double x, double y);
/* The whole curve of four points, by itself. */
void whence_path_curve (WhencePath *path, const WhencePoint *curve);
void whence_path_close (WhencePath *path);
void whence_path_rect (WhencePath *path, WhenceRect rect);
void whence_path_rounded (WhencePath *path, WhenceRect rect, double radius);
void whence_path_circle (WhencePath *path, double x, double y, double radius);
void whence_path_polygon (WhencePath *path, const WhencePoint *points, guint n_points);

/* --- Paints --- */

typedef enum
{
  WHENCE_FILL_SOLID,
  WHENCE_FILL_FADE,  /* linear, from color at (x0,y0) to color2 at (x1,y1): soft and fading ends */
  WHENCE_FILL_HATCH, /* diagonal lines of color on nothing, 5 px apart */
} WhenceFillKind;

typedef struct
{
  WhenceFillKind kind;
  WhenceColor color, color2;
  double x0, y0, x1, y1;
} WhenceFill;

#define WHENCE_SOLID(c) ((WhenceFill){ .kind = WHENCE_FILL_SOLID, .color = (c) })

typedef struct
{
  WhenceFill fill;
  double width;
  double dash[4]; /* on, off, …; all zero: solid */
  guint n_dash;
  gboolean round_caps;
} WhenceStroke;

typedef enum
{
  WHENCE_ALIGN_START, /* x is the left end of the text box */
  WHENCE_ALIGN_MIDDLE,
  WHENCE_ALIGN_END, /* x is its right end */
} WhenceAlign;

typedef struct
{
  const char *text;
  WhenceFont font;
  double x, baseline;
  double width; /* as measured; the SVG writer fixes textLength to it */
  WhenceAlign align;
  WhenceColor color;
  WhenceColor halo;  /* a = 0: none */
  double halo_width; /* px on each side */
  gboolean struck;   /* struck through: a negated fact */
  gboolean rtl;
  double angle; /* radians, clockwise about (x, baseline) */
} WhenceTextRun;

typedef struct
{
  const char *id;          /* record id; the SVG writer escapes it; NULL: none */
  const char *id_prefix;   /* "fact", "entity", "cluster": makes ids of different kinds differ */
  const char *css_class;   /* fixed words only */
  const char *title;       /* what a reader or a screen reader is told; NULL: none */
  const char *description; /* NULL: none */
  const char *link;        /* http or https only; NULL: none */
} WhenceGroup;

typedef struct _WhencePen WhencePen;

void whence_pen_free (WhencePen *pen);
/* Once @cancellable, which stays the caller's and outlives the pen, is cancelled, very many lines need not be
 * drawn any more: nobody will look. */
void whence_pen_set_cancellable (WhencePen *pen, GCancellable *cancellable);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhencePen, whence_pen_free)

void whence_pen_push_group (WhencePen *pen, const WhenceGroup *group);
void whence_pen_pop_group (WhencePen *pen);
/* Whether what a group is called is written anywhere; where it is not, nobody needs to find words. */
gboolean whence_pen_names_groups (const WhencePen *pen);
void whence_pen_push_opacity (WhencePen *pen, double opacity);
void whence_pen_pop_opacity (WhencePen *pen);
void whence_pen_push_clip (WhencePen *pen, WhenceRect rect);
void whence_pen_pop_clip (WhencePen *pen);
/* Everything until the matching pop is scaled, then moved. Uniform scale only. */
void whence_pen_push_transform (WhencePen *pen, double dx, double dy, double scale);
void whence_pen_pop_transform (WhencePen *pen);
void whence_pen_fill (WhencePen *pen, const WhencePath *path, const WhenceFill *fill);
void whence_pen_stroke (WhencePen *pen, const WhencePath *path, const WhenceStroke *stroke);
/* A thin line with cut ends, and a dot: strokes and fills like others, but of these there may be hundreds of
 * thousands, which the screen draws fast. */
void whence_pen_hairline (WhencePen *pen, const WhencePoint curve[4], WhenceColor color, double width);
typedef struct
{
  const WhencePoint *curve; /* four points; NULL: no line */
  WhenceColor color;
  double width;
} WhenceHairline;
/* The same for very many, in their order. */
void whence_pen_hairlines (WhencePen *pen, const WhenceHairline *lines, guint32 n);
void whence_pen_dot (WhencePen *pen, double x, double y, double radius, WhenceColor color);
void whence_pen_text (WhencePen *pen, const WhenceTextRun *run);
/* All lines of a block; (x, y) is the top of the box at the side that @align names. */
void whence_pen_text_block (WhencePen *pen, const WhenceTextBlock *block, double x, double y,
                            WhenceAlign align, WhenceColor color, WhenceColor halo);
/* The same, struck through: what is said not to be so. */
void whence_pen_struck_block (WhencePen *pen, const WhenceTextBlock *block, double x, double y,
                              WhenceAlign align, WhenceColor color, WhenceColor halo);
/* The middle of @image, as large as fills @rect, cut to @shape (NULL: to @rect). */
void whence_pen_image (WhencePen *pen, const WhenceImage *image, WhenceRect rect, const WhencePath *shape);

G_END_DECLS
