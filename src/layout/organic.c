/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The organic layout as a table of contents: components apart; each one by the level-by-level force (large)
 * or by the best of several maps (small), turned into the room there is and freed of overlaps; single nodes
 * in rows; all packed. Deterministic: one order, no libm but the square root. */
#include "layout/organic-part.h"

#include <math.h>

#define GAP 9.0            /* px between single nodes */
#define COMPONENT_GAP 26.0 /* px between components */
#define LEAST_PROGRESS 0.004
#define MAX_FILL 1.35 /* how much longer edges get to fill the room */

static gboolean
lay_out_large (WhencePart *part, const WhenceOrganic *organic, const WhenceWatch *watch)
{
  WhenceWatch core = whence_watch_share (watch, 0, 0.8), apart = whence_watch_share (watch, 0.8, 1);

  return whence_organic_multilevel (part->net, organic, part->at, &core)
         && whence_part_spread (part, organic->aspect, &apart);
}

static gboolean
lay_out_part (WhencePart *part, const WhenceOrganic *organic, const WhenceWatch *watch)
{
  return part->n <= WHENCE_WHOLE_MAX ? whence_organic_lay_out_small (part, organic, watch)
                                     : lay_out_large (part, organic, watch);
}

/* Single nodes stand in rows, about as wide as the room. */
static void
lay_out_singles (WhencePart *part, double aspect, double widest)
{
  double area = 0, width, x = 0, y = 0, row = 0;

  for (guint32 i = 0; i < part->n; i++)
    area += (part->boxes[i].width + GAP) * (part->boxes[i].height + GAP);
  width = MAX (widest, sqrt (area * aspect));
  for (guint32 i = 0; i < part->n; i++)
    {
      if (x > 0 && x + part->boxes[i].width > width)
        {
          x = 0;
          y += row + GAP;
          row = 0;
        }
      part->at[i] = (WhencePoint){ x - part->boxes[i].x, y - part->boxes[i].y };
      x += part->boxes[i].width + GAP;
      row = MAX (row, part->boxes[i].height);
    }
}

/* Nodes in the order of their component, singles last as one part of their own. */
static GArray *
split (const WhenceOrganic *organic, guint32 *nodes, guint32 *n_singles)
{
  guint32 n = organic->net->n, at = 0;
  g_autofree guint32 *component = g_new (guint32, MAX (1, n));
  guint32 n_components = whence_net_components (organic->net, component);
  g_autofree guint32 *fill = g_new0 (guint32, (gsize) n_components + 1);
  g_autofree guint32 *local = g_new (guint32, MAX (1, n));
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (WhencePart));

  for (guint32 i = 0; i < n; i++)
    fill[component[i] + 1] += whence_net_degree (organic->net, i) > 0;
  for (guint32 c = 0; c < n_components; c++)
    fill[c + 1] += fill[c];
  at = fill[n_components];
  *n_singles = n - at;
  for (guint32 i = 0; i < n; i++)
    nodes[whence_net_degree (organic->net, i) > 0 ? fill[component[i]]++ : at++] = i;
  for (guint32 start = 0, end; start < n; start = end)
    {
      WhencePart part;
      end = start + 1;
      if (start >= n - *n_singles)
        end = n;
      else
        while (end < n - *n_singles && component[nodes[end]] == component[nodes[start]])
          end++;
      whence_part_init (&part, organic, nodes + start, end - start, local);
      g_array_append_val (parts, part);
    }
  return parts;
}

