/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where high contrast is asked for, secondary text is no fainter than the platform has it there. */
#include "window-stage.h"

static double
get_strength (WhenceWindow *window, const char *css_class)
{
  GtkWidget *label = gtk_label_new ("Text");
  GdkRGBA color;

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  adw_toast_overlay_set_child (window->toasts, label);
  gtk_style_context_get_color (gtk_widget_get_style_context (label), &color);
  return (double) color.alpha * gtk_widget_get_opacity (label);
}

static void
test_secondary_text (void)
{
  WhenceWindow *window = whence_window_new (stage_get_application (), NULL);

  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  /* Text itself is not opaque everywhere. */
  g_assert_cmpfloat (get_strength (window, "dim-label"), >, 0.89 * get_strength (window, NULL));
  g_assert_cmpfloat (get_strength (window, "dim-label"), <, get_strength (window, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  if (!stage_init (&argc, &argv))
    return 0;
  g_test_add_func ("/contrast/secondary-text", test_secondary_text);
  return g_test_run ();
}
