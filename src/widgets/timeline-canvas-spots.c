/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is where on the timeline, what it is called, and what a click or a key does to what is no single fact:
 * a group lists its facts, the line of empty lanes lists these, a header opens and closes its lane. */
#include "widgets/timeline-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "model/text-fill.h"
#include "model/text-list.h"
#include "widgets/describe.h"

#define SECOND_CLICK 220 /* ms in which it must follow the first */

static WhenceBundle *
bundle_of (gpointer self)
{
  return whence_document_get_told_bundle (whence_canvas_get_document (self));
}

/* --- References and spots --- */

static const struct
{
  WhenceRefKind ref;
  WhenceSpotKind spot;
} kinds[] = {
  { WHENCE_REF_FACT, WHENCE_SPOT_FACT },   { WHENCE_REF_GROUP, WHENCE_SPOT_GROUP },
  { WHENCE_REF_LANE, WHENCE_SPOT_LANE },   { WHENCE_REF_EMPTY, WHENCE_SPOT_EMPTY },
  { WHENCE_REF_SHELF, WHENCE_SPOT_SHELF },
};

static WhenceRef
ref_of (WhenceSpot spot)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].spot == spot.kind)
      return (WhenceRef){ kinds[i].ref, spot.index };
  return WHENCE_REF_NOTHING;
}

static WhenceSpot
spot_of (WhenceRef ref)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].ref == ref.kind)
      return (WhenceSpot){ kinds[i].spot, ref.index };
  return WHENCE_SPOT_NOTHING;
}

static WhenceRef
pick (WhenceCanvas *canvas, double x, double y)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  /* The axis lies above what is scrolled. */
  if (y < WHENCE_AXIS_HEIGHT)
    return WHENCE_REF_NOTHING;
  return ref_of (whence_timeline_scene_pick (self->scene, x, y + self->look.scroll, self->look.scroll));
}

gboolean
whence_timeline_canvas_find (WhenceTimelineCanvas *self, WhenceRef ref, WhenceRect *bounds)
{
  if (!whence_timeline_scene_find (self->scene, spot_of (ref), self->look.scroll, bounds))
    return FALSE;
  bounds->y -= self->look.scroll;
  return TRUE;
}

static gboolean
find (WhenceCanvas *canvas, WhenceRef ref, WhenceRect *bounds)
{
  return whence_timeline_canvas_find (WHENCE_TIMELINE_CANVAS (canvas), ref, bounds);
}

static WhenceRef
step (WhenceCanvas *canvas, WhenceRef ref, int dx, int dy)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  return ref_of (whence_timeline_scene_step (self->scene, spot_of (ref), dx, dy));
}

static guint
list (WhenceCanvas *canvas, WhenceRef *refs, guint max)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  g_autofree WhenceSpot *spots = g_new (WhenceSpot, max);
  double top = self->look.scroll;
  guint n = whence_timeline_scene_list (self->scene, top - self->height, top + 2 * self->height, spots, max);

  for (guint i = 0; i < n; i++)
    refs[i] = ref_of (spots[i]);
  return n;
}

/* --- In words --- */

static char *
describe_group (WhenceTimelineCanvas *self, WhenceRef ref)
{
  guint n = whence_timeline_scene_count_group (self->scene, spot_of (ref));
  g_autofree char *stretch = whence_timeline_scene_describe_stretch (self->scene, spot_of (ref));
  g_autofree char *count = whence_text_compose (ngettext ("%'u fact", "%'u facts", n), n);
  g_autofree char *line = whence_text_join_two (
    count, WHENCE_JOINT_PART, stretch != NULL ? stretch : _ ("since before this window of time"));

  return g_strdup_printf ("%s\n%s", line, _ ("Click to list, double click to zoom in"));
}

static char *
describe_lane (WhenceTimelineCanvas *self, WhenceRef ref)
{
  WhenceTimelineLaneInfo lane;

  if (ref.index >= whence_timeline_scene_get_n_lanes (self->scene))
    return g_strdup ("");
  lane = whence_timeline_scene_get_lane (self->scene, ref.index);
  /* Translators: the name of a lane of the timeline, and how many facts are in view there. */
  return whence_text_compose (ngettext ("%s: %'u fact in view", "%s: %'u facts in view", lane.n_facts),
                              lane.name, lane.n_facts);
}

#define MOST_NAMED 12

