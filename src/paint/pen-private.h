/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a back of the pen provides. A back embeds WhencePen as its first member. What reaches it is checked:
 * paths are finite and not empty, texts not empty and clean, strokes wider than nothing, links http or https.
 */
#pragma once

#include "paint/pen.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean names_groups; /* ids, titles and descriptions are written */
  void (*free) (WhencePen *pen);
  void (*push_group) (WhencePen *pen, const WhenceGroup *group);
  void (*pop_group) (WhencePen *pen);
  void (*push_opacity) (WhencePen *pen, double opacity);
  void (*pop_opacity) (WhencePen *pen);
  void (*push_clip) (WhencePen *pen, WhenceRect rect);
  void (*pop_clip) (WhencePen *pen);
  void (*push_transform) (WhencePen *pen, double dx, double dy, double scale);
  void (*pop_transform) (WhencePen *pen);
  void (*fill) (WhencePen *pen, const WhencePath *path, const WhenceFill *fill);
  void (*stroke) (WhencePen *pen, const WhencePath *path, const WhenceStroke *stroke);
  /* FALSE: it cannot, so it is to be stroked or filled. NULL: it never can. */
  gboolean (*hairline) (WhencePen *pen, const WhencePoint *curve, WhenceColor color, double width);
  /* The same for lines of which any may be unfit to be drawn; NULL: one by one. */
  gboolean (*hairlines) (WhencePen *pen, const WhenceHairline *lines, guint32 n);
  gboolean (*dot) (WhencePen *pen, double x, double y, double radius, WhenceColor color);
  void (*text) (WhencePen *pen, const WhenceTextRun *run);
  void (*image) (WhencePen *pen, const WhenceImage *image, WhenceRect rect, const WhencePath *shape);
} WhencePenBack;

struct _WhencePen
{
  const WhencePenBack *back;
  WhencePath *scratch;       /* or NULL */
  GCancellable *cancellable; /* or NULL; not owned */
};

gboolean whence_hairline_is_drawable (const WhencePoint curve[4], WhenceColor color, double width);

G_END_DECLS
