/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the reader had to say about a file: each problem with its place. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

/* A window over @parent that lists the problems of the document's bundle. */
GtkWidget *whence_problems_dialog_new (GtkWindow *parent, WhenceDocument *document);

G_END_DECLS
