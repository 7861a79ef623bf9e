/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scene is put together strip by strip, then the labels are placed and the signs indexed. Every chosen
 * amount ends up as a sign, in a group, or in a count. */
#include "layout/amounts-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "layout/amounts.h"

#define LEAST_STRIP 50.0 /* px */
#define MOST_STRIPS 3

static void
clear_mark (gpointer data)
{
  WhenceAmountMark *mark = data;
  whence_label_clear (&mark->item.label);
  whence_text_block_clear (&mark->count);
}

static void
clear_strip (gpointer data)
{
  WhenceAmountStrip *strip = data;
  whence_value_axis_clear (&strip->axis);
  whence_text_block_clear (&strip->name);
}

/* --- The whole ----------------------------------------------------------------------------------- */

/* The currencies that get a strip; amounts in others are counted. */
static void
choose_strips (WhenceAmountsBuilder *builder, const GArray *facts)
{
  WhenceAmountsScene *scene = builder->scene;
  const WhenceAmountsRequest *request = builder->request;
  g_autofree const char **ranked =
    whence_amounts_rank_currencies (scene->scope, request->entities, request->n_entities);
  guint n_ranked = g_strv_length ((char **) ranked);
  guint room = (guint) CLAMP (floor ((scene->bottom - scene->top) / LEAST_STRIP), 1, MOST_STRIPS);
  gboolean only =
    request->currency != NULL && g_strv_contains ((const char *const *) ranked, request->currency);

  scene->n_strips = only ? 1 : MIN (n_ranked, room);
  scene->strips = g_new0 (WhenceAmountStrip, MAX (scene->n_strips, 1));
  for (guint i = 0; i < scene->n_strips; i++)
    {
      double height = (scene->bottom - scene->top) / scene->n_strips;
      scene->strips[i].currency = only ? request->currency : ranked[i];
      scene->strips[i].top = floor (scene->top + i * height);
      scene->strips[i].bottom = floor (scene->top + (i + 1) * height);
    }
  for (guint i = 0; i < facts->len; i++)
    {
      WhenceFact record;
      gboolean shown = FALSE;
      whence_bundle_get_fact (builder->bundle, g_array_index (facts, guint32, i), &record);
      for (guint k = 0; k < scene->n_strips; k++)
        shown |= g_str_equal (scene->strips[k].currency, record.amount.currency);
      scene->omitted.n_currencies += !shown;
    }
}

static void
index_marks (WhenceAmountsScene *scene)
{
  guint n_facts = whence_bundle_get_n_facts (whence_scope_get_bundle (scene->scope));
  scene->mark_of = g_new (guint32, MAX (n_facts, 1));
  memset (scene->mark_of, 0xFF, n_facts * sizeof *scene->mark_of);
  for (guint i = 0; i < scene->n_marks; i++)
    {
      const WhenceTimelineItem *item = &scene->marks[i].item;
      for (guint k = 0; k < item->n_facts; k++)
        scene->mark_of[scene->grouped[item->first_fact + k]] = i;
      if (item->fact != WHENCE_NONE)
        scene->mark_of[item->fact] = i;
    }
}

/* An undated amount whose words have no room has no line either: a line alone would say nothing. */
static void
drop_wordless_lines (WhenceAmountsScene *scene)
{
  guint n = 0;
  for (guint s = 0; s < scene->n_strips; s++)
    {
      WhenceAmountStrip *strip = &scene->strips[s];
      guint first = n;
      for (guint i = strip->first_mark; i < strip->first_mark + strip->n_marks; i++)
        if (scene->marks[i].look == WHENCE_AMOUNT_UNDATED && scene->marks[i].item.label.width <= 0)
          scene->omitted.n_undated++;
        else
          scene->marks[n++] = scene->marks[i];
      strip->first_mark = first;
      strip->n_marks = n - first;
    }
  scene->n_marks = n;
}

static void
add_words (WhenceAmountsScene *scene, const WhenceAmountsRequest *request)
{
  double room = scene->right - scene->left - request->head_reserved;
  g_autofree char *head = whence_amounts_head_to_text (request, &request->measure, room);
  whence_text_block_init (&scene->head, head, WHENCE_FONT_STRONG, MAX (room, 0), 1, &request->measure);
  scene->head_at = (WhencePoint){ scene->left, 4 };
  if (scene->n_marks > 0 || scene->n_steps > 0)
    return;
  const char *text = scene->omitted.n_off_range > 0 ? _ ("No amount is known of this stretch of time.")
                     : scene->omitted.n_placeless > 0
                       ? _ ("No amount here is above zero: a logarithmic axis has no place for it.")
                       : _ ("No amounts are known here.");
  whence_text_block_init (&scene->message, text, WHENCE_FONT_LABEL, scene->right - scene->left, 2,
                          &request->measure);
  scene->message_at = (WhencePoint){ (scene->left + scene->right - scene->message.width) / 2,
                                     (scene->top + scene->bottom - scene->message.height) / 2 };
}

