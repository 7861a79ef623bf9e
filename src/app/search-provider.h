/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers the search of the desktop (org.gnome.Shell.SearchProvider2) with stories that were open before, and
 * with the people and companies in them. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Opens what was found: @entity is the id of one, or NULL. */
typedef void (*WhenceFoundFunc) (GApplication *application, GFile *file, const char *entity);

/* On @connection until whence_search_provider_stop(). FALSE with @error set. */
gboolean whence_search_provider_start (GApplication *application, GDBusConnection *connection,
                                       WhenceFoundFunc open, GError **error);
void whence_search_provider_stop (GDBusConnection *connection);

G_END_DECLS
