/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exact decimal numbers, for money, shares and quantities: coefficient × 10^exponent, never a binary float.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Normal form: the coefficient has no trailing zero (0 is 0 × 10^0), so equal values have equal members. */
typedef struct
{
  gint64 coefficient;
  gint32 exponent;
} WhenceDecimal;

/* Parses the JSON number @text (RFC 8259 grammar). FALSE when it is none, or when it has more than 18
 * significant digits or an exponent beyond ±400: it cannot be kept exactly. */
gboolean whence_decimal_parse (const char *text, gsize length, WhenceDecimal *decimal);

/* @coefficient × 10^@exponent in normal form, for constants and small sums: both within what a decimal keeps.
 */
WhenceDecimal whence_decimal_make (gint64 coefficient, int exponent);

/* -1, 0 or 1; exact at any distance of the exponents. */
int whence_decimal_compare (WhenceDecimal a, WhenceDecimal b);

/* Exact sum; FALSE when it does not fit. */
gboolean whence_decimal_add (WhenceDecimal a, WhenceDecimal b, WhenceDecimal *sum);
/* Exact product; FALSE when it does not fit. */
gboolean whence_decimal_multiply (WhenceDecimal a, WhenceDecimal b, WhenceDecimal *product);

/* For geometry only (bar lengths, weights): the nearest double. */
double whence_decimal_to_double (WhenceDecimal decimal);

/* How many digits the whole part has: 3 for 999, 0 for 0.49, -1 for 0.049. 0 for 0. */
int whence_decimal_whole_digits (WhenceDecimal decimal);

/* The value rounded to a multiple of 10^@exponent, halves away from zero. */
WhenceDecimal whence_decimal_round (WhenceDecimal decimal, int exponent);

/* JSON number with the same value: plain digits, or an exponent where they were more than 24. Transfer full.
 */
char *whence_decimal_to_json (WhenceDecimal decimal);

/* For people, digits grouped as the message catalogue says: "1,500", "0.49". Transfer full. */
char *whence_decimal_to_text (WhenceDecimal decimal);
/* The same with at least so many digits after the decimal separator: "12.50". Transfer full. */
char *whence_decimal_to_text_padded (WhenceDecimal decimal, guint n_fraction_min);
/* The same, with groups from so many digits before the decimal separator on. Transfer full. */
char *whence_decimal_to_text_grouped (WhenceDecimal decimal, guint n_fraction_min, int fewest_digits);

/* A number as people type it: digits with the separators of the message catalogue, blanks anywhere, and the
 * letter k, M, B or T for thousands, millions, billions or trillions, or what the language writes for them,
 * in any case: "1,500", "14.3 B", "14.3 billion". FALSE: it is none. */
gboolean whence_decimal_from_text (const char *text, WhenceDecimal *decimal);

/* A share as percentage: 0.49 is "49 %". Transfer full. */
char *whence_share_to_text (WhenceDecimal share);
/* For marks: to the hundredth of a percent, unless that makes it nothing or all: "33.33 %". */
char *whence_share_to_text_short (WhenceDecimal share);

G_END_DECLS
