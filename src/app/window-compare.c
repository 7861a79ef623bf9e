/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two dates are typed, to be compared. The dialog begins with those that are compared now, or with the first
 * and the last beginning of what is selected, and says at once what is understood, or what to do about it. */
#include "app/window-private.h"

#include <glib/gi18n.h>

typedef struct
{
  WhenceWindow *window; /* outlives the dialog, which is transient for it */
  AdwMessageDialog *dialog;
  GtkEditable *entries[2];
} Compare;

/* FALSE with @error set. */
static gboolean
read_dates (const Compare *compare, WhencePeriod dates[2], GError **error)
{
  for (guint i = 0; i < 2; i++)
    {
      WhenceDate date;
      if (!whence_date_parse (gtk_editable_get_text (compare->entries[i]), &date, error))
        return FALSE;
      dates[i] = (WhencePeriod){ date.start.earliest, date.end.latest };
    }
  return whence_changes_check (dates[0], dates[1], error);
}

static gboolean
is_blank (const Compare *compare)
{
  return *gtk_editable_get_text (compare->entries[0]) == '\0'
         || *gtk_editable_get_text (compare->entries[1]) == '\0';
}

static void
on_typed (GtkEditable *entry, Compare *compare)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  WhencePeriod dates[2];
  gboolean understood = read_dates (compare, dates, &error);

  if (understood)
    {
      g_autofree char *earlier = whence_period_to_text (dates[0], WHENCE_DATE_TEXT_LONG);
      g_autofree char *later = whence_period_to_text (dates[1], WHENCE_DATE_TEXT_LONG);
      said = g_strdup_printf (_ ("%1$s compared with %2$s"), earlier, later);
    }
  adw_message_dialog_set_body (compare->dialog, understood           ? said
                                                : is_blank (compare) ? _ ("For example 2015 and 2025-12")
                                                                     : error->message);
  adw_message_dialog_set_response_enabled (compare->dialog, "compare", understood);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Compare *compare)
{
  WhencePeriod dates[2];

  if (!g_str_equal (response, "compare") || !read_dates (compare, dates, NULL))
    return;
  whence_document_compare (compare->window->document, dates, NULL);
  /* The inspector lists what changed while nothing is selected. */
  whence_document_select (compare->window->document, WHENCE_REF_NOTHING, FALSE);
}

static void
append_entry (Compare *compare, GtkBox *box, guint i, const char *name)
{
  GtkWidget *entry = gtk_entry_new (), *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (box, label);
  gtk_box_append (box, entry);
  compare->entries[i] = GTK_EDITABLE (entry);
  g_signal_connect (entry, "changed", G_CALLBACK (on_typed), compare);
}

/* The first and the last beginning of the facts that are selected; FALSE: they do not give two. */
static gboolean
find_marked (WhenceDocument *document, WhencePeriod dates[2])
{
  const WhenceBundle *bundle = whence_document_get_told_bundle (document);
  guint n_refs;
  const WhenceRef *refs = whence_document_get_selection (document, &n_refs);
  gboolean any = FALSE;

  for (guint i = 0; i < n_refs; i++)
    {
      const WhenceDate *date =
        refs[i].kind == WHENCE_REF_FACT ? whence_bundle_get_fact_date (bundle, refs[i].index) : NULL;
      WhencePeriod own;
      if (date == NULL || date->form == WHENCE_DATE_NONE || date->start.kind != WHENCE_BOUND_GIVEN)
        continue;
      own = (WhencePeriod){ date->start.earliest, date->start.latest };
      if (!any || own.from < dates[0].from)
        dates[0] = own;
      if (!any || own.from > dates[1].from)
        dates[1] = own;
      any = TRUE;
    }
  return any && whence_changes_check (dates[0], dates[1], NULL);
}

static void
fill_entries (Compare *compare)
{
  WhenceDocument *document = compare->window->document;
  WhencePeriod dates[2];

  if (!whence_document_get_compared (document, dates) && !find_marked (document, dates))
    return;
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = whence_period_to_edtf (dates[i]);
      gtk_editable_set_text (compare->entries[i], text);
    }
  gtk_editable_select_region (compare->entries[0], 0, -1);
}

static void
on_compare (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WhenceWindow *self = data;
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Compare Two Dates"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Compare *compare = g_new0 (Compare, 1);

  compare->window = self;
  compare->dialog = ADW_MESSAGE_DIALOG (dialog);
  g_object_set_data_full (G_OBJECT (dialog), "compare", compare, g_free);
  append_entry (compare, GTK_BOX (box), 0, _ ("Earlier date"));
  append_entry (compare, GTK_BOX (box), 1, _ ("Later date"));
  adw_message_dialog_set_extra_child (compare->dialog, box);
  adw_message_dialog_add_responses (compare->dialog, "cancel", _ ("_Cancel"), "compare", _ ("C_ompare"),
                                    NULL);
  adw_message_dialog_set_response_appearance (compare->dialog, "compare", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (compare->dialog, "compare");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), compare);
  fill_entries (compare);
  on_typed (compare->entries[0], compare);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The list of what changed is in the inspector, which comes where it covers nothing. */
static void
on_dates (WhenceWindow *self)
{
  WhencePeriod dates[2];
  gboolean compares = whence_document_get_compared (self->document, dates);

  if (compares && !self->compares && !adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, TRUE);
  self->compares = compares;
}

void
whence_window_add_compare (WhenceWindow *self)
{
  const GActionEntry entries[] = { { "compare", on_compare } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->document, "notify::as-of", G_CALLBACK (on_dates), self, G_CONNECT_SWAPPED);
}
