/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK announces from 4.14 on. Before, a line of status whose name changes says the same to whoever listens;
 * it has that name either way. */
#include "widgets/announcer.h"

#include <dlfcn.h>

struct _WhenceAnnouncer
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (WhenceAnnouncer, whence_announcer, GTK_TYPE_WIDGET)

#define KEY "whence-announcer"
#define POLITELY 1 /* GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM */

typedef void (*Announce) (GtkAccessible *accessible, const char *message, int priority);

static void
root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (whence_announcer_parent_class)->root (widget);
  g_object_set_data (G_OBJECT (gtk_widget_get_root (widget)), KEY, widget);
}

static void
unroot (GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (gtk_widget_get_root (widget)), KEY, NULL);
  GTK_WIDGET_CLASS (whence_announcer_parent_class)->unroot (widget);
}

static void
whence_announcer_class_init (WhenceAnnouncerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->root = root;
  widget_class->unroot = unroot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
whence_announcer_init (WhenceAnnouncer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

static Announce
find_announce (void)
{
  return (Announce) dlsym (RTLD_DEFAULT, "gtk_accessible_announce");
}

gboolean
whence_announcer_speaks (void)
{
  return find_announce () != NULL;
}

void
whence_announce (GtkWidget *widget, const char *text)
{
  GtkRoot *window = gtk_widget_get_root (widget);
  WhenceAnnouncer *voice = window != NULL ? g_object_get_data (G_OBJECT (window), KEY) : NULL;
  Announce announce = find_announce ();

  if (voice == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (voice), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (announce != NULL)
    announce (GTK_ACCESSIBLE (voice), text, POLITELY);
}
