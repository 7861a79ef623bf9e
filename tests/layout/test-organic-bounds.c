/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reader may come with at worst: nothing, very many of a kind, very wide names. Every one is laid out,
 * finite, without overlap of boxes or of components, and given up at once when cancelled. A tenth of the size
 * each; whole with WHENCE_LONG set. */
#include <math.h>

#include "layout/organic.h"

typedef struct
{
  const char *name;
  guint32 n;                        /* when whole */
  gboolean small;                   /* whole in short runs too */
  guint32 (*parent) (guint32 node); /* whom it is tied to, itself for nobody; NULL: everybody */
} Bound;

static guint32
nobody (guint32 node)
{
  return node;
}

static guint32
the_first (guint32 node)
{
  return 0;
}

static guint32
the_one_before (guint32 node)
{
  return node - 1;
}

static guint32
other_half (guint32 node)
{
  return node - node % 2;
}

/* Trees of 7 nodes. */
static guint32
in_seven (guint32 node)
{
  return node - node % 7 + node % 7 / 2;
}

/* A star whose rays have rays. */
static guint32
of_hubs (guint32 node)
{
  return node % 100 == 0 ? 0 : node - node % 100;
}

static gboolean whole;

static const Bound bounds[] = {
  { "nothing", 0, TRUE, nobody },
  { "one", 1, TRUE, nobody },
  { "two", 2, TRUE, nobody },
  { "two-tied", 2, TRUE, the_first },
  { "three-tied", 3, TRUE, the_first },
  { "isolated", 10000, TRUE, nobody },
  { "star", 50000, FALSE, the_first },
  { "clique", 300, TRUE, NULL },
  { "path", 100000, FALSE, the_one_before },
  { "couples", 20000, FALSE, other_half },
  { "sevens", 35000, FALSE, in_seven },
  { "hubs", 30000, FALSE, of_hubs },
};

static guint32
size_of (const Bound *bound)
{
  return bound->small || whole ? bound->n : bound->n / 10;
}

static WhenceNet *
net_of (const Bound *bound, guint32 n)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (WhencePair));

  for (guint32 i = 1; i < n; i++)
    for (guint32 j = bound->parent != NULL ? bound->parent (i) : 0; j < i;
         j = bound->parent != NULL ? i : j + 1)
      {
        WhencePair pair = { i, j };
        g_array_append_val (pairs, pair);
      }
  return whence_net_new (n, (const WhencePair *) pairs->data, pairs->len);
}

/* Names of 400 characters now and then; else small. */
static WhenceRect *
boxes_of (guint32 n, gboolean wide)
{
  WhenceRect *boxes = g_new (WhenceRect, MAX (1, n));

  for (guint32 i = 0; i < n; i++)
    {
      double half = wide && i % 50 == 7 ? 1200 : 7 + i % 3;
      boxes[i] = (WhenceRect){ -half, -7, 2 * half, 15 };
    }
  return boxes;
}

static int
compare_left (gconstpointer a, gconstpointer b)
{
  const WhenceRect *x = a, *y = b;
  return x->x < y->x ? -1 : x->x > y->x;
}

/* By left side; each against those that begin before it ends. */
static guint
count_overlaps (WhenceRect *rects, guint32 n)
{
  guint count = 0;

  qsort (rects, n, sizeof *rects, compare_left);
  for (guint32 i = 0; i < n; i++)
    for (guint32 j = i + 1; j < n && rects[j].x < whence_rect_right (rects[i]) - 1e-9; j++)
      count += whence_rect_overlaps (rects[i], rects[j]);
  return count;
}

static void
assert_boxes_apart (const WhenceRect *boxes, const WhencePoint *at, guint32 n)
{
  g_autofree WhenceRect *rects = g_new (WhenceRect, MAX (1, n));

  for (guint32 i = 0; i < n; i++)
    {
      g_assert_true (isfinite (at[i].x) && isfinite (at[i].y) && fabs (at[i].x) < 1e8
                     && fabs (at[i].y) < 1e8);
      rects[i] = boxes[i];
      rects[i].x += at[i].x;
      rects[i].y += at[i].y;
    }
  g_assert_cmpuint (count_overlaps (rects, n), ==, 0);
}

