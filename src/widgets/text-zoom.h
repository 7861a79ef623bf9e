/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows one child as much larger as the desktop wants its text. Painted pictures count in pixels; in here
 * their pixels grow with the text around them, and all else with them: lines, signs, what can be touched. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WHENCE_TYPE_TEXT_ZOOM (whence_text_zoom_get_type ())
/* Property "child". */
G_DECLARE_FINAL_TYPE (WhenceTextZoom, whence_text_zoom, WHENCE, TEXT_ZOOM, GtkWidget)

/* How much larger than usual the desktop wants the text that @widget is near; 1: as usual. */
double whence_text_zoom_get (GtkWidget *widget);
/* Device pixels a unit of @widget, inside of a zoom too; rounded up. */
int whence_text_zoom_get_scale (GtkWidget *widget);

G_END_DECLS
