/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates to test with, and a test for each row of a table. */
#pragma once

#include "model/date.h"

static inline WhenceDate
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  WhenceDate date = { 0 };

  if (!whence_date_parse (text, &date, &error))
    g_error ("%s: %s", text, error->message);
  return date;
}

/* One test case, @name/NUMBER, for each row of @table. */
#define ADD_TABLE(name, table, function)                                                                     \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                                                           \
    {                                                                                                        \
      g_autofree char *path = g_strdup_printf (name "/%02u", i);                                             \
      g_test_add_data_func (path, &table[i], function);                                                      \
    }
