/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Thousand, million, billion; or 万, 億, 兆: each language counts in steps of its own. A list of them is one
 * message of the catalogue, so that a translation can have other steps than English, and other words for one
 * and for many. */
#pragma once

#include "model/decimal.h"

G_BEGIN_DECLS

/* A list is written "3:# k|6:# M": from 10^3 on a number is told in units of 10^3, with # standing for it.
 * "6=1:# Million|6:# Millionen" has words of their own for exactly one, "6<2:# million|6:# millions" for less
 * than two. The exponents ascend. Each costs a pass over the list, a line of text. */

typedef enum
{
  WHENCE_NUMBER_SHORT, /* on marks: "3:# k|6:# M|…" */
  WHENCE_NUMBER_LONG,  /* "6:# million|…" */
} WhenceNumberScales;

/* The lists of the language for plain numbers. */
const char *whence_number_scales (WhenceNumberScales which);

/* The largest exponent of @list that @value is not smaller than; 0: it is smaller than all. */
int whence_number_scale_find (const char *list, WhenceDecimal value);

/* @value in units of 10^@exponent, at least so many digits after the decimal separator, in the words of
 * @list; without words where it has none for @exponent. Transfer full. */
char *whence_number_scale_write (const char *list, WhenceDecimal value, int exponent, guint n_fraction_min);

/* Whether @number, which is without blanks and separators, ends with what @list has after a #, blanks and
 * case aside; of several the longest. Takes it off and gives its exponent. */
gboolean whence_number_scale_take (const char *list, GString *number, int *exponent);

G_END_DECLS
