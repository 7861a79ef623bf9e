/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A first look into a large file, before it is read: the dates of the facts at evenly spaced places of it.
 * Tolerant, since it is no reading: what cannot be understood is passed over, and nothing is refused. */
#pragma once

#include <gio/gio.h>

#include "model/date.h"

G_BEGIN_DECLS

/* Called for each fact with a date that was found. */
typedef void (*WhenceSampleFunc) (const WhenceDate *date, gpointer user_data);

/* How many dated facts of @file, JSON or JSON Lines, stand for each that was found, about; 0: none was found,
 * or the file is so small that it is read as fast, or it is on no disk of this machine. Blocking; a few
 * megabytes at most are read, in the order of the file. */
double whence_sample_file (GFile *file, WhenceSampleFunc found, gpointer user_data,
                           GCancellable *cancellable);

G_END_DECLS
