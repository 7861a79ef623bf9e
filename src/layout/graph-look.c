/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two arrays and what the legend says about them; constant time a question. */
#include "layout/graph-look.h"

#include <math.h>

struct _WhenceGraphLook
{
  gatomicrefcount ref_count;
  WhenceBundle *bundle;
  WhenceSizing sizing;
  double *values;
  char *sentence;
  guint32 *classes;
  char **labels;
  char *heading;
};

WhenceGraphLook *
whence_graph_look_new (WhenceBundle *bundle)
{
  WhenceGraphLook *look = g_new0 (WhenceGraphLook, 1);

  g_atomic_ref_count_init (&look->ref_count);
  look->bundle = whence_bundle_ref (bundle);
  return look;
}

WhenceGraphLook *
whence_graph_look_ref (WhenceGraphLook *look)
{
  g_atomic_ref_count_inc (&look->ref_count);
  return look;
}

void
whence_graph_look_unref (WhenceGraphLook *look)
{
  if (!g_atomic_ref_count_dec (&look->ref_count))
    return;
  g_free (look->values);
  g_free (look->sentence);
  g_free (look->classes);
  g_strfreev (look->labels);
  g_free (look->heading);
  whence_bundle_unref (look->bundle);
  g_free (look);
}

void
whence_graph_look_set_sizing (WhenceGraphLook *look, WhenceSizing sizing)
{
  g_return_if_fail (sizing != WHENCE_SIZE_BY_VALUE || look->values != NULL);
  look->sizing = sizing;
}

void
whence_graph_look_take_values (WhenceGraphLook *look, double *values, const char *sentence)
{
  g_free (look->values);
  g_free (look->sentence);
  look->values = values;
  look->sentence = g_strdup (sentence);
  look->sizing = WHENCE_SIZE_BY_VALUE;
}

void
whence_graph_look_take_classes (WhenceGraphLook *look, guint32 *classes, char **labels)
{
  g_return_if_fail (g_strv_length (labels) <= WHENCE_GRAPH_LOOK_CLASSES);
  g_free (look->classes);
  g_strfreev (look->labels);
  look->classes = classes;
  look->labels = labels;
}

void
whence_graph_look_set_heading (WhenceGraphLook *look, const char *heading)
{
  g_free (look->heading);
  look->heading = g_strdup (heading);
}

const char *
whence_graph_look_get_heading (const WhenceGraphLook *look)
{
  return look != NULL ? look->heading : NULL;
}

WhenceSizing
whence_graph_look_get_sizing (const WhenceGraphLook *look)
{
  return look != NULL ? look->sizing : WHENCE_SIZE_BY_DEGREE;
}

double
whence_graph_look_get_value (const WhenceGraphLook *look, guint32 entity)
{
  return look != NULL && look->values != NULL ? look->values[entity] : (double) NAN;
}

const char *
whence_graph_look_get_sentence (const WhenceGraphLook *look)
{
  return whence_graph_look_get_sizing (look) == WHENCE_SIZE_BY_VALUE ? look->sentence : NULL;
}

gboolean
whence_graph_look_has_classes (const WhenceGraphLook *look)
{
  return look != NULL && look->classes != NULL;
}

guint32
whence_graph_look_get_class (const WhenceGraphLook *look, guint32 entity)
{
  return whence_graph_look_has_classes (look) ? look->classes[entity] : WHENCE_NONE;
}

const char *
whence_graph_look_get_class_label (const WhenceGraphLook *look, guint32 klass)
{
  return look->labels[klass];
}

gboolean
whence_graph_look_is_for (const WhenceGraphLook *look, const WhenceBundle *bundle)
{
  return look != NULL && whence_bundle_has_same_records (look->bundle, bundle);
}
