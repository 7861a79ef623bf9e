/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a picture's options can be read before its file is: each FALSE and @error (G_OPTION_ERROR) says
 * which option is wrong and what it should be. */
#pragma once

#include "app/command-export.h"
#include "paint/export.h"

G_BEGIN_DECLS

/* Fills @options in but for what names entities, dates to look from, and currencies. */
gboolean whence_export_options_parse (const WhenceExportArguments *a, WhencePictureOptions *options,
                                      GError **error);
/* From the earliest to the latest instant of a date. */
gboolean whence_option_parse_date (const char *option, const char *value, gint64 *from, gint64 *to,
                                   GError **error);

/* Always FALSE. @expected: in words, translated. */
gboolean whence_option_refuse (GError **error, const char *option, const char *value, const char *expected);
/* The same for an option that makes no sense without @other. */
gboolean whence_option_refuse_alone (GError **error, const char *option, const char *other);

G_END_DECLS
