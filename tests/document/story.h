/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the document share: a story from its text, on its own or open in a document, and
 * what a search finds in it. */
#pragma once

#include <string.h>

#include "document/document.h"

#include "read-text.h"

/* Transfer full. */
static inline WhenceDocument *
story_open (const char *text)
{
  WhenceDocument *document = whence_document_new ();
  g_autoptr (WhenceBundle) bundle = read_text (text);

  whence_document_set_bundle (document, bundle, NULL);
  return document;
}

/* How many there are when the search has ended. */
static inline guint
story_wait_for_hits (WhenceDocument *document)
{
  guint n_hits;

  while (whence_document_is_searching (document))
    g_main_context_iteration (NULL, TRUE);
  whence_document_get_hits (document, &n_hits);
  return n_hits;
}
