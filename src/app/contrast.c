/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The platform loads style.css for all; what it loads by name for high contrast alone, libadwaita warns of
 * from 1.10 on, where media queries have taken its place, which the floor does not know. So one sheet more
 * stands above style.css as long as the desktop asks for it. Constant time. */
#include "app/contrast.h"

#include <adwaita.h>

void
whence_contrast_show (gboolean high)
{
  static GtkCssProvider *sheet; /* NULL: not needed so far */
  GdkDisplay *display = gdk_display_get_default ();

  if (sheet == NULL && !high)
    return;
  if (sheet == NULL)
    {
      sheet = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (sheet, "/io/github/whence_app/Whence/high-contrast.css");
    }
  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (sheet));
  /* Of two of one priority, the later wins. */
  if (high)
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (sheet),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
on_changed (AdwStyleManager *manager)
{
  whence_contrast_show (adw_style_manager_get_high_contrast (manager));
}

void
whence_contrast_follow (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (on_changed), NULL);
  on_changed (manager);
}
