/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application: windows, each with one bundle, and what they share. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WHENCE_TYPE_APPLICATION (whence_application_get_type ())
G_DECLARE_FINAL_TYPE (WhenceApplication, whence_application, WHENCE, APPLICATION, AdwApplication)

/* Transfer full. */
WhenceApplication *whence_application_new (void);

/* Opens @file: in the window that has it already, else in @window if that is empty, else in a new one.
 * @window may be NULL. */
void whence_application_open_file (WhenceApplication *self, GFile *file, GtkWindow *window);

G_END_DECLS
