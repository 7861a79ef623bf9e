/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists problems. At most MAX_ROWS are rows; the rest is counted, and all of them can be copied. */
#include "widgets/problems-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "model/text-fill.h"
#include "widgets/escape.h"
#include "widgets/wrapped-label.h"

#define MAX_ROWS 500

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = whence_wrapped_label_new (text, 0);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_row (const WhenceProblem *problem)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *place = NULL;

  /* Translators: where a problem is: line, column, and its path in the file. */
  place = g_strdup_printf (_ ("Line %u, column %u · %s · %s"), problem->line, problem->column,
                           whence_problem_code_name (problem->code), problem->path);
  gtk_box_append (GTK_BOX (box), make_label (problem->message, NULL));
  gtk_box_append (GTK_BOX (box), make_label (place, "dim-label"));
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  return box;
}

static GtkWidget *
make_list (const WhenceProblem *const *problems, guint n)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (problems[i]));
  if (n > MAX_ROWS)
    {
      g_autofree char *more = whence_text_compose (
        ngettext ("and %'u more problem", "and %'u more problems", n - MAX_ROWS), n - MAX_ROWS);
      gtk_list_box_append (GTK_LIST_BOX (list), make_label (more, "dim-label"));
    }
  return list;
}

static void
on_copy (GtkWidget *button, WhenceDocument *document)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GFile *file = whence_document_get_file (document);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup ("-");
  const WhenceProblem *const *problems;
  guint n;

  problems = whence_bundle_get_problems (whence_document_get_bundle (document), &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = whence_problem_to_line (problems[i], name);
      g_string_append_printf (text, "%s\n", line);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), text->str);
}

GtkWidget *
whence_problems_dialog_new (GtkWindow *parent, WhenceDocument *document)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "default-width",
                                    560, "default-height", 480, "title", _ ("Problems"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  GtkWidget *copy = gtk_button_new_with_label (_ ("Copy All")), *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new (), *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const WhenceProblem *const *problems;
  guint n;

  problems = whence_bundle_get_problems (whence_document_get_bundle (document), &n);
  gtk_box_append (
    GTK_BOX (content),
    make_label (_ ("Everything else was loaded. What is faulty is kept as it is, and written back when "
                   "you save."),
                NULL));
  gtk_box_append (GTK_BOX (content), make_list (problems, n));
  gtk_widget_set_margin_top (content, 18);
  gtk_widget_set_margin_bottom (content, 18);
  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_end (content, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (on_copy), document, 0);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), copy);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  whence_close_on_escape (window);
  return window;
}
