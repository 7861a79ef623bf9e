/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes in which symbols that occur often are short, as deflate wants them (RFC 1951, 3.2.2). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WHENCE_MOST_SYMBOLS 286

typedef struct
{
  guint16 bits[WHENCE_MOST_SYMBOLS];  /* the first bit lowest */
  guint8 length[WHENCE_MOST_SYMBOLS]; /* 0: it does not occur */
} WhencePrefixCode;

/* Fills @code for @n symbols, at least two, that occur @counts times, with no more than @most_bits bits each,
 * at most 15. At least two get a code. @counts is changed. O(n log n). */
void whence_prefix_code_init (WhencePrefixCode *code, guint32 *counts, guint n, guint most_bits);

G_END_DECLS
