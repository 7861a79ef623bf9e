/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of fact types and entity types: label, kind, direction, category colour and glyph. One table for
 * views, legend, filters and documents. Types that a bundle declares or merely uses are added to the bundle's
 * own copy. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WHENCE_KIND_EVENT, /* happens, and counts from its date on */
  WHENCE_KIND_STATE, /* holds over its interval */
} WhenceKind;

/* The eight colour categories, and neutral. What colour each has is the style's affair (paint/style.h). */
typedef enum
{
  WHENCE_CATEGORY_NEUTRAL,
  WHENCE_CATEGORY_CAPITAL,   /* investment, funding-round, option */
  WHENCE_CATEGORY_OWNERSHIP, /* acquisition, ownership, founding */
  WHENCE_CATEGORY_VALUATION, /* valuation, headcount */
  WHENCE_CATEGORY_ROLE,      /* employment, board-seat, membership */
  WHENCE_CATEGORY_LIFE,      /* education, family, birth, death, residence */
  WHENCE_CATEGORY_BUSINESS,  /* partnership, customer, contract, product, launch */
  WHENCE_CATEGORY_LAW,       /* legal-action, regulation */
  WHENCE_CATEGORY_RIVALRY,   /* competition, statement */
  WHENCE_N_CATEGORIES,
} WhenceCategory;

/* The sign that tells what a fact is about where colours cannot be told apart. */
typedef enum
{
  WHENCE_GLYPH_DISC,     /* neutral */
  WHENCE_GLYPH_PLUS,     /* capital: what is added */
  WHENCE_GLYPH_SQUARE,   /* ownership */
  WHENCE_GLYPH_TRIANGLE, /* valuation: more or less */
  WHENCE_GLYPH_PENNANT,  /* role */
  WHENCE_GLYPH_STAR,     /* life */
  WHENCE_GLYPH_BOW,      /* business: two that meet */
  WHENCE_GLYPH_PILLAR,   /* law */
  WHENCE_GLYPH_BOLT,     /* rivalry */
  WHENCE_GLYPH_DOME,     /* from here on: types with a colour of the bundle's own, in turn */
  WHENCE_GLYPH_HOUSE,
  WHENCE_GLYPH_DROP,
  WHENCE_GLYPH_CHEVRON,
  WHENCE_GLYPH_HOURGLASS,
  WHENCE_GLYPH_SALTIRE,
  WHENCE_GLYPH_MOON,
  WHENCE_GLYPH_ARROW,
  WHENCE_GLYPH_CROWN,
  WHENCE_GLYPH_HEART,
  WHENCE_GLYPH_CUP,
  WHENCE_GLYPH_STEPS,
  WHENCE_GLYPH_L, /* letters, where there are more types than pictures */
  WHENCE_GLYPH_T,
  WHENCE_GLYPH_Y,
  WHENCE_GLYPH_F,
  WHENCE_GLYPH_H,
  WHENCE_GLYPH_Z,
  WHENCE_N_GLYPHS,
} WhenceGlyph;

#define WHENCE_N_OWN_GLYPHS (WHENCE_N_GLYPHS - WHENCE_GLYPH_DOME)

typedef struct
{
  const char *name;  /* as in the file: "funding-round" */
  const char *label; /* message id, or as the file has it: show whence_fact_type_label() */
  WhenceKind kind;
  gboolean directed; /* subject → object has a direction worth an arrowhead */
  WhenceCategory category;
  const char *verb;  /* on an edge: "invests", translated; may be NULL: use the label */
  const char *color; /* "#rrggbb" declared by the bundle, or NULL */
  gboolean known;    /* built in, or declared by the bundle */
  gboolean builtin;  /* the label is a message id of ours */
  gboolean band;     /* a background to other facts: a band behind the lanes of the timeline */
  guint own;         /* counts, from 1, the types for which the bundle declares a colour; 0: it does not */
} WhenceFactType;

typedef enum
{
  WHENCE_SHAPE_CIRCLE,        /* person */
  WHENCE_SHAPE_ROUNDED,       /* company */
  WHENCE_SHAPE_HEXAGON,       /* organization */
  WHENCE_SHAPE_SQUARE,        /* government: public body */
  WHENCE_SHAPE_DOUBLE_CIRCLE, /* group */
  WHENCE_SHAPE_DIAMOND,       /* product */
  WHENCE_SHAPE_TRIANGLE,      /* place */
  WHENCE_SHAPE_OCTAGON,       /* event */
  WHENCE_SHAPE_PILL,          /* other and unknown */
} WhenceShape;

typedef struct
{
  const char *name;
  const char *label;
  WhenceShape shape;
  const char *color;
  gboolean known;
  gboolean builtin; /* the label is a message id of ours */
} WhenceEntityType;

/* The built-in tables, ended by the length. Labels are message ids: pass them through
 * whence_fact_type_label() or whence_entity_type_label(). */
const WhenceFactType *whence_fact_types_builtin (guint *n_types);
const WhenceEntityType *whence_entity_types_builtin (guint *n_types);

/* The label in the language of the interface. Not to be freed. */
const char *whence_fact_type_label (const WhenceFactType *type);
const char *whence_fact_type_verb (const WhenceFactType *type);
const char *whence_entity_type_label (const WhenceEntityType *type);
const char *whence_category_label (WhenceCategory category);

WhenceGlyph whence_category_glyph (WhenceCategory category);
/* That of its category; or, as its colour, one of its own. There are WHENCE_N_OWN_GLYPHS of these, twelve
 * pictures and then letters: one such type more begins with the first again. */
WhenceGlyph whence_fact_type_glyph (const WhenceFactType *type);

G_END_DECLS
