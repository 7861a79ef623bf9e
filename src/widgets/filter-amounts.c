/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for each currency, the most frequent first. What is typed counts with Return or when the entry is
 * left; what is no number is marked as such and changes nothing. */
#include "widgets/filter-amounts.h"

#include "widgets/tooltip.h"

#include <glib/gi18n-lib.h>

#define MOST_CURRENCIES 6

struct _WhenceFilterAmounts
{
  GtkWidget parent_instance;
  WhenceDocument *document;
  WhenceBundle *counted; /* whose currencies have rows, or NULL */
  GtkExpander *expander;
  GtkBox *rows;
};

G_DEFINE_FINAL_TYPE (WhenceFilterAmounts, whence_filter_amounts, GTK_TYPE_WIDGET)

/* --- Currencies ---------------------------------------------------------------------------------- */

typedef struct
{
  const char *currency;
  guint n;
} Count;

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Count *p = a, *q = b;

  return p->n != q->n ? (p->n > q->n ? -1 : 1) : g_strcmp0 (p->currency, q->currency);
}

static GArray *
count_currencies (const WhenceBundle *bundle)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (Count));
  guint n_facts = whence_bundle_get_n_facts (bundle);

  for (guint32 i = 0; i < n_facts; i++)
    {
      WhenceFact fact;
      guint at;
      whence_bundle_get_fact (bundle, i, &fact);
      if (!fact.has_amount)
        continue;
      at = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, fact.amount.currency));
      if (at == 0)
        {
          Count count = { fact.amount.currency, 0 };
          g_array_append_val (counts, count);
          at = counts->len;
          g_hash_table_insert (numbers, (gpointer) fact.amount.currency, GUINT_TO_POINTER (at));
        }
      g_array_index (counts, Count, at - 1).n++;
    }
  g_array_sort (counts, compare_counts);
  return counts;
}

/* --- Rows ---------------------------------------------------------------------------------------- */

static GtkWidget *
entry_of (GtkWidget *row, const char *name)
{
  return g_object_get_data (G_OBJECT (row), name);
}

/* TRUE: the entry is empty or holds a number. */
static gboolean
read_entry (GtkWidget *entry, gboolean *has, WhenceDecimal *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  gboolean good;

  *has = *text != '\0';
  good = !*has || whence_decimal_from_text (text, value);
  if (good)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  whence_tooltip_set (entry, good ? NULL : _ ("Not a number: try “1,500” or “14.3 B”"));
  return good;
}

static void
apply_row (GtkWidget *row)
{
  WhenceFilterAmounts *self =
    WHENCE_FILTER_AMOUNTS (gtk_widget_get_ancestor (row, WHENCE_TYPE_FILTER_AMOUNTS));
  const char *currency = g_object_get_data (G_OBJECT (row), "currency");
  gboolean has_low, has_high;
  WhenceDecimal low, high;
  g_autoptr (WhenceFilter) filter = NULL;

  if (!read_entry (entry_of (row, "low"), &has_low, &low)
      || !read_entry (entry_of (row, "high"), &has_high, &high))
    return;
  filter = whence_filter_set_amounts (whence_document_get_filter (self->document), currency,
                                      has_low ? &low : NULL, has_high ? &high : NULL);
  if (!whence_filter_equal (filter, whence_document_get_filter (self->document)))
    whence_document_set_filter (self->document, filter);
}

static GtkWidget *
append_entry (GtkWidget *row, const char *name, const char *placeholder, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (apply_row), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (apply_row), row, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  g_object_set_data (G_OBJECT (row), name, entry);
  gtk_box_append (GTK_BOX (row), entry);
  return entry;
}

static void
append_row (WhenceFilterAmounts *self, const char *currency)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (currency);
  /* Translators: a currency. */
  g_autofree char *least = g_strdup_printf (_ ("Least amount in %s"), currency);
  /* Translators: a currency. */
  g_autofree char *greatest = g_strdup_printf (_ ("Greatest amount in %s"), currency);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_object_set_data_full (G_OBJECT (row), "currency", g_strdup (currency), g_free);
  gtk_box_append (GTK_BOX (row), label);
  append_entry (row, "low", C_ ("range of amounts", "from"), least);
  append_entry (row, "high", C_ ("range of amounts", "to"), greatest);
  gtk_box_append (self->rows, row);
}

static void
show_number (GtkWidget *entry, gboolean has, WhenceDecimal value)
{
  g_autofree char *text = has ? whence_decimal_to_text (value) : g_strdup ("");

  if (gtk_widget_has_focus (entry) || gtk_widget_get_focus_child (entry) != NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
on_filter_changed (WhenceFilterAmounts *self)
{
  guint n;
  const WhenceAmountRange *ranges =
    whence_filter_get_amounts (whence_document_get_filter (self->document), &n);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      WhenceAmountRange range = { 0 };
      for (guint i = 0; i < n; i++)
        if (g_str_equal (ranges[i].currency, g_object_get_data (G_OBJECT (row), "currency")))
          range = ranges[i];
      show_number (entry_of (row, "low"), range.has_low, range.low);
      show_number (entry_of (row, "high"), range.has_high, range.high);
    }
}

static void
on_bundle_changed (WhenceFilterAmounts *self)
{
  WhenceBundle *bundle = whence_document_get_bundle (self->document);
  g_autoptr (GArray) counts = NULL;
  GtkWidget *row;

  if (self->counted != NULL && whence_bundle_has_same_records (self->counted, bundle))
    return;
  g_clear_pointer (&self->counted, whence_bundle_unref);
  self->counted = whence_bundle_ref (bundle);
  counts = count_currencies (bundle);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; i < MIN (counts->len, MOST_CURRENCIES); i++)
    append_row (self, g_array_index (counts, Count, i).currency);
  gtk_widget_set_visible (GTK_WIDGET (self), counts->len > 0);
  on_filter_changed (self);
}

/* --- GtkWidget ----------------------------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  WhenceFilterAmounts *self = WHENCE_FILTER_AMOUNTS (object);

  g_clear_pointer ((GtkWidget **) &self->expander, gtk_widget_unparent);
  g_clear_pointer (&self->counted, whence_bundle_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_filter_amounts_parent_class)->dispose (object);
}

static void
whence_filter_amounts_class_init (WhenceFilterAmountsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
whence_filter_amounts_init (WhenceFilterAmounts *self)
{
  self->expander = GTK_EXPANDER (gtk_expander_new (C_ ("facet", "Amount")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("facet", "Amount"), -1);
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_margin_start (GTK_WIDGET (self->rows), 18);
  gtk_widget_set_margin_top (GTK_WIDGET (self->rows), 6);
  gtk_expander_set_child (self->expander, GTK_WIDGET (self->rows));
  /* As in a facet. */
  g_object_bind_property (self->expander, "expanded", self->rows, "can-focus", G_BINDING_SYNC_CREATE);
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
}

WhenceFilterAmounts *
whence_filter_amounts_new (WhenceDocument *document)
{
  WhenceFilterAmounts *self = g_object_new (WHENCE_TYPE_FILTER_AMOUNTS, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::filter", G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::bundle", G_CALLBACK (on_bundle_changed), self,
                           G_CONNECT_SWAPPED);
  on_bundle_changed (self);
  return self;
}
