/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists in words, as the language puts them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds @item to the list that @text is, which may be empty yet: "Ann", "Ann, Bob". */
void whence_text_list_add (GString *text, const char *item);

G_END_DECLS
