/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button with a menu beside it, of which libadwaita tells assistive technology neither by name, nor lets
 * the menu be made when it is wanted. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The names of its two halves, for who does not see their pictures; NULL leaves one as it is. */
void whence_split_button_set_names (AdwSplitButton *button, const char *name, const char *menu_name);

/* The half that opens the menu. Transfer none. */
GtkMenuButton *whence_split_button_get_menu (AdwSplitButton *button);

G_END_DECLS
