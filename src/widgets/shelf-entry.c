/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels behind the sign that the pictures have. */
#include "widgets/shelf-entry.h"

#include "widgets/describe.h"
#include "widgets/fact-sign.h"
#include "widgets/fact-title.h"
#include "widgets/tooltip.h"
#include "widgets/wrapped-label.h"

struct _WhenceShelfEntry
{
  GtkWidget parent_instance;
  WhenceDocument *document; /* not owned: it outlives the shelf */
  WhenceFactSign *sign;
  GtkWidget *words;
  GtkLabel *title, *worth, *standing;
  guint32 fact;
};

G_DEFINE_FINAL_TYPE (WhenceShelfEntry, whence_shelf_entry, GTK_TYPE_WIDGET)

static void
put (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

void
whence_shelf_entry_set_fact (WhenceShelfEntry *self, const WhenceFactRow *row)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *worth = NULL;
  g_autofree char *standing = NULL;
  g_autofree char *whole = whence_describe_fact (row->bundle, row->known_by, row->fact);
  WhenceFact fact;

  whence_bundle_get_fact (row->bundle, row->fact, &fact);
  worth = whence_describe_worth (&fact);
  standing = whence_describe_standing (&fact);
  self->fact = row->fact;
  whence_fact_sign_set_fact (self->sign, whence_document_get_scope (self->document), row->fact);
  whence_fact_title_put (self->title, row->bundle, row->fact);
  put (self->worth, worth);
  put (self->standing, standing);
  whence_tooltip_set (GTK_WIDGET (self), whole);
  /* Before GTK 4.10 a row has no name of its own. */
  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
whence_shelf_entry_light (WhenceShelfEntry *self, const WhenceHighlight *highlight)
{
  guint lit = whence_highlight_fact (highlight, self->fact);

  set_class (GTK_WIDGET (self), "hovered", (lit & WHENCE_LIT_HOVERED) != 0);
  set_class (GTK_WIDGET (self), "related", (lit & (WHENCE_LIT_RELATED | WHENCE_LIT_FOUND)) != 0);
  set_class (GTK_WIDGET (self), "faded", lit == 0 && highlight->dim_others);
}

static void
on_enter (WhenceShelfEntry *self)
{
  whence_document_hover (self->document, whence_ref_fact (self->fact));
}

static void
on_leave (WhenceShelfEntry *self)
{
  whence_document_hover (self->document, WHENCE_REF_NOTHING);
}

static GtkLabel *
append_label (GtkWidget *box, int most_lines)
{
  GtkWidget *label = whence_wrapped_label_new (NULL, most_lines);

  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
dispose (GObject *object)
{
  WhenceShelfEntry *self = WHENCE_SHELF_ENTRY (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (whence_shelf_entry_parent_class)->dispose (object);
}

static void
whence_shelf_entry_class_init (WhenceShelfEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_css_name (widget_class, "shelfentry");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
whence_shelf_entry_init (WhenceShelfEntry *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->sign = whence_fact_sign_new ();
  gtk_widget_set_valign (GTK_WIDGET (self->sign), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->sign), GTK_WIDGET (self));
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  self->title = append_label (self->words, 3);
  self->worth = append_label (self->words, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->worth), "worth");
  self->standing = append_label (self->words, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->standing), "dim-label");
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

WhenceShelfEntry *
whence_shelf_entry_new (WhenceDocument *document)
{
  WhenceShelfEntry *self = g_object_new (WHENCE_TYPE_SHELF_ENTRY, NULL);

  self->document = document;
  return self;
}
