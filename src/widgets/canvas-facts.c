/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The popover of a canvas that lists facts which have no mark of their own there. It is made when it is first
 * asked for, and closes when the records change. */
#include "widgets/canvas-private.h"

#include "widgets/facts-popover.h"

static void
on_chosen (WhenceCanvas *canvas, guint fact)
{
  WhenceRef ref = whence_ref_fact (fact);

  whence_document_select (whence_canvas_get_document (canvas), ref, FALSE);
  whence_canvas_reveal (canvas, ref);
}

static void
on_zoom (WhenceCanvas *canvas)
{
  GArray *listed = whence_canvas_private (canvas)->listed;

  WHENCE_CANVAS_GET_CLASS (canvas)->frame (canvas, (const WhenceRef *) listed->data, listed->len);
}

static void
on_closed (WhenceCanvas *canvas)
{
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
}

static gboolean
on_popover_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, GtkWidget *popover)
{
  const struct
  {
    guint key, keypad;
    GtkDirectionType direction;
  } arrows[] = { { GDK_KEY_Up, GDK_KEY_KP_Up, GTK_DIR_UP }, { GDK_KEY_Down, GDK_KEY_KP_Down, GTK_DIR_DOWN } };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (popover));

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (key == arrows[i].key || key == arrows[i].keypad)
      {
        gtk_widget_child_focus (popover, arrows[i].direction);
        return TRUE;
      }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space) && focus != NULL)
    gtk_widget_activate (focus);
  return key != GDK_KEY_Escape && key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab;
}

void
whence_canvas_add_popover (WhenceCanvas *canvas, GtkWidget *popover)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_parent (popover, GTK_WIDGET (canvas));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_popover_key), popover);
  gtk_widget_add_controller (popover, keys);
}

static GtkWidget *
get_popover (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (priv->facts == NULL)
    {
      priv->facts = GTK_WIDGET (whence_facts_popover_new ());
      priv->listed = g_array_new (FALSE, FALSE, sizeof (WhenceRef));
      whence_canvas_add_popover (canvas, priv->facts);
      g_signal_connect_swapped (priv->facts, "chosen", G_CALLBACK (on_chosen), canvas);
      g_signal_connect_swapped (priv->facts, "zoom", G_CALLBACK (on_zoom), canvas);
      g_signal_connect_swapped (priv->facts, "closed", G_CALLBACK (on_closed), canvas);
    }
  return priv->facts;
}

void
whence_canvas_list_facts (WhenceCanvas *canvas, const guint32 *facts, guint n_facts, WhenceRect around,
                          const char *head, const char *note)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceBundle *bundle = whence_document_get_told_bundle (priv->document);
  GtkWidget *popover = get_popover (canvas);
  gboolean has_place = FALSE; /* where one could zoom in */

  g_array_set_size (priv->listed, 0);
  for (guint i = 0; i < n_facts; i++)
    {
      WhenceRef ref = whence_ref_fact (facts[i]);
      g_array_append_val (priv->listed, ref);
      has_place |= whence_bundle_get_fact_date (bundle, facts[i])->form != WHENCE_DATE_NONE;
    }
  whence_facts_popover_set_facts (WHENCE_FACTS_POPOVER (popover), bundle, whence_canvas_get_known_by (canvas),
                                  facts, n_facts, head, note,
                                  has_place && WHENCE_CANVAS_GET_CLASS (canvas)->frame != NULL);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int) around.x, (int) around.y, MAX (1, (int) around.width),
                                                MAX (1, (int) around.height) });
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
whence_canvas_open (WhenceCanvas *canvas, WhenceRef ref)
{
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);

  if (klass->open != NULL && ref.kind != WHENCE_REF_NONE && whence_canvas_has_scene (canvas))
    klass->open (canvas, ref);
}

void
whence_canvas_close_facts (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (priv->facts != NULL)
    gtk_popover_popdown (GTK_POPOVER (priv->facts));
}

void
whence_canvas_present_facts (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (priv->facts != NULL)
    gtk_popover_present (GTK_POPOVER (priv->facts));
}

void
whence_canvas_drop_facts (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (priv->facts != NULL)
    g_signal_handlers_disconnect_by_data (priv->facts, canvas);
  g_clear_pointer (&priv->facts, gtk_widget_unparent);
  g_clear_pointer (&priv->listed, g_array_unref);
}
