/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Amounts of money and quantities, as a source states them. Never summed or compared across currencies. */
#pragma once

#include "model/date.h"
#include "model/decimal.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_AMOUNT_HAS_LOW = 1 << 0,
  WHENCE_AMOUNT_HAS_HIGH = 1 << 1,
  WHENCE_AMOUNT_APPROXIMATE = 1 << 2, /* ±10 % unless low and high say otherwise */
} WhenceAmountFlags;

typedef struct
{
  WhenceDecimal value, low, high;
  const char *currency; /* ISO 4217 or as the file has it; for a quantity its unit */
  const char *of;       /* quantities only: what is counted, or NULL */
  guint8 flags;         /* WhenceAmountFlags */
} WhenceAmount;

typedef enum
{
  WHENCE_AMOUNT_TEXT_SHORT, /* on a mark: "$14.3 B", "€2 M", "CHF 300 k": three significant digits */
  WHENCE_AMOUNT_TEXT_LONG,  /* in the inspector: "$14.3 billion", "about $14 billion (13 to 15)" */
  WHENCE_AMOUNT_TEXT_FULL,  /* every digit: "$14,300,000,000" */
} WhenceAmountText;

/* Only the short style rounds. Transfer full. */
char *whence_amount_to_text (const WhenceAmount *amount, WhenceAmountText style);
/* "about 1,500 employees", "50 % of their positions". Transfer full. */
char *whence_quantity_to_text (const WhenceAmount *quantity);

/* CONFLICT when currencies are equal and the two cannot both be true; amounts in different currencies cannot
 * be compared and are COMPATIBLE. */
WhenceAgreement whence_amount_compare_readings (const WhenceAmount *a, const WhenceAmount *b);
/* Whether whatever @fine may be lies within what @wide may be; never across currencies. */
gboolean whence_amount_contains (const WhenceAmount *wide, const WhenceAmount *fine);

G_END_DECLS
