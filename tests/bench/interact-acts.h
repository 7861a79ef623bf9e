/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a hand does in the whole window, to be measured. */
#pragma once

#include "app/window-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  /* What is done for the @nth time. Before it what is done by @prepare has come to rest, where there is such
   * a thing. */
  void (*act) (WhenceWindow *window, guint nth);
  void (*prepare) (WhenceWindow *window, guint nth);
  const char *view;
} InteractAct;

extern const InteractAct interact_acts[];
extern const guint n_interact_acts;

G_END_DECLS
