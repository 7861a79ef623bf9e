/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Over the pictures: what has begun or ended while time is played. */
#pragma once

#include <adwaita.h>

#include "document/document-play.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_NEWS_CARD (whence_news_card_get_type ())
G_DECLARE_FINAL_TYPE (WhenceNewsCard, whence_news_card, WHENCE, NEWS_CARD, AdwBin)

void whence_news_card_set_document (WhenceNewsCard *self, WhenceDocument *document);
/* When times of day are written otherwise. */
void whence_news_card_tell_anew (WhenceNewsCard *self);

G_END_DECLS
