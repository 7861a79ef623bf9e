/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small story to select in, to edit, to save and to load again; and how often a signal comes. */
#pragma once

#include "story.h"

static const char story[] =
  "{\"whence\": 1, \"title\": \"Trial\", \"view\": {\"zoom\": 1.50, \"positions\": {\"b\": [3, 4]}},\n"
  " \"sources\": [{\"id\": \"s\", \"title\": \"Paper\"}],\n"
  " \"entities\": [{\"id\": \"a\", \"type\": \"person\", \"name\": \"Ann\"},\n"
  "  {\"id\": \"b\", \"type\": \"company\", \"name\": \"Bar\"}, {\"id\": \"c\", \"type\": \"company\", "
  "\"name\": \"Car\"}],\n"
  " \"facts\": [{\"id\": \"f\", \"type\": \"founding\", \"subject\": \"a\", \"object\": \"b\", \"date\": "
  "\"2016\"},\n"
  "  {\"id\": \"g\", \"type\": \"investment\", \"subject\": \"b\", \"object\": \"c\", \"date\": "
  "\"2020\"}]}\n";

enum
{
  ANN,
  BAR,
  CAR,
};

enum
{
  FOUNDED,
  INVESTED,
};

static inline void
count_up (gpointer counter)
{
  (*(guint *) counter)++;
}

static inline void
count (WhenceDocument *document, const char *signal, guint *counter)
{
  *counter = 0;
  g_signal_connect_swapped (document, signal, G_CALLBACK (count_up), counter);
}
