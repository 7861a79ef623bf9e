/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The built-in fact and entity types. The order is that of menus and legends; indices are stable within a
 * release, and a bundle's own types come after these. */
#include "model/types.h"

#include <glib/gi18n-lib.h>

#define EVENT WHENCE_KIND_EVENT
#define STATE WHENCE_KIND_STATE
#define TO TRUE
#define BETWEEN FALSE

/* Labels and verbs are message ids with the contexts "fact type" and "edge". */
static const WhenceFactType fact_types[] = {
  { "founding", NC_ ("fact type", "Founding"), EVENT, TO, WHENCE_CATEGORY_OWNERSHIP, NC_ ("edge", "founds"),
    NULL, TRUE, TRUE },
  { "investment", NC_ ("fact type", "Investment"), EVENT, TO, WHENCE_CATEGORY_CAPITAL,
    NC_ ("edge", "invests"), NULL, TRUE, TRUE },
  { "funding-round", NC_ ("fact type", "Funding round"), EVENT, TO, WHENCE_CATEGORY_CAPITAL,
    NC_ ("edge", "funds"), NULL, TRUE, TRUE },
  { "acquisition", NC_ ("fact type", "Acquisition"), EVENT, TO, WHENCE_CATEGORY_OWNERSHIP,
    NC_ ("edge", "acquires"), NULL, TRUE, TRUE },
  { "ownership", NC_ ("fact type", "Ownership"), STATE, TO, WHENCE_CATEGORY_OWNERSHIP, NC_ ("edge", "owns"),
    NULL, TRUE, TRUE },
  { "valuation", NC_ ("fact type", "Valuation"), EVENT, TO, WHENCE_CATEGORY_VALUATION,
    NC_ ("edge", "is valued at"), NULL, TRUE, TRUE },
  { "employment", NC_ ("fact type", "Employment"), STATE, TO, WHENCE_CATEGORY_ROLE, NC_ ("edge", "works for"),
    NULL, TRUE, TRUE },
  { "board-seat", NC_ ("fact type", "Board seat"), STATE, TO, WHENCE_CATEGORY_ROLE,
    NC_ ("edge", "sits on the board"), NULL, TRUE, TRUE },
  { "education", NC_ ("fact type", "Education"), STATE, TO, WHENCE_CATEGORY_LIFE, NC_ ("edge", "studies at"),
    NULL, TRUE, TRUE },
  { "family", NC_ ("fact type", "Family"), STATE, BETWEEN, WHENCE_CATEGORY_LIFE, NC_ ("edge", "related to"),
    NULL, TRUE, TRUE },
  { "membership", NC_ ("fact type", "Membership"), STATE, TO, WHENCE_CATEGORY_ROLE, NC_ ("edge", "member of"),
    NULL, TRUE, TRUE },
  { "partnership", NC_ ("fact type", "Partnership"), STATE, BETWEEN, WHENCE_CATEGORY_BUSINESS,
    NC_ ("edge", "partners with"), NULL, TRUE, TRUE },
  { "competition", NC_ ("fact type", "Competition"), STATE, BETWEEN, WHENCE_CATEGORY_RIVALRY,
    NC_ ("edge", "competes with"), NULL, TRUE, TRUE },
  { "customer", NC_ ("fact type", "Customer"), STATE, TO, WHENCE_CATEGORY_BUSINESS,
    NC_ ("edge", "customer of"), NULL, TRUE, TRUE },
  { "contract", NC_ ("fact type", "Contract"), STATE, TO, WHENCE_CATEGORY_BUSINESS, NC_ ("edge", "contracts"),
    NULL, TRUE, TRUE },
  { "option", NC_ ("fact type", "Option"), STATE, TO, WHENCE_CATEGORY_CAPITAL,
    NC_ ("edge", "has an option on"), NULL, TRUE, TRUE },
  { "headcount", NC_ ("fact type", "Headcount"), EVENT, TO, WHENCE_CATEGORY_VALUATION,
    NC_ ("edge", "employs"), NULL, TRUE, TRUE },
  { "product", NC_ ("fact type", "Product"), STATE, TO, WHENCE_CATEGORY_BUSINESS, NC_ ("edge", "makes"), NULL,
    TRUE, TRUE },
  { "legal-action", NC_ ("fact type", "Legal action"), EVENT, TO, WHENCE_CATEGORY_LAW,
    NC_ ("edge", "proceeds against"), NULL, TRUE, TRUE },
  { "regulation", NC_ ("fact type", "Regulation"), STATE, TO, WHENCE_CATEGORY_LAW, NC_ ("edge", "regulates"),
    NULL, TRUE, TRUE },
  { "statement", NC_ ("fact type", "Statement"), EVENT, TO, WHENCE_CATEGORY_RIVALRY,
    NC_ ("edge", "says about"), NULL, TRUE, TRUE },
  { "launch", NC_ ("fact type", "Launch"), EVENT, TO, WHENCE_CATEGORY_BUSINESS, NC_ ("edge", "launches"),
    NULL, TRUE, TRUE },
  { "birth", NC_ ("fact type", "Birth"), EVENT, TO, WHENCE_CATEGORY_LIFE, NC_ ("edge", "is born in"), NULL,
    TRUE, TRUE },
  { "death", NC_ ("fact type", "Death"), EVENT, TO, WHENCE_CATEGORY_LIFE, NC_ ("edge", "dies in"), NULL, TRUE,
    TRUE },
  { "residence", NC_ ("fact type", "Residence"), STATE, TO, WHENCE_CATEGORY_LIFE, NC_ ("edge", "lives in"),
    NULL, TRUE, TRUE },
  { "other", NC_ ("fact type", "Other"), EVENT, TO, WHENCE_CATEGORY_NEUTRAL, NULL, NULL, TRUE, TRUE },
};

