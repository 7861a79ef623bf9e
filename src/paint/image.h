/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture that a bundle names, decoded once, small enough for a node, without the notes that cameras leave
 * in files. Immutable, reference counted, shared between threads. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _WhenceImage WhenceImage;

/* How the pixels of a JPEG come about: @width × @height of them into @rgba, not premultiplied and without
 * padding; FALSE when @bytes is damaged or of another size. Of any thread. There is none at first, so that
 * nothing below the widgets needs their toolkit; every program that shows pictures sets one as it starts. */
typedef gboolean (*WhenceJpegFunc) (GBytes *bytes, int width, int height, guint8 *rgba);
void whence_image_set_jpeg_func (WhenceJpegFunc func);

/* Decodes PNG or JPEG of at most 4,096 px a side and turns it upright. NULL with a G_IO_ERROR when @bytes is
 * neither, is damaged or larger; the message is a sentence for people. Transfer full. */
WhenceImage *whence_image_new (GBytes *bytes, GError **error);
WhenceImage *whence_image_ref (WhenceImage *image);
void whence_image_unref (WhenceImage *image);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceImage, whence_image_unref)

#define WHENCE_IMAGE_SIDE 192 /* px: the shorter side is at most this */

void whence_image_get_size (const WhenceImage *image, int *width, int *height);
/* A surface of the caller's own over the same pixels, valid while @image lives: Cairo's are not for two
 * threads. Transfer full. */
cairo_surface_t *whence_image_create_surface (const WhenceImage *image);
/* As a PNG file; the same picture gives the same bytes. Transfer none. */
GBytes *whence_image_get_png (const WhenceImage *image);

G_END_DECLS
