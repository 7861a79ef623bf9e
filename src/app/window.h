/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window: one bundle, its views and the inspector. */
#pragma once

#include <adwaita.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_WINDOW (whence_window_get_type ())
G_DECLARE_FINAL_TYPE (WhenceWindow, whence_window, WHENCE, WINDOW, AdwApplicationWindow)

/* @origin is the window from which it was opened, where a failure is told; or NULL. */
WhenceWindow *whence_window_new (GtkApplication *application, WhenceWindow *origin);

GFile *whence_window_get_file (WhenceWindow *self);    /* also while it is being loaded; NULL: none */
gboolean whence_window_is_vacant (WhenceWindow *self); /* nothing in it and nothing on its way */
/* Selects the entity with that id and brings it into view; at once, or when the story is there. */
void whence_window_go_to_entity (WhenceWindow *self, const char *id);
void whence_window_load (WhenceWindow *self, GFile *file);

G_END_DECLS
