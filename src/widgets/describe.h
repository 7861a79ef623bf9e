/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts and entities in words, for tooltips and for assistive technology. Plain text, never markup. */
#pragma once

#include "layout/graph-paths.h"
#include "model/known-by.h"

G_BEGIN_DECLS

/* Title; date, amount and share; what the evidence is worth, by a date or (NULL) in all: one a line. Transfer
 * full. */
char *whence_describe_fact (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 fact);
/* What the evidence of a fact is worth, and whether it was known. Transfer full. */
char *whence_describe_evidence (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 fact);
/* The same without the title, and with type and participants, to be read aloud: "Investment, Meta, Scale AI,
 * 2025, $14.3 billion, 49 %, Two sources, not known to be independent". Transfer full. */
char *whence_describe_aloud (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 fact);
/* @text and @more as one list, either may be NULL. Frees @text. Transfer full. */
char *whence_describe_and (char *text, const char *more);
/* Date, worth and standing on one line. Transfer full. */
char *whence_describe_line (const WhenceBundle *bundle, guint32 fact);
/* Name; type and number of facts that were known. Transfer full. */
char *whence_describe_entity (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 entity);
/* Author, publisher, when it was published and read, on one line. Transfer full. */
char *whence_describe_origin (const WhenceBundle *bundle, guint32 source);
/* "$14.3 billion · 49 %", or NULL. Transfer full. */
char *whence_describe_worth (const WhenceFact *fact);
/* "Alleged", "Planned"…; for what is simply reported NULL. Not to be freed. */
const char *whence_status_label (WhenceStatus status);
/* How the title is to be read: "Said not to be so", "Denied", "Alleged · Said not to be so"; for
 * what is simply reported NULL. Transfer full. */
char *whence_describe_standing (const WhenceFact *fact);

/* The names along the i-th path, with arrows between them. Transfer full. */
char *whence_describe_path (const WhenceBundle *bundle, const WhenceGraphPaths *paths, guint i);

G_END_DECLS
