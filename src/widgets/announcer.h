/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says to assistive technology what others see: that a story is there, how much a search has found. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The voice of a window; it draws nothing and takes no room. */
#define WHENCE_TYPE_ANNOUNCER (whence_announcer_get_type ())
G_DECLARE_FINAL_TYPE (WhenceAnnouncer, whence_announcer, WHENCE, ANNOUNCER, GtkWidget)

/* Says @text with the voice of the window that @widget is in; nothing where that has none. Politely: after
 * what is being read. */
void whence_announce (GtkWidget *widget, const char *text);

/* FALSE: the version of GTK has no announcements, only changed names, which not everybody is told. */
gboolean whence_announcer_speaks (void);

G_END_DECLS
