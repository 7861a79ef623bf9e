/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that pin nodes where they are, and let them go. */
#include "widgets/graph-commands-private.h"

/* Whether any of them is pinned, or is not. */
static gboolean
has_pinned (WhenceGraphCanvas *self, gboolean pinned)
{
  g_autoptr (GArray) entities = whence_graph_list_entities (self);
  WhenceArrangement *arrangement = whence_document_get_arrangement (document_of (self));

  for (guint i = 0; i < entities->len && arrangement != NULL; i++)
    if (whence_arrangement_is_pinned (arrangement, g_array_index (entities, guint32, i)) == pinned)
      return TRUE;
  return FALSE;
}

static gboolean
may_pin (WhenceGraphCanvas *self)
{
  return has_pinned (self, FALSE);
}

static gboolean
may_unpin (WhenceGraphCanvas *self)
{
  return has_pinned (self, TRUE);
}

static gboolean
has_arrangement (WhenceGraphCanvas *self)
{
  return whence_document_get_arrangement (document_of (self)) != NULL;
}

static void
set_pinned (WhenceGraphCanvas *self, GArray *entities, gboolean pinned)
{
  g_autoptr (GError) error = NULL;
  gboolean done =
    pinned
      ? whence_document_pin (document_of (self), whence_graph_data_of (entities), entities->len, &error)
      : whence_document_unpin (document_of (self), whence_graph_data_of (entities), entities->len, &error);

  if (!done)
    g_message ("the nodes cannot be pinned or let go: %s", error->message);
}

static void
pin (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = whence_graph_list_entities (self);

  set_pinned (self, entities, TRUE);
}

static void
unpin (WhenceGraphCanvas *self)
{
  g_autoptr (GArray) entities = whence_graph_list_entities (self);

  set_pinned (self, entities, FALSE);
}

static void
toggle_pin (WhenceGraphCanvas *self)
{
  if (may_pin (self))
    pin (self);
  else
    unpin (self);
}

static void
unpin_all (WhenceGraphCanvas *self)
{
  const WhenceArrangement *arrangement = whence_document_get_arrangement (document_of (self));
  guint n = whence_bundle_get_n_entities (whence_document_get_told_bundle (document_of (self)));
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < n; i++)
    if (whence_arrangement_is_pinned (arrangement, i))
      g_array_append_val (entities, i);
  if (entities->len > 0)
    set_pinned (self, entities, FALSE);
}

const WhenceGraphCommand whence_graph_pin_commands[] = {
  { "pin", pin, may_pin },
  { "unpin", unpin, may_unpin },
  { "toggle-pin", toggle_pin, whence_graph_has_entities, { { GDK_KEY_p } } },
  { "unpin-all", unpin_all, has_arrangement, { { GDK_KEY_P, GDK_SHIFT_MASK } } },
  { NULL },
};
