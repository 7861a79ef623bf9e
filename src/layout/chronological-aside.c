/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Those without a date stand in columns beside the axis, in the order of their neighbours' heights.
 * O(n · log n + edges). */
#include "layout/chronological-private.h"

#include <math.h>

typedef struct
{
  double y;
  guint32 node;
} Aside;

static int
compare_aside (gconstpointer a, gconstpointer b)
{
  const Aside *x = a, *y = b;
  return x->y < y->y ? -1 : x->y > y->y ? 1 : x->node < y->node ? -1 : x->node > y->node;
}

/* Lines of as many as there are columns, in the order of the neighbours' heights. */
static void
place_lines (const WhenceOrganic *problem, const Aside *aside, guint32 n_aside, guint32 n_columns,
             WhenceRect beside, WhencePoint *at)
{
  double height = -WHENCE_GROUND_GAP, y;

  for (guint pass = 0; pass < 2; pass++)
    {
      y = beside.y + beside.height / 2 - height / 2;
      for (guint32 k = 0; k < n_aside; k += n_columns)
        {
          double above = 0, below = 0;
          for (guint32 i = k; i < MIN (k + n_columns, n_aside); i++)
            {
              const WhenceRect *box = &problem->boxes[aside[i].node];
              above = MAX (above, -box->y);
              below = MAX (below, whence_rect_bottom (*box));
            }
          for (guint32 i = k; i < MIN (k + n_columns, n_aside); i++)
            at[aside[i].node] = (WhencePoint){ i - k, y + above };
          y += above + below + WHENCE_GROUND_GAP;
        }
      height = y - beside.y - beside.height / 2 + height / 2 - WHENCE_GROUND_GAP;
    }
}

void
whence_ground_append_undated (const WhenceGround *ground, const guint8 *known, guint32 n_columns,
                              WhencePoint *at)
{
  const WhenceOrganic *problem = ground->problem;
  double bottom[WHENCE_MOST_SIDE_COLUMNS] = { 0 };
  guint32 next = 0;

  for (guint32 i = 0; i < problem->net->n; i++)
    if (!whence_when_is_dated (&ground->when[i]) && known[i])
      {
        guint32 column = (guint32) CLAMP (at[i].x, 0, n_columns - 1);
        bottom[column] =
          MAX (bottom[column], at[i].y + whence_rect_bottom (problem->boxes[i]) + WHENCE_GROUND_GAP);
      }
  for (guint32 i = 0; i < problem->net->n; i++)
    if (!whence_when_is_dated (&ground->when[i]) && !known[i])
      {
        at[i] = (WhencePoint){ next, bottom[next] - problem->boxes[i].y };
        bottom[next] = at[i].y + whence_rect_bottom (problem->boxes[i]) + WHENCE_GROUND_GAP;
        next = (next + 1) % n_columns;
      }
}

gboolean
whence_ground_knows_undated (const WhenceGround *ground, const guint8 *known)
{
  for (guint32 i = 0; known != NULL && i < ground->problem->net->n; i++)
    if (!whence_when_is_dated (&ground->when[i]) && known[i])
      return TRUE;
  return FALSE;
}

guint32
whence_ground_place_undated (const WhenceGround *ground, WhencePoint *at)
{
  const WhenceOrganic *problem = ground->problem;
  const WhenceNet *net = problem->net;
  g_autofree Aside *aside = g_new (Aside, MAX (1, net->n));
  g_autofree guint8 *dated = g_new (guint8, MAX (1, net->n));
  WhenceRect beside = whence_ground_extent (ground);
  guint32 n_aside = 0, n_columns;
  double height = 0;

  for (guint32 i = 0; i < net->n; i++)
    dated[i] = whence_when_is_dated (&ground->when[i]);
  for (guint32 i = 0; i < net->n; i++)
    if (!dated[i])
      {
        aside[n_aside++] = (Aside){ whence_ground_height_wanted (ground, dated, i), i };
        height += problem->boxes[i].height + WHENCE_GROUND_GAP;
      }
  if (n_aside == 0)
    return 0;
  qsort (aside, n_aside, sizeof *aside, compare_aside);
  n_columns = (guint32) CLAMP (ceil (height / MAX (beside.height, 1)), 1, WHENCE_MOST_SIDE_COLUMNS);
  if (beside.height == 0)
    n_columns = (guint32) CLAMP (sqrt (n_aside * problem->aspect / 4), 1, WHENCE_MOST_SIDE_COLUMNS);
  place_lines (problem, aside, n_aside, MIN (n_columns, n_aside), beside, at);
  return MIN (n_columns, n_aside);
}
