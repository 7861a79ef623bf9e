/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stroking the outline of a label for its halo takes a hundred times as long as copying a mask. Each thread
 * keeps the masks of text and halo by what decides their pixels; when they take too much memory all go, and
 * those in view come back with the next frame. What a worker has made may go over to another thread. A halo
 * is its text's mask widened, which takes a tenth of stroking it and looks the same. The invariant: a mask
 * depends on nothing but its key. */
#include "paint/text-sprite.h"

#include <math.h>
#include <string.h>

#include "paint/mask-fill.h"
#include "paint/mask-widen.h"

#define PHASES_X 4
#define PHASES_Y 2
#define MOST_BYTES (32u << 20)
/* Of one mask, device pixels. */
#define LARGEST_SPRITE (256 * 1024)

typedef struct
{
  char *text;
  guint8 font, rtl, phase_x, phase_y;
  double scale, halo;
} SpriteKey;

typedef struct
{
  SpriteKey key;
  cairo_surface_t *text, *halo; /* A8; halo may be NULL */
  int x, y;                     /* of their top left from the whole pixel of the baseline's left end */
} Sprite;

struct _WhenceTextSprites
{
  GHashTable *sprites; /* SpriteKey (within Sprite) → Sprite */
  gsize bytes;
};

static guint
hash_key (gconstpointer data)
{
  const SpriteKey *key = data;
  return g_str_hash (key->text) * 31u + key->font * 16u + key->phase_x * 4u + key->phase_y * 2u + key->rtl;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const SpriteKey *x = a, *y = b;
  return x->font == y->font && x->rtl == y->rtl && x->phase_x == y->phase_x && x->phase_y == y->phase_y
         && x->scale == y->scale && x->halo == y->halo && strcmp (x->text, y->text) == 0;
}

static void
free_sprite (gpointer data)
{
  Sprite *sprite = data;
  cairo_surface_destroy (sprite->text);
  g_clear_pointer (&sprite->halo, cairo_surface_destroy);
  g_free (sprite->key.text);
  g_free (sprite);
}

static WhenceTextSprites *
sprites_new (void)
{
  WhenceTextSprites *self = g_new0 (WhenceTextSprites, 1);

  self->sprites = g_hash_table_new_full (hash_key, equal_keys, NULL, free_sprite);
  return self;
}

void
whence_text_sprites_free (WhenceTextSprites *self)
{
  g_hash_table_unref (self->sprites);
  g_free (self);
}

static GPrivate *
get_place (void)
{
  static GPrivate place = G_PRIVATE_INIT ((GDestroyNotify) whence_text_sprites_free);

  return &place;
}

static WhenceTextSprites *
get_kept (void)
{
  WhenceTextSprites *kept = g_private_get (get_place ());

  if (kept == NULL)
    {
      kept = sprites_new ();
      g_private_set (get_place (), kept);
    }
  return kept;
}

typedef struct
{
  int x, y, width, height; /* device pixels */
} Box;

static Box
get_box (const WhenceShapedLine *line, const SpriteKey *key)
{
  PangoRectangle ink = whence_shaped_line_get_ink (line);
  double around = key->halo + 1, unit = key->scale / PANGO_SCALE;
  int x0 = (int) floor (ink.x * unit - around * key->scale) - 1;
  int y0 = (int) floor (ink.y * unit - around * key->scale) - 1;
  int x1 = (int) ceil ((ink.x + ink.width) * unit + around * key->scale) + 2;
  int y1 = (int) ceil ((ink.y + ink.height) * unit + around * key->scale) + 2;
  return (Box){ x0, y0, x1 - x0, y1 - y0 };
}

static cairo_surface_t *
make_mask (const WhenceShapedLine *line, const SpriteKey *key, Box box, double device_scale)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, box.width, box.height);
  cairo_t *cr = cairo_create (mask);
  cairo_path_t *path;
  cairo_scale (cr, key->scale, key->scale);
  whence_shaped_line_add_path (line, cr, 0);
  path = cairo_copy_path (cr);
  whence_mask_fill (mask, path, key->scale, (double) key->phase_x / PHASES_X - box.x,
                    (double) key->phase_y / PHASES_Y - box.y);
  cairo_path_destroy (path);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (mask, device_scale, device_scale);
  return mask;
}

static cairo_surface_t *
make_halo (cairo_surface_t *text, const SpriteKey *key, Box box, double device_scale)
{
  cairo_surface_t *halo = cairo_image_surface_create (CAIRO_FORMAT_A8, box.width, box.height);

  whence_mask_widen (text, key->halo * key->scale, halo);
  cairo_surface_set_device_scale (halo, device_scale, device_scale);
  return halo;
}

