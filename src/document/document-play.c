/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The play of a document. The moments of a long story are found by a worker, once for the facts that are
 * shown; time that passes meanwhile is not played. */
#include "document/document-play.h"

#include "document/document-private.h"

#define FEW 20000 /* facts: their moments are found at once */

/* --- News ---------------------------------------------------------------------------------------- */

const WhenceNews *
whence_document_get_news (WhenceDocument *document)
{
  return document->play.news.fact != WHENCE_NONE ? &document->play.news : NULL;
}

static void
show_lit (WhenceDocument *document)
{
  GArray *lit = document->play.lit;

  whence_selection_light_new (&document->selection, lit->len > 0 ? lit : NULL);
  whence_document_highlight_changed (document);
}

static void
hush (WhenceDocument *document)
{
  if (!whence_play_hush (&document->play))
    return;
  show_lit (document);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_NEWS);
}

/* --- Beginning and ending ------------------------------------------------------------------------ */

gboolean
whence_document_is_playing (WhenceDocument *document)
{
  return document->play.playing;
}

static void
stop (WhenceDocument *document)
{
  WhencePlay *play = &document->play;

  if (!play->playing)
    return;
  play->playing = FALSE;
  if (play->finding != NULL)
    g_cancellable_cancel (play->finding);
  g_clear_object (&play->finding);
  whence_document_settle_view (document);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_PLAYING);
}

void
whence_document_pause (WhenceDocument *document)
{
  stop (document);
}

void
whence_document_interrupt_play (WhenceDocument *document)
{
  stop (document);
  hush (document);
}

void
whence_document_forget_play (WhenceDocument *document)
{
  whence_document_interrupt_play (document);
  g_clear_pointer (&document->play.moments, whence_moments_free);
}

static void
set_out (WhenceDocument *document)
{
  WhencePlay *play = &document->play;
  WhencePeriod span = { document->range_from, document->range_to },
               date = { document->as_of_from, document->as_of_to };

  if (span.from >= span.to && !whence_moments_get_span (play->moments, &span))
    {
      stop (document);
      return;
    }
  hush (document);
  whence_play_start (play, span, whence_scope_has_as_of (document->scope) ? &date : NULL);
}

/* --- Finding the moments ------------------------------------------------------------------------- */

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WhenceMoments *moments = whence_moments_new (data, cancellable);

  if (moments == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "superseded");
  else
    g_task_return_pointer (task, moments, (GDestroyNotify) whence_moments_free);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  WhenceDocument *document = WHENCE_DOCUMENT (source);
  WhencePlay *play = &document->play;
  gboolean current = g_task_get_cancellable (G_TASK (result)) == play->finding;
  WhenceMoments *moments = g_task_propagate_pointer (G_TASK (result), NULL);

  if (moments == NULL || !current)
    {
      g_clear_pointer (&moments, whence_moments_free);
      return;
    }
  g_clear_object (&play->finding);
  play->moments = moments;
  set_out (document);
}

static void
find_moments (WhenceDocument *document)
{
  g_autoptr (GTask) task = NULL;

  document->play.finding = g_cancellable_new ();
  task = g_task_new (document, document->play.finding, on_found, NULL);
  g_task_set_task_data (task, whence_scope_ref (document->scope), (GDestroyNotify) whence_scope_unref);
  g_task_run_in_thread (task, find_in_thread);
}

/* --- Hands --------------------------------------------------------------------------------------- */

void
whence_document_play (WhenceDocument *document)
{
  WhencePlay *play = &document->play;

  if (play->playing)
    return;
  play->playing = TRUE;
  play->is_remembered = FALSE;
  if (play->moments == NULL && whence_bundle_get_n_facts (document->bundle) <= FEW)
    play->moments = whence_moments_new (document->scope, NULL);
  if (play->moments == NULL)
    find_moments (document);
  else
    set_out (document);
  if (play->playing)
    whence_document_notify (document, WHENCE_DOCUMENT_PROP_PLAYING);
}

WhencePlaySpeed
whence_document_get_play_speed (WhenceDocument *document)
{
  return document->play.speed;
}

void
whence_document_set_play_speed (WhenceDocument *document, WhencePlaySpeed speed)
{
  document->play.speed = speed;
}

void
whence_document_set_play_stepwise (WhenceDocument *document, gboolean stepwise)
{
  document->play.stepwise = stepwise;
}

static void
show_date (WhenceDocument *document)
{
  document->play_moves = TRUE;
  whence_document_move_as_of (document, document->play.date.from, document->play.date.to);
  document->play_moves = FALSE;
}

void
whence_document_advance (WhenceDocument *document, double seconds)
{
  WhencePlay *play = &document->play;
  WhencePlayChange change;

  if (!play->playing || play->finding != NULL)
    return;
  change = whence_play_advance (play, seconds);
  if (change & WHENCE_PLAY_MOVED)
    show_date (document);
  if (change & WHENCE_PLAY_LIT)
    show_lit (document);
  if (change & WHENCE_PLAY_TOLD)
    whence_document_notify (document, WHENCE_DOCUMENT_PROP_NEWS);
  if (change & WHENCE_PLAY_ENDED)
    whence_document_interrupt_play (document);
}
