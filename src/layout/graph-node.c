/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How large a node is, what is written beside it, and the outline of its shape. Constant time each. */
#include "layout/graph-scene-private.h"
#include "layout/text-breaks.h"
#include "model/date-names.h"

#include <math.h>

#define SMALLEST 7.0
#define LARGEST 18.0
#define ALIKE 11.0
#define FACT_RADIUS 4.5
#define STRONG_FROM 5 /* ties: names that matter are semibold */
#define NAME_WIDTH 112.0
#define TITLE_WIDTH 128.0
#define MAX_LINES 2 /* of a name: the whole of it is one hover away */

/* The area, not the radius, grows with what it says. */
double
whence_graph_node_radius (const WhenceGraph *graph, const guint32 *degree, const WhenceGraphLook *look,
                          guint32 node)
{
  double value;

  if (node >= graph->n_entities)
    return FACT_RADIUS;
  switch (whence_graph_look_get_sizing (look))
    {
    case WHENCE_SIZE_BY_NONE:
      return ALIKE;
    case WHENCE_SIZE_BY_VALUE:
      value = whence_graph_look_get_value (look, node);
      return isnan (value) ? SMALLEST : SMALLEST + (LARGEST - SMALLEST) * sqrt (CLAMP (value, 0, 1));
    case WHENCE_SIZE_BY_DEGREE:
    default:
      return CLAMP (4.4 + 3.2 * sqrt (degree[node]), SMALLEST, LARGEST);
    }
}

static char *
text_of (const WhenceGraph *graph, const WhenceBundle *told, guint32 node)
{
  return node < graph->n_entities
           ? g_strdup (whence_bundle_get_entity_name (told, node))
           : whence_bundle_describe_fact (told, graph->node_fact[node - graph->n_entities]);
}

void
whence_graph_node_label (const WhenceGraph *graph, const WhenceBundle *told, const guint32 *degree,
                         guint32 node, const WhenceMeasure *measure, WhenceTextBlock *label)
{
  g_autofree char *text = text_of (graph, told, node);
  WhenceFont font = node >= graph->n_entities     ? WHENCE_FONT_SMALL
                    : degree[node] >= STRONG_FROM ? WHENCE_FONT_STRONG
                                                  : WHENCE_FONT_LABEL;

  whence_text_block_init (label, text, font, node < graph->n_entities ? NAME_WIDTH : TITLE_WIDTH, MAX_LINES,
                          measure);
}

void
whence_graph_node_label_whole (const WhenceGraph *graph, const WhenceBundle *told, guint32 node, double width,
                               guint max_lines, const WhenceMeasure *measure, WhenceTextBlock *label)
{
  g_autofree char *text = text_of (graph, told, node);

  whence_text_block_init (label, text, WHENCE_FONT_LABEL, width, max_lines, measure);
}

void
whence_graph_node_label_compact (const WhenceGraph *graph, const WhenceBundle *told, guint32 node,
                                 double width, const WhenceMeasure *measure, WhenceTextBlock *label)
{
  g_autofree char *text = text_of (graph, told, node);

  whence_text_block_init (label, text, WHENCE_FONT_SMALL, width, MAX_LINES, measure);
}

/* Scripts whose letters change their shape when they meet, or each of which is a word already: one sign is
 * enough, and two would read as another word. */
static gboolean
stands_alone (gunichar letter)
{
  static const GUnicodeScript alone[] = {
    G_UNICODE_SCRIPT_ARABIC,   G_UNICODE_SCRIPT_SYRIAC, G_UNICODE_SCRIPT_MONGOLIAN,
    G_UNICODE_SCRIPT_NKO,      G_UNICODE_SCRIPT_HAN,    G_UNICODE_SCRIPT_HIRAGANA,
    G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_HANGUL, G_UNICODE_SCRIPT_DEVANAGARI,
    G_UNICODE_SCRIPT_BENGALI,  G_UNICODE_SCRIPT_TAMIL,  G_UNICODE_SCRIPT_THAI,
  };
  GUnicodeScript script = g_unichar_get_script (letter);

  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    if (alone[i] == script)
      return TRUE;
  return FALSE;
}