static char *
describe_empty (WhenceTimelineCanvas *self)
{
  guint n = whence_timeline_scene_get_n_empty_lanes (self->scene);
  g_autofree char *lanes =
    whence_text_compose (ngettext ("%'u lane has nothing in view", "%'u lanes have nothing in view", n), n);
  GString *text = g_string_new (lanes);

  for (guint i = 0; i < MIN (n, MOST_NAMED); i++)
    g_string_append_printf (text, "\n%s", whence_timeline_scene_get_empty_lane (self->scene, i));
  if (n > MOST_NAMED)
    g_string_append (text, "\n…");
  return g_string_free (text, FALSE);
}

static char *
describe (WhenceCanvas *canvas, WhenceRef ref)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  switch (ref.kind)
    {
    case WHENCE_REF_GROUP:
      return describe_group (self, ref);
    case WHENCE_REF_LANE:
      return describe_lane (self, ref);
    case WHENCE_REF_EMPTY:
      return describe_empty (self);
    case WHENCE_REF_SHELF:
      return whence_timeline_canvas_describe_shelf (self);
    case WHENCE_REF_FACT:
      return whence_describe_fact (bundle_of (self), whence_canvas_get_known_by (WHENCE_CANVAS (self)),
                                   ref.index);
    case WHENCE_REF_NONE:
    case WHENCE_REF_ENTITY:
    case WHENCE_REF_SOURCE:
    default:
      return g_strdup ("");
    }
}

/* --- Groups --- */

void
whence_timeline_canvas_frame_facts (WhenceTimelineCanvas *self, GArray *facts)
{
  g_autofree WhenceRef *refs = g_new (WhenceRef, facts->len);

  for (guint i = 0; i < facts->len; i++)
    refs[i] = whence_ref_fact (g_array_index (facts, guint32, i));
  if (facts->len > 0)
    WHENCE_CANVAS_GET_CLASS (self)->frame (WHENCE_CANVAS (self), refs, facts->len);
}

static gboolean
on_list_due (gpointer data)
{
  WhenceTimelineCanvas *self = data;
  g_autoptr (GArray) facts = NULL;
  g_autofree char *stretch = NULL;
  WhenceRect bounds;

  self->list_source = 0;
  if (self->scene == NULL || !whence_timeline_canvas_find (self, self->listed, &bounds))
    return G_SOURCE_REMOVE;
  facts = whence_timeline_scene_list_group (self->scene, spot_of (self->listed));
  stretch = whence_timeline_scene_describe_stretch (self->scene, spot_of (self->listed));
  whence_canvas_list_facts (WHENCE_CANVAS (self), (const guint32 *) (gpointer) facts->data, facts->len,
                            bounds, NULL, stretch);
  return G_SOURCE_REMOVE;
}

/* A click on a group lists its facts, unless a second one follows at once, which zooms in on them: an open
 * list would have swallowed it. */
static gboolean
activate_group (WhenceTimelineCanvas *self, WhenceRef ref, int n_press)
{
  g_autoptr (GArray) facts = NULL;

  g_clear_handle_id (&self->list_source, g_source_remove);
  self->listed = ref;
  if (n_press == 0)
    on_list_due (self);
  else if (n_press == 1)
    self->list_source = g_timeout_add (SECOND_CLICK, on_list_due, self);
  else if (n_press == 2)
    {
      facts = whence_timeline_scene_list_group (self->scene, spot_of (ref));
      whence_timeline_canvas_frame_facts (self, facts);
    }
  return TRUE;
}

static gboolean
activate (WhenceCanvas *canvas, WhenceRef ref, int n_press)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  switch (ref.kind)
    {
    case WHENCE_REF_GROUP:
      return activate_group (self, ref, n_press);
    case WHENCE_REF_LANE:
      whence_timeline_canvas_toggle_lane (self, ref.index);
      return TRUE;
    case WHENCE_REF_EMPTY:
      whence_timeline_canvas_list_empty_lanes (self);
      return TRUE;
    case WHENCE_REF_SHELF:
      return n_press > 1 || whence_timeline_canvas_open_shelf (self);
    case WHENCE_REF_NONE:
    case WHENCE_REF_FACT:
    case WHENCE_REF_ENTITY:
    case WHENCE_REF_SOURCE:
    default:
      return FALSE;
    }
}

void
whence_timeline_canvas_add_spots (WhenceCanvasClass *canvas_class)
{
  canvas_class->pick = pick;
  canvas_class->find = find;
  canvas_class->step = step;
  canvas_class->list = list;
  canvas_class->describe = describe;
  canvas_class->activate = activate;
}
