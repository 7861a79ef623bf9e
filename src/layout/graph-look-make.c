/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From numbers to looks: values from 0 to 1 by the largest, the largest groups as classes with a name, and
 * the sentence that says what it is. Amounts are summed exactly, in one currency; others are counted. */
#include "layout/graph-look-make.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/text-fill.h"

gboolean
whence_graph_look_needs_measures (WhenceNodeSize size, WhenceNodeColor color)
{
  return size == WHENCE_NODE_SIZE_BETWEENNESS || size == WHENCE_NODE_SIZE_PAGERANK
         || color != WHENCE_NODE_COLOR_TYPE;
}

/* --- Size ---------------------------------------------------------------------------------------- */

static double *
divide_by_largest (const double *values, guint32 n)
{
  double *parts = g_new (double, MAX (1, n));
  double largest = 0;

  for (guint32 i = 0; i < n; i++)
    if (values[i] > largest)
      largest = values[i];
  for (guint32 i = 0; i < n; i++)
    parts[i] = largest > 0 ? values[i] / largest : 0;
  return parts;
}

static gboolean
has_money (const WhenceScope *scope, guint32 index, WhenceFact *fact)
{
  if (!whence_scope_shows (scope, index) || whence_scope_get_activity (scope, index) == WHENCE_ACTIVITY_NOT)
    return FALSE;
  whence_bundle_get_fact (whence_scope_get_bundle (scope), index, fact);
  return fact->has_amount && !fact->negated && fact->amount.currency != NULL;
}

/* The currency of most amounts; of equally many the one that comes first. */
static const char *
find_currency (const WhenceScope *scope, guint *n_others)
{
  guint32 n = whence_bundle_get_n_facts (whence_scope_get_bundle (scope));
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *found = NULL;
  guint most = 0, total = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint32 i = 0; i < n; i++)
      {
        WhenceFact fact;
        guint count;
        if (!has_money (scope, i, &fact))
          continue;
        count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, fact.amount.currency));
        total += pass == 0;
        if (pass == 0)
          g_hash_table_insert (counts, (gpointer) fact.amount.currency, GUINT_TO_POINTER (count + 1));
        else if (count > most)
          {
            most = count;
            found = fact.amount.currency;
          }
      }
  *n_others = total - most;
  return found;
}

static void
add_amount (const WhenceBundle *bundle, guint32 fact, WhenceDecimal amount, WhenceDecimal *sums,
            guint8 *known)
{
  guint32 few[WHENCE_FEW_ENTITIES];
  g_autoptr (GArray) many = NULL;
  guint n;
  const guint32 *entities = whence_bundle_read_fact_entities (bundle, fact, few, &many, &n);

  for (guint i = 0; i < n; i++)
    {
      /* A sum that no longer fits stays as it is: it is the largest anyway. */
      whence_decimal_add (sums[entities[i]], amount, &sums[entities[i]]);
      known[entities[i]] = TRUE;
    }
}

static void
take_amounts (WhenceGraphLook *look, const WhenceScope *scope)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  guint32 n = whence_bundle_get_n_entities (bundle), n_facts = whence_bundle_get_n_facts (bundle);
  g_autofree WhenceDecimal *sums = g_new0 (WhenceDecimal, MAX (1, n));
  g_autofree guint8 *known = g_new0 (guint8, MAX (1, n));
  g_autofree double *values = g_new (double, MAX (1, n));
  g_autofree char *sentence = NULL;
  guint n_others;
  const char *currency = find_currency (scope, &n_others);

  for (guint32 i = 0; i < n_facts; i++)
    {
      WhenceFact fact;
      if (has_money (scope, i, &fact) && g_str_equal (fact.amount.currency, currency))
        add_amount (bundle, i, fact.amount.value, sums, known);
    }
  for (guint32 i = 0; i < n; i++)
    values[i] = known[i] ? MAX (whence_decimal_to_double (sums[i]), 0) : (double) NAN;
  if (currency == NULL)
    sentence = g_strdup (_ ("No amounts: all the same size"));
  else if (n_others == 0)
    /* Translators: the code of a currency, such as USD. */
    sentence = g_strdup_printf (_ ("The more %s altogether, the larger"), currency);
  else
    sentence = whence_text_compose (
      ngettext ("The more %s altogether, the larger; %'u other amount is left out",
                "The more %s altogether, the larger; %'u other amounts are left out", n_others),
      currency, n_others);
  whence_graph_look_take_values (look, divide_by_largest (values, n), sentence);
}

