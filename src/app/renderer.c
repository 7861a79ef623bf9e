/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Without a graphics device GL is drawn in software, at half the speed of Cairo; and where Cairo draws, GTK
 * need not load GL at all, which costs it more than all else that it does before the first window. */
#include "app/renderer.h"

#include <gtk/gtk.h>

#define MINOR_WITH_GDK_DISABLE 16

void
whence_renderer_choose (void)
{
  gboolean newer = gtk_get_minor_version () >= MINOR_WITH_GDK_DISABLE;

  if (g_getenv ("GSK_RENDERER") == NULL && !g_file_test ("/dev/dri", G_FILE_TEST_IS_DIR))
    g_setenv ("GSK_RENDERER", "cairo", TRUE);
  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") == 0)
    g_setenv (newer ? "GDK_DISABLE" : "GDK_DEBUG", newer ? "gl,vulkan" : "gl-disable", FALSE);
}
