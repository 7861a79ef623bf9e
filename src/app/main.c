/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entry point. Headless commands are served before any GTK initialisation: they need no display and never
 * reach a window that is open already. */
#include <stdlib.h>

#include "app/application.h"
#include "app/command-line.h"
#include "app/language.h"
#include "app/memory.h"
#include "app/renderer.h"
#include "app/theme.h"
#include "paint/image.h"
#include "paint/pen-backs.h"
#include "widgets/jpeg.h"

int
main (int argc, char *argv[])
{
  g_autoptr (WhenceApplication) application = NULL;
  int status = EXIT_SUCCESS;

  whence_language_init ();
  whence_image_set_jpeg_func (whence_jpeg_decode);
  if (whence_command_line_serve (argc, argv, &status))
    return status;

  whence_memory_tune ();
  whence_renderer_choose ();
  whence_theme_spare ();
  whence_fonts_begin ();
  application = whence_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
