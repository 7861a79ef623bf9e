/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ranges of amounts of the filter: for each currency of the bundle a least and a greatest one. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_FILTER_AMOUNTS (whence_filter_amounts_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFilterAmounts, whence_filter_amounts, WHENCE, FILTER_AMOUNTS, GtkWidget)

WhenceFilterAmounts *whence_filter_amounts_new (WhenceDocument *document);

G_END_DECLS
