/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small pieces of the inspector. */
#include "widgets/inspector-parts.h"

#include <glib/gi18n-lib.h>

#include "model/text-list.h"
#include "widgets/describe.h"
#include "widgets/row-text.h"
#include "widgets/wrapped-label.h"

/* Nobody copies these, and each would be a stop on the way with the Tab key. */
static gboolean
is_heading (const char *css_class)
{
  return g_strcmp0 (css_class, "kicker") == 0 || g_strcmp0 (css_class, "section") == 0;
}

GtkWidget *
whence_part_text (const char *text, const char *css_class)
{
  GtkWidget *label = whence_wrapped_label_new (text, 0);

  gtk_label_set_selectable (GTK_LABEL (label), !is_heading (css_class));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

void
whence_part_append (GtkBox *box, const char *text, const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (box, whence_part_text (text, css_class));
}

static gboolean
may_open (const char *url)
{
  g_autofree char *scheme = g_uri_parse_scheme (url);

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

/* An address that is broken over two lines has no hyphen that it does not have. */
static void
forbid_hyphens (GtkLabel *label)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

GtkWidget *
whence_part_link (const char *url)
{
  GtkWidget *label = whence_part_text (url, NULL), *link;

  forbid_hyphens (GTK_LABEL (label));
  g_object_set_data_full (G_OBJECT (label), "url", g_strdup (url), g_free);
  if (!may_open (url))
    return label;
  link = gtk_link_button_new (url);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_button_set_child (GTK_BUTTON (link), label);
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (link), "url", g_strdup (url), g_free);
  return link;
}

const char *
whence_part_link_get_url (GtkWidget *link)
{
  return g_object_get_data (G_OBJECT (link), "url");
}

GtkBox *
whence_part_list (GtkBox *box)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (box, list);
  return GTK_BOX (list);
}

typedef struct
{
  WhenceDocument *document;
  WhenceBundle *bundle; /* that the reference is of */
  WhenceRef ref;
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_object_unref (target->document);
  whence_bundle_unref (target->bundle);
  g_free (target);
}

/* Once the story is another one, the inspector is about to be filled anew. */
static gboolean
is_there (const Target *target)
{
  return whence_bundle_has_same_records (target->bundle, whence_document_get_bundle (target->document));
}

static void
on_clicked (GtkButton *button, gpointer data)
{
  Target *target = data;
  /* Selecting fills the inspector anew, which ends this button and what it holds. */
  g_autoptr (WhenceDocument) document = g_object_ref (target->document);

  if (is_there (target))
    whence_document_select (document, target->ref, FALSE);
}

static void
on_enter (GtkEventControllerMotion *motion, double x, double y, gpointer data)
{
  Target *target = data;

  if (is_there (target))
    whence_document_hover (target->document, target->ref);
}

static void
on_leave (GtkEventControllerMotion *motion, gpointer data)
{
  whence_document_hover (((Target *) data)->document, WHENCE_REF_NOTHING);
}

/* What the pointer is over is lit in the pictures. */
static void
watch (GtkWidget *button, Target *target)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_enter), target);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), target);
  gtk_widget_add_controller (button, motion);
}

static GtkWidget *
button_small (const char *text)
{
  GtkWidget *small = whence_row_text_new (text);

  gtk_widget_add_css_class (small, "dim-label");
  gtk_widget_add_css_class (small, "caption");
  return small;
}

static GtkWidget *
button_caption (const char *caption)
{
  GtkWidget *small = button_small (caption);

  gtk_widget_add_css_class (small, "aside");
  gtk_widget_set_valign (small, GTK_ALIGN_BASELINE);
  gtk_widget_set_size_request (small, 76, -1);
  return small;
}

/* The name and, below it, how a fact is to be read if not simply as it stands, or where a source is from. */
static GtkWidget *
button_lines (const WhenceBundle *bundle, WhenceRef ref, const char *name, const char *standing)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *text = whence_row_text_new (name);
  WhenceFact fact;

  if (ref.kind == WHENCE_REF_FACT)
    {
      whence_bundle_get_fact (bundle, ref.index, &fact);
      whence_row_text_set_struck (WHENCE_ROW_TEXT (text), fact.negated);
    }
  gtk_box_append (GTK_BOX (lines), text);
  if (standing != NULL)
    {
      GtkWidget *small = button_small (standing);
      gtk_widget_set_margin_bottom (small, ref.kind == WHENCE_REF_SOURCE ? 6 : 2);
      gtk_box_append (GTK_BOX (lines), small);
    }
  return lines;
}

static char *
dup_standing (const WhenceBundle *bundle, WhenceRef ref)
{
  WhenceFact fact;

  if (ref.kind == WHENCE_REF_SOURCE)
    return whence_describe_origin (bundle, ref.index);
  if (ref.kind != WHENCE_REF_FACT)
    return NULL;
  whence_bundle_get_fact (bundle, ref.index, &fact);
  return whence_describe_standing (&fact);
}

void
whence_part_lead (GtkWidget *button, WhenceDocument *document, WhenceRef ref)
{
  Target *target = g_new (Target, 1);

  *target =
    (Target){ g_object_ref (document), whence_bundle_ref (whence_document_get_bundle (document)), ref };
  /* Its controllers are gone before its data is. */
  g_object_set_data_full (G_OBJECT (button), "target", target, target_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), target);
  watch (button, target);
}

gboolean
whence_part_leads (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "target") != NULL;
}

GtkWidget *
whence_part_button (WhenceDocument *document, WhenceRef ref, GtkWidget *child, const char *spoken)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  whence_part_lead (button, document, ref);
  return button;
}

char *
whence_part_ref_describe (const WhenceBundle *bundle, WhenceRef ref, const char *more)
{
  g_autofree char *standing = dup_standing (bundle, ref);
  char *text = whence_describe_and (whence_ref_describe (ref, bundle), standing);

  return whence_describe_and (text, g_strcmp0 (more, WHENCE_PART_NEXT) != 0 ? more : NULL);
}

/* With @caption in front, or @detail below the name and the standing; either may be NULL. */
static GtkWidget *
make_ref (WhenceDocument *document, WhenceRef ref, const char *caption, const char *detail)
{
  const WhenceBundle *bundle = whence_document_get_told_bundle (document);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = whence_ref_describe (ref, bundle);
  g_autofree char *standing = dup_standing (bundle, ref);
  g_autofree char *below = whence_text_join_two (standing, WHENCE_JOINT_PART, detail);
  g_autofree char *spoken = whence_part_ref_describe (bundle, ref, caption != NULL ? caption : detail);
  GtkWidget *text =
    ref.kind == WHENCE_REF_ENTITY ? whence_row_text_new (name) : button_lines (bundle, ref, name, below);

  if (caption != NULL)
    gtk_box_append (GTK_BOX (box), button_caption (caption));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (box), text);
  return whence_part_button (document, ref, box, spoken);
}

GtkWidget *
whence_part_ref (WhenceDocument *document, WhenceRef ref, const char *caption)
{
  return make_ref (document, ref, caption, NULL);
}

GtkWidget *
whence_part_ref_with (WhenceDocument *document, WhenceRef ref, const char *detail)
{
  return make_ref (document, ref, NULL, detail);
}
