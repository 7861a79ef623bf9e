/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts of a bundle in an order, for tables: dates by time, amounts by currency and value, words as the
 * language sorts them. */
#pragma once

#include <gio/gio.h>

#include "model/known-by.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_FACT_KEY_DATE,  /* by where it begins, then by where it ends */
  WHENCE_FACT_KEY_TYPE,  /* by its label */
  WHENCE_FACT_KEY_TITLE, /* by the words on the mark */
  WHENCE_FACT_KEY_STATUS,
  WHENCE_FACT_KEY_WHO,    /* by the name of the first who takes part, then of the second, … */
  WHENCE_FACT_KEY_AMOUNT, /* by currency, then by value; behind them shares without an amount */
  WHENCE_FACT_KEY_EVIDENCE,
  WHENCE_N_FACT_KEYS,
} WhenceFactKey;

/* All facts by @key. Those that are equal in it stay in the order of @before (all facts, or NULL: the order
 * of the file); those that have nothing there come last, also when
 * @descending. Evidence is that by the date of @known_by, or (NULL) all. O(n log n) at most, 32 bytes
 * a fact meanwhile, and its words where they are the key. NULL when cancelled. Transfer full. */
guint32 *whence_fact_sort (const WhenceBundle *bundle, const WhenceKnownBy *known_by, WhenceFactKey key,
                           gboolean descending, const guint32 *before, GCancellable *cancellable);

G_END_DECLS
