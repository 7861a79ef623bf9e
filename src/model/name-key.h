/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name reduced to what can be compared: its words without case, accents, titles and legal forms, in Latin
 * letters, each with how it sounds and with its consonants. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *latin;      /* "khrushchev", or the letters as they are where the script is not known */
  char *sound;      /* what different ways to transliterate have in common: "krushev" */
  char *bones;      /* consonants of the sound: "krsv" */
  gboolean initial; /* one letter */
  gboolean abjad;   /* of a script that leaves vowels out */
  gboolean counts;  /* a number, or a Roman one: tells things apart that are called alike */
} WhenceNameWord;

typedef struct
{
  GArray *words;               /* WhenceNameWord */
  char *latin, *sound, *bones; /* all words in one */
  char *letters;               /* the first letter of each: of what is an acronym */
} WhenceNameKey;

typedef enum
{
  WHENCE_NAME_OF_PERSON,
  WHENCE_NAME_OF_BODY, /* a company, an authority …: has a legal form */
  WHENCE_NAME_OF_THING,
} WhenceNameKind;

/* Linear in the length of @name. */
void whence_name_key_init (WhenceNameKey *key, const char *name, WhenceNameKind kind);
void whence_name_key_clear (WhenceNameKey *key);

static inline const WhenceNameWord *
whence_name_key_word (const WhenceNameKey *key, guint i)
{
  return &g_array_index (key->words, WhenceNameWord, i);
}

/* How likely two names of that kind are spellings of one: 0 … 1; from WHENCE_NAMES_ALIKE on it is worth
 * asking a person. Order of words does not matter for people. O(words of a × words of b). */
#define WHENCE_NAMES_ALIKE 0.7
double whence_name_likeness (const WhenceNameKey *a, const WhenceNameKey *b, WhenceNameKind kind);

G_END_DECLS
