/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stories by chance, whole and without what came later than a date, in scopes that must look the same: the
 * whole one by that date, and the other by any. */
#pragma once

#include <string.h>

#include "layout/scope.h"

#include "read-text.h"

#define N_STORIES 40
#define N_ENTITIES 24
#define N_FACTS 60
#define BY "2023"

static const char *const fact_types[] = { "investment", "employment", "founding",  "ownership",
                                          "statement",  "regulation", "board-seat" };
static const char *const entity_types[] = { "person", "company", "government" };

typedef struct
{
  GString *text;
  GRand *random;
  gboolean whole; /* else without what came later */
} Writer;

static inline void
add_records (Writer *writer, const char *name, GPtrArray *records)
{
  g_string_append_printf (writer->text, ",\"%s\":[", name);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (writer->text, "%s%s", i > 0 ? "," : "", (char *) records->pdata[i]);
  g_string_append_c (writer->text, ']');
}

typedef enum
{
  DATE,
  AMOUNT,
  SHARE,
  N_VALUES,
} Value;

/* What the early sources of a fact give of a value: nothing, all of them the same, or the first one that. */
typedef enum
{
  NOBODY,
  EVERYBODY,
  SOMEBODY,
} Giver;

typedef struct
{
  guint cited; /* early sources are s0 … s2, later ones s3 … s5: bit by bit, which are */
  guint who[3], n;
  guint chance;
  Giver givers[N_VALUES];
} Fact;

static inline const char *
name_date (const Fact *fact)
{
  static const char *const dates[] = { "2001-05", "2003-07/2010", "1999/..", "2008-03~" };

  return dates[(fact->chance >> 14) % G_N_ELEMENTS (dates)];
}

static inline void
write_value (GString *text, const Fact *fact, Value value)
{
  if (value == DATE)
    g_string_append_printf (text, ",\"date\":\"%s\"", name_date (fact));
  else if (value == AMOUNT)
    g_string_append_printf (text, ",\"amount\":{\"value\":%u,\"currency\":\"EUR\"}", 200 + fact->chance % 50);
  else
    g_string_append (text, ",\"share\":\"0.5\"");
}

static inline gboolean
gives (const Fact *fact, guint source, Value value)
{
  gboolean is_first = (fact->cited & ((1u << source) - 1)) == 0;

  return fact->givers[value] == EVERYBODY || (fact->givers[value] == SOMEBODY && is_first);
}

/* Nobody who counts leaves it to the fact, and somebody came later who may have told it. */
static inline gboolean
is_retold (const Fact *fact, Value value)
{
  for (guint s = 0; s < 3; s++)
    if ((fact->cited & (1u << s)) != 0 && !gives (fact, s, value))
      return FALSE;
  return (fact->cited & 7u) != 0 && (fact->cited & ~7u) != 0;
}

static inline char *
write_citations (const Writer *writer, const Fact *fact)
{
  guint cited = fact->cited;
  GString *text = g_string_new (",\"citations\":[");
  const char *between = "";

  for (guint s = 0; s < 6; s++)
    if ((cited & (1u << s)) != 0 && (writer->whole || s < 3))
      {
        g_string_append_printf (text, "%s{\"source\":\"s%u\"%s", between, s,
                                s == 4 ? ",\"date\":\"2022\",\"amount\":{\"value\":7,\"currency\":\"EUR\"}"
                                       : "");
        for (guint value = 0; s < 3 && value < N_VALUES; value++)
          if (gives (fact, s, value))
            write_value (text, fact, value);
        g_string_append_c (text, '}');
        between = ",";
      }
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static inline void
write_sources (Writer *writer)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_free);

  for (guint s = 0; s < (writer->whole ? 6 : 3); s++)
    g_ptr_array_add (records, g_strdup_printf ("{\"id\":\"s%u\",\"title\":\"S %u\",\"publisher\":\"P %u\","
                                               "\"published\":\"%u\"}",
                                               s, s, s, s < 3 ? 2020 + s : 2024 + s));
  add_records (writer, "sources", records);
}

/* What ended after all early sources were written, one of which tells no end of its own. */
static inline gboolean
is_opened (const Fact *fact)
{
  gboolean told = fact->givers[DATE] == SOMEBODY && strchr (name_date (fact), '/') != NULL
                  && strstr (name_date (fact), "..") == NULL;

  return !told && (fact->cited & ~7u) != 0 && fact->chance % 11 != 0;
}

static inline void
write_own_date (GString *text, const Writer *writer, const Fact *fact, const char *type, gboolean *other)
{
  guint chance = fact->chance;
  const char *end = chance % 3 == 0 ? "/.." : chance % 3 == 1 ? "/2024" : "";

  if (!writer->whole && chance % 3 == 1 && is_opened (fact))
    {
      end = "/..";
      *other = TRUE;
    }
  g_string_append_printf (text, ",\"date\":\"%u%s\"", 1990 + chance % 31, end);
}

