/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The look, held to what it promises: contrast of text and marks in every theme, and categories that stay
 * apart for every kind of colour vision (matrices at full severity: Machado, Oliveira and Fernandes 2009,
 * table 1). */
#include "paint/style.h"

#include <math.h>

static const char *const theme_names[WHENCE_N_THEMES] = { "light", "dark", "print", "contrast-light",
                                                          "contrast-dark" };

static const struct
{
  const char *name;
  double matrix[9];
} visions[] = {
  { "full", { 1, 0, 0, 0, 1, 0, 0, 0, 1 } },
  { "protanopia",
    { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 } },
  { "deuteranopia",
    { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 } },
  { "tritanopia",
    { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 } },
};

static double
linearize (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static void
apply (const double *matrix, const double *v, double *out)
{
  for (int i = 0; i < 3; i++)
    out[i] = CLAMP (matrix[3 * i] * v[0] + matrix[3 * i + 1] * v[1] + matrix[3 * i + 2] * v[2], 0, 1.1);
}

/* CIE L*a*b* (D65) of @color as somebody with the vision @matrix sees it. */
static void
to_lab (WhenceColor color, const double *matrix, double *lab)
{
  static const double to_xyz[] = { 0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522,
                                   0.0721750, 0.0193339, 0.1191920, 0.9503041 };
  static const double white[] = { 0.95047, 1, 1.08883 };
  double rgb[] = { linearize (color.r), linearize (color.g), linearize (color.b) }, seen[3], xyz[3], f[3];
  apply (matrix, rgb, seen);
  apply (to_xyz, seen, xyz);
  for (int i = 0; i < 3; i++)
    {
      double t = xyz[i] / white[i];
      f[i] = t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
    }
  lab[0] = 116 * f[1] - 16;
  lab[1] = 500 * (f[0] - f[1]);
  lab[2] = 200 * (f[1] - f[2]);
}

static double
distance (WhenceColor a, WhenceColor b, const double *matrix)
{
  double p[3], q[3];
  to_lab (a, matrix, p);
  to_lab (b, matrix, q);
  return sqrt ((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]) + (p[2] - q[2]) * (p[2] - q[2]));
}

static void
assert_contrast (const char *what, WhenceColor a, WhenceColor b, double least)
{
  double contrast = whence_color_contrast (a, b);
  if (contrast < least)
    g_test_message ("%s: %.2f", what, contrast);
  g_assert_cmpfloat (contrast, >=, least);
}

static void
test_contrast (gconstpointer data)
{
  WhenceTheme theme = GPOINTER_TO_UINT (data);
  const WhenceStyle *s = whence_style_get (theme);
  gboolean strong = theme == WHENCE_THEME_CONTRAST_LIGHT || theme == WHENCE_THEME_CONTRAST_DARK;
  double graphic = strong ? 4.5 : 3;

  assert_contrast ("text", s->text, s->ground, strong ? 15 : 7);
  assert_contrast ("text on surface", s->text, s->surface, 7);
  assert_contrast ("text on accent", s->text, s->accent_soft, 7);
  assert_contrast ("muted", s->text_muted, s->ground, strong ? 7 : 4.5);
  assert_contrast ("muted on surface", s->text_muted, s->surface, 4.5);
  assert_contrast ("accent", s->accent, s->ground, strong ? 4.5 : 3);
  assert_contrast ("edge", s->edge, s->ground, graphic);
  assert_contrast ("disputed", s->disputed, s->ground, 4.5);
  for (guint i = 0; i < WHENCE_N_CATEGORIES; i++)
    {
      assert_contrast ("category", s->category[i], s->ground, graphic);
      assert_contrast ("category on surface", s->category[i], s->surface, 3);
    }
}

static void
test_color_vision (gconstpointer data)
{
  WhenceTheme theme = GPOINTER_TO_UINT (data);
  const WhenceStyle *s = whence_style_get (theme);
  /* A just noticeable difference is about 2.3; ten is told apart at a glance. */
  double least = theme == WHENCE_THEME_CONTRAST_LIGHT ? 8 : 12;

  for (guint v = 0; v < G_N_ELEMENTS (visions); v++)
    for (guint i = 0; i < WHENCE_N_CATEGORIES; i++)
      for (guint j = i + 1; j < WHENCE_N_CATEGORIES; j++)
        {
          double d = distance (s->category[i], s->category[j], visions[v].matrix);
          if (d < least)
            g_test_message ("%s: categories %u and %u are %.1f apart", visions[v].name, i, j, d);
          g_assert_cmpfloat (d, >=, least);
        }
}

static void
test_own_color (void)
{
  static const struct
  {
    const char *color;
    gboolean kept;
  } cases[] = { { "#8b0000", TRUE }, { "#8B0000", TRUE },   { "#ffff00", FALSE }, { "red", FALSE },
                { "#8b00", FALSE },  { "#8b00001", FALSE }, { "", FALSE },        { NULL, FALSE } };
  const WhenceStyle *style = whence_style_get (WHENCE_THEME_LIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WhenceFactType type = { .color = cases[i].color, .category = WHENCE_CATEGORY_LAW };
      WhenceColor got = whence_style_fact_color (style, &type);
      double expected = cases[i].kept ? 0x8B / 255.0 : style->category[WHENCE_CATEGORY_LAW].r;
      g_assert_cmpfloat (got.r, ==, expected);
    }
}

static void
test_known_contrasts (void)
{
  WhenceColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 },
              grey = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1 };
  g_assert_cmpfloat_with_epsilon (whence_color_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (whence_color_contrast (grey, white), 4.54, 0.01);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < WHENCE_N_THEMES; i++)
    {
      g_autofree char *contrast = g_strdup_printf ("/paint/style/contrast/%s", theme_names[i]);
      g_autofree char *vision = g_strdup_printf ("/paint/style/color-vision/%s", theme_names[i]);
      g_test_add_data_func (contrast, GUINT_TO_POINTER (i), test_contrast);
      g_test_add_data_func (vision, GUINT_TO_POINTER (i), test_color_vision);
    }
  g_test_add_func ("/paint/style/own-color", test_own_color);
  g_test_add_func ("/paint/style/known-contrasts", test_known_contrasts);
  return g_test_run ();
}
