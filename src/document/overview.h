/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known of a bundle while it is being read: how many records there are so far, at which time its
 * facts are, and at which time, by a sample of the file, the others are to be expected. Immutable. */
#pragma once

#include <gio/gio.h>

#include "layout/time-tally.h"
#include "model/bundle.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_sources, n_entities, n_facts;
  WhenceTimeTally *counted;  /* never NULL */
  WhenceTimeTally *expected; /* NULL: there is no sample */
  double weight;             /* how many facts each of the expected ones stands for */
} WhenceOverview;

void whence_overview_free (WhenceOverview *overview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceOverview, whence_overview_free)

/* Makes overviews of a file in the thread that reads it; another thread takes the latest. */
typedef struct _WhenceOverviewMaker WhenceOverviewMaker;

/* @interval: µs between two overviews, at least. */
WhenceOverviewMaker *whence_overview_maker_new (gint64 interval);
void whence_overview_maker_free (WhenceOverviewMaker *maker);

/* First, before the file is read. Blocking. */
void whence_overview_maker_sample (WhenceOverviewMaker *maker, GFile *file, GCancellable *cancellable);
/* While it is read: a new overview, if the last one is so old. */
void whence_overview_maker_look (WhenceOverviewMaker *maker, const WhenceBundle *so_far);
/* From any thread: the latest one that has not been taken, or NULL. Transfer full. */
WhenceOverview *whence_overview_maker_take (WhenceOverviewMaker *maker);

G_END_DECLS
