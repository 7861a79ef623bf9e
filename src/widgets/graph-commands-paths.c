/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands for the shortest paths between two. */
#include "widgets/graph-commands-private.h"

static gboolean
has_pair (WhenceGraphCanvas *self)
{
  return whence_document_get_n_selected_entities (document_of (self)) == 2;
}

static gboolean
has_paths (WhenceGraphCanvas *self)
{
  return whence_document_get_paths (document_of (self)) != NULL;
}

static gboolean
has_several_paths (WhenceGraphCanvas *self)
{
  return has_paths (self)
         && whence_graph_paths_get_n_listed (whence_document_get_paths (document_of (self))) > 1;
}

static void
find_paths (WhenceGraphCanvas *self)
{
  guint n, n_ends = 0;
  const WhenceRef *refs = whence_document_get_selection (document_of (self), &n);
  guint32 ends[2] = { WHENCE_NONE, WHENCE_NONE };

  for (guint i = 0; i < n; i++)
    if (refs[i].kind == WHENCE_REF_ENTITY && n_ends < 2)
      ends[n_ends++] = refs[i].index;
  whence_document_find_paths (document_of (self), ends[0], ends[1]);
}

static void
walk (WhenceGraphCanvas *self, int by)
{
  WhenceDocument *document = document_of (self);
  int n = (int) whence_graph_paths_get_n_listed (whence_document_get_paths (document));

  whence_document_set_path (document, (guint) (((int) whence_document_get_path (document) + by + n) % n));
}

static void
next_path (WhenceGraphCanvas *self)
{
  walk (self, 1);
}

static void
previous_path (WhenceGraphCanvas *self)
{
  walk (self, -1);
}

static void
close_paths (WhenceGraphCanvas *self)
{
  whence_document_close_paths (document_of (self));
}

const WhenceGraphCommand whence_graph_path_commands[] = {
  { "paths", find_paths, has_pair, { { GDK_KEY_r } } },
  { "next-path", next_path, has_several_paths, { { GDK_KEY_n } } },
  { "previous-path", previous_path, has_several_paths, { { GDK_KEY_N, GDK_SHIFT_MASK } } },
  { "close-paths", close_paths, has_paths },
  { NULL },
};
