/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stories that were open last, for the popover of the open button. Signal "chosen" (GFile). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WHENCE_TYPE_RECENT_LIST (whence_recent_list_get_type ())
G_DECLARE_FINAL_TYPE (WhenceRecentList, whence_recent_list, WHENCE, RECENT_LIST, GtkWidget)

GtkWidget *whence_recent_list_new (void);

G_END_DECLS
