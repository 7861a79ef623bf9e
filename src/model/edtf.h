/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The syntax of EDTF: a string taken apart into its components, exactly as written and without saying what
 * they mean. Shared by the two readers of dates: the one that computes bounds (date.c) and the one that makes
 * text (date-text.c). */
#pragma once

#include "model/date.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_ZONE_LOCAL, /* none written: never shifted */
  WHENCE_ZONE_UTC,   /* "Z" */
  WHENCE_ZONE_OFFSET,
} WhenceZone;

/* One date. Masked digits are 'X'; the short forms "19" and "193" are filled up with them. */
typedef struct
{
  guint8 kind;       /* WhenceBoundKind; the rest is empty unless WHENCE_BOUND_GIVEN */
  guint8 level;      /* as in WhenceDate */
  guint8 qualifiers; /* WhenceQualifiers of all its components together */
  guint8 n_written;  /* digits of the year that were written: 2 (century), 3 (decade), 4, or 0 after "Y" */
  gboolean negative;
  gint64 magnitude;  /* of the year without its sign; 0 for masked digits */
  guint exponent;    /* of a year after "Y" */
  guint significant; /* digits after "S", or 0 */
  char year[4];      /* empty after "Y" */
  char month[2];     /* empty when absent, like day; empty for a season */
  char day[2];
  guint8 season; /* 21 to 41, or 0 */
  guint8 has_time, has_seconds;
  guint8 hour, minute, second; /* 24:00:00 is kept as written */
  guint8 zone;                 /* WhenceZone */
  gint16 offset;               /* minutes east of UTC */
} WhenceEdtfDate;

/* A member of a set, or the two ends of an interval: from..to, or a single date (then to is not used). */
typedef struct
{
  WhenceEdtfDate from, to;
  gboolean is_range;
} WhenceEdtfSpan;

typedef struct
{
  WhenceDateForm form;
  guint level;
  WhenceEdtfSpan span; /* SINGLE and INTERVAL */
  GArray *members;     /* of WhenceEdtfSpan: ONE_OF and ALL_OF, else NULL */
} WhenceEdtf;

/* Takes @text apart. FALSE with @error set, and @edtf empty, when the syntax is wrong or a number is out of
 * its range. Whether there is such a day, and the order of the ends, are for date.c to say. Linear. */
gboolean whence_edtf_parse (const char *text, WhenceEdtf *edtf, GError **error);
void whence_edtf_clear (WhenceEdtf *edtf);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WhenceEdtf, whence_edtf_clear)

/* Whether one of the @n places is masked, or one of a date that is written without "Y". */
gboolean whence_edtf_has_mask (const char *places, guint n);
gboolean whence_edtf_is_masked (const WhenceEdtfDate *date);
/* The number of a month or a day without masked digits; 0 when it is absent. */
int whence_edtf_number (const char places[2]);

/* What a given date stands for: the bound, and the first instant of its last reading (1984-11-XX: of 30
 * November). FALSE with @error set when there is no such day or it is beyond what 64 bits of seconds hold. */
gboolean whence_edtf_resolve (const WhenceEdtfDate *date, WhenceBound *bound, gint64 *last_begin,
                              GError **error);

G_END_DECLS
