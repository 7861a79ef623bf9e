/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * whence --export=OUT [options] FILE: a picture without a display. The same input and options give the same
 * bytes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As the person wrote them; NULL and FALSE: not given. Filenames are in the encoding of the file system. */
typedef struct
{
  char *out;
  char *type, *view, *size, *scale, *theme, *range, *as_of, *compare, *known_by, *focus, *hops, *group_by,
    *layout, *layers_by, *true_to, *size_by, *color_by, *seed, *locale, *today, *amounts, *amounts_scale,
    *amounts_currency;
  gboolean no_title, no_legend, no_sources, transparent, negated;
} WhenceExportArguments;

void whence_export_arguments_clear (WhenceExportArguments *arguments);

/* The name of an option that is given but means nothing without --export (or, where it @reviews, there);
 * NULL: none. */
const char *whence_export_arguments_stray (const WhenceExportArguments *arguments, gboolean reviews);

/* Draws @file. FALSE with @error set, and nothing written, when an option is wrong or anything fails. */
gboolean whence_command_export (const WhenceExportArguments *arguments, const char *file, GError **error);

G_END_DECLS
