/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links by their form (RFC 3986); nothing is ever fetched. What leads nowhere in the world: other schemes,
 * names that are reserved (RFC 2606, RFC 6761) and addresses of private networks (RFC 1918). */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/review-private.h"

#define FORBIDDEN " \t\r\n<>\"{}|\\^`"

static const char *const reserved_ends[] = { ".example", ".invalid",  ".test", ".localhost",
                                             ".local",   ".internal", ".onion" };
static const char *const reserved_hosts[] = { "example.com", "example.net", "example.org", "localhost" };

static gboolean
is_reserved (const char *host)
{
  for (guint i = 0; i < G_N_ELEMENTS (reserved_ends); i++)
    if (g_str_has_suffix (host, reserved_ends[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (reserved_hosts); i++)
    {
      gsize more = strlen (host) - MIN (strlen (host), strlen (reserved_hosts[i]));
      if (g_str_has_suffix (host, reserved_hosts[i]) && (more == 0 || host[more - 1] == '.'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_private_address (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  return address != NULL
         && (g_inet_address_get_is_site_local (address) || g_inet_address_get_is_loopback (address)
             || g_inet_address_get_is_link_local (address) || g_inet_address_get_is_any (address));
}

static gboolean
is_address (const char *host)
{
  return g_hostname_is_ip_address (host);
}

/* A name with a dot inside, or a number with all its parts. */
static gboolean
is_whole_host (const char *host)
{
  const char *dot = strchr (host, '.');

  return is_address (host) || (dot != NULL && dot != host && dot[1] != '\0' && strstr (host, "..") == NULL);
}

char *
whence_review_find_fault (const char *url)
{
  gboolean clean = url[strcspn (url, FORBIDDEN)] == '\0';
  g_autoptr (GUri) uri = clean ? g_uri_parse (url, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;
  g_autofree char *host = NULL;

  if (uri == NULL)
    return g_strdup_printf (_ ("The link “%s” is not well formed."), url);
  if (g_ascii_strcasecmp (scheme, "http") != 0 && g_ascii_strcasecmp (scheme, "https") != 0)
    return g_strdup_printf (_ ("The link “%s” is neither http nor https."), url);
  host = g_uri_get_host (uri) != NULL ? g_ascii_strdown (g_uri_get_host (uri), -1) : NULL;
  if (host == NULL || !is_whole_host (host))
    return g_strdup_printf (_ ("The link “%s” names no host."), url);
  if (is_reserved (host) || is_private_address (host))
    return g_strdup_printf (_ ("The link “%s” leads to an address that readers cannot reach."), url);
  return NULL;
}