static gboolean
ends_word (gunichar letter)
{
  return g_unichar_isspace (letter) || letter == '-' || letter == 0x2010 || letter == '/';
}

/* A whole cluster, base and marks, as a capital where there are any. */
static void
append_cluster (GString *letters, const char *cluster, gsize length)
{
  g_autofree char *part = g_strndup (cluster, length);
  gunichar base = g_utf8_get_char (part);

  if (g_unichar_islower (base))
    {
      g_string_append_unichar (letters, g_unichar_totitle (base));
      g_string_append (letters, g_utf8_next_char (part));
    }
  else
    g_string_append (letters, part);
}

/* Where words with a letter or a digit begin: the first and the last; without any, where the text does. */
static void
find_words (const char *name, const GArray *cuts, guint32 *first, guint32 *last)
{
  gboolean starts = TRUE;
  guint32 at = 0;

  *first = *last = G_MAXUINT32;
  for (guint i = 0; i < cuts->len; i++)
    {
      gunichar letter = g_utf8_get_char (name + at);
      if (g_unichar_isalnum (letter) && starts)
        {
          *first = MIN (*first, i);
          *last = i;
          starts = FALSE;
        }
      else if (ends_word (letter))
        starts = TRUE;
      at = g_array_index (cuts, WhenceTextCut, i).offset;
    }
  if (*first == G_MAXUINT32)
    *first = *last = 0;
}

static void
append_nth_cluster (GString *letters, const char *name, const GArray *cuts, guint32 i)
{
  guint32 start = i > 0 ? g_array_index (cuts, WhenceTextCut, i - 1).offset : 0;

  append_cluster (letters, name + start, g_array_index (cuts, WhenceTextCut, i).offset - start);
}

void
whence_graph_class_number (guint32 klass, const WhenceMeasure *measure, WhenceTextBlock *number)
{
  g_autofree char *text = NULL;

  if (klass >= WHENCE_GRAPH_LOOK_CLASSES)
    return;
  text = whence_count_name (klass + 1);
  whence_text_block_init (number, text, WHENCE_FONT_SMALL, 60, 1, measure);
}

/* The first letter of the first and of the last word. */
void
whence_graph_node_initials (const WhenceGraph *graph, guint32 node, const WhenceMeasure *measure,
                            WhenceTextBlock *initials)
{
  g_autofree char *name = whence_text_clean (whence_bundle_get_entity_name (graph->bundle, node));
  g_autoptr (GArray) cuts = whence_text_find_cuts (name, strlen (name));
  g_autoptr (GString) letters = g_string_new (NULL);
  guint32 first, last;

  if (cuts->len > 0)
    {
      find_words (name, cuts, &first, &last);
      append_nth_cluster (letters, name, cuts, first);
      if (last != first && !stands_alone (g_utf8_get_char (letters->str)))
        append_nth_cluster (letters, name, cuts, last);
    }
  whence_text_block_init (initials, letters->str, WHENCE_FONT_SMALL, 60, 1, measure);
}

WhenceRect
whence_graph_node_box (double radius, const WhenceTextBlock *label)
{
  double half = MAX (radius, label->width / 2);
  double below = label->height > 0 ? radius + WHENCE_GRAPH_LABEL_GAP + label->height : radius;
  return (WhenceRect){ -half, -radius, 2 * half, radius + below };
}

/* Corners as parts of the radius, clockwise from the top. */
typedef struct
{
  guint n;
  WhencePoint corner[8];
} Outline;

