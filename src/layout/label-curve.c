/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One label of an edge: on the curve, which then stops before it, or beside it; where it covers no shape,
 * no name and few other lines; in the longest wording that has room. Words are only made where the shortest
 * of them have room: a bounded number of places. */
#include "layout/label-curve.h"

#include <math.h>

#define THICK 2.5 /* px: a line that should not be hidden by its own words */
#define GAP_STEPS 64
#define AMOUNT 3         /* importance of one that may stand where others may not */
#define LEAST_WIDTH 12.0 /* px: no word is narrower */
#define LINE_COST 1.3
#define LIMIT_OF_AMOUNT 9.0
#define CLEAR 1.5        /* px between a line and words beside it */
#define WORDING_COST 0.9 /* of each wording that says less or is less quiet */
#define N_SAMPLES 25

/* Along the curve; there on the line, or at its left or its right. */
static const double spots[] = { 0.5,  0.46, 0.54, 0.42, 0.58, 0.38, 0.62, 0.34,
                                0.66, 0.3,  0.7,  0.26, 0.74, 0.22, 0.78 };
static const int besides[] = { 0, -1, 1 };
#define N_SPOTS G_N_ELEMENTS (spots)
#define N_BESIDES G_N_ELEMENTS (besides)

/* An edge while room for its words is sought. */
typedef struct
{
  const WhenceGraphEdge *edge;
  guint32 index;
  double limit; /* what a place may cost */
  WhencePoint at[N_SPOTS], normal[N_SPOTS];
  WhencePoint samples[N_SAMPLES];
  guint64 open; /* one bit for each place that has room for the shortest words */
} Sought;

static WhenceRect
box_at (const Sought *sought, guint spot, guint beside, double width, double height)
{
  WhencePoint at = sought->at[spot], normal = sought->normal[spot];
  /* Just so far that a corner is clear of the line. */
  double away = fabs (normal.x) * width / 2 + fabs (normal.y) * height / 2 + sought->edge->width / 2 + CLEAR;

  return (WhenceRect){ at.x - width / 2 + besides[beside] * away * normal.x,
                       at.y - height / 2 + besides[beside] * away * normal.y, width, height };
}

/* Share of the own line that the box hides. */
static double
hidden_share (const Sought *sought, WhenceRect box)
{
  guint hidden = 0;

  box = whence_label_inflate (box, 1.5);
  for (guint i = 0; i < N_SAMPLES; i++)
    hidden += whence_rect_contains (box, sought->samples[i].x, sought->samples[i].y);
  return hidden / (double) N_SAMPLES;
}

/* Words on its own arrow would hide which way the tie points. */
static gboolean
hides_arrow (const WhenceGraphEdge *edge, WhenceRect box)
{
  double length = WHENCE_GRAPH_ARROW_LENGTH (edge->width);

  return edge->arrow
         && (whence_rect_contains (box, edge->tip.x, edge->tip.y)
             || whence_rect_contains (box, edge->tip.x - length * edge->heading.x,
                                      edge->tip.y - length * edge->heading.y));
}

static WhenceRect
keep_aside (WhenceRect box)
{
  double more = WHENCE_LABEL_ASIDE - WHENCE_LABEL_MARGIN;

  return (WhenceRect){ box.x - more, box.y, box.width + 2 * more, box.height };
}

/* Beside a slanting line, most of a wide label is far from it. */
static double
weigh_aside (WhencePoint normal, WhenceRect box)
{
  return 0.25 + fabs (normal.x * normal.y) * box.width / 80;
}

/* What the place costs a reader, or G_MAXDOUBLE if it is not free or costs @limit. */
static double
weigh_place (const WhenceLabelPlaces *places, const Sought *sought, guint spot, guint beside, WhenceRect box,
             double limit)
{
  double cost = 2.5 * fabs (spots[spot] - 0.5) + (beside > 0 ? weigh_aside (sought->normal[spot], box) : 0);
  double hidden;
  guint max_lines;

  if (cost >= limit || whence_label_is_cut (places, box))
    return G_MAXDOUBLE;
  hidden = hidden_share (sought, box);
  cost += (sought->edge->width > THICK ? 5 : 3) * hidden;
  if (hidden > 0.5 || cost >= limit || hides_arrow (sought->edge, whence_label_inflate (box, 1))
      || whence_label_is_taken (places, keep_aside (box), G_MAXUINT32))
    return G_MAXDOUBLE;
  cost += WHENCE_LABEL_HEAD_COST * whence_label_count_heads (places, box);
  if (cost >= limit)
    return G_MAXDOUBLE;
  max_lines = (guint) ceil ((limit - cost) / LINE_COST);
  cost += LINE_COST
          * whence_line_grid_count (places->scene->line_grid, whence_label_inflate (box, 1), sought->index,
                                    max_lines);
  return cost < limit ? cost : G_MAXDOUBLE;
}

