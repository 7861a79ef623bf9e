/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table of five looks. The category colours were found by a search for the greatest least distance in CIE
 * Lab within chosen hues, as seen with full colour vision and with each of the three kinds of colour
 * blindness (Machado, Oliveira and Fernandes 2009); tests/paint/test-style.c holds them to it. Constant time.
 */
#include "paint/style.h"

#include <math.h>

#define CHANNEL(hex, shift) ((((hex) >> (shift)) & 0xFF) / 255.0)
#define RGB(hex)                                                                                             \
  {                                                                                                          \
    CHANNEL (hex, 16), CHANNEL (hex, 8), CHANNEL (hex, 0), 1.0                                               \
  }

#define COLORS(neutral, capital, ownership, valuation, role, life, business, law, rivalry)                   \
  {                                                                                                          \
    [WHENCE_CATEGORY_NEUTRAL] = RGB (neutral), [WHENCE_CATEGORY_CAPITAL] = RGB (capital),                    \
    [WHENCE_CATEGORY_OWNERSHIP] = RGB (ownership), [WHENCE_CATEGORY_VALUATION] = RGB (valuation),            \
    [WHENCE_CATEGORY_ROLE] = RGB (role), [WHENCE_CATEGORY_LIFE] = RGB (life),                                \
    [WHENCE_CATEGORY_BUSINESS] = RGB (business), [WHENCE_CATEGORY_LAW] = RGB (law),                          \
    [WHENCE_CATEGORY_RIVALRY] = RGB (rivalry),                                                               \
  }

#define ON_LIGHT 0x6A6D74, 0x408748, 0x013663, 0xB77423, 0x0096C6, 0xD56199, 0x754391, 0x743535, 0x544D0A
#define ON_DARK 0x9DA1A7, 0x79C190, 0x6C9EFA, 0xF5A44F, 0x5DC9FC, 0xFEAFD9, 0xAF75C7, 0xD97061, 0xF2E490
#define ON_WHITE_STRONG                                                                                      \
  0x4E5157, 0x2E7037, 0x00264D, 0x94570B, 0x0074A0, 0xB53B7B, 0x5F2C7C, 0x641F20, 0x423B00
#define EXPAND(macro, ...) macro (__VA_ARGS__)

#define PAPER 0xFCFBF8
#define WHITE 0xFFFFFF
#define NIGHT 0x1D1D20
#define BLACK 0x000000

