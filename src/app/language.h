/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language of the interface and of pictures. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The person's own language, from the environment. Numbers stay as C writes them: people's texts come from
 * catalogues. */
void whence_language_init (void);

/* Before any text is asked for, if the language is to be forced later. */
void whence_language_expect_force (void);

/* The language of a picture: @locale ("de", "pt_BR", "C"; NULL: C), the same on a machine without that
 * locale. Before any thread. */
void whence_language_force (const char *locale);

G_END_DECLS
