/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK reads its own theme when its settings are first asked for, in 4 ms, and libadwaita replaces it by an
 * empty one a moment later. GTK has that one from the start when the environment says so; but libadwaita must
 * not see it there, or it takes it for the wish of a person and brings no theme at all. Invariant: a theme
 * that a person has asked for stays; where there is no such empty theme, all is as without this. */
#include "app/theme.h"

#include <gtk/gtk.h>

#define VARIABLE "GTK_THEME"
#define EMPTY "Adwaita-empty"

static gboolean spared;

void
whence_theme_spare (void)
{
  if (g_getenv (VARIABLE) != NULL)
    return;
  spared = g_setenv (VARIABLE, EMPTY, TRUE);
}

void
whence_theme_begin (void)
{
  if (!spared)
    return;
  if (gtk_init_check ())
    gtk_settings_get_default ();
  /* The last one in the environment: for threads that read it, nothing else moves. */
  g_unsetenv (VARIABLE);
  spared = FALSE;
}
