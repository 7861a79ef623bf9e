/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets the language. A picture must not depend on the locales that a machine has generated, so it is always
 * drawn in C.UTF-8, and only the catalogue is chosen, by LANGUAGE. */
#include "app/language.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

static void
bind (void)
{
  const char *folder = g_getenv ("WHENCE_LOCALEDIR");

  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

void
whence_language_init (void)
{
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  bind ();
}

/* GLib decides once, at the first text of a library, whether to translate such texts at all: not where the
 * locale of that moment has no catalogue. In plain "C" it decides for it. */
void
whence_language_expect_force (void)
{
  g_autofree char *locale = g_strdup (setlocale (LC_MESSAGES, NULL));

  setlocale (LC_MESSAGES, "C");
  g_dgettext (GETTEXT_PACKAGE, "Whence");
  setlocale (LC_MESSAGES, locale);
}

/* All the same, but from 2.39 on the GNU C library translates nothing in what is called "C" or begins with
 * "C.". Under the first name it finds the second, since there is no such territory. */
static const char *const neutral[] = { "C_C.UTF-8", "C.UTF-8", "en_US.UTF-8" };

void
whence_language_force (const char *locale)
{
  g_autofree char *language = g_strdup (locale != NULL ? locale : "C");

  /* BCP 47 writes "pt-BR", a catalogue is called "pt_BR". */
  g_strdelimit (language, "-", '_');
  language[strcspn (language, ".@")] = '\0';
  g_setenv ("LANGUAGE", language, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (neutral) && setlocale (LC_ALL, neutral[i]) == NULL; i++)
    ;
  setlocale (LC_NUMERIC, "C");
  bind ();
}
