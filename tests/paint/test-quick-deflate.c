/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is deflated inflates to itself, whatever it is: pixels that repeat near, far and never, few of them
 * and many, in one piece and in several. */
#include <glib.h>
#include <string.h>
#include <zlib.h>

#include "paint/prefix-code.h"
#include "paint/quick-deflate.h"

typedef struct
{
  const char *name;
  gsize width, height, pixel;
  guint n_colors; /* 0: any */
  guint run;      /* pixels of one colour at most */
} Case;

static const Case cases[] = {
  { "one-pixel", 1, 1, 3, 0, 1 },
  { "one-column", 1, 300, 4, 2, 1 },
  { "flat", 700, 90, 3, 1, 1 },
  { "flat-alpha", 700, 90, 4, 1, 1 },
  { "noise", 211, 97, 3, 0, 1 },
  { "noise-alpha", 211, 97, 4, 0, 1 },
  { "two-colours", 300, 200, 3, 2, 9 },
  { "some-colours", 1500, 60, 4, 40, 3 },
  { "many-colours", 900, 80, 3, 5000, 2 },
  { "wide", 12000, 9, 3, 60, 50 },
};

/* Every second row is the one before it, with a few changes. */
static guint8 *
make_rows (const Case *c, GRand *random)
{
  gsize row = 1 + c->width * c->pixel;
  guint8 *bytes = g_malloc0 (row * c->height + WHENCE_DEFLATE_BEYOND);
  g_autofree guint32 *colors = g_new (guint32, MAX (1, c->n_colors));

  for (guint i = 0; i < c->n_colors; i++)
    colors[i] = g_rand_int (random);
  for (gsize y = 0; y < c->height; y++)
    {
      guint8 *to = bytes + y * row;
      *to++ = (guint8) (y % 5);
      if (y % 2 == 1)
        memcpy (to, to - row, row - 1);
      for (gsize x = y % 2 == 1 ? c->width / 2 : 0; x < c->width;)
        {
          gsize end = MIN (c->width, x + 1 + g_rand_int (random) % c->run);
          guint32 color = c->n_colors > 0 ? colors[g_rand_int (random) % c->n_colors] : g_rand_int (random);
          for (; x < end; x++)
            memcpy (to + x * c->pixel, &color, c->pixel);
        }
    }
  return bytes;
}

static void
assert_inflates (GByteArray *stream, const guint8 *bytes, gsize length)
{
  g_autofree guint8 *back = g_malloc (length + 1);
  z_stream z = {
    .next_in = stream->data, .avail_in = stream->len, .next_out = back, .avail_out = (uInt) length + 1
  };

  g_assert_cmpint (inflateInit2 (&z, -MAX_WBITS), ==, Z_OK);
  g_assert_cmpint (inflate (&z, Z_FINISH), ==, Z_STREAM_END);
  g_assert_cmpmem (back, z.total_out, bytes, length);
  g_assert_cmpuint (z.avail_in, ==, 0);
  inflateEnd (&z);
}

static void
test_round_trip (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (17);
  g_autofree guint8 *bytes = make_rows (c, random);
  gsize row = 1 + c->width * c->pixel;

  for (gsize n_rows = c->height; n_rows > 0; n_rows /= 3)
    {
      g_autoptr (GByteArray) stream = g_byte_array_new ();
      for (gsize y = 0; y < c->height; y += n_rows)
        {
          gsize n = MIN (n_rows, c->height - y), size;
          g_autoptr (GBytes) piece =
            whence_deflate_rows (bytes + y * row, row, n, c->pixel, y + n == c->height);
          const guint8 *part = g_bytes_get_data (piece, &size);
          g_byte_array_append (stream, part, (guint) size);
        }
      assert_inflates (stream, bytes, row * c->height);
      if (n_rows == c->height && c->n_colors == 1)
        g_assert_cmpuint (stream->len, <, row * c->height / 40);
    }
}

/* However uneven the counts, codes keep to their length and fill it: Kraft's sum is one. */
static void
test_codes (void)
{
  for (guint most = 7; most <= 15; most += 4)
    for (guint n = 2; n <= 40; n++)
      {
        guint32 counts[40], a = 1, b = 1, room = 0;
        WhencePrefixCode code = { 0 };
        for (guint i = 0; i < n; i++)
          {
            guint32 next = a + b;
            counts[i] = i % 7 == 3 ? 0 : a;
            a = b;
            b = next;
          }
        whence_prefix_code_init (&code, counts, n, most);
        for (guint i = 0; i < n; i++)
          {
            g_assert_cmpuint (code.length[i], <=, most);
            room += code.length[i] > 0 ? 1u << (most - code.length[i]) : 0;
          }
        g_assert_cmpuint (room, ==, 1u << most);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/quick-deflate/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_round_trip);
    }
  g_test_add_func ("/quick-deflate/codes", test_codes);
  return g_test_run ();
}
