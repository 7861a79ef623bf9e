/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places for the labels of edges: on the curve, which then stops before them, or beside it; where they cover
 * no shape, no name and few other lines; the largest amounts first, in the longest wording that has room.
 * Words are only made for an edge that has room for the shortest of them, and only for the MAX_TRIED edges
 * that matter most: a bounded number of places each. */
#include "layout/in-parts.h"
#include "layout/label-place.h"

#include <math.h>

#define THICK 2.5 /* px: a line that should not be hidden by its own words */
#define GAP_STEPS 64
#define N_HEADLINES 3
#define HEADLINE 3.6  /* importance of an amount that comes before names */
#define AMOUNT 3      /* importance of one that may stand where others may not */
#define SHORTEST 30.0 /* px: an edge that has room for words */
#define MAX_TRIED 20000
#define PX_PER_LABEL 3600.0 /* square px of the picture for each label, at the most */
#define LEAST_WIDTH 12.0    /* px: no word is narrower */
#define LINE_COST 1.3
#define LIMIT 2.3 /* of what a place may cost */
#define LAST_LIMIT 4.2
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

/* FALSE if there is no room. */
static gboolean
place_edge_label (WhenceLabelPlaces *places, guint32 index, guint first_wording, double limit)
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

/* What a tie says helps nobody who cannot see between whom. */
static gboolean
is_named (const WhenceGraphScene *scene, guint32 node)
{
  return scene->nodes[node].labelled || !whence_graph_node_is_visible (scene, &scene->nodes[node]);
}

/* No curve is shorter than the way between its ends: which tells it of most of very many. */
static gboolean
is_long_enough (const WhencePoint *curve)
{
  double dx = curve[3].x - curve[0].x, dy = curve[3].y - curve[0].y;

  return dx * dx + dy * dy > SHORTEST * SHORTEST || whence_curve_length (curve) >= SHORTEST;
}

static gboolean
may_be_labelled (const WhenceGraphScene *scene, const WhenceGraphEdge *edge)
{
  return edge->n_on_line > 0 && edge->bounds.width + edge->bounds.height >= SHORTEST
         && edge->bounds.x <= scene->width && edge->bounds.y <= scene->height
         && whence_rect_right (edge->bounds) >= 0 && whence_rect_bottom (edge->bounds) >= 0
         && is_long_enough (edge->curve);
}

typedef struct
{
  const WhenceGraphScene *scene;
  guint8 *may; /* be labelled, of each edge */
} Choice;

static void
choose_part (guint32 first, guint32 end, guint part, gpointer data)
{
  const Choice *choice = data;

  for (guint32 i = first; i < end; i++)
    choice->may[i] = may_be_labelled (choice->scene, &choice->scene->edges[i]);
}

void
whence_label_rank_edges (WhenceLabelPlaces *places)
{
  const WhenceGraphScene *scene = places->scene;
  g_autofree guint8 *may = g_new (guint8, MAX (1, scene->n_edges));

  whence_in_parts (scene->n_edges, WHENCE_GRAPH_LEAST_PART, choose_part, &(Choice){ scene, may });
  places->edges = g_new (WhenceLabelRank, MAX (1, scene->n_edges));
  for (guint32 i = 0; i < scene->n_edges; i++)
    if (may[i])
      places->edges[places->n_edges++] = (WhenceLabelRank){ scene->edges[i].importance, i };
  whence_label_ranks_select (places->edges, places->n_edges, MAX_TRIED);
  places->n_edges = MIN (places->n_edges, MAX_TRIED);
  whence_label_ranks_sort (places->edges, places->n_edges, N_HEADLINES);
}

void
whence_label_place_headlines (WhenceLabelPlaces *places, guint first_wording)
{
  for (guint32 k = 0; k < MIN (places->n_edges, N_HEADLINES); k++)
    if (first_wording < G_MAXUINT && places->edges[k].weight >= HEADLINE)
      place_edge_label (places, places->edges[k].index, first_wording, LIMIT);
}

/* Moves the edges between two that are named to the front, in order. Returns how many there are. */
static guint32
rank_named (WhenceLabelPlaces *places)
{
  const WhenceGraphScene *scene = places->scene;
  guint32 n = 0;

  for (guint32 k = 0; k < places->n_edges; k++)
    {
      WhenceLabelRank rank = places->edges[k];
      if (!is_named (scene, scene->edges[rank.index].from) || !is_named (scene, scene->edges[rank.index].to))
        continue;
      places->edges[k] = places->edges[n];
      places->edges[n++] = rank;
    }
  whence_label_ranks_sort (places->edges, n, n);
  return n;
}

/* The first @n edges, where words cost less than @limit, as long as there is @room for so many labels. */
static gboolean
place_within (WhenceLabelPlaces *places, guint32 n, double limit, double *room, GCancellable *cancellable)
{
  for (guint32 k = 0; *room > 0 && k < n; k++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      *room -= place_edge_label (places, places->edges[k].index, 0, limit);
    }
  return TRUE;
}

gboolean
whence_label_place_edges (WhenceLabelPlaces *places, GCancellable *cancellable)
{
  const WhenceGraphScene *scene = places->scene;
  double room = scene->width * scene->height / PX_PER_LABEL;
  guint32 n = rank_named (places);

  /* What found no quiet place takes one that is less so. */
  return place_within (places, n, LIMIT, &room, cancellable)
         && (!whence_graph_bows_edges (scene) || place_within (places, n, LAST_LIMIT, &room, cancellable));
}
