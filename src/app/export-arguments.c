/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The options of a picture as they were given. */
#include "app/command-export.h"

void
whence_export_arguments_clear (WhenceExportArguments *a)
{
  char **const texts[] = { &a->out,           &a->type,
                           &a->view,          &a->size,
                           &a->scale,         &a->theme,
                           &a->range,         &a->as_of,
                           &a->focus,         &a->hops,
                           &a->group_by,      &a->layout,
                           &a->size_by,       &a->color_by,
                           &a->layers_by,     &a->true_to,
                           &a->seed,          &a->locale,
                           &a->today,         &a->amounts,
                           &a->amounts_scale, &a->amounts_currency,
                           &a->compare,       &a->known_by };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

const char *
whence_export_arguments_stray (const WhenceExportArguments *a, gboolean reviews)
{
  const struct
  {
    const char *name;
    gboolean given;
  } options[] = {
    { "--type", a->type != NULL },
    { "--view", a->view != NULL },
    { "--size", a->size != NULL },
    { "--scale", a->scale != NULL },
    { "--theme", a->theme != NULL },
    { "--range", a->range != NULL },
    { "--as-of", a->as_of != NULL },
    { "--compare", a->compare != NULL },
    { "--known-by", a->known_by != NULL && !reviews },
    { "--focus", a->focus != NULL },
    { "--hops", a->hops != NULL },
    { "--group-by", a->group_by != NULL },
    { "--layout", a->layout != NULL },
    { "--layers-by", a->layers_by != NULL },
    { "--true-to", a->true_to != NULL },
    { "--size-by", a->size_by != NULL },
    { "--color-by", a->color_by != NULL },
    { "--seed", a->seed != NULL },
    { "--no-title", a->no_title },
    { "--no-legend", a->no_legend },
    { "--no-sources", a->no_sources },
    { "--transparent", a->transparent },
    { "--locale", a->locale != NULL },
    { "--today", a->today != NULL },
    { "--amounts", a->amounts != NULL },
    { "--amounts-scale", a->amounts_scale != NULL },
    { "--amounts-currency", a->amounts_currency != NULL },
    { "--negated", a->negated },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].given)
      return options[i].name;
  return NULL;
}