static void
take_size (WhenceGraphLook *look, const WhenceScope *scope, const WhenceMeasures *measures,
           WhenceNodeSize size)
{
  guint32 n = whence_bundle_get_n_entities (whence_scope_get_bundle (scope));
  g_autofree char *estimate = NULL;

  switch (size)
    {
    case WHENCE_NODE_SIZE_AMOUNT:
      take_amounts (look, scope);
      break;
    case WHENCE_NODE_SIZE_BETWEENNESS:
      /* Translators: shortest paths were searched from so many of so many. */
      estimate = whence_text_compose (
        _ ("The more shortest paths lead through, the larger (estimated from %'u of %'u)"),
        measures->n_sources, measures->n_tied);
      whence_graph_look_take_values (look, divide_by_largest (measures->betweenness, n),
                                     measures->n_sources < measures->n_tied
                                       ? estimate
                                       : _ ("The more shortest paths lead through, the larger"));
      break;
    case WHENCE_NODE_SIZE_PAGERANK:
      whence_graph_look_take_values (look, divide_by_largest (measures->pagerank, n),
                                     _ ("The higher the PageRank, the larger"));
      break;
    case WHENCE_NODE_SIZE_NONE:
      whence_graph_look_set_sizing (look, WHENCE_SIZE_BY_NONE);
      break;
    case WHENCE_NODE_SIZE_DEGREE:
    default:
      break;
    }
}

/* --- Colour -------------------------------------------------------------------------------------- */

/* A group is named after who has most ties in it. */
static void
take_groups (WhenceGraphLook *look, const WhenceBundle *bundle, const WhenceMeasures *measures,
             const guint32 *group, guint32 n_groups, const char *heading)
{
  guint32 n = measures->n_entities, n_classes = MIN (n_groups, WHENCE_GRAPH_LOOK_CLASSES);
  guint32 first[WHENCE_GRAPH_LOOK_CLASSES], count[WHENCE_GRAPH_LOOK_CLASSES] = { 0 };
  guint32 *classes = g_new (guint32, MAX (1, n));
  char **labels = g_new0 (char *, WHENCE_GRAPH_LOOK_CLASSES + 1);

  for (guint32 i = 0; i < n; i++)
    {
      guint32 g = group[i];
      classes[i] = g < n_classes ? g : WHENCE_NONE;
      if (classes[i] == WHENCE_NONE)
        continue;
      if (count[g] == 0 || measures->n_ties[i] > measures->n_ties[first[g]])
        first[g] = i;
      count[g]++;
    }
  for (guint32 g = 0; g < n_classes; g++)
    labels[g] = count[g] == 1
                  ? g_strdup (whence_bundle_get_entity_name (bundle, first[g]))
                  /* Translators: a name, and how many others are in its group. */
                  : whence_text_compose (ngettext ("%s and %'u other", "%s and %'u others", count[g] - 1),
                                         whence_bundle_get_entity_name (bundle, first[g]), count[g] - 1);
  whence_graph_look_take_classes (look, classes, labels);
  whence_graph_look_set_heading (look, heading);
}

/* --- The whole ----------------------------------------------------------------------------------- */

WhenceGraphLook *
whence_graph_look_make (const WhenceScope *scope, const WhenceMeasures *measures, WhenceNodeSize size,
                        WhenceNodeColor color)
{
  WhenceBundle *bundle = whence_scope_get_bundle (scope);
  WhenceGraphLook *look;

  g_return_val_if_fail (measures != NULL || !whence_graph_look_needs_measures (size, color), NULL);
  if (size == WHENCE_NODE_SIZE_DEGREE && color == WHENCE_NODE_COLOR_TYPE)
    return NULL;
  look = whence_graph_look_new (bundle);
  take_size (look, scope, measures, size);
  if (color == WHENCE_NODE_COLOR_COMMUNITY)
    take_groups (look, bundle, measures, measures->community, measures->n_communities,
                 C_ ("legend", "Communities"));
  else if (color == WHENCE_NODE_COLOR_COMPONENT)
    take_groups (look, bundle, measures, measures->component, measures->n_components,
                 C_ ("legend", "Connected"));
  return look;
}

gboolean
whence_graph_look_measure (const WhenceScope *scope, WhenceNodeSize size, WhenceNodeColor color,
                           WhenceGraphLook **look, GCancellable *cancellable)
{
  g_autoptr (WhenceGraph) graph = NULL;
  g_autoptr (WhenceMeasures) measures = NULL;

  *look = NULL;
  if (whence_graph_look_needs_measures (size, color))
    {
      graph = whence_graph_new (whence_scope_get_bundle (scope));
      measures = whence_measures_new (graph, scope, cancellable);
      if (measures == NULL)
        return FALSE;
    }
  *look = whence_graph_look_make (scope, measures, size, color);
  return TRUE;
}
