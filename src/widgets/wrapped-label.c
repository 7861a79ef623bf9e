/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text of a file, of which nobody knows how long it is: broken within a word where nothing else helps. */
#include "widgets/wrapped-label.h"

GtkWidget *
whence_wrapped_label_new (const char *text, int most_lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), most_lines != 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (most_lines > 0)
    {
      gtk_label_set_lines (GTK_LABEL (label), most_lines);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  return label;
}
