/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas by keyboard: arrows go from mark to mark, full stop and comma from fact to fact in time, Return
 * selects, + - 0 zoom. One table. */
#include "document/document-subset.h"
#include "layout/fact-order.h"
#include "widgets/canvas-private.h"

#define KEY_ZOOM 1.4
#define KEY_PAN 80.0 /* px */
#define PAGE 0.8     /* of the view */

void
whence_canvas_focus (WhenceCanvas *canvas, WhenceRef ref)
{
  if (ref.kind == WHENCE_REF_NONE)
    return;
  whence_canvas_reveal (canvas, ref);
  whence_document_focus (whence_canvas_get_document (canvas), ref);
  gtk_widget_grab_focus (whence_canvas_get_mark (canvas, ref));
}

/* Where the keyboard is: the focus, else the selection as far as it is in this view. */
static WhenceRef
current (WhenceCanvas *canvas)
{
  WhenceDocument *document = whence_canvas_get_document (canvas);
  WhenceRef focus = whence_document_get_focus (document);
  const WhenceRef *refs;
  WhenceRect bounds;
  guint n_refs;

  if (focus.kind != WHENCE_REF_NONE)
    return focus;
  refs = whence_document_get_selection (document, &n_refs);
  for (guint i = n_refs; i-- > 0;)
    if (WHENCE_CANVAS_GET_CLASS (canvas)->find (canvas, refs[i], &bounds))
      return refs[i];
  return WHENCE_REF_NOTHING;
}

static gboolean
on_step (GtkWidget *widget, GVariant *args, gpointer data)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (widget);
  int dx, dy;

  if (!whence_canvas_has_scene (canvas))
    return FALSE;
  g_variant_get (args, "(ii)", &dx, &dy);
  whence_canvas_focus (canvas, WHENCE_CANVAS_GET_CLASS (canvas)->step (canvas, current (canvas), dx, dy));
  return TRUE;
}

/* Where a walk in time begins: at the selected or focused fact, else at the edge of what is in view. */
static guint32
next_in_time (WhenceCanvas *canvas, int direction)
{
  WhenceDocument *document = whence_canvas_get_document (canvas);
  WhenceScope *scope = whence_document_get_scope (document);
  WhenceRef ref = current (canvas);
  const WhenceRef *refs;
  gint64 from, to;
  guint n_refs;

  refs = whence_document_get_selection (document, &n_refs);
  if (ref.kind != WHENCE_REF_FACT && n_refs > 0)
    ref = refs[n_refs - 1];
  if (ref.kind == WHENCE_REF_FACT)
    return whence_fact_next (scope, ref.index, direction);
  whence_document_get_visible_range (document, &from, &to);
  return from < to ? whence_fact_next_to (scope, direction > 0 ? from : to, direction)
                   : whence_fact_next (scope, WHENCE_NONE, direction);
}

static gboolean
go_to_fact (WhenceCanvas *canvas, guint32 fact)
{
  WhenceRef ref = whence_ref_fact (fact);

  if (ref.kind == WHENCE_REF_NONE)
    return TRUE;
  whence_document_walk_to (whence_canvas_get_document (canvas), ref);
  whence_canvas_focus (canvas, ref);
  return TRUE;
}

static gboolean
on_walk (GtkWidget *widget, GVariant *args, gpointer data)
{
  int direction;

  g_variant_get (args, "(i)", &direction);
  return whence_canvas_has_scene (WHENCE_CANVAS (widget))
         && go_to_fact (WHENCE_CANVAS (widget), next_in_time (WHENCE_CANVAS (widget), direction));
}

static gboolean
on_outermost (GtkWidget *widget, GVariant *args, gpointer data)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (widget);
  int direction;

  if (!whence_canvas_has_scene (canvas))
    return FALSE;
  g_variant_get (args, "(i)", &direction);
  return go_to_fact (canvas,
                     whence_fact_next (whence_document_get_scope (whence_canvas_get_document (canvas)),
                                       WHENCE_NONE, direction));
}

static gboolean
on_pan (GtkWidget *widget, GVariant *args, gpointer data)
{
  int dx, dy;

  g_variant_get (args, "(ii)", &dx, &dy);
  WHENCE_CANVAS_GET_CLASS (widget)->pan (WHENCE_CANVAS (widget), -dx * KEY_PAN, -dy * KEY_PAN,
                                         WHENCE_MOTION_TRAVEL);
  return TRUE;
}

/* By most of what is in view, so that something seen before stays in sight. */
static gboolean
on_page (GtkWidget *widget, GVariant *args, gpointer data)
{
  int dx, dy;

  g_variant_get (args, "(ii)", &dx, &dy);
  WHENCE_CANVAS_GET_CLASS (widget)->pan (WHENCE_CANVAS (widget), -dx * PAGE * gtk_widget_get_width (widget),
                                         -dy * PAGE * gtk_widget_get_height (widget), WHENCE_MOTION_TRAVEL);
  return TRUE;
}