static gsize
count_bytes (const Sprite *sprite)
{
  return 2 * (gsize) cairo_image_surface_get_width (sprite->text)
         * (gsize) cairo_image_surface_get_height (sprite->text);
}

/* Takes over @sprite, of @bytes. */
static void
keep (WhenceTextSprites *kept, Sprite *sprite, gsize bytes)
{
  if (kept->bytes + bytes > MOST_BYTES)
    {
      g_hash_table_remove_all (kept->sprites);
      kept->bytes = 0;
    }
  kept->bytes += bytes;
  g_hash_table_add (kept->sprites, sprite);
}

/* Transfer none. NULL when it is too large, or there is no @line to make it of. */
static Sprite *
find_sprite (const SpriteKey *key, const WhenceShapedLine *line, double device_scale)
{
  WhenceTextSprites *kept = get_kept ();
  Sprite *sprite = g_hash_table_lookup (kept->sprites, key);
  Box box;
  if (sprite != NULL || line == NULL)
    return sprite;
  box = get_box (line, key);
  if ((gsize) box.width * (gsize) box.height > LARGEST_SPRITE)
    return NULL;
  sprite = g_new0 (Sprite, 1);
  sprite->key = *key;
  sprite->key.text = g_strdup (key->text);
  sprite->x = box.x;
  sprite->y = box.y;
  sprite->text = make_mask (line, key, box, device_scale);
  if (key->halo > 0)
    sprite->halo = make_halo (sprite->text, key, box, device_scale);
  keep (kept, sprite, count_bytes (sprite));
  return sprite;
}

/* @phase: which of @n parts of a pixel @position is in, to the nearest. Returns the whole pixel. */
static double
split (double position, int n, guint8 *phase)
{
  double parts = floor (position * n + 0.5), whole = floor (parts / n);
  *phase = (guint8) (parts - whole * n);
  return whole;
}

static void
paint_mask (cairo_t *cr, WhenceColor color, cairo_surface_t *mask, double x, double y)
{
  cairo_set_source_rgba (cr, color.r, color.g, color.b, color.a);
  cairo_mask_surface (cr, mask, x, y);
}

gboolean
whence_text_sprite_draw (cairo_t *cr, const WhenceTextRun *run, const WhenceShapedLine *line, double x,
                         double y, double device_scale)
{
  cairo_matrix_t matrix;
  SpriteKey key = { .text = (char *) run->text, .font = (guint8) run->font, .rtl = run->rtl != FALSE };

  cairo_get_matrix (cr, &matrix);
  if (matrix.xy != 0 || matrix.yx != 0 || matrix.xx != matrix.yy || !(matrix.xx > 0))
    return FALSE;
  key.scale = matrix.xx * device_scale;
  key.halo = run->halo.a > 0 && run->halo_width > 0 ? run->halo_width : 0;
  double left = split ((matrix.xx * x + matrix.x0) * device_scale, PHASES_X, &key.phase_x);
  double baseline = split ((matrix.yy * y + matrix.y0) * device_scale, PHASES_Y, &key.phase_y);
  const Sprite *sprite = find_sprite (&key, line, device_scale);
  if (sprite == NULL)
    return FALSE;

  double at_x = (left + sprite->x) / device_scale, at_y = (baseline + sprite->y) / device_scale;
  cairo_save (cr);
  cairo_identity_matrix (cr);
  if (sprite->halo != NULL)
    paint_mask (cr, run->halo, sprite->halo, at_x, at_y);
  paint_mask (cr, run->color, sprite->text, at_x, at_y);
  cairo_restore (cr);
  return TRUE;
}

WhenceTextSprites *
whence_text_sprites_steal (void)
{
  WhenceTextSprites *kept = get_kept ();

  /* Nothing is freed: it goes with the answer. */
  g_private_set (get_place (), NULL);
  return kept;
}

void
whence_text_sprites_adopt (WhenceTextSprites *self)
{
  WhenceTextSprites *kept = get_kept ();
  GHashTableIter iter;
  gpointer sprite;

  g_hash_table_iter_init (&iter, self->sprites);
  while (g_hash_table_iter_next (&iter, &sprite, NULL))
    if (!g_hash_table_contains (kept->sprites, sprite))
      {
        g_hash_table_iter_steal (&iter);
        keep (kept, sprite, count_bytes (sprite));
      }
  whence_text_sprites_free (self);
}
