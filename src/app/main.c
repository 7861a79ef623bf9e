/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entry point. Headless commands are served before any GTK initialisation: they need no display and never
 * reach a window that is open already. */
#include <malloc.h>
#include <stdlib.h>

#include "app/application.h"
#include "app/command-line.h"
#include "app/language.h"
#include "app/renderer.h"
#include "paint/image.h"
#include "paint/pen-backs.h"
#include "widgets/jpeg.h"

/* Frames of a window are large blocks that come and go: giving them back to the kernel each time costs as
 * many page faults as drawing them costs otherwise (×1.7 to 1.9 on X11). */
static void
tune_memory (void)
{
#ifdef M_MMAP_THRESHOLD
  mallopt (M_MMAP_THRESHOLD, 32 << 20);
  mallopt (M_TRIM_THRESHOLD, 512 << 20);
  mallopt (M_TOP_PAD, 64 << 20);
#endif
}

int
main (int argc, char *argv[])
{
  g_autoptr (WhenceApplication) application = NULL;
  int status = EXIT_SUCCESS;

  whence_language_init ();
  whence_fonts_init ();
  whence_image_set_jpeg_func (whence_jpeg_decode);
  if (whence_command_line_serve (argc, argv, &status))
    return status;

  tune_memory ();
  whence_renderer_choose ();
  application = whence_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
