/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words put beside words as the language does: lists, lines of parts, sentences. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WHENCE_JOINT_LIST,      /* "Ann, Bob" */
  WHENCE_JOINT_PART,      /* "2025 · $14.3 billion · 49 %" */
  WHENCE_JOINT_NOTE,      /* the same, further apart, of what has parts itself */
  WHENCE_JOINT_SENTENCES, /* "One is hidden. Two are not." */
} WhenceJoint;

/* Adds @more to @text by @joint, which is left out where either is empty or @more NULL. */
void whence_text_join (GString *text, WhenceJoint joint, const char *more);

/* The same of two, of which either may be NULL. Transfer full; NULL: both are. */
char *whence_text_join_two (const char *text, WhenceJoint joint, const char *more);

/* What a heading says with how many stand below it: "Sources · 3". Transfer full. */
char *whence_text_count (const char *heading, guint n);

/* Adds @item to the list that @text is, which may be empty yet: "Ann", "Ann, Bob". */
void whence_text_list_add (GString *text, const char *item);

G_END_DECLS
