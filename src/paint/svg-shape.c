/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paths in as few characters as SVG allows: rectangles and circles as elements of their own, a minus sign in
 * place of a blank. Linear in the path. */
#include "paint/svg-shape.h"

#include "paint/path-private.h"
#include "paint/svg-text.h"

#define MOST_NUMBERS 7 /* of an arc */

void
whence_svg_append_rect (GString *svg, WhenceRect rect)
{
  g_string_append (svg, "<rect");
  whence_svg_append_attribute (svg, "x", rect.x);
  whence_svg_append_attribute (svg, "y", rect.y);
  whence_svg_append_attribute (svg, "width", rect.width);
  whence_svg_append_attribute (svg, "height", rect.height);
}

void
whence_svg_append_numbers (GString *svg, char letter, const double *numbers, guint n_numbers)
{
  char data[MOST_NUMBERS * WHENCE_SVG_LONGEST_NUMBER + 1], *end = data + sizeof data, *p = end;

  g_return_if_fail (n_numbers <= MOST_NUMBERS);
  for (guint i = n_numbers; i-- > 0;)
    {
      p = whence_svg_put_number (p, numbers[i]);
      if (i > 0 && *p != '-')
        *--p = ' ';
    }
  *--p = letter;
  whence_svg_append (svg, p, (gsize) (end - p));
}

static void
append_circle_path (GString *svg, const double *n)
{
  whence_svg_append_numbers (svg, 'M', (double[]){ n[0] - n[2], n[1] }, 2);
  whence_svg_append_numbers (svg, 'a', (double[]){ n[2], n[2], 0, 1, 0, 2 * n[2], 0 }, 7);
  whence_svg_append_numbers (svg, 'a', (double[]){ n[2], n[2], 0, 1, 0, -2 * n[2], 0 }, 7);
  g_string_append (svg, "z");
}

static void
append_rect_path (GString *svg, const double *n)
{
  whence_svg_append_numbers (svg, 'M', n, 2);
  whence_svg_append_numbers (svg, 'h', &n[2], 1);
  whence_svg_append_numbers (svg, 'v', &n[3], 1);
  whence_svg_append_numbers (svg, 'h', (double[]){ -n[2] }, 1);
  g_string_append (svg, "z");
}

static void
append_path_data (GString *svg, const WhencePath *path)
{
  static const struct
  {
    char letter;
    guint n_numbers;
  } ops[] = {
    [WHENCE_PATH_MOVE] = { 'M', 2 },  [WHENCE_PATH_LINE] = { 'L', 2 }, [WHENCE_PATH_CURVE] = { 'C', 6 },
    [WHENCE_PATH_CLOSE] = { 'z', 0 }, [WHENCE_PATH_RECT] = { 0, 4 },   [WHENCE_PATH_CIRCLE] = { 0, 3 },
  };
  const double *n = (const double *) path->numbers->data;

  for (guint i = 0; i < path->ops->len; i++)
    {
      guint8 op = path->ops->data[i];
      if (op == WHENCE_PATH_CIRCLE)
        append_circle_path (svg, n);
      else if (op == WHENCE_PATH_RECT)
        append_rect_path (svg, n);
      else
        whence_svg_append_numbers (svg, ops[op].letter, n, ops[op].n_numbers);
      n += ops[op].n_numbers;
    }
}

void
whence_svg_append_shape (GString *svg, const WhencePath *path)
{
  const double *n = (const double *) path->numbers->data;
  if (path->ops->len == 1 && path->ops->data[0] == WHENCE_PATH_RECT && n[2] >= 0 && n[3] >= 0)
    whence_svg_append_rect (svg, (WhenceRect){ n[0], n[1], n[2], n[3] });
  else if (path->ops->len == 1 && path->ops->data[0] == WHENCE_PATH_CIRCLE)
    {
      g_string_append (svg, "<circle");
      whence_svg_append_attribute (svg, "cx", n[0]);
      whence_svg_append_attribute (svg, "cy", n[1]);
      whence_svg_append_attribute (svg, "r", MAX (n[2], 0));
    }
  else
    {
      g_string_append (svg, "<path d=\"");
      append_path_data (svg, path);
      g_string_append (svg, "\"");
    }
}
