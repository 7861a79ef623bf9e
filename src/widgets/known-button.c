/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date is taken when it is confirmed, not while it is typed: what is understood of it is said before. The
 * document has the date; the button shows it. */
#include "widgets/known-button.h"

#include "widgets/tooltip.h"

#include <glib/gi18n-lib.h>

struct _WhenceKnownButton
{
  GtkWidget parent_instance;
  WhenceDocument *document;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *entry;
  GtkLabel *understood;
  GtkWidget *go, *clear;
};

G_DEFINE_FINAL_TYPE (WhenceKnownButton, whence_known_button, GTK_TYPE_WIDGET)

/* Says what is understood, or why nothing is. */
static void
on_typed (WhenceKnownButton *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GError) error = NULL;
  gboolean understood = whence_known_by_accepts (text, &error);
  g_autofree char *said = understood ? whence_date_to_text (text, WHENCE_DATE_TEXT_LONG) : NULL;

  gtk_label_set_text (self->understood, understood   ? said
                                        : *text != 0 ? error->message
                                                     : _ ("For example 2016, 2024-05 or 2016/2024-05-31"));
  gtk_widget_set_sensitive (self->go, understood);
}

static void
on_go (WhenceKnownButton *self)
{
  if (whence_document_set_known_by (self->document, gtk_editable_get_text (self->entry), NULL))
    gtk_popover_popdown (self->popover);
}

static void
on_clear (WhenceKnownButton *self)
{
  whence_document_set_known_by (self->document, NULL, NULL);
  gtk_popover_popdown (self->popover);
}

static void
on_shown (WhenceKnownButton *self)
{
  const char *date = whence_document_get_known_by (self->document);

  gtk_editable_set_text (self->entry, date != NULL ? date : "");
  gtk_widget_set_sensitive (self->clear, date != NULL);
  on_typed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_known_by (WhenceKnownButton *self)
{
  const WhenceKnownBy *known_by = whence_scope_get_known_by (whence_document_get_scope (self->document));
  g_autofree char *text = known_by != NULL ? whence_known_by_to_text (known_by) : NULL;

  whence_tooltip_set (GTK_WIDGET (self->button), text != NULL ? text : _ ("What was known by a date"));
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "accent");
}

void
whence_known_button_tell_anew (WhenceKnownButton *self)
{
  if (self->document == NULL)
    return;
  on_known_by (self);
  on_typed (self);
}

void
whence_known_button_set_document (WhenceKnownButton *self, WhenceDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::scope", G_CALLBACK (on_known_by), self, G_CONNECT_SWAPPED);
  on_known_by (self);
}

void
whence_known_button_open (WhenceKnownButton *self)
{
  gtk_menu_button_popup (self->button);
}

static void
dispose (GObject *object)
{
  WhenceKnownButton *self = WHENCE_KNOWN_BUTTON (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_known_button_parent_class)->dispose (object);
}

#define BIND(member) gtk_widget_class_bind_template_child (widget_class, WhenceKnownButton, member)
#define CALL(name) gtk_widget_class_bind_template_callback (widget_class, name)

static void
whence_known_button_class_init (WhenceKnownButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/known-button.ui");
  BIND (button);
  BIND (popover);
  BIND (entry);
  BIND (understood);
  BIND (go);
  BIND (clear);
  CALL (on_typed);
  CALL (on_go);
  CALL (on_clear);
  CALL (on_shown);
}

static void
whence_known_button_init (WhenceKnownButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
