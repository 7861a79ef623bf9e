/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A few threads that share out the pieces of one task, again and again. Which thread takes which piece is
 * left to chance, so a piece may write only what is its own; then the number of threads does not show in the
 * result. About 50 µs a task. */
#include "layout/organic-steps.h"

#define MOST 4

struct _WhenceTeam
{
  GThread *threads[MOST - 1];
  guint n_threads; /* beside the calling one */
  GMutex mutex;
  GCond begins, ends;
  guint task, n_busy; /* the number of the task, and who is still at it */
  gboolean over;
  WhenceTeamFunc func;
  gpointer data;
  guint n_pieces;
  gint next; /* piece; atomic */
};

static void
take_pieces (WhenceTeam *team)
{
  for (gint piece; (piece = g_atomic_int_add (&team->next, 1)) < (gint) team->n_pieces;)
    team->func ((guint) piece, team->data);
}

static gpointer
work (gpointer data)
{
  WhenceTeam *team = data;
  guint done = 0;

  g_mutex_lock (&team->mutex);
  for (;;)
    {
      while (team->task == done && !team->over)
        g_cond_wait (&team->begins, &team->mutex);
      if (team->over)
        break;
      done = team->task;
      g_mutex_unlock (&team->mutex);
      take_pieces (team);
      g_mutex_lock (&team->mutex);
      if (--team->n_busy == 0)
        g_cond_signal (&team->ends);
    }
  g_mutex_unlock (&team->mutex);
  return NULL;
}

WhenceTeam *
whence_team_new (guint n_threads)
{
  WhenceTeam *team = g_new0 (WhenceTeam, 1);

  g_mutex_init (&team->mutex);
  g_cond_init (&team->begins);
  g_cond_init (&team->ends);
  team->n_threads = CLAMP (n_threads > 0 ? n_threads : g_get_num_processors (), 1, MOST) - 1;
  for (guint t = 0; t < team->n_threads; t++)
    team->threads[t] = g_thread_new ("layout", work, team);
  return team;
}

void
whence_team_free (WhenceTeam *team)
{
  g_mutex_lock (&team->mutex);
  team->over = TRUE;
  g_cond_broadcast (&team->begins);
  g_mutex_unlock (&team->mutex);
  for (guint t = 0; t < team->n_threads; t++)
    g_thread_join (team->threads[t]);
  g_mutex_clear (&team->mutex);
  g_cond_clear (&team->begins);
  g_cond_clear (&team->ends);
  g_free (team);
}

void
whence_team_run (WhenceTeam *team, WhenceTeamFunc func, gpointer data, guint n_pieces)
{
  g_mutex_lock (&team->mutex);
  team->func = func;
  team->data = data;
  team->n_pieces = n_pieces;
  team->next = 0;
  team->n_busy = team->n_threads;
  team->task++;
  g_cond_broadcast (&team->begins);
  g_mutex_unlock (&team->mutex);
  take_pieces (team);
  g_mutex_lock (&team->mutex);
  while (team->n_busy > 0)
    g_cond_wait (&team->ends, &team->mutex);
  g_mutex_unlock (&team->mutex);
}
