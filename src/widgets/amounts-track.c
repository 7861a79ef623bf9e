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
  WhenceAmountsChooser *chooser;
};

G_DEFINE_FINAL_TYPE (WhenceAmountsTrack, whence_amounts_track, GTK_TYPE_WIDGET)

void
whence_amounts_track_set_document (WhenceAmountsTrack *self, WhenceDocument *document)
{
  whence_amounts_canvas_set_document (self->canvas, document);
  whence_amounts_chooser_set_document (self->chooser, document);
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

static void
dispose (GObject *object)
{
  g_clear_pointer (&WHENCE_AMOUNTS_TRACK (object)->overlay, gtk_widget_unparent);
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
  g_type_ensure (WHENCE_TYPE_AMOUNTS_CHOOSER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/amounts-track.ui");
  BIND (overlay);
  BIND (canvas);
  BIND (button);
  BIND (chooser);
}

static void
whence_amounts_track_init (WhenceAmountsTrack *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Time runs from left to right in every script, and so does the head: its free end is at the right. */
  gtk_widget_set_direction (GTK_WIDGET (self->button), GTK_TEXT_DIR_LTR);
  whence_amounts_canvas_reserve_head (self->canvas, HEAD_RESERVED);
}
