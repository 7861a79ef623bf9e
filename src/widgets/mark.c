/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The light child widget of a canvas. It emits "activated" when assistive technology presses it; cost: one
 * widget. */
#include "widgets/mark.h"

struct _WhenceMark
{
  GtkWidget parent_instance;
  WhenceRef ref;
  char *name, *description;
  gboolean selected;
  int expanded; /* -1: neither */
};

G_DEFINE_FINAL_TYPE (WhenceMark, whence_mark, GTK_TYPE_WIDGET)

static guint activated;

static void
activate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, activated, 0);
}

static void
finalize (GObject *object)
{
  g_free (WHENCE_MARK (object)->name);
  g_free (WHENCE_MARK (object)->description);
  G_OBJECT_CLASS (whence_mark_parent_class)->finalize (object);
}

static void
whence_mark_class_init (WhenceMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  activated =
    g_signal_new ("activated", WHENCE_TYPE_MARK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "mark.activate", NULL, activate);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (widget_class, "mark");
}

static void
whence_mark_init (WhenceMark *mark)
{
  mark->ref = WHENCE_REF_NOTHING;
  mark->expanded = -1;
  gtk_widget_set_focusable (GTK_WIDGET (mark), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (mark), FALSE);
}

WhenceMark *
whence_mark_new (GtkAccessibleRole role)
{
  return g_object_new (WHENCE_TYPE_MARK, "accessible-role", role, NULL);
}

/* Tells only what has changed: everybody who listens hears of it. */
static void
set_text (WhenceMark *mark, char **old, GtkAccessibleProperty property, const char *text)
{
  if (g_strcmp0 (*old, text) == 0)
    return;
  g_free (*old);
  *old = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), property, text, -1);
}

void
whence_mark_set (WhenceMark *mark, WhenceRef ref, const char *name, const char *description,
                 gboolean selected)
{
  mark->ref = ref;
  set_text (mark, &mark->name, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  set_text (mark, &mark->description, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
            description != NULL ? description : "");
  if (mark->selected != selected)
    {
      mark->selected = selected;
      gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
    }
}

void
whence_mark_set_expanded (WhenceMark *mark, int expanded)
{
  if (mark->expanded == expanded)
    return;
  mark->expanded = expanded;
  if (expanded >= 0)
    gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_EXPANDED);
}

WhenceRef
whence_mark_get_ref (WhenceMark *mark)
{
  return mark->ref;
}
