/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts of a bundle as a list model: a row knows its bundle and its index, and is made when somebody asks.
 * Signal "rows-changed": rows that somebody holds are of other facts. */
#pragma once

#include <gio/gio.h>

#include "model/known-by.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_FACT_ROW (whence_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFactRow, whence_fact_row, WHENCE, FACT_ROW, GObject)

struct _WhenceFactRow
{
  GObject parent_instance;
  WhenceBundle *bundle;
  WhenceKnownBy *known_by; /* or NULL */
  guint32 fact;
  GHashTable *held; /* of its model, which it is in */
};

#define WHENCE_TYPE_FACTS_MODEL (whence_facts_model_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFactsModel, whence_facts_model, WHENCE, FACTS_MODEL, GObject)

WhenceFactsModel *whence_facts_model_new (void);
/* From now on a row stands for its place: when the facts are others it is kept, and is of another one. Nobody
 * is told of items then but of more or fewer at the end, and of the rest by "rows-changed". */
void whence_facts_model_keep_rows (WhenceFactsModel *self);
/* These facts of @bundle, in this order, as they were known by a date or (NULL) are; the array is copied. */
void whence_facts_model_set_facts (WhenceFactsModel *self, WhenceBundle *bundle,
                                   const WhenceKnownBy *known_by, const guint32 *facts, guint n_facts);

/* The same, taking over @facts. FALSE: the list is just that already, and nothing happens. */
gboolean whence_facts_model_take_facts (WhenceFactsModel *self, WhenceBundle *bundle,
                                        const WhenceKnownBy *known_by, guint32 *facts, guint n_facts);

/* Whether the list is of the records of this bundle, whatever is told of them. */
gboolean whence_facts_model_is_of_records (WhenceFactsModel *self, WhenceBundle *bundle);
/* Whether the list is of this bundle as it was known by that date. */
gboolean whence_facts_model_is_of (WhenceFactsModel *self, WhenceBundle *bundle,
                                   const WhenceKnownBy *known_by);
/* All of them, in their order. Transfer none, valid until they are others. */
const guint32 *whence_facts_model_get_facts (WhenceFactsModel *self, guint *n_facts);
guint32 whence_facts_model_get_fact (WhenceFactsModel *self, guint position);
/* Where the fact is, or G_MAXUINT. Constant after the first time, when the list is in no order; logarithmic
 * when it is in that of the bundle. */
guint whence_facts_model_find (WhenceFactsModel *self, guint32 fact);

G_END_DECLS
