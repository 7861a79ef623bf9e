/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the records of a bundle were told to be by a date: a part of known-by.c. */
#pragma once

#include "model/known-by.h"

G_BEGIN_DECLS

/* @bundle, which @known_by is of, as it was told by then. Linear in the citations. Transfer full. */
WhenceBundle *whence_known_records_tell (const WhenceKnownBy *known_by, WhenceBundle *bundle);

G_END_DECLS
