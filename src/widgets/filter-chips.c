/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chips are made anew with every change of the filter: there are few. */
#include "widgets/filter-chips.h"

#include <glib/gi18n-lib.h>

#include "model/text-fill.h"
#include "widgets/facet-values.h"
#include "widgets/tooltip.h"

struct _WhenceFilterChips
{
  GtkWidget parent_instance;
  WhenceDocument *document;
  GtkWidget *scroller; /* however many there are, they are one line */
  GtkBox *chips;
};

G_DEFINE_FINAL_TYPE (WhenceFilterChips, whence_filter_chips, GTK_TYPE_WIDGET)

static char *
short_number (WhenceDecimal value, const char *currency)
{
  WhenceAmount amount = { .value = value, .currency = currency };

  return whence_amount_to_text (&amount, WHENCE_AMOUNT_TEXT_SHORT);
}

/* "USD 1 M – 5 M". Transfer full. */
static char *
amount_range_to_text (const WhenceAmountRange *range)
{
  g_autofree char *low = range->has_low ? short_number (range->low, range->currency) : NULL;
  g_autofree char *high = range->has_high ? short_number (range->high, range->currency) : NULL;

  if (low == NULL)
    /* Translators: an amount of money. */
    return g_strdup_printf (C_ ("range of amounts", "at most %s"), high);
  if (high == NULL)
    /* Translators: an amount of money. */
    return g_strdup_printf (C_ ("range of amounts", "at least %s"), low);
  /* Translators: two amounts of money. */
  return g_strdup_printf (C_ ("range of amounts", "%1$s – %2$s"), low, high);
}

/* --- Chips --------------------------------------------------------------------------------------- */

static GtkWidget *
append_button (WhenceFilterChips *self, const char *text, const char *icon, const char *tooltip)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (GTK_BOX (box), label);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  whence_tooltip_set (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip, -1);
  gtk_box_append (self->chips, button);
  return button;
}

typedef struct
{
  WhenceFacet facet;
  guint32 value;
  char *currency; /* not NULL: a range of amounts, not a value */
} Condition;

static void
free_condition (gpointer data, GClosure *closure)
{
  g_free (((Condition *) data)->currency);
  g_free (data);
}

static void
on_removed (GtkButton *button, const Condition *condition)
{
  WhenceFilterChips *self =
    WHENCE_FILTER_CHIPS (gtk_widget_get_ancestor (GTK_WIDGET (button), WHENCE_TYPE_FILTER_CHIPS));
  WhenceFilter *filter = whence_document_get_filter (self->document);
  g_autoptr (WhenceFilter) other = condition->currency != NULL
                                     ? whence_filter_set_amounts (filter, condition->currency, NULL, NULL)
                                     : whence_filter_toggle (filter, condition->facet, condition->value);

  whence_document_set_filter (self->document, other);
}

/* Takes over @condition. */
static void
append_condition (WhenceFilterChips *self, const char *text, Condition *condition)
{
  GtkWidget *chip = append_button (self, text, "window-close-symbolic", _ ("Remove this condition"));

  g_signal_connect_data (chip, "clicked", G_CALLBACK (on_removed), condition, free_condition, 0);
}

static void
append_facet (WhenceFilterChips *self, WhenceFacet facet)
{
  WhenceBundle *bundle = whence_document_get_told_bundle (self->document);
  guint n;
  const guint32 *values = whence_filter_get_values (whence_document_get_filter (self->document), facet, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = whence_facet_value_label (bundle, facet, values[i]);
      Condition *condition = g_new0 (Condition, 1);
      condition->facet = facet;
      condition->value = values[i];
      append_condition (self, label, condition);
    }
}

static void
append_amounts (WhenceFilterChips *self)
{
  guint n;
  const WhenceAmountRange *ranges =
    whence_filter_get_amounts (whence_document_get_filter (self->document), &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = amount_range_to_text (&ranges[i]);
      Condition *condition = g_new0 (Condition, 1);
      condition->currency = g_strdup (ranges[i].currency);
      append_condition (self, text, condition);
    }
}

/* --- All of them --------------------------------------------------------------------------------- */

static void
on_set_aside (WhenceFilterChips *self)
{
  whence_document_set_filter_aside (self->document, !whence_document_is_filter_set_aside (self->document));
}

static void
on_clear (WhenceFilterChips *self)
{
  g_autoptr (WhenceFilter) nothing = whence_filter_new ();

  whence_document_set_filter (self->document, nothing);
}

static void
append_hidden (WhenceFilterChips *self)
{
  gboolean aside = whence_document_is_filter_set_aside (self->document);
  guint n = whence_document_get_n_hidden (self->document);
  g_autofree char *text = aside
                            ? g_strdup (_ ("Nothing hidden for now"))
                            : whence_text_compose (ngettext ("%'u fact hidden", "%'u facts hidden", n), n);
  GtkWidget *chip = append_button (self, text, aside ? "view-conceal-symbolic" : "view-reveal-symbolic",
                                   aside ? _ ("Filter again") : _ ("Show them all for now"));

  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_set_aside), self, G_CONNECT_SWAPPED);
}

static void
on_known_by_removed (WhenceFilterChips *self)
{
  whence_document_set_known_by (self->document, NULL, NULL);
}

static gboolean
append_known_by (WhenceFilterChips *self)
{
  const WhenceKnownBy *known_by = whence_scope_get_known_by (whence_document_get_scope (self->document));
  g_autofree char *text = known_by != NULL ? whence_known_by_to_text (known_by) : NULL;
  GtkWidget *chip;

  if (known_by == NULL)
    return FALSE;
  chip = append_button (self, text, "window-close-symbolic", _ ("Remove this condition"));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_known_by_removed), self, G_CONNECT_SWAPPED);
  return TRUE;
}

static void
on_filter_changed (WhenceFilterChips *self)
{
  gboolean empty = whence_filter_is_empty (whence_document_get_filter (self->document)), known;
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, chip);
  known = append_known_by (self);
  gtk_widget_set_visible (GTK_WIDGET (self), !empty || known);
  if (empty)
    return;
  append_hidden (self);
  for (guint facet = 0; facet < WHENCE_N_FACETS; facet++)
    append_facet (self, facet);
  append_amounts (self);
  chip = append_button (self, _ ("Clear"), NULL, _ ("Remove all conditions"));
  gtk_widget_add_css_class (chip, "flat");
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_clear), self, G_CONNECT_SWAPPED);
}

void
whence_filter_chips_tell_anew (WhenceFilterChips *self)
{
  if (self->document != NULL)
    on_filter_changed (self);
}

void
whence_filter_chips_set_document (WhenceFilterChips *self, WhenceDocument *document)
{
  g_set_object (&self->document, document);
  g_signal_connect_object (document, "notify::filter", G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED);
  on_filter_changed (self);
}

/* --- GtkWidget ----------------------------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  WhenceFilterChips *self = WHENCE_FILTER_CHIPS (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_filter_chips_parent_class)->dispose (object);
}

static void
whence_filter_chips_class_init (WhenceFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
whence_filter_chips_init (WhenceFilterChips *self)
{
  self->chips = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->chips));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter"),
                                  -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chips");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