static const WhenceEntityType entity_types[] = {
  { "person", NC_ ("entity type", "Person"), WHENCE_SHAPE_CIRCLE, NULL, TRUE, TRUE },
  { "company", NC_ ("entity type", "Company"), WHENCE_SHAPE_ROUNDED, NULL, TRUE, TRUE },
  { "organization", NC_ ("entity type", "Organization"), WHENCE_SHAPE_HEXAGON, NULL, TRUE, TRUE },
  { "government", NC_ ("entity type", "Public body"), WHENCE_SHAPE_SQUARE, NULL, TRUE, TRUE },
  { "group", NC_ ("entity type", "Group"), WHENCE_SHAPE_DOUBLE_CIRCLE, NULL, TRUE, TRUE },
  { "product", NC_ ("entity type", "Product"), WHENCE_SHAPE_DIAMOND, NULL, TRUE, TRUE },
  { "place", NC_ ("entity type", "Place"), WHENCE_SHAPE_TRIANGLE, NULL, TRUE, TRUE },
  { "event", NC_ ("entity type", "Event"), WHENCE_SHAPE_OCTAGON, NULL, TRUE, TRUE },
  { "other", NC_ ("entity type", "Other"), WHENCE_SHAPE_PILL, NULL, TRUE, TRUE },
};

static const char *const category_labels[WHENCE_N_CATEGORIES] = {
  [WHENCE_CATEGORY_NEUTRAL] = NC_ ("category", "Other"),
  [WHENCE_CATEGORY_CAPITAL] = NC_ ("category", "Investment"),
  [WHENCE_CATEGORY_OWNERSHIP] = NC_ ("category", "Ownership"),
  [WHENCE_CATEGORY_VALUATION] = NC_ ("category", "Value and size"),
  [WHENCE_CATEGORY_ROLE] = NC_ ("category", "Role"),
  [WHENCE_CATEGORY_LIFE] = NC_ ("category", "Life and family"),
  [WHENCE_CATEGORY_BUSINESS] = NC_ ("category", "Business"),
  [WHENCE_CATEGORY_LAW] = NC_ ("category", "Law"),
  [WHENCE_CATEGORY_RIVALRY] = NC_ ("category", "Rivalry and opinion"),
};

const WhenceFactType *
whence_fact_types_builtin (guint *n_types)
{
  *n_types = G_N_ELEMENTS (fact_types);
  return fact_types;
}

const WhenceEntityType *
whence_entity_types_builtin (guint *n_types)
{
  *n_types = G_N_ELEMENTS (entity_types);
  return entity_types;
}

/* A label that the file declares is in the file's language: it is never looked up, not even when it happens
 * to be a message id of ours. */
const char *
whence_fact_type_label (const WhenceFactType *type)
{
  return type->builtin ? g_dpgettext2 (GETTEXT_PACKAGE, "fact type", type->label) : type->label;
}

const char *
whence_fact_type_verb (const WhenceFactType *type)
{
  if (type->verb == NULL)
    return whence_fact_type_label (type);
  return g_dpgettext2 (GETTEXT_PACKAGE, "edge", type->verb);
}

const char *
whence_entity_type_label (const WhenceEntityType *type)
{
  return type->builtin ? g_dpgettext2 (GETTEXT_PACKAGE, "entity type", type->label) : type->label;
}

const char *
whence_category_label (WhenceCategory category)
{
  g_return_val_if_fail (category < WHENCE_N_CATEGORIES, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "category", category_labels[category]);
}

WhenceGlyph
whence_category_glyph (WhenceCategory category)
{
  static const WhenceGlyph glyphs[WHENCE_N_CATEGORIES] = {
    [WHENCE_CATEGORY_NEUTRAL] = WHENCE_GLYPH_DISC,     [WHENCE_CATEGORY_CAPITAL] = WHENCE_GLYPH_PLUS,
    [WHENCE_CATEGORY_OWNERSHIP] = WHENCE_GLYPH_SQUARE, [WHENCE_CATEGORY_VALUATION] = WHENCE_GLYPH_TRIANGLE,
    [WHENCE_CATEGORY_ROLE] = WHENCE_GLYPH_PENNANT,     [WHENCE_CATEGORY_LIFE] = WHENCE_GLYPH_STAR,
    [WHENCE_CATEGORY_BUSINESS] = WHENCE_GLYPH_BOW,     [WHENCE_CATEGORY_LAW] = WHENCE_GLYPH_PILLAR,
    [WHENCE_CATEGORY_RIVALRY] = WHENCE_GLYPH_BOLT,
  };

  g_return_val_if_fail (category < WHENCE_N_CATEGORIES, WHENCE_GLYPH_DISC);
  return glyphs[category];
}

WhenceGlyph
whence_fact_type_glyph (const WhenceFactType *type)
{
  return type->own > 0 ? (WhenceGlyph) (WHENCE_GLYPH_DOME + (type->own - 1) % WHENCE_N_OWN_GLYPHS)
                       : whence_category_glyph (type->category);
}
