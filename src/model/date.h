/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as EDTF writes them (ISO 8601-2:2019, Library of Congress EDTF, levels 0 to 2), and what they mean:
 * not a point but a stretch of possible instants for the start and for the end, each with its precision and
 * qualifiers.
 *
 * Instants are int64 seconds from 1970-01-01T00:00:00Z in the proleptic Gregorian calendar with a year 0 (= 1
 * BCE). A date without a time of day is never shifted by a time zone; a time of day with an offset is
 * converted to UTC. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The finest unit that a date names, from coarse to fine. */
typedef enum
{
  WHENCE_PRECISION_UNKNOWN, /* an open or unknown end */
  WHENCE_PRECISION_BILLION_YEARS,
  WHENCE_PRECISION_MILLION_YEARS,
  WHENCE_PRECISION_THOUSAND_YEARS,
  WHENCE_PRECISION_CENTURY,
  WHENCE_PRECISION_DECADE,
  WHENCE_PRECISION_YEAR,
  WHENCE_PRECISION_SEASON, /* seasons, quarters, quadrimesters, semestrals */
  WHENCE_PRECISION_MONTH,
  WHENCE_PRECISION_DAY,
  WHENCE_PRECISION_MINUTE,
  WHENCE_PRECISION_SECOND,
} WhencePrecision;

typedef enum
{
  WHENCE_QUALIFIER_NONE = 0,
  WHENCE_QUALIFIER_UNCERTAIN = 1 << 0,   /* "?" */
  WHENCE_QUALIFIER_APPROXIMATE = 1 << 1, /* "~"; "%" is both */
} WhenceQualifiers;

typedef enum
{
  WHENCE_BOUND_GIVEN,   /* earliest and latest are finite */
  WHENCE_BOUND_OPEN,    /* "..": there is no bound; it goes on */
  WHENCE_BOUND_UNKNOWN, /* empty side of a slash: there is a bound, nobody wrote it */
} WhenceBoundKind;

/* Open ends. They are never the instants of a given bound. */
#define WHENCE_INSTANT_BEFORE_ALL G_MININT64
#define WHENCE_INSTANT_AFTER_ALL G_MAXINT64

/* A stretch of time, [from, to). */
typedef struct
{
  gint64 from, to;
} WhencePeriod;

/* One end of a date: it lies in the half-open stretch [earliest, latest). A year is a year wide. For a bound
 * that is open or unknown, earliest and latest are WHENCE_INSTANT_BEFORE_ALL and WHENCE_INSTANT_AFTER_ALL. */
typedef struct
{
  gint64 earliest;
  gint64 latest;
  guint8 precision;  /* WhencePrecision */
  guint8 qualifiers; /* WhenceQualifiers */
  guint8 kind;       /* WhenceBoundKind */
  guint8 padding;
} WhenceBound;

typedef enum
{
  WHENCE_DATE_NONE,     /* no date at all */
  WHENCE_DATE_SINGLE,   /* one date: start and end are equal */
  WHENCE_DATE_INTERVAL, /* a/b: start is a, end is b */
  WHENCE_DATE_ONE_OF, /* [..]: start and end are both the stretch over all members; an open side stays open */
  WHENCE_DATE_ALL_OF, /* {..}: start is the first member in time, end the last */
} WhenceDateForm;

/* Conformance: EDTF levels 0, 1 and 2, or what Whence accepts beyond EDTF: intervals with times of day or
 * between years with "Y", times without seconds, qualified years with "Y" or significant digits. */
#define WHENCE_DATE_BEYOND_EDTF 3

typedef struct
{
  WhenceBound start;
  WhenceBound end;
  guint8 form;  /* WhenceDateForm */
  guint8 level; /* 0, 1, 2 or WHENCE_DATE_BEYOND_EDTF */
  guint8 has_time;
  guint8 padding;
} WhenceDate;

#define WHENCE_DATE_ERROR (whence_date_error_quark ())
GQuark whence_date_error_quark (void);

typedef enum
{
  WHENCE_DATE_ERROR_SYNTAX,     /* not an EDTF string */
  WHENCE_DATE_ERROR_IMPOSSIBLE, /* well formed, but there is no such day */
  WHENCE_DATE_ERROR_ORDER,      /* the end lies before the start */
  WHENCE_DATE_ERROR_RANGE,      /* beyond what 64 bits of seconds hold */
} WhenceDateError;

/* Parses the EDTF string @text. FALSE with @error set (a sentence that says what and, where the syntax is
 * wrong, at which character) and
 * @date untouched when it is not one. Linear in the length. */
gboolean whence_date_parse (const char *text, WhenceDate *date, GError **error);