static gpointer
steal (GArray *array, guint *n)
{
  *n = array->len;
  return g_array_free (array, FALSE);
}

static gboolean
build (WhenceAmountsBuilder *builder, GCancellable *cancellable)
{
  WhenceAmountsScene *scene = builder->scene;
  const WhenceAmountsRequest *request = builder->request;
  g_autoptr (GArray) facts = whence_amounts_of (scene->scope, request->entities, request->n_entities);
  guint n_grouped;

  scene->omitted.n_others = whence_scope_count_amounts (scene->scope) - facts->len;
  choose_strips (builder, facts);
  for (guint i = 0; i < scene->n_strips && !g_cancellable_is_cancelled (cancellable); i++)
    whence_amounts_build_strip (builder, &scene->strips[i], facts, scene->n_strips > 1);
  scene->marks = steal (builder->marks, &scene->n_marks);
  scene->steps = steal (builder->steps, &scene->n_steps);
  scene->grouped = steal (builder->grouped, &n_grouped);
  for (guint i = 0; i < scene->n_strips; i++)
    whence_amounts_place_labels (scene, &scene->strips[i], &request->measure);
  drop_wordless_lines (scene);
  index_marks (scene);
  add_words (scene, request);
  whence_axis_init (&scene->axis, scene->view, scene->gutter, scene->width, &request->measure);
  return !g_cancellable_is_cancelled (cancellable);
}

WhenceAmountsScene *
whence_amounts_scene_new (const WhenceAmountsRequest *request, GCancellable *cancellable)
{
  WhenceAmountsScene *scene = g_new0 (WhenceAmountsScene, 1);
  scene->scope = whence_scope_ref (request->scope);
  scene->view = request->view;
  scene->width = MAX (request->width, WHENCE_TIMELINE_LEAST_WIDTH);
  scene->height = MAX (request->height, WHENCE_AMOUNTS_LEAST_HEIGHT);
  scene->scale = request->scale;
  scene->gutter = whence_lane_gutter (request->grouping, scene->width);
  scene->left = scene->gutter + WHENCE_SIDE_MARGIN;
  scene->right = scene->width - WHENCE_SIDE_MARGIN;
  scene->top = WHENCE_AMOUNTS_HEAD;
  scene->bottom = scene->height - WHENCE_AMOUNTS_FOOT;

  WhenceAmountsBuilder builder = { .scene = scene,
                                   .request = request,
                                   .bundle = whence_scope_get_bundle (request->scope),
                                   .marks = g_array_new (FALSE, TRUE, sizeof (WhenceAmountMark)),
                                   .steps = g_array_new (FALSE, TRUE, sizeof (WhenceAmountStep)),
                                   .grouped = g_array_new (FALSE, FALSE, sizeof (guint32)),
                                   .owners = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  if (!build (&builder, cancellable))
    g_clear_pointer (&scene, whence_amounts_scene_free);
  g_array_unref (builder.owners);
  return scene;
}

void
whence_amounts_scene_free (WhenceAmountsScene *scene)
{
  for (guint i = 0; i < scene->n_marks; i++)
    clear_mark (&scene->marks[i]);
  for (guint i = 0; i < scene->n_strips; i++)
    clear_strip (&scene->strips[i]);
  g_free (scene->marks);
  g_free (scene->strips);
  g_free (scene->steps);
  g_free (scene->grouped);
  g_free (scene->mark_of);
  whence_text_block_clear (&scene->head);
  whence_text_block_clear (&scene->message);
  whence_axis_clear (&scene->axis);
  whence_scope_unref (scene->scope);
  g_free (scene);
}

double
whence_amounts_natural_height (guint n_currencies)
{
  guint n = CLAMP (n_currencies, 1, MOST_STRIPS);
  return n == 1 ? WHENCE_AMOUNTS_USUAL_HEIGHT : WHENCE_AMOUNTS_HEAD + WHENCE_AMOUNTS_FOOT + n * 76.0;
}
