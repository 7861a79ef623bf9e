/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters of other scripts in Latin ones, as names are usually written in English: enough to find that two
 * spellings may be of the same name, not to show to anybody. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Scripts that hardly write vowels: only consonants can be compared. */
gboolean whence_letter_is_abjad (gunichar letter);

/* Appends @letter, which is folded and decomposed, to @latin: a Latin letter or digit as it is, Cyrillic,
 * Greek, Arabic and Hebrew ones by what they sound like. FALSE for any other; nothing is appended then.
 * @first: the letter begins its word. */
gboolean whence_letter_to_latin (gunichar letter, gboolean first, GString *latin);

G_END_DECLS