static const Outline *
outline_of (WhenceShape shape)
{
  static const Outline hexagon = {
    6, { { 1, 0 }, { .5, .87 }, { -.5, .87 }, { -1, 0 }, { -.5, -.87 }, { .5, -.87 } }
  };
  static const Outline square = { 4, { { .86, -.86 }, { .86, .86 }, { -.86, .86 }, { -.86, -.86 } } };
  static const Outline diamond = { 4, { { 0, -1.12 }, { 1.12, 0 }, { 0, 1.12 }, { -1.12, 0 } } };
  static const Outline triangle = { 3, { { 0, -1.08 }, { 1.06, .8 }, { -1.06, .8 } } };
  static const Outline octagon = { 8,
                                   { { .4, -.96 },
                                     { .96, -.4 },
                                     { .96, .4 },
                                     { .4, .96 },
                                     { -.4, .96 },
                                     { -.96, .4 },
                                     { -.96, -.4 },
                                     { -.4, -.96 } } };

  switch (shape)
    {
    case WHENCE_SHAPE_HEXAGON:
      return &hexagon;
    case WHENCE_SHAPE_SQUARE:
      return &square;
    case WHENCE_SHAPE_DIAMOND:
      return &diamond;
    case WHENCE_SHAPE_TRIANGLE:
      return &triangle;
    case WHENCE_SHAPE_OCTAGON:
      return &octagon;
    case WHENCE_SHAPE_CIRCLE:
    case WHENCE_SHAPE_DOUBLE_CIRCLE:
    case WHENCE_SHAPE_ROUNDED:
    case WHENCE_SHAPE_PILL:
    default:
      return NULL;
    }
}

guint
whence_graph_shape_corners (WhenceShape shape, double radius, WhencePoint *corners)
{
  const Outline *outline = outline_of (shape);

  if (outline == NULL)
    return 0;
  for (guint i = 0; i < outline->n; i++)
    corners[i] = (WhencePoint){ outline->corner[i].x * radius, outline->corner[i].y * radius };
  return outline->n;
}

static gboolean
rounded_contains (double half_width, double half_height, double corner, double x, double y)
{
  double dx = fabs (x) - (half_width - corner), dy = fabs (y) - (half_height - corner);

  if (fabs (x) > half_width || fabs (y) > half_height)
    return FALSE;
  return dx <= 0 || dy <= 0 || dx * dx + dy * dy <= corner * corner;
}

gboolean
whence_graph_shape_contains (WhenceShape shape, double radius, double x, double y)
{
  const Outline *outline = outline_of (shape);

  if (shape == WHENCE_SHAPE_ROUNDED)
    return rounded_contains (radius * WHENCE_GRAPH_ROUNDED_HALF, radius * WHENCE_GRAPH_ROUNDED_HALF,
                             radius * WHENCE_GRAPH_ROUNDED_CORNER, x, y);
  if (shape == WHENCE_SHAPE_PILL)
    return rounded_contains (radius, radius * WHENCE_GRAPH_PILL_HALF, radius * WHENCE_GRAPH_PILL_HALF, x, y);
  if (outline == NULL)
    return x * x + y * y <= radius * radius;
  for (guint i = 0; i < outline->n; i++)
    {
      WhencePoint a = outline->corner[i], b = outline->corner[(i + 1) % outline->n];
      if ((b.x - a.x) * (y - a.y * radius) - (b.y - a.y) * (x - a.x * radius) < 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
whence_graph_node_has_sign (const WhenceGraphNode *node)
{
  return node->change > WHENCE_CHANGE_UNCHANGED && !node->dot;
}

WhenceRect
whence_graph_node_sign_box (const WhenceGraphNode *node)
{
  double away = node->entity != WHENCE_NONE ? 0.7071 * node->radius : node->radius + 1;

  return (WhenceRect){ node->at.x + away - WHENCE_GRAPH_CHANGE, node->at.y + away - WHENCE_GRAPH_CHANGE,
                       2 * WHENCE_GRAPH_CHANGE, 2 * WHENCE_GRAPH_CHANGE };
}
