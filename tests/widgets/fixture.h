/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the widget tests share: a small story, and ways to look into widgets. */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "widgets/mark.h"

G_BEGIN_DECLS

/* Ann founds Bar (2016), Bar invests $14.3 billion in Car (2025, 49 %), cited by two sources; two facts are
 * undated, one of them is alleged not to be so. */
WhenceDocument *fixture_document_new (void);
WhenceDocument *fixture_document_new_for_text (const char *text);
/* One source, which @n facts "Line I" cite, each with the further members @more: ",\"date\":\"2016\"". */
WhenceDocument *fixture_document_new_long (guint n, const char *more);
/* A display that is meant for a browser shows none while no browser looks. */
gboolean fixture_has_popups (void);

enum
{
  FACT_FOUNDED,
  FACT_INVESTED,
  FACT_UNDATED,
  FACT_NEGATED,
};

enum
{
  ENTITY_ANN,
  ENTITY_BAR,
  ENTITY_CAR,
};

/* Shows @widget in a window of that size, and lets the main loop run until it is drawn. Transfer full. */
GtkWindow *fixture_show (GtkWidget *widget, int width, int height);
GtkWidget *fixture_inspector_new (WhenceDocument *document);
/* Ends the window and everything in it. */
void fixture_close (GtkWindow *window);

/* Runs the main loop until @condition holds; a minute of it is a hang, and not a slow machine or a window
 * that is not shown, which some GTK give a frame a second. */
#define fixture_wait_for(condition)                                                                          \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;                                              \
    while (!(condition))                                                                                     \
      {                                                                                                      \
        g_main_context_iteration (NULL, FALSE);                                                              \
        g_usleep (1000);                                                                                     \
        g_assert_cmpint (g_get_monotonic_time (), <, end);                                                   \
      }                                                                                                      \
  }                                                                                                          \
  G_STMT_END

/* Whether a text somewhere in @widget says exactly @text. */
gboolean fixture_says (GtkWidget *widget, const char *text);
/* The visible label or text of a row in @widget that says exactly @text, or NULL. Transfer none. */
GtkWidget *fixture_find_text (GtkWidget *widget, const char *text);
/* The button around that text. Transfer none. */
GtkWidget *fixture_find_button (GtkWidget *widget, const char *text);
/* The first widget of @type in @widget, or NULL. Transfer none. */
GtkWidget *fixture_find (GtkWidget *widget, GType type);
/* What stands on @canvas for @ref, or NULL. Transfer none. */
WhenceMark *fixture_find_mark (GtkWidget *canvas, WhenceRef ref);
guint fixture_count (GtkWidget *widget, GType type);
/* The text that the clipboard of @widget has. Transfer full. */
char *fixture_get_copied (GtkWidget *widget);
/* Does what a shortcut of @widget, or of its class, does; whether there is one and it did anything. */
gboolean fixture_press (GtkWidget *widget, guint key, GdkModifierType modifiers);

G_END_DECLS