typedef enum
{
  WHENCE_DATE_TEXT_SHORT, /* on a mark: "May 2024", "c. 1984", "13 Jun 2025" */
  WHENCE_DATE_TEXT_LONG,  /* in the inspector: "13 June 2025", "about 1984", "from 2016, end unknown" */
} WhenceDateText;

/* The EDTF string @text for people, in the language of the message catalogue ("about 1984", "spring 2001",
 * "44 BCE"). A string that is no EDTF comes back unchanged. Transfer full. */
char *whence_date_to_text (const char *text, WhenceDateText style);

/* A stretch of time for people: "2024", "May 2024", "13 June 2025", or from when to when. Transfer full. */
char *whence_period_to_text (WhencePeriod period, WhenceDateText style);
/* The same as EDTF: "2024", "2024-05", "2024-05-17", or an interval of days. Transfer full. */
char *whence_period_to_edtf (WhencePeriod period);

/* Proleptic Gregorian calendar. @year counts with a year 0; @month and @day from 1. All are exact over ±292e9
 * years. */
typedef struct
{
  gint64 year;
  int month, day, hour, minute, second;
} WhenceCivil;

WhenceCivil whence_instant_to_civil (gint64 instant);
/* Saturates at the ends of int64. Months and days out of their range carry over. */
gint64 whence_instant_from_civil (WhenceCivil civil);

/* Year for people: "2016", "44 BCE", "13.8 billion years BCE". Transfer full. */
char *whence_year_to_text (gint64 year);

/* What is known about something at an instant. */
typedef enum
{
  WHENCE_ACTIVITY_NOT,
  WHENCE_ACTIVITY_POSSIBLE, /* the precision or a qualifier does not allow to say */
  WHENCE_ACTIVITY_CERTAIN,
} WhenceActivity;

/* Whether a state with @date holds throughout (CERTAIN), at some time of (POSSIBLE) or not at all within the
 * stretch
 * [@from, @to). An interval holds certainly between the latest start and the earliest end; a single date is a
 * time within which the state is known to hold at some moment: certain nowhere, possible there. Without a
 * date: POSSIBLE. */
WhenceActivity whence_date_state_activity (const WhenceDate *date, gint64 from, gint64 to);

/* Whether an event with @date has happened by the end of the stretch [@from, @to): events count from their
 * date on. */
WhenceActivity whence_date_event_activity (const WhenceDate *date, gint64 from, gint64 to);

/* Whether its start is given and may lie after @instant, and whether its end is given and may lie before; a
 * qualified bound is wider than it is written. FALSE for a bound that is open or unknown: nothing is said of
 * it. */
gboolean whence_date_may_start_after (const WhenceDate *date, gint64 instant);
gboolean whence_date_may_end_before (const WhenceDate *date, gint64 instant);

/* By when: the end of a date. One that is qualified may have ended earlier or later than it is written. */
typedef struct
{
  gint64 sure,
    possible; /* the earliest and the latest instant that may be the end; equal where it is plain */
} WhenceCutoff;

/* FALSE where @date has no end: it is open, unknown or no date at all. */
gboolean whence_date_get_cutoff (const WhenceDate *date, WhenceCutoff *cutoff);

/* Whether all that @date stands for lies before @cutoff (CERTAIN), or none of it (NOT). An end that is open
 * never does; without a date: POSSIBLE. */
WhenceActivity whence_date_before_cutoff (const WhenceDate *date, WhenceCutoff cutoff);

/* The stretch [*@from, *@to) with which every stretch has something in common in which the state is not NOT;
 * without a date: all time. */
void whence_date_get_state_reach (const WhenceDate *date, gint64 *from, gint64 *to);
/* Within what, [*@from, *@to), the event took place, or began; without a date: all time. */
void whence_date_get_event_reach (const WhenceDate *date, gint64 *from, gint64 *to);
/* The event is NOT in a stretch that ends here or before, and in no later one. */
gint64 whence_date_get_event_begin (const WhenceDate *date);

/* Whether the two dates can be of the same thing. A coarser one that contains the finer agrees; so do
 * approximate and uncertain ones that come near: a qualifier widens a bound by its own width on either side.
 * An interval that was still open when a source wrote agrees with one that has ended since. */
typedef enum
{
  WHENCE_AGREEMENT_SAME,
  WHENCE_AGREEMENT_COMPATIBLE, /* one contains or overlaps the other */
  WHENCE_AGREEMENT_CONFLICT,
} WhenceAgreement;

WhenceAgreement whence_date_compare_readings (const WhenceDate *a, const WhenceDate *b);
/* Whether every instant that is possible by @fine is so by @coarse; neither is without a date. */
gboolean whence_date_contains (const WhenceDate *coarse, const WhenceDate *fine);

G_END_DECLS
