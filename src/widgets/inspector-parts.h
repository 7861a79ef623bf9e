/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pieces that the inspector is made of. All text is plain, selectable and wraps; nothing is markup. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

/* A label with a style class of the stylesheet ("title", "kicker", "section", …) or NULL. */
GtkWidget *whence_part_text (const char *text, const char *css_class);
/* The same, appended to @box; nothing when @text is NULL or empty. */
void whence_part_append (GtkBox *box, const char *text, const char *css_class);
/* The address in full, to be opened when it is http or https, else only shown. */
GtkWidget *whence_part_link (const char *url);
const char *whence_part_link_get_url (GtkWidget *link);
/* A list without gaps, appended to @box, for references. Transfer none. */
GtkBox *whence_part_list (GtkBox *box);
/* Makes the @i-th row. Transfer floating. */
typedef GtkWidget *(*WhencePartRow) (gpointer data, guint i);
/* @n rows at the end of @list, the first of them now, and the others soon. @free_data may be NULL. */
void whence_part_append_rows (GtkBox *list, guint n, WhencePartRow make_row, gpointer data,
                              GDestroyNotify free_data);
/* Lets @button select @ref, and light it while the pointer is over it. */
void whence_part_lead (GtkWidget *button, WhenceDocument *document, WhenceRef ref);
gboolean whence_part_leads (GtkWidget *widget);
/* Ctrl+C and a menu copy what such buttons in the inspector say. */
void whence_inspector_offer_copy (GtkWidget *inspector);
/* A button around @child that does; @spoken is its name. */
GtkWidget *whence_part_button (WhenceDocument *document, WhenceRef ref, GtkWidget *child, const char *spoken);
/* A caption of who comes next on a way; it is for the eye, and not said. */
#define WHENCE_PART_NEXT "→"
/* How such a button is named: what it leads to, how a fact is to be read or where a source is from, and @more
 * (or NULL) that stands beside it. Transfer full. */
char *whence_part_ref_describe (const WhenceBundle *bundle, WhenceRef ref, const char *more);
/* The same in words, with a small @caption (or NULL) in front. */
GtkWidget *whence_part_ref (WhenceDocument *document, WhenceRef ref, const char *caption);
/* The same with @detail (or NULL) below the name. */
GtkWidget *whence_part_ref_with (WhenceDocument *document, WhenceRef ref, const char *detail);

/* The numbers of an entity in the graph, or that they are being counted. */
void whence_inspector_append_measures (GtkBox *box, WhenceDocument *document, guint32 entity);

/* The citations of a fact or an entity that are as well known as @known, under @heading (or NULL) where there
 * are any. */
void whence_inspector_append_citations (GtkBox *box, WhenceDocument *document, WhenceRef ref,
                                        WhenceActivity known, const char *heading);
/* That so many facts are not listed, since they were not known; nothing where there are none. */
void whence_inspector_append_unknown (GtkBox *box, guint n_facts);

/* What the sources of a fact say differently, side by side; nothing where they say the same. */
void whence_inspector_append_readings (GtkBox *box, WhenceDocument *document, const WhenceKnownBy *known_by,
                                       guint32 fact);

/* Fill the inspector's box. */
void whence_inspector_fill_story (GtkBox *box, WhenceDocument *document);
void whence_inspector_fill_fact (GtkBox *box, WhenceDocument *document, guint32 fact);
void whence_inspector_fill_entity (GtkBox *box, WhenceDocument *document, guint32 entity);
void whence_inspector_fill_source (GtkBox *box, WhenceDocument *document, guint32 source);
/* What changed between the two dates that are compared. */
void whence_inspector_fill_changes (GtkBox *box, WhenceDocument *document);
void whence_inspector_fill_span (GtkBox *box, WhenceDocument *document);
void whence_inspector_fill_paths (GtkBox *box, WhenceDocument *document);
void whence_inspector_fill_several (GtkBox *box, WhenceDocument *document, const WhenceRef *refs,
                                    guint n_refs);

G_END_DECLS