static gboolean
on_frame (GtkWidget *widget, GVariant *args, gpointer data)
{
  return whence_canvas_frame_selection (WHENCE_CANVAS (widget));
}

static gboolean
on_zoom (GtkWidget *widget, GVariant *args, gpointer data)
{
  int direction;

  g_variant_get (args, "(i)", &direction);
  whence_canvas_zoom (WHENCE_CANVAS (widget), direction > 0 ? KEY_ZOOM : 1 / KEY_ZOOM);
  return TRUE;
}

static gboolean
on_fit (GtkWidget *widget, GVariant *args, gpointer data)
{
  whence_canvas_fit (WHENCE_CANVAS (widget));
  return TRUE;
}

static gboolean
on_select (GtkWidget *widget, GVariant *args, gpointer data)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (widget);
  gboolean extend;

  g_variant_get (args, "(b)", &extend);
  if (whence_canvas_activate (canvas, current (canvas), 0))
    return TRUE;
  whence_document_select (whence_canvas_get_document (canvas), current (canvas), extend);
  if (!extend)
    whence_canvas_open (canvas, current (canvas));
  return TRUE;
}

static gboolean
on_clear (GtkWidget *widget, GVariant *args, gpointer data)
{
  whence_document_leave (whence_canvas_get_document (WHENCE_CANVAS (widget)));
  return TRUE;
}

static gboolean
on_approach (GtkWidget *widget, GVariant *args, gpointer data)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (widget);

  if (!whence_canvas_has_scene (canvas))
    return FALSE;
  WHENCE_CANVAS_GET_CLASS (canvas)->approach (canvas, current (canvas), gtk_widget_get_width (widget) / 2.0,
                                              gtk_widget_get_height (widget) / 2.0);
  return TRUE;
}

static void
bind_arrows (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint key, keypad;
    int dx, dy;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, on_step, "(ii)", arrows[i].dx,
                                    arrows[i].dy);
      gtk_widget_class_add_binding (widget_class, arrows[i].keypad, 0, on_step, "(ii)", arrows[i].dx,
                                    arrows[i].dy);
      gtk_widget_class_add_binding (widget_class, arrows[i].key, GDK_SHIFT_MASK, on_pan, "(ii)", arrows[i].dx,
                                    arrows[i].dy);
    }
}

static void
bind_pages (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint keys[2];
    int direction;
  } pages[] = { { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, -1 },
                { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    for (guint k = 0; k < 2; k++)
      {
        gtk_widget_class_add_binding (widget_class, pages[i].keys[k], 0, on_page, "(ii)", 0,
                                      pages[i].direction);
        gtk_widget_class_add_binding (widget_class, pages[i].keys[k], GDK_SHIFT_MASK, on_page, "(ii)",
                                      pages[i].direction, 0);
      }
}

static void
bind_walk (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint key;
    GtkShortcutFunc func;
    int direction;
  } keys[] = {
    { GDK_KEY_comma, on_walk, -1 },    { GDK_KEY_period, on_walk, 1 },
    { GDK_KEY_Home, on_outermost, 1 }, { GDK_KEY_KP_Home, on_outermost, 1 },
    { GDK_KEY_End, on_outermost, -1 }, { GDK_KEY_KP_End, on_outermost, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, keys[i].func, "(i)", keys[i].direction);
}

void
whence_canvas_bind_keys (GtkWidgetClass *widget_class)
{
  const guint closer[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  const guint farther[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  const guint fit[] = { GDK_KEY_0, GDK_KEY_KP_0 };
  const guint select[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  bind_arrows (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (closer); i++)
    gtk_widget_class_add_binding (widget_class, closer[i], 0, on_zoom, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, on_zoom, "(i)", 1);
  for (guint i = 0; i < G_N_ELEMENTS (farther); i++)
    gtk_widget_class_add_binding (widget_class, farther[i], 0, on_zoom, "(i)", -1);
  for (guint i = 0; i < G_N_ELEMENTS (fit); i++)
    gtk_widget_class_add_binding (widget_class, fit[i], 0, on_fit, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (select); i++)
    {
      gtk_widget_class_add_binding (widget_class, select[i], 0, on_select, "(b)", FALSE);
      gtk_widget_class_add_binding (widget_class, select[i], GDK_CONTROL_MASK, on_select, "(b)", TRUE);
    }
  bind_pages (widget_class);
  bind_walk (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, 0, on_frame, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F, GDK_SHIFT_MASK, on_frame, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_clear, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, 0, on_approach, NULL);
}
