/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a bundle that a test has written down. */
#pragma once

#include <string.h>

#include "model/reader.h"

/* From a copy without its end: who reads beyond is found out. Transfer full. */
static inline WhenceBundle *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *exact = g_memdup2 (text, strlen (text));
  WhenceBundle *bundle = whence_reader_read_text (exact, strlen (text), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return bundle;
}

/* The same of one without a fault. */
static inline WhenceBundle *
read_sound_text (const char *text)
{
  WhenceBundle *bundle = read_text (text);
  guint n_problems;

  whence_bundle_get_problems (bundle, &n_problems);
  g_assert_cmpuint (n_problems, ==, 0);
  return bundle;
}