/* FALSE if not even the shortest words have room. */
static gboolean
seek (const WhenceLabelPlaces *places, guint32 index, double limit, Sought *sought)
{
  double height = whence_font_get_metrics (WHENCE_FONT_SMALL)->line_height;

  sought->edge = &places->scene->edges[index];
  sought->index = index;
  sought->limit = sought->edge->importance >= AMOUNT ? LIMIT_OF_AMOUNT : limit;
  sought->open = 0;
  for (guint i = 0; i < N_SPOTS; i++)
    {
      WhencePoint before = whence_curve_point (sought->edge->curve, spots[i] - 0.02);
      WhencePoint after = whence_curve_point (sought->edge->curve, spots[i] + 0.02);
      double length = MAX (1e-9, hypot (after.x - before.x, after.y - before.y));
      sought->at[i] = whence_curve_point (sought->edge->curve, spots[i]);
      sought->normal[i] = (WhencePoint){ (before.y - after.y) / length, (after.x - before.x) / length };
    }
  for (guint i = 0; i < N_SAMPLES; i++)
    sought->samples[i] = whence_curve_point (sought->edge->curve, i / (N_SAMPLES - 1.0));
  for (guint s = 0; s < N_SPOTS; s++)
    for (guint b = 0; b < N_BESIDES; b++)
      if (weigh_place (places, sought, s, b, box_at (sought, s, b, LEAST_WIDTH, height), sought->limit)
          < G_MAXDOUBLE)
        sought->open |= G_GUINT64_CONSTANT (1) << (s * N_BESIDES + b);
  return sought->open != 0;
}

/* The cheapest place that costs less than @limit, or @limit. */
static double
find_place (const WhenceLabelPlaces *places, const Sought *sought, const WhenceTextBlock *label, double limit,
            WhencePoint *at)
{
  double best = limit;

  for (guint s = 0; s < N_SPOTS; s++)
    for (guint b = 0; b < N_BESIDES; b++)
      {
        WhenceRect box = box_at (sought, s, b, label->width, label->height);
        double cost = (sought->open >> (s * N_BESIDES + b) & 1) != 0
                        ? weigh_place (places, sought, s, b, box, best)
                        : G_MAXDOUBLE;
        if (cost >= best)
          continue;
        best = cost;
        *at = (WhencePoint){ box.x, box.y };
      }
  return best;
}

/* The line stops before its own words and goes on behind them. */
static void
leave_gap (WhenceGraphEdge *edge)
{
  WhenceRect box = { edge->label_at.x, edge->label_at.y, edge->label.width, edge->label.height };
  WhenceRect core = { box.x, box.y + box.height / 4, box.width, box.height / 2 };
  guint first = GAP_STEPS + 1, last = 0;
  gboolean through = FALSE;

  box = whence_label_inflate (box, 2.5);
  for (guint i = 0; i <= GAP_STEPS; i++)
    {
      WhencePoint p = whence_curve_point (edge->curve, (double) i / GAP_STEPS);
      through |= whence_rect_contains (core, p.x, p.y);
      if (!whence_rect_contains (box, p.x, p.y))
        continue;
      first = MIN (first, i);
      last = i;
    }
  if (through && last > first)
    {
      edge->gap0 = (double) first / GAP_STEPS;
      edge->gap1 = (double) last / GAP_STEPS;
    }
}

/* Fewer words where more would lie on other lines. */
static void
choose_words (const WhenceLabelPlaces *places, const Sought *sought, const GPtrArray *wordings, guint first,
              WhenceGraphEdge *edge)
{
  double best = sought->limit;

  for (guint w = first; w < wordings->len && (w - first) * WORDING_COST < best; w++)
    {
      WhenceTextBlock label;
      double less = (w - first) * WORDING_COST, limit = best - less, cost;
      WhencePoint at;
      whence_graph_edge_wording_init (&label, g_ptr_array_index (wordings, w), places->measure);
      cost = find_place (places, sought, &label, limit, &at);
      if (label.n_lines == 0 || cost >= limit)
        {
          whence_text_block_clear (&label);
          continue;
        }
      best = less + cost;
      whence_text_block_clear (&edge->label);
      edge->label = label;
      edge->label_at = at;
      edge->labelled = TRUE;
    }
}

gboolean
whence_label_place_edge (WhenceLabelPlaces *places, guint32 index, guint first_wording, double limit)
{
  WhenceGraphScene *scene = places->scene;
  WhenceGraphEdge *edge = &scene->edges[index];
  g_autoptr (GPtrArray) wordings = NULL;
  Sought sought;

  if (edge->labelled || !seek (places, index, limit, &sought))
    return FALSE;
  wordings = whence_graph_edge_wordings (scene, edge);
  choose_words (places, &sought, wordings, first_wording, edge);
  if (!edge->labelled)
    return FALSE;
  leave_gap (edge);
  places->worded = TRUE;
  whence_rect_grid_add (
    places->taken, 2 * scene->n_nodes + index,
    (WhenceRect){ edge->label_at.x, edge->label_at.y, edge->label.width, edge->label.height });
  return TRUE;
}
