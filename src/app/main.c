/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entry point: headless commands are served before any GTK initialisation. */
#include <stdlib.h>

int
main (int argc, char *argv[])
{
  return EXIT_SUCCESS;
}