/* Where it is not the whole, what is told by then; without a title then, since that might tell the rest. */
static inline void
write_own_values (GString *text, const Writer *writer, const Fact *fact, guint i, const char *type)
{
  const gboolean has[N_VALUES] = { fact->chance % 5 != 0, fact->chance % 4 == 0, fact->chance % 6 == 0 };
  gboolean other = FALSE;

  for (guint value = 0; value < N_VALUES; value++)
    if (!writer->whole && is_retold (fact, value))
      {
        write_value (text, fact, value);
        other = TRUE;
      }
    else if (has[value] && value == DATE)
      write_own_date (text, writer, fact, type, &other);
    else if (has[value] && value == AMOUNT)
      g_string_append_printf (text, ",\"amount\":{\"value\":%u,\"currency\":\"USD\"}",
                              1 + fact->chance % 100);
    else if (has[value])
      g_string_append (text, ",\"share\":\"0.25\"");
  if (!other)
    g_string_append_printf (text, ",\"title\":\"Fact %u\"", i);
}

static inline char *
write_fact (const Writer *writer, const Fact *fact, guint i)
{
  GString *text = g_string_new (NULL);
  g_autofree char *citations = write_citations (writer, fact);
  const char *type = fact_types[fact->chance % G_N_ELEMENTS (fact_types)];

  g_string_append_printf (text, "{\"id\":\"f%u\",\"type\":\"%s\",\"subject\":\"e%u\"", i, type, fact->who[0]);
  if (fact->n > 1)
    g_string_append_printf (text, ",\"object\":\"e%u\"", fact->who[1]);
  if (fact->n > 2)
    g_string_append_printf (text, ",\"participants\":[{\"entity\":\"e%u\",\"role\":\"r\"}]", fact->who[2]);
  write_own_values (text, writer, fact, i, type);
  if (fact->chance % 11 == 0)
    g_string_append (text, ",\"negated\":true");
  g_string_append_printf (text, "%s}", citations);
  return g_string_free (text, FALSE);
}

static inline void
write_records (Writer *writer)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free),
                        entities = g_ptr_array_new_with_free_func (g_free);
  gboolean known[N_ENTITIES] = { FALSE };

  for (guint i = 0; i < N_FACTS; i++)
    {
      guint chance = g_rand_int (writer->random), n = 1 + (chance >> 8) % 3;
      Fact fact = { .cited = 1 + g_rand_int_range (writer->random, 0, 63), .n = n, .chance = chance };
      for (guint value = 0; value < N_VALUES; value++)
        fact.givers[value] = (Giver) g_rand_int_range (writer->random, NOBODY, SOMEBODY + 1);
      /* A few take part in what came later alone. */
      guint most = (fact.cited & 7u) != 0 ? N_ENTITIES - 6 : N_ENTITIES;
      for (guint k = 0; k < 3; k++)
        fact.who[k] = (guint) g_rand_int_range (writer->random, 0, (gint32) most);
      for (guint k = 0; k < n && (fact.cited & 7u) != 0; k++)
        known[fact.who[k]] = TRUE;
      if (writer->whole || (fact.cited & 7u) != 0)
        g_ptr_array_add (facts, write_fact (writer, &fact, i));
    }
  for (guint i = 0; i < N_ENTITIES; i++)
    {
      guint cited = (guint) g_rand_int_range (writer->random, 1, 64);
      g_autofree char *citations = write_citations (writer, &(Fact){ .cited = cited });
      if (writer->whole || known[i] || (cited & 7u) != 0)
        g_ptr_array_add (entities,
                         g_strdup_printf ("{\"id\":\"e%u\",\"type\":\"%s\",\"name\":\"Name %u\"%s}", i,
                                          entity_types[i % G_N_ELEMENTS (entity_types)], i, citations));
    }
  write_sources (writer);
  add_records (writer, "entities", entities);
  add_records (writer, "facts", facts);
}

static inline WhenceBundle *
make_story (guint32 seed, gboolean whole)
{
  Writer writer = { g_string_new ("{\"whence\":1"), g_rand_new_with_seed (seed), whole };
  WhenceBundle *bundle;

  write_records (&writer);
  g_string_append_c (writer.text, '}');
  bundle = read_text (writer.text->str);
  g_string_free (writer.text, TRUE);
  g_rand_free (writer.random);
  return bundle;
}

/* The whole story by the date (0), and what is left of it without what came later (1). */
static inline void
make_scopes (guint32 seed, WhenceScope *scopes[2])
{
  g_autoptr (WhenceBundle) whole = make_story (seed, TRUE), early = make_story (seed, FALSE);
  g_autoptr (WhenceKnownBy) known_by = whence_known_by_new (whole, BY, NULL);
  gint64 today = whence_known_by_get_today (known_by, whole);

  scopes[0] = whence_scope_new (&(WhenceScopeSpec){ .bundle = whole, .known_by = known_by, .today = today });
  scopes[1] = whence_scope_new (&(WhenceScopeSpec){ .bundle = early, .today = today });
}

static inline void
free_scopes (WhenceScope *scopes[2])
{
  whence_scope_unref (scopes[0]);
  whence_scope_unref (scopes[1]);
}

static inline const char *
entity_id (const WhenceScope *scope, guint32 entity)
{
  WhenceEntity record;

  if (entity == WHENCE_NONE)
    return "-";
  whence_bundle_get_entity (whence_scope_get_bundle (scope), entity, &record);
  return record.id;
}

static inline const char *
fact_id (const WhenceScope *scope, guint32 fact)
{
  WhenceFact record;

  if (fact == WHENCE_NONE)
    return "-";
  whence_bundle_get_fact (whence_scope_get_bundle (scope), fact, &record);
  return record.id;
}
