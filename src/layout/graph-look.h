/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the size and the colour of nodes say, where it is not the number of ties and the type. Built by one
 * owner, then immutable and shared between threads. */
#pragma once

#include "model/bundle.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_SIZE_BY_DEGREE, /* parallel ties counted */
  WHENCE_SIZE_BY_NONE,   /* all alike */
  WHENCE_SIZE_BY_VALUE,  /* as the look says */
} WhenceSizing;

typedef struct _WhenceGraphLook WhenceGraphLook;

/* By degree and by type. A look is for the records of one bundle; a scene of others does as if it had none.
 * Transfer full. */
WhenceGraphLook *whence_graph_look_new (WhenceBundle *bundle);
WhenceGraphLook *whence_graph_look_ref (WhenceGraphLook *look);
void whence_graph_look_unref (WhenceGraphLook *look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceGraphLook, whence_graph_look_unref)

/* The setters are for the owner, before anybody else sees the look. */

void whence_graph_look_set_sizing (WhenceGraphLook *look, WhenceSizing sizing);
/* Sizes by value: @values has one for each entity, 0 for the smallest to 1 for the largest; NaN: there is
 * none, or it cannot be compared (another currency), drawn neutral and smallest. Taken over, to be freed with
 * g_free(). @sentence is what the legend says ("The more paths lead through, the larger"); copied. */
void whence_graph_look_take_values (WhenceGraphLook *look, double *values, const char *sentence);
/* Colours by class: @classes has one for each entity, an index into @labels or WHENCE_NONE for the rest,
 * which is neutral. At most WHENCE_GRAPH_LOOK_CLASSES labels; both taken over. */
void whence_graph_look_take_classes (WhenceGraphLook *look, guint32 *classes, char **labels);
#define WHENCE_GRAPH_LOOK_CLASSES 8
/* What the legend calls the classes; copied. */
void whence_graph_look_set_heading (WhenceGraphLook *look, const char *heading);

/* All take NULL for the look without any settings. */

WhenceSizing whence_graph_look_get_sizing (const WhenceGraphLook *look);
/* 0 … 1, or NaN. */
double whence_graph_look_get_value (const WhenceGraphLook *look, guint32 entity);
const char *whence_graph_look_get_sentence (const WhenceGraphLook *look); /* NULL unless by value */
gboolean whence_graph_look_has_classes (const WhenceGraphLook *look);
/* WHENCE_NONE for the rest. */
guint32 whence_graph_look_get_class (const WhenceGraphLook *look, guint32 entity);
const char *whence_graph_look_get_class_label (const WhenceGraphLook *look, guint32 klass);
const char *whence_graph_look_get_heading (const WhenceGraphLook *look); /* NULL: none was set */
/* Whether it is for the same records. */
gboolean whence_graph_look_is_for (const WhenceGraphLook *look, const WhenceBundle *bundle);

G_END_DECLS
