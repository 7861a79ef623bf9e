/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where high contrast is asked for, and as long as it is, secondary text is no fainter than the platform has
 * it there; the ring around what has the focus is seen at 3:1 on all grounds, light and dark. */
#include "app/contrast.h"
#include "paint/style.h"
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

/* Newer libraries warn of what older ones load by its name. */
static void
test_nothing_loads_by_name (void)
{
  static const char *const names[] = { "style-dark.css", "style-hc.css", "style-hc-dark.css" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename ("/io/github/whence_app/Whence", names[i], NULL);
      g_assert_false (g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
    }
}

/* Of a window that is new, and so remembers no style. */
static double
get_secondary_strength (void)
{
  WhenceWindow *window = whence_window_new (stage_get_application (), NULL);
  double strength = get_strength (window, "dim-label");

  gtk_window_destroy (GTK_WINDOW (window));
  return strength;
}

/* Taken back and asked for once more, while the program runs; twice is once. */
static void
test_follows (void)
{
  double strong = get_secondary_strength ();

  for (guint round = 0; round < 2; round++)
    {
      whence_contrast_show (FALSE);
      whence_contrast_show (FALSE);
      g_assert_cmpfloat (get_secondary_strength (), <, 0.89 * strong);
      whence_contrast_show (TRUE);
      whence_contrast_show (TRUE);
      g_assert_cmpfloat (get_secondary_strength (), ==, strong);
    }
}

static GdkRGBA
look_up (WhenceWindow *window, const char *name)
{
  GdkRGBA color = { 0 };

  g_assert_true (
    gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (window)), name, &color));
  return color;
}

static WhenceColor
ring_on (WhenceWindow *window, GdkRGBA ground)
{
  GdkRGBA ring = look_up (window, "ring_color");

  return whence_color_mix ((WhenceColor){ ground.red, ground.green, ground.blue, 1 },
                           (WhenceColor){ ring.red, ring.green, ring.blue, 1 }, ring.alpha);
}

static void
test_ring (void)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  static const char *const grounds[] = { "window_bg_color", "view_bg_color", "headerbar_bg_color",
                                         "popover_bg_color", "dialog_bg_color" };
  WhenceWindow *window = whence_window_new (stage_get_application (), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i]);
      g_assert_cmpint (adw_style_manager_get_dark (adw_style_manager_get_default ()), ==, i == 1);
      for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
        {
          GdkRGBA ground = look_up (window, grounds[g]);
          double contrast = whence_color_contrast (ring_on (window, ground),
                                                   (WhenceColor){ ground.red, ground.green, ground.blue, 1 });
          g_test_message ("%s, %s: %.1f", i == 0 ? "light" : "dark", grounds[g], contrast);
          g_assert_cmpfloat (contrast, >=, 3);
        }
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  if (!stage_init (&argc, &argv))
    return 0;
  g_test_add_func ("/contrast/secondary-text", test_secondary_text);
  g_test_add_func ("/contrast/nothing-loads-by-name", test_nothing_loads_by_name);
  g_test_add_func ("/contrast/follows", test_follows);
  g_test_add_func ("/contrast/ring", test_ring);
  return g_test_run ();
}
