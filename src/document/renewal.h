/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What another state of the story brings with it: where its records are, and what is shown of them by what
 * was chosen. Worked out by whoever reads the file, so that the window does not wait for it. */
#pragma once

#include "document/document.h"
#include "document/outlook.h"
#include "model/translation.h"

G_BEGIN_DECLS

typedef struct
{
  WhenceBundle *from, *to;
  WhenceTranslation *translation;
  WhenceFilter *chosen, *filter; /* as it was chosen, of @from; of @to */
  gboolean aside;
  char *date;            /* by which things are to be known, or NULL */
  WhenceOutlook outlook; /* of @to */
  WhenceScope *scope;    /* that follows from it; NULL: not worked out */
  guint n_hidden;
} WhenceRenewal;

/* What is chosen now. Transfer full. */
WhenceRenewal *whence_renewal_new (WhenceDocument *document);
void whence_renewal_free (WhenceRenewal *renewal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceRenewal, whence_renewal_free)

/* Once, in whichever thread. Linear in the records. FALSE: it was cancelled. */
gboolean whence_renewal_work_out (WhenceRenewal *renewal, WhenceBundle *to, GCancellable *cancellable);
/* Whether it is of what is chosen now, but for the date that is looked at. */
gboolean whence_renewal_is_current (const WhenceRenewal *renewal, WhenceDocument *document);

G_END_DECLS