static void
assert_components_apart (const WhenceNet *net, const WhenceRect *boxes, const WhencePoint *at)
{
  g_autofree guint32 *component = g_new (guint32, MAX (1, net->n));
  guint32 n_components = whence_net_components (net, component);
  g_autofree WhenceRect *rects = g_new (WhenceRect, MAX (1, n_components));
  g_autofree guint8 *begun = g_new0 (guint8, MAX (1, n_components));

  for (guint32 i = 0; i < net->n; i++)
    {
      WhenceRect box = boxes[i], *all = &rects[component[i]];
      box.x += at[i].x;
      box.y += at[i].y;
      *all = begun[component[i]] ? whence_rect_union (*all, box) : box;
      begun[component[i]] = TRUE;
    }
  g_assert_cmpuint (count_overlaps (rects, n_components), ==, 0);
}

/* Many equal parts fill the room as it is. */
static void
assert_fits_room (const WhenceRect *boxes, const WhencePoint *at, guint32 n, double aspect)
{
  WhenceRect all = { 0 };

  for (guint32 i = 0; i < n; i++)
    {
      WhenceRect box = boxes[i];
      box.x += at[i].x;
      box.y += at[i].y;
      all = i == 0 ? box : whence_rect_union (all, box);
    }
  g_assert_cmpfloat (all.width / all.height, >, aspect / 1.5);
  g_assert_cmpfloat (all.width / all.height, <, aspect * 1.5);
}

static void
test_bound (gconstpointer data)
{
  const Bound *bound = data;
  guint32 n = size_of (bound);
  g_autoptr (WhenceNet) net = net_of (bound, n);

  for (guint wide = 0; wide < 2; wide++)
    {
      g_autofree WhenceRect *boxes = boxes_of (n, wide);
      g_autofree WhencePoint *at = g_new0 (WhencePoint, MAX (1, n));
      WhenceOrganic organic = { .net = net, .boxes = boxes, .aspect = 1.6, .seed = 3 };
      gint64 start = g_get_monotonic_time ();
      g_assert_true (whence_organic_layout (&organic, at, NULL));
      g_test_message ("%s of %u%s: %.0f ms", bound->name, n, wide ? ", wide names" : "",
                      (double) (g_get_monotonic_time () - start) / 1e3);
      assert_boxes_apart (boxes, at, n);
      assert_components_apart (net, boxes, at);
      if (!wide && (bound->parent == nobody || bound->parent == other_half || bound->parent == in_seven)
          && n > 100)
        assert_fits_room (boxes, at, n, 1.6);
    }
}

static void
on_progress (double fraction, gpointer data)
{
  GCancellable *cancellable = data;

  /* The first word is answered by a cancel; then nothing more is heard. */
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  g_cancellable_cancel (cancellable);
}

static void
test_cancel (gconstpointer data)
{
  const Bound *bound = data;
  guint32 n = size_of (bound);
  g_autoptr (WhenceNet) net = net_of (bound, n);
  g_autofree WhenceRect *boxes = boxes_of (n, FALSE);
  g_autofree WhencePoint *at = g_new0 (WhencePoint, MAX (1, n));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  WhenceOrganic organic = {
    .net = net, .boxes = boxes, .aspect = 1, .progress = on_progress, .progress_data = cancellable
  };

  g_assert_false (whence_organic_layout (&organic, at, cancellable));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  whole = argc > 1 && g_str_equal (argv[1], "--whole");
  for (guint b = 0; b < G_N_ELEMENTS (bounds); b++)
    {
      g_autofree char *path = g_strdup_printf ("/organic-bounds/%s", bounds[b].name);
      g_autofree char *cancel = g_strdup_printf ("/organic-bounds/%s/cancel", bounds[b].name);
      g_test_add_data_func (path, &bounds[b], test_bound);
      if (bounds[b].n > 3)
        g_test_add_data_func (cancel, &bounds[b], test_cancel);
    }
  return g_test_run ();
}
