/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The citations of a fact or an entity in the inspector: those that were there by the date by which things
 * are to be known, and apart from them those that may have been, and those that came later. */
#include <glib/gi18n-lib.h>

#include "widgets/citation-card.h"
#include "model/text-fill.h"
#include "widgets/inspector-parts.h"

typedef struct
{
  WhenceDocument *document;
  const WhenceBundle *bundle;
  const WhenceKnownBy *known_by;
  WhenceRef ref;
  guint n;
} Cited;

static void
init (Cited *cited, WhenceDocument *document, WhenceRef ref)
{
  *cited = (Cited){ .document = document,
                    .bundle = whence_document_get_told_bundle (document),
                    .known_by = whence_scope_get_known_by (whence_document_get_scope (document)),
                    .ref = ref };
  if (ref.kind == WHENCE_REF_ENTITY)
    {
      WhenceEntity entity;
      whence_bundle_get_entity (cited->bundle, ref.index, &entity);
      cited->n = entity.n_citations;
    }
  else
    cited->n = whence_bundle_get_n_fact_citations (cited->bundle, ref.index);
}

static WhenceActivity
get_known (const Cited *cited, guint i)
{
  return (cited->ref.kind == WHENCE_REF_ENTITY
            ? whence_known_by_get_entity_citation
            : whence_known_by_get_citation) (cited->known_by, cited->ref.index, i);
}

static GtkWidget *
make_card (const Cited *cited, guint i)
{
  return cited->ref.kind == WHENCE_REF_ENTITY
           ? whence_citation_card_new_for_entity (cited->document, cited->ref.index, i)
           : whence_citation_card_new_for_fact (cited->document, cited->known_by, cited->ref.index, i);
}

void
whence_inspector_append_citations (GtkBox *box, WhenceDocument *document, WhenceRef ref, WhenceActivity known,
                                   const char *heading)
{
  Cited cited;

  init (&cited, document, ref);
  for (guint i = 0; i < cited.n; i++)
    {
      if (get_known (&cited, i) != known)
        continue;
      whence_part_append (box, heading, "section");
      heading = NULL;
      gtk_box_append (box, make_card (&cited, i));
    }
}

void
whence_inspector_append_unknown (GtkBox *box, guint n_facts)
{
  g_autofree char *text = whence_text_compose (
    ngettext ("%'u fact was not known by then", "%'u facts were not known by then", n_facts), n_facts);

  if (n_facts > 0)
    whence_part_append (box, text, "dim-label");
}
