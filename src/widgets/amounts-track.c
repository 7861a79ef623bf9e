/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The button lies over the canvas, which keeps its words out of the way. */
#include "widgets/amounts-track.h"

#include "widgets/amounts-chooser.h"
#include "widgets/text-zoom.h"

#define HEAD_RESERVED 36 /* px: the button and a gap */

struct _WhenceAmountsTrack
{
  GtkWidget parent_instance;
  GtkWidget *overlay;
  WhenceAmountsCanvas *canvas;
  GtkMenuButton *button;
  WhenceDocument *document;
};

G_DEFINE_FINAL_TYPE (WhenceAmountsTrack, whence_amounts_track, GTK_TYPE_WIDGET)

void
whence_amounts_track_set_document (WhenceAmountsTrack *self, WhenceDocument *document)
{
  g_set_object (&self->document, document);
  whence_amounts_canvas_set_document (self->canvas, document);
}

WhenceAmountsCanvas *
whence_amounts_track_get_canvas (WhenceAmountsTrack *self)
{
  return self->canvas;
}

void
whence_amounts_track_choose (WhenceAmountsTrack *self)
{
  gtk_menu_button_popup (self->button);
}

/* What it opens is made when it is opened first. */
static void
on_open (GtkMenuButton *button, gpointer data)
{
  WhenceAmountsTrack *self = data;
  WhenceAmountsChooser *chooser;

  if (gtk_menu_button_get_popover (button) != NULL || self->document == NULL)
    return;
  chooser = g_object_new (WHENCE_TYPE_AMOUNTS_CHOOSER, NULL);
  whence_amounts_chooser_set_document (chooser, self->document);
  gtk_menu_button_set_popover (button, GTK_WIDGET (chooser));
}

static void
dispose (GObject *object)
{
  WhenceAmountsTrack *self = WHENCE_AMOUNTS_TRACK (object);

  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_amounts_track_parent_class)->dispose (object);
}

#define BIND(member) gtk_widget_class_bind_template_child (widget_class, WhenceAmountsTrack, member)

static void
whence_amounts_track_class_init (WhenceAmountsTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (WHENCE_TYPE_TEXT_ZOOM);
  g_type_ensure (WHENCE_TYPE_AMOUNTS_CANVAS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/amounts-track.ui");
  BIND (overlay);
  BIND (canvas);
  BIND (button);
}

static void
whence_amounts_track_init (WhenceAmountsTrack *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Time runs from left to right in every script, and so does the head: its free end is at the right. */
  gtk_widget_set_direction (GTK_WIDGET (self->button), GTK_TEXT_DIR_LTR);
  gtk_menu_button_set_create_popup_func (self->button, on_open, self, NULL);
  whence_amounts_canvas_reserve_head (self->canvas, HEAD_RESERVED);
}
