/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records as JSON text. */
#pragma once

#include "model/bundle-private.h"

G_BEGIN_DECLS

/* Appends the record as compact JSON: its kept text, or what its shape and packed values give. */
void whence_append_record_json (const WhenceBundle *bundle, WhenceRecordKind kind, guint32 index,
                                GString *out);

G_END_DECLS
