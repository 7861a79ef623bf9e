/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts of a lane are in succession, in the order of time, so that counting walks through them once and
 * looks at a byte of each. Invariant: a bar's are among those that whence_timeline_scene_list_group() lists.
 */
#include "paint/lit-bars.h"

#define LIT (WHENCE_LIT_SELECTED | WHENCE_LIT_RELATED)

typedef struct
{
  gint64 start;
  WhenceLitBar lit;
} Bar;

struct _WhenceLitBars
{
  guint n_lanes;
  guint *first; /* of each lane its first bar, and where the last one's end */
  Bar *bars;
};

typedef struct
{
  const WhenceTimelineScene *scene;
  const guint8 *facts;
  Bar *bars; /* of the lane at hand */
  guint n_bars;
  guint at;        /* the bar of the place before: the next one is most often in it */
  gboolean listed; /* what is only just out of view was left out */
} Counter;

static guint
find_bar (const Bar *bars, guint n, gint64 instant)
{
  guint low = 0, high = n;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;
      if (bars[middle].start <= instant)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static Bar *
go_to_bar (Counter *counter, gint64 instant)
{
  if (counter->bars[counter->at].start > instant)
    counter->at = find_bar (counter->bars, counter->n_bars, instant);
  while (counter->at + 1 < counter->n_bars && counter->bars[counter->at + 1].start <= instant)
    counter->at++;
  return &counter->bars[counter->at];
}

/* Where nothing begins there is no bar either, so the last one that has begun is the one. */
static gboolean
count_place (const WhencePlace *place, gpointer data)
{
  Counter *counter = data;
  guint8 lit = counter->facts[place->fact] & (LIT | WHENCE_LIT_FOUND);
  WhenceMarkShape shape;
  if (lit == 0 || (counter->listed && !whence_scene_shape (counter->scene, place->fact, &shape)))
    return TRUE;
  WhenceLitBar *bar = &go_to_bar (counter, place->from)->lit;
  bar->n_lit += (lit & LIT) != 0;
  bar->n_found += (lit & WHENCE_LIT_FOUND) != 0;
  return TRUE;
}

static void
count_lane (WhenceLitBars *bars, const WhenceTimelineScene *scene, guint index, const guint8 *facts)
{
  const WhenceTimelineLane *lane = &scene->lanes[index];
  const WhenceTimelineItem *items = scene->items + lane->first_bar;
  Counter counter = { scene, facts, bars->bars + bars->first[index], lane->n_bars, 0, lane->listed };
  if (lane->n_bars == 0)
    return;
  for (guint i = 0; i < lane->n_bars; i++)
    counter.bars[i].start = items[i].start;
  whence_lane_foreach (scene, lane->rank, G_MININT64, G_MAXINT64, lane->collapsed, count_place, &counter);
}

static gboolean
is_any_lit (const WhenceTimelineScene *scene, const guint8 *facts)
{
  guint n = whence_bundle_get_n_facts (whence_scope_get_bundle (scene->scope));
  for (guint i = 0; i < n; i++)
    if ((facts[i] & (LIT | WHENCE_LIT_FOUND)) != 0)
      return TRUE;
  return FALSE;
}

WhenceLitBars *
whence_lit_bars_new (const WhenceTimelineScene *scene, const WhenceHighlight *highlight)
{
  guint n_bars = 0;
  for (guint i = 0; i < scene->n_lanes; i++)
    n_bars += scene->lanes[i].n_bars;
  if (n_bars == 0 || highlight->facts == NULL || !is_any_lit (scene, highlight->facts))
    return NULL;
  WhenceLitBars *bars = g_new0 (WhenceLitBars, 1);
  bars->n_lanes = scene->n_lanes;
  bars->first = g_new0 (guint, scene->n_lanes + 1);
  bars->bars = g_new0 (Bar, n_bars);
  for (guint i = 0; i < scene->n_lanes; i++)
    {
      bars->first[i + 1] = bars->first[i] + scene->lanes[i].n_bars;
      count_lane (bars, scene, i, highlight->facts);
    }
  return bars;
}

void
whence_lit_bars_free (WhenceLitBars *bars)
{
  g_free (bars->first);
  g_free (bars->bars);
  g_free (bars);
}

WhenceLitBar
whence_lit_bars_get (const WhenceLitBars *bars, const WhenceTimelineItem *bar)
{
  if (bars == NULL || bar->lane >= bars->n_lanes)
    return (WhenceLitBar){ 0 };
  const Bar *first = bars->bars + bars->first[bar->lane];
  guint n = bars->first[bar->lane + 1] - bars->first[bar->lane];
  guint at = n > 0 ? find_bar (first, n, bar->start) : 0;
  return n > 0 && first[at].start == bar->start ? first[at].lit : (WhenceLitBar){ 0 };
}
