/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Knows the cells that are bound, which are about those in view, and gives the row of each the style class
 * "lit". O(cells in view) for each change of what is lit. */
#include "widgets/facts-light.h"

#include "widgets/fact-cell.h"

struct _WhenceFactsLight
{
  GObject parent_instance;
  WhenceDocument *document; /* not owned: whoever has a table has it */
  GHashTable *cells;        /* GtkWidget, not owned → fact */
};

G_DEFINE_FINAL_TYPE (WhenceFactsLight, whence_facts_light, G_TYPE_OBJECT)

/* The row that the table has put the cell in. */
static GtkWidget *
row_of (GtkWidget *cell)
{
  GtkWidget *holder = gtk_widget_get_parent (cell);

  return holder != NULL ? gtk_widget_get_parent (holder) : NULL;
}

static void
light (GtkWidget *cell, gboolean lit)
{
  GtkWidget *row = row_of (cell);

  if (row == NULL)
    return;
  if (lit)
    gtk_widget_add_css_class (row, "lit");
  else
    gtk_widget_remove_css_class (row, "lit");
}

static gboolean
is_lit (const WhenceHighlight *highlight, guint32 fact)
{
  return (whence_highlight_fact (highlight, fact)
          & (WHENCE_LIT_RELATED | WHENCE_LIT_HOVERED | WHENCE_LIT_FOUND))
         != 0;
}

static void
on_highlight (WhenceFactsLight *self)
{
  WhenceHighlight highlight = whence_document_get_highlight (self->document);
  guint n_facts = whence_bundle_get_n_facts (whence_document_get_told_bundle (self->document));
  GHashTableIter iter;
  gpointer cell, fact;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, &fact))
    if (GPOINTER_TO_UINT (fact) < n_facts)
      light (cell, is_lit (&highlight, GPOINTER_TO_UINT (fact)));
}

/* --- The pointer ---------------------------------------------------------------------------------- */

static void
on_enter (GtkEventControllerMotion *motion, double x, double y, WhenceFactsLight *self)
{
  gpointer cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion)), fact;

  if (g_hash_table_lookup_extended (self->cells, cell, NULL, &fact))
    whence_document_hover (self->document, whence_ref_fact (GPOINTER_TO_UINT (fact)));
}

static void
on_leave (GtkEventControllerMotion *motion, WhenceFactsLight *self)
{
  whence_document_hover (self->document, WHENCE_REF_NOTHING);
}

/* Each cell once, however often it is used again. */
static void
watch (WhenceFactsLight *self, GtkWidget *cell)
{
  GtkEventController *motion;

  if (g_object_get_data (G_OBJECT (cell), "watched") != NULL)
    return;
  g_object_set_data (G_OBJECT (cell), "watched", self);
  motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_enter), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, 0);
  gtk_widget_add_controller (cell, motion);
}

/* --- Cells ---------------------------------------------------------------------------------------- */

void
whence_facts_light_put (WhenceFactsLight *self, GtkWidget *cell, guint32 fact)
{
  WhenceHighlight highlight = whence_document_get_highlight (self->document);

  watch (self, cell);
  g_hash_table_insert (self->cells, cell, GUINT_TO_POINTER (fact));
  if (fact < whence_bundle_get_n_facts (whence_document_get_told_bundle (self->document)))
    light (cell, is_lit (&highlight, fact));
}

void
whence_facts_light_renew (WhenceFactsLight *self)
{
  WhenceHighlight highlight = whence_document_get_highlight (self->document);
  guint n_facts = whence_bundle_get_n_facts (whence_document_get_told_bundle (self->document));
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    {
      guint32 fact = whence_fact_cell_get_row (cell)->fact;

      g_hash_table_iter_replace (&iter, GUINT_TO_POINTER (fact));
      whence_fact_cell_tell_anew (cell);
      if (fact < n_facts)
        light (cell, is_lit (&highlight, fact));
    }
}

void
whence_facts_light_take (WhenceFactsLight *self, GtkWidget *cell)
{
  g_hash_table_remove (self->cells, cell);
}

static void
finalize (GObject *object)
{
  g_hash_table_unref (WHENCE_FACTS_LIGHT (object)->cells);
  G_OBJECT_CLASS (whence_facts_light_parent_class)->finalize (object);
}

static void
whence_facts_light_class_init (WhenceFactsLightClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
whence_facts_light_init (WhenceFactsLight *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
}

WhenceFactsLight *
whence_facts_light_new (WhenceDocument *document)
{
  WhenceFactsLight *self = g_object_new (WHENCE_TYPE_FACTS_LIGHT, NULL);

  self->document = document;
  g_signal_connect_object (document, "highlight-changed", G_CALLBACK (on_highlight), self, G_CONNECT_SWAPPED);
  return self;
}
