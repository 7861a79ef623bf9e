/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the amounts track shows. The ranking is kept for as long as the scope is, so that a selection costs no
 * walk over the facts; where there are many facts, until that of the next scope is there. */
#include "document/amounts-choice.h"

#include "document/document-private.h"
#include "layout/amounts.h"

#define MANY 50000 /* facts from which on no frame waits for the ranking */

void
whence_amounts_choice_init (WhenceAmountsChoice *choice)
{
  *choice = (WhenceAmountsChoice){ .entities = g_array_new (FALSE, FALSE, sizeof (guint32)) };
}

void
whence_amounts_choice_clear (WhenceAmountsChoice *choice)
{
  whence_amounts_choice_forget (choice);
  g_clear_pointer (&choice->entities, g_array_unref);
  g_clear_pointer (&choice->currency, g_free);
}

static void
stop_ranking (WhenceAmountsChoice *choice)
{
  if (choice->ranking != NULL)
    g_cancellable_cancel (choice->ranking);
  g_clear_object (&choice->ranking);
}

void
whence_amounts_choice_forget (WhenceAmountsChoice *choice)
{
  stop_ranking (choice);
  g_clear_pointer (&choice->ranked, g_array_unref);
  g_clear_pointer (&choice->has_amounts, g_free);
}

void
whence_amounts_choice_translate (WhenceAmountsChoice *choice, const WhenceBundle *from,
                                 const WhenceBundle *to)
{
  guint n = 0;

  for (guint i = 0; i < choice->entities->len; i++)
    {
      WhenceRef ref = whence_ref_entity (g_array_index (choice->entities, guint32, i));
      ref = whence_ref_translate (ref, from, to);
      if (ref.kind != WHENCE_REF_NONE)
        g_array_index (choice->entities, guint32, n++) = ref.index;
    }
  g_array_set_size (choice->entities, n);
  whence_amounts_choice_forget (choice);
}

static void
changed (WhenceDocument *document)
{
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_AMOUNTS);
}

/* --- Whether --- */

gboolean
whence_document_has_amounts (WhenceDocument *document)
{
  return whence_amounts_exist (document->scope);
}

gboolean
whence_document_get_amounts_shown (WhenceDocument *document)
{
  return !document->amounts.hidden;
}

void
whence_document_set_amounts_shown (WhenceDocument *document, gboolean shown)
{
  if (document->amounts.hidden == !shown)
    return;
  document->amounts.hidden = !shown;
  changed (document);
}

/* --- The ranking --- */

typedef struct
{
  WhenceScope *scope;
  guint32 *entities;
  guint n;
} Ranking;

static void
ranking_free (gpointer data)
{
  Ranking *ranking = data;

  whence_scope_unref (ranking->scope);
  g_free (ranking->entities);
  g_free (ranking);
}

static void
rank (Ranking *ranking, GCancellable *cancellable)
{
  ranking->entities = whence_amounts_rank_entities (ranking->scope, &ranking->n, cancellable);
}

static void
rank_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  rank (data, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
take_ranking (WhenceAmountsChoice *choice, const Ranking *ranking)
{
  guint n_entities = whence_bundle_get_n_entities (whence_scope_get_bundle (ranking->scope));

  whence_amounts_choice_forget (choice);
  choice->ranked = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_vals (choice->ranked, ranking->entities, ranking->n);
  choice->has_amounts = g_new0 (guint8, MAX (1, n_entities));
  for (guint i = 0; i < ranking->n; i++)
    choice->has_amounts[ranking->entities[i]] = TRUE;
}

static void
on_ranked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WhenceDocument *document = WHENCE_DOCUMENT (source);

  if (document->amounts.ranking != g_task_get_cancellable (G_TASK (result)))
    return;
  take_ranking (&document->amounts, g_task_get_task_data (G_TASK (result)));
  changed (document);
}

static Ranking *
ranking_new (WhenceDocument *document)
{
  Ranking *ranking = g_new0 (Ranking, 1);

  ranking->scope = whence_scope_ref (document->scope);
  return ranking;
}

static void
start_ranking (WhenceDocument *document)
{
  WhenceAmountsChoice *choice = &document->amounts;
  g_autoptr (GTask) task = NULL;

  stop_ranking (choice);
  choice->ranking = g_cancellable_new ();
  task = g_task_new (document, choice->ranking, on_ranked, NULL);
  g_task_set_task_data (task, ranking_new (document), ranking_free);
  g_task_run_in_thread (task, rank_in_thread);
}

void
whence_document_rank_amounts_anew (WhenceDocument *document)
{
  WhenceAmountsChoice *choice = &document->amounts;

  if (choice->ranked == NULL || whence_bundle_get_n_facts (document->bundle) < MANY)
    whence_amounts_choice_forget (choice);
  else
    start_ranking (document);
}

gboolean
whence_document_knows_amounts (WhenceDocument *document)
{
  WhenceAmountsChoice *choice = &document->amounts;

  if (choice->ranked != NULL || whence_bundle_get_n_facts (document->bundle) < MANY)
    return TRUE;
  if (choice->ranking == NULL)
    start_ranking (document);
  return FALSE;
}

/* --- Whose --- */

const guint32 *
whence_document_rank_amounts (WhenceDocument *document, guint *n_entities)
{
  WhenceAmountsChoice *choice = &document->amounts;

  if (choice->ranked == NULL)
    {
      Ranking *ranking = ranking_new (document);

      rank (ranking, NULL);
      take_ranking (choice, ranking);
      ranking_free (ranking);
    }
  *n_entities = choice->ranked->len;
  return (const guint32 *) (gconstpointer) choice->ranked->data;
}

GArray *
whence_document_dup_amounts_of (WhenceDocument *document)
{
  GArray *entities = g_array_copy (document->amounts.entities);
  const WhenceRef *refs;
  guint n_refs, n_ranked;
  const guint32 *ranked = whence_document_rank_amounts (document, &n_ranked);

  if (entities->len > 0)
    return entities;
  refs = whence_document_get_selection (document, &n_refs);
  for (guint i = 0; i < n_refs && whence_document_get_n_selected_entities (document) > 0; i++)
    if (refs[i].kind == WHENCE_REF_ENTITY && document->amounts.has_amounts[refs[i].index])
      g_array_append_val (entities, refs[i].index);
  if (entities->len == 0)
    g_array_append_vals (entities, ranked, MIN (n_ranked, WHENCE_AMOUNTS_USUAL));
  return entities;
}

gboolean
whence_document_has_chosen_amounts (WhenceDocument *document)
{
  return document->amounts.entities->len > 0;
}

void
whence_document_choose_amounts_of (WhenceDocument *document, const guint32 *entities, guint n_entities)
{
  if (n_entities == 0 && document->amounts.entities->len == 0)
    return;
  g_array_set_size (document->amounts.entities, 0);
  g_array_append_vals (document->amounts.entities, entities, n_entities);
  changed (document);
}

/* --- How --- */

WhenceValueScale
whence_document_get_amounts_scale (WhenceDocument *document)
{
  return document->amounts.scale;
}

void
whence_document_set_amounts_scale (WhenceDocument *document, WhenceValueScale scale)
{
  if (document->amounts.scale == scale)
    return;
  document->amounts.scale = scale;
  changed (document);
}

const char *
whence_document_get_amounts_currency (WhenceDocument *document)
{
  return document->amounts.currency;
}

void
whence_document_set_amounts_currency (WhenceDocument *document, const char *currency)
{
  if (g_strcmp0 (document->amounts.currency, currency) == 0)
    return;
  g_free (document->amounts.currency);
  document->amounts.currency = g_strdup (currency);
  changed (document);
}