/* clang-format off */
static const WhenceStyle styles[WHENCE_N_THEMES] = {
  [WHENCE_THEME_LIGHT] = {
    .ground = RGB (PAPER), .surface = RGB (0xF4F2EC), .text = RGB (0x1B1B1D), .text_muted = RGB (0x5A5C64),
    .grid = RGB (0xE7E4DD), .grid_strong = RGB (0xC8C4BA), .edge = RGB (0x83858C), .accent = RGB (0x1A66D9),
    .accent_soft = RGB (0xDCE8FB), .disputed = RGB (0xB3261E),
    .category = EXPAND (COLORS, ON_LIGHT),
    .hairline = 1, .stroke = 1.5, .stroke_strong = 2.5, .dimmed = 0.45,
  },
  [WHENCE_THEME_DARK] = {
    .ground = RGB (NIGHT), .surface = RGB (0x26262A), .text = RGB (0xF3F2EF), .text_muted = RGB (0xABADB5),
    .grid = RGB (0x313137), .grid_strong = RGB (0x4C4C55), .edge = RGB (0x83868F), .accent = RGB (0x8AB8FF),
    .accent_soft = RGB (0x263B5C), .disputed = RGB (0xFF8A80),
    .category = EXPAND (COLORS, ON_DARK),
    .hairline = 1, .stroke = 1.5, .stroke_strong = 2.5, .dimmed = 0.45,
  },
  [WHENCE_THEME_PRINT] = {
    .ground = RGB (WHITE), .surface = RGB (0xF5F5F3), .text = RGB (0x111111), .text_muted = RGB (0x505258),
    .grid = RGB (0xE4E4E1), .grid_strong = RGB (0xBFBFBA), .edge = RGB (0x7C7E85), .accent = RGB (0x1A66D9),
    .accent_soft = RGB (0xDFEAFB), .disputed = RGB (0xA81F18),
    .category = EXPAND (COLORS, ON_LIGHT),
    .hairline = 0.75, .stroke = 1.25, .stroke_strong = 2.25, .dimmed = 0.45,
  },
  [WHENCE_THEME_CONTRAST_LIGHT] = {
    .ground = RGB (WHITE), .surface = RGB (0xF0F0F0), .text = RGB (BLACK), .text_muted = RGB (0x303236),
    .grid = RGB (0xA8A8A8), .grid_strong = RGB (0x6A6A6A), .edge = RGB (0x4E5157), .accent = RGB (0x003FB8),
    .accent_soft = RGB (0xCFE0FF), .disputed = RGB (0x9A0007),
    .category = EXPAND (COLORS, ON_WHITE_STRONG),
    .hairline = 1, .stroke = 2, .stroke_strong = 3, .dimmed = 0.45,
  },
  [WHENCE_THEME_CONTRAST_DARK] = {
    .ground = RGB (BLACK), .surface = RGB (0x1C1C1C), .text = RGB (WHITE), .text_muted = RGB (0xD8D9DC),
    .grid = RGB (0x6A6A6A), .grid_strong = RGB (0xA8A8A8), .edge = RGB (0xB4B7BE), .accent = RGB (0xA9CCFF),
    .accent_soft = RGB (0x1E3C6E), .disputed = RGB (0xFF9C93),
    .category = EXPAND (COLORS, ON_DARK),
    .hairline = 1, .stroke = 2, .stroke_strong = 3, .dimmed = 0.45,
  },
};
/* clang-format on */

const WhenceStyle *
whence_style_get (WhenceTheme theme)
{
  return &styles[theme];
}

static gboolean
parse_color (const char *text, WhenceColor *color)
{
  int digits[6];
  if (text == NULL || text[0] != '#')
    return FALSE;
  for (int i = 0; i < 6; i++)
    if ((digits[i] = g_ascii_xdigit_value (text[1 + i])) < 0)
      return FALSE;
  if (text[7] != '\0')
    return FALSE;
  *color = (WhenceColor){ (digits[0] * 16 + digits[1]) / 255.0, (digits[2] * 16 + digits[3]) / 255.0,
                          (digits[4] * 16 + digits[5]) / 255.0, 1 };
  return TRUE;
}

/* The colour that the bundle declares, if a mark in it can be told from the ground (WCAG 2.1, 1.4.11). */
static gboolean
get_own_color (const WhenceStyle *style, const char *declared, WhenceColor *color)
{
  return parse_color (declared, color) && whence_color_contrast (*color, style->ground) >= 3;
}

WhenceColor
whence_style_fact_color (const WhenceStyle *style, const WhenceFactType *type)
{
  WhenceColor own;
  return get_own_color (style, type->color, &own) ? own : style->category[type->category];
}

gboolean
whence_style_entity_color (const WhenceStyle *style, const WhenceEntityType *type, WhenceColor *color)
{
  return get_own_color (style, type->color, color);
}

WhenceColor
whence_style_class_color (const WhenceStyle *style, guint klass)
{
  return style->category[klass < WHENCE_N_CATEGORIES - 1 ? klass + 1 : WHENCE_CATEGORY_NEUTRAL];
}

WhenceColor
whence_color_mix (WhenceColor a, WhenceColor b, double t)
{
  return (WhenceColor){ a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t,
                        a.a + (b.a - a.a) * t };
}

WhenceColor
whence_color_with_alpha (WhenceColor color, double alpha)
{
  color.a = alpha;
  return color;
}

static double
linearize (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (WhenceColor color)
{
  return 0.2126 * linearize (color.r) + 0.7152 * linearize (color.g) + 0.0722 * linearize (color.b);
}

double
whence_color_contrast (WhenceColor a, WhenceColor b)
{
  double la = luminance (a), lb = luminance (b);
  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}
