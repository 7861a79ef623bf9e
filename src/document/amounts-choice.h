/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the amounts track of a document shows: whether it is there, whose amounts, on which scale, in which
 * currency. Every change is a "notify::amounts" of the document; who is selected, and what the scope shows,
 * matters too, and has signals of its own. */
#pragma once

#include "document/document.h"
#include "layout/value-axis.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean hidden;
  GArray *entities; /* guint32, those chosen by hand; none: whoever is selected, else who has most amounts */
  WhenceValueScale scale;
  char *currency;        /* NULL: all that have room */
  GArray *ranked;        /* guint32, everybody with amounts in this scope; NULL: not known yet */
  guint8 *has_amounts;   /* for each entity of the bundle, while ranked is known */
  GCancellable *ranking; /* not NULL while a worker ranks; what is ranked is that of the scope before */
} WhenceAmountsChoice;

void whence_amounts_choice_init (WhenceAmountsChoice *choice);
void whence_amounts_choice_clear (WhenceAmountsChoice *choice);
/* Another bundle: who has amounts is to be found out anew. */
void whence_amounts_choice_forget (WhenceAmountsChoice *choice);
/* Another state of the bundle: who was chosen stays chosen, by id. */
void whence_amounts_choice_translate (WhenceAmountsChoice *choice, const WhenceBundle *from,
                                      const WhenceBundle *to);

/* --- Of a document ------------------------------------------------------------------------------- */

/* Another scope. Where there are many facts a worker ranks, and the old ranking is good until it has. */
void whence_document_rank_amounts_anew (WhenceDocument *document);

/* Whether there is anything that a track could show. Constant time after the first call. */
gboolean whence_document_has_amounts (WhenceDocument *document);
gboolean whence_document_get_amounts_shown (WhenceDocument *document); /* as wished, amounts or not */
void whence_document_set_amounts_shown (WhenceDocument *document, gboolean shown);

/* Whether the two below answer at once, as a frame needs it. FALSE: there are many facts, and a worker ranks;
 * there is a notify when it has. */
gboolean whence_document_knows_amounts (WhenceDocument *document);
/* Everybody with amounts, those with most first. Transfer none, valid until the next change. */
const guint32 *whence_document_rank_amounts (WhenceDocument *document, guint *n_entities);
/* Whose amounts are shown: those chosen, else those of the selection that have any, else the first of the
 * ranking; of none, all amounts. Transfer full (guint32). */
GArray *whence_document_dup_amounts_of (WhenceDocument *document);
gboolean whence_document_has_chosen_amounts (WhenceDocument *document); /* by hand */
/* None: whoever is selected, else those with most. */
void whence_document_choose_amounts_of (WhenceDocument *document, const guint32 *entities, guint n_entities);

WhenceValueScale whence_document_get_amounts_scale (WhenceDocument *document);
void whence_document_set_amounts_scale (WhenceDocument *document, WhenceValueScale scale);
/* NULL: all that have room. */
const char *whence_document_get_amounts_currency (WhenceDocument *document);
void whence_document_set_amounts_currency (WhenceDocument *document, const char *currency);

G_END_DECLS