static void
assemble (GArray *parts, double aspect, WhencePoint *positions)
{
  g_autofree WhenceRect *bounds = g_new (WhenceRect, MAX (1, parts->len));
  g_autofree WhencePoint *corners = g_new (WhencePoint, MAX (1, parts->len));

  for (guint p = 0; p < parts->len; p++)
    {
      const WhencePart *part = &g_array_index (parts, WhencePart, p);
      bounds[p] = whence_part_bounds_of (part->at, part->boxes, part->n);
    }
  whence_organic_pack (bounds, parts->len, aspect, COMPONENT_GAP, corners);
  for (guint p = 0; p < parts->len; p++)
    {
      const WhencePart *part = &g_array_index (parts, WhencePart, p);
      for (guint32 i = 0; i < part->n; i++)
        positions[part->nodes[i]] = (WhencePoint){ part->at[i].x - bounds[p].x + corners[p].x,
                                                   part->at[i].y - bounds[p].y + corners[p].y };
    }
}

/* Whether most nodes that have neighbours were laid out for the sake of their names. */
static gboolean
is_to_read (const GArray *parts)
{
  guint32 to_read = 0, tied = 0;

  for (guint p = 0; p < parts->len; p++)
    {
      const WhencePart *part = &g_array_index (parts, WhencePart, p);
      to_read += part->to_read ? part->n : 0;
      tied += part->net->first[part->n] > 0 ? part->n : 0;
    }
  return to_read > 0 && 2 * to_read >= tied;
}

/* Room that is left along one axis is given to the edges; what is apart stays apart. Only where names want
 * room: a map would lose more in true distances than it gains. */
static void
fill_room (const WhenceOrganic *organic, WhencePoint *positions)
{
  guint32 n = organic->net->n;
  WhenceRect all = whence_part_bounds_of (positions, organic->boxes, n);
  double wider = organic->aspect * all.height / all.width;

  for (guint32 i = 0; i < n; i++)
    if (wider > 1)
      positions[i].x *= MIN (wider, MAX_FILL);
    else
      positions[i].y *= MIN (1 / wider, MAX_FILL);
}

/* What the caller hears: never less than before, and not each step. */
typedef struct
{
  const WhenceOrganic *organic;
  double told;
} Teller;

static void
on_progress (double fraction, gpointer data)
{
  Teller *teller = data;

  if (fraction < teller->told + LEAST_PROGRESS || teller->organic->progress == NULL)
    return;
  teller->told = fraction;
  teller->organic->progress (MIN (fraction, 1), teller->organic->progress_data);
}

static gboolean
lay_out_parts (GArray *parts, gboolean singles, const WhenceOrganic *organic, const WhenceWatch *watch)
{
  double widest = 0, n = organic->net->n, n_done = 0;

  for (guint p = 0; p < parts->len; p++)
    {
      WhencePart *part = &g_array_index (parts, WhencePart, p);
      WhenceWatch share = whence_watch_share (watch, n_done / n, (n_done + part->n) / n);
      double width;
      if (singles && p + 1 == parts->len)
        lay_out_singles (part, organic->aspect, widest);
      else if (!lay_out_part (part, organic, &share))
        return FALSE;
      width = whence_part_bounds_of (part->at, part->boxes, part->n).width;
      widest = MAX (widest, width);
      n_done += part->n;
      if (!whence_watch_go_on (&share, 1))
        return FALSE;
    }
  return TRUE;
}

gboolean
whence_organic_layout (const WhenceOrganic *organic, WhencePoint *positions, GCancellable *cancellable)
{
  Teller teller = { organic, 0 };
  WhenceWatch watch = { cancellable, on_progress, &teller, 0, 1 };
  g_autofree guint32 *nodes = g_new (guint32, MAX (1, organic->net->n));
  guint32 n_singles;
  g_autoptr (GArray) parts = split (organic, nodes, &n_singles);
  gboolean done = lay_out_parts (parts, n_singles > 0, organic, &watch);

  if (done && parts->len > 0)
    {
      assemble (parts, organic->aspect, positions);
      if (organic->net->n <= WHENCE_WHOLE_MAX && is_to_read (parts))
        fill_room (organic, positions);
    }
  for (guint p = 0; p < parts->len; p++)
    whence_part_clear (&g_array_index (parts, WhencePart, p));
  return done;
}
