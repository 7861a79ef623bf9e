/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the programs that measure a window share: processor time, medians, frames that are waited for. */
#pragma once

#include <adwaita.h>

#include "widgets/canvas.h"

G_BEGIN_DECLS

/* Processor seconds, user and system: of the whole process, or of this thread alone. */
double meter_cpu (void);
double meter_thread_cpu (void);

/* Prints "NAME": {"median": …, "low": …, "p99": …, "high": …, "n": …} of ms, which it sorts. */
void meter_print (const char *name, GArray *ms);

/* Makes @move @n_drop + @n times, each in a frame of its own, and gives the processor ms from before-paint to
 * after-paint, the server's work waited for, of the last @n: of the process, and of the main thread if
 * @thread is not NULL. */
typedef void (*MeterMove) (gpointer data, guint nth);
void meter_frames (GtkWidget *widget, MeterMove move, gpointer data, guint n_drop, guint n, GArray *ms,
                   GArray *thread);

/* Lets the main loop run until @canvas shows what it should, at most a minute; how long it took, ms. */
double meter_settle (WhenceCanvas *canvas);

/* As main() does it for every window. */
void meter_init (void);

/* A bare window of that size around @child. Transfer none. */
GtkWindow *meter_show (GtkWidget *child, int width, int height);

/* A widget whose frame is cleared with Cairo, and nothing else. */
GtkWidget *meter_blank_new (void);

G_END_DECLS
