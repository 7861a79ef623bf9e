/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that dates for people are made of: days, months, seasons, centuries, years. All come from the
 * message catalogue and none from the C library's locale, so that a language needs nothing but its
 * translation. */
#pragma once

#include "model/edtf.h"

G_BEGIN_DECLS

/* Years are signed, with a year 0; months and days from 1. Transfer full, all of them. */
char *whence_day_name (gint64 year, int month, int day, WhenceDateText style); /* "13 Jun 2025" */
char *whence_month_name (gint64 year, int month, WhenceDateText style);        /* "June 2025" */
/* The same in the form that it has after "since" or "until". */
char *whence_month_name_after_word (gint64 year, int month, WhenceDateText style);
char *whence_day_name_without_year (int month, int day,
                                    WhenceDateText style); /* "25 December"; @day may be 0 */
char *whence_season_name (guint season, const char *year, WhenceDateText style); /* 21 to 41, "spring 2001" */
char *whence_season_name_without_year (guint season, WhenceDateText style);
char *whence_exact_year_name (gint64 year); /* "66,000,000 BCE" */
/* Whether whence_year_to_text() counts it from today, and such a year with "about". */
gboolean whence_year_is_remote (gint64 year);
char *whence_about_remote_year_name (gint64 year);             /* "about 66 million years ago" */
char *whence_count_name (gint64 number);                       /* "9999", "10,000" */
char *whence_decade_name (gint64 first_year);                  /* "2010s", "2020–2011 BCE" */
char *whence_century_name (gint64 first_year);                 /* "20th century" */
char *whence_years_name (gint64 first_year, gint64 last_year); /* "1000–1999", "2020–2011 BCE" */

/* Where a date stands: some languages decline it after "since" or "until". */
typedef enum
{
  WHENCE_DATE_ALONE,
  WHENCE_DATE_AFTER_WORD,
} WhenceDatePlace;

/* One date with what qualifies it: "about June 2025"; NULL when there is no such date. Transfer full. */
char *whence_date_name (const WhenceEdtfDate *date, WhenceDateText style, WhenceDatePlace place);
/* Whether its words are neither digits nor months, so that no word such as "since" can stand before them in
 * all languages: "2010s", "spring 2001", "66 million years ago". */
gboolean whence_date_has_words_of_its_own (const WhenceEdtfDate *date);

/* A date with masked digits, and only the year of one; NULL when there is no such date. Transfer full. */
char *whence_masked_date_name (const WhenceEdtfDate *date, WhenceDateText style);
char *whence_masked_year_name (const WhenceEdtfDate *date, WhenceDateText style);

G_END_DECLS
