/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawings repeat whole pixels: so what came before is looked for from pixel to pixel and not from byte to
 * byte, by the last place at which the same two pixels stood, else the same one, and never beyond the end of
 * a row. What was found is kept as steps; then codes are made for all of it, and the steps written: half the
 * time of zlib's lowest level, and no larger. */
#include "paint/quick-deflate.h"

#include <string.h>

#include "paint/prefix-code.h"

#define PAIR_BITS 15
#define SINGLE_BITS 10
#define FARTHEST 32768
#define FAR_FOR_ONE 12288 /* from further away, a single pixel is longer to name than to write */
#define LONGEST 258
#define N_DISTANCES 30
#define N_LENGTHS 19
#define LENGTHS 257 /* symbol of the shortest length */
#define END 256
#define MOST_BITS 15
#define NOWHERE G_MAXUINT32

/* So many bytes as they are, then @length from as far back as @distance and one more. */
typedef struct
{
  guint32 n_plain;
  guint16 length, distance;
} Step;

typedef struct
{
  const guint8 *bytes;
  gsize pixel;
  guint64 pair_mask,
    single_mask; /* of the bytes of two pixels, or as many of them as a number holds, and of one */
  guint32 pairs[1 << PAIR_BITS], singles[1 << SINGLE_BITS]; /* where they stood last */
  guint32 counts[WHENCE_MOST_SYMBOLS], distances[N_DISTANCES];
  Step *steps;
  guint32 n_steps;
  guint8 length_symbol[LONGEST + 1]; /* above LENGTHS */
} Piece;

static const guint16 length_base[] = { 3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                                       31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258 };
static const guint8 length_extra[] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                       2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0 };

static guint
distance_symbol (guint32 distance)
{
  guint bits;

  if (distance <= 4)
    return distance - 1;
  bits = g_bit_storage (distance - 1) - 1;
  return 2 * bits + ((distance - 1) >> (bits - 1) & 1);
}

/* --- What came before --- */

static guint64
load (const guint8 *p)
{
  guint64 value;

  memcpy (&value, p, sizeof value);
  return GUINT64_FROM_LE (value);
}

static guint32
slot_of (guint64 key, guint bits)
{
  return (guint32) ((key * 0x9E3779B97F4A7C15u) >> (64 - bits));
}

/* How many of at most @most bytes are the same, in whole pixels. */
static gsize
count_same (const Piece *piece, const guint8 *a, const guint8 *b, gsize most)
{
  gsize n = 0;

  while (n < most && load (a + n) == load (b + n))
    n += 8;
  while (n < most && a[n] == b[n])
    n++;
  n = MIN (n, most);
  return n - n % piece->pixel;
}

/* Where @key stood last within @reach, which now is @at; or NOWHERE. */
static guint32
look_up (const Piece *piece, guint32 *slot, guint64 key, guint64 mask, guint32 at, guint32 reach)
{
  guint32 before = *slot;

  *slot = at;
  return before != NOWHERE && at - before <= reach && (load (piece->bytes + before) & mask) == key ? before
                                                                                                   : NOWHERE;
}

static void
add_step (Piece *piece, const guint8 *plain, gsize n_plain, gsize length, gsize distance)
{
  for (gsize i = 0; i < n_plain; i++)
    piece->counts[plain[i]]++;
  if (length > 0)
    {
      piece->counts[LENGTHS + piece->length_symbol[length]]++;
      piece->distances[distance_symbol ((guint32) distance)]++;
    }
  piece->steps[piece->n_steps++] =
    (Step){ (guint32) n_plain, (guint16) length, (guint16) (length > 0 ? distance - 1 : 0) };
}

/* The length of what repeats at @p, before @end of its row, and from @where; 0: nothing. */
static gsize
find_repeated (Piece *piece, const guint8 *p, const guint8 *end, guint32 *where)
{
  guint64 bytes = load (p), pair = bytes & piece->pair_mask, single = bytes & piece->single_mask;
  guint32 at = (guint32) (p - piece->bytes);
  gsize most = MIN (LONGEST, (gsize) (end - p));

  *where = look_up (piece, &piece->pairs[slot_of (pair, PAIR_BITS)], pair, piece->pair_mask, at, FARTHEST);
  if (*where != NOWHERE && most >= 2 * piece->pixel)
    return count_same (piece, piece->bytes + *where, p, most);
  *where = look_up (piece, &piece->singles[slot_of (single, SINGLE_BITS)], single, piece->single_mask, at,
                    FAR_FOR_ONE);
  return *where != NOWHERE ? piece->pixel : 0;
}

static void
find_steps (Piece *piece, gsize row, gsize n_rows)
{
  const guint8 *plain = piece->bytes, *all = piece->bytes + n_rows * row;

  for (const guint8 *start = piece->bytes; start < all; start += row)
    for (const guint8 *p = start + 1, *end = start + row; p < end;)
      {
        guint32 where;
        gsize length = find_repeated (piece, p, end, &where);
        if (length == 0)
          {
            p += piece->pixel;
            continue;
          }
        add_step (piece, plain, (gsize) (p - plain), length, (gsize) (p - piece->bytes) - where);
        for (const guint8 *in = p + piece->pixel; in < p + length; in += piece->pixel)
          piece->pairs[slot_of (load (in) & piece->pair_mask, PAIR_BITS)] = (guint32) (in - piece->bytes);
        plain = p += length;
      }
  add_step (piece, plain, (gsize) (all - plain), 0, 0);
}

/* --- Bits --- */

typedef struct
{
  guint64 bits;
  guint n;
  guint8 *at;
} Bits;

/* At most 56 between two flushes. */
static inline void
put (Bits *out, guint64 bits, guint n)
{
  out->bits |= bits << out->n;
  out->n += n;
}

static inline void
flush (Bits *out)
{
  guint64 bits = GUINT64_TO_LE (out->bits);

  memcpy (out->at, &bits, sizeof bits);
  out->at += out->n / 8;
  out->bits >>= out->n & ~7u;
  out->n &= 7;
}

static inline void
put_symbol (Bits *out, const WhencePrefixCode *code, guint symbol)
{
  put (out, code->bits[symbol], code->length[symbol]);
}

/* The lengths of both codes, in a third one (RFC 1951, 3.2.7). */
static void
write_head (Bits *out, const WhencePrefixCode *literals, const WhencePrefixCode *distances, gboolean last)
{
  static const guint8 order[N_LENGTHS] = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15 };
  guint32 counts[N_LENGTHS] = { 0 };
  WhencePrefixCode lengths = { 0 };

  for (guint i = 0; i < WHENCE_MOST_SYMBOLS; i++)
    counts[literals->length[i]]++;
  for (guint i = 0; i < N_DISTANCES; i++)
    counts[distances->length[i]]++;
  whence_prefix_code_init (&lengths, counts, N_LENGTHS, 7);
  put (out, last != FALSE, 1);
  put (out, 2, 2);
  put (out, WHENCE_MOST_SYMBOLS - LENGTHS, 5);
  put (out, N_DISTANCES - 1, 5);
  put (out, N_LENGTHS - 4, 4);
  flush (out);
  for (guint i = 0; i < N_LENGTHS; i++, flush (out))
    put (out, lengths.length[order[i]], 3);
  for (guint i = 0; i < WHENCE_MOST_SYMBOLS; i++, flush (out))
    put_symbol (out, &lengths, literals->length[i]);
  for (guint i = 0; i < N_DISTANCES; i++, flush (out))
    put_symbol (out, &lengths, distances->length[i]);
}

static void
write_plain (Bits *out, const WhencePrefixCode *literals, const guint8 *bytes, gsize n)
{
  gsize i = 0;

  for (; i + 3 <= n; i += 3, flush (out))
    {
      put_symbol (out, literals, bytes[i]);
      put_symbol (out, literals, bytes[i + 1]);
      put_symbol (out, literals, bytes[i + 2]);
    }
  for (; i < n; i++, flush (out))
    put_symbol (out, literals, bytes[i]);
}

static void
write_repeated (Bits *out, const WhencePrefixCode *literals, const WhencePrefixCode *distances, guint length,
                guint symbol, guint32 distance)
{
  guint far = distance_symbol (distance), extra = far < 4 ? 0 : far / 2 - 1;

  put_symbol (out, literals, LENGTHS + symbol);
  put (out, length - length_base[symbol], length_extra[symbol]);
  put_symbol (out, distances, far);
  put (out, (distance - 1) & ((1u << extra) - 1), extra);
  flush (out);
}

static void
write_steps (Bits *out, const Piece *piece, const WhencePrefixCode *literals,
             const WhencePrefixCode *distances)
{
  const guint8 *bytes = piece->bytes;

  for (guint32 i = 0; i < piece->n_steps; i++)
    {
      const Step *step = &piece->steps[i];
      write_plain (out, literals, bytes, step->n_plain);
      if (step->length > 0)
        write_repeated (out, literals, distances, step->length, piece->length_symbol[step->length],
                        step->distance + 1u);
      bytes += step->n_plain + step->length;
    }
  put_symbol (out, literals, END);
  flush (out);
}

/* After the last block the rest of the byte is nothing; after others comes a stored one with nothing in it,
 * which begins on a byte. */
static void
write_end (Bits *out, gboolean last)
{
  if (!last)
    put (out, 0, 3);
  put (out, 0, (8 - out->n % 8) % 8);
  if (!last)
    put (out, 0xFFFF0000u, 32);
  flush (out);
}

/* --- The whole --- */

static Piece *
piece_new (const guint8 *bytes, gsize n, gsize pixel)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->bytes = bytes;
  piece->pixel = pixel;
  piece->pair_mask = pixel == 3 ? ((guint64) 1 << 48) - 1 : G_MAXUINT64;
  piece->single_mask = ((guint64) 1 << 8 * pixel) - 1;
  memset (piece->pairs, 0xff, sizeof piece->pairs);
  memset (piece->singles, 0xff, sizeof piece->singles);
  piece->steps = g_new (Step, n / pixel + 2);
  for (guint symbol = 0; symbol < G_N_ELEMENTS (length_base); symbol++)
    for (guint length = length_base[symbol]; length <= LONGEST; length++)
      piece->length_symbol[length] = (guint8) symbol;
  return piece;
}

GBytes *
whence_deflate_rows (const guint8 *bytes, gsize row, gsize n_rows, gsize pixel, gboolean last)
{
  gsize n = row * n_rows;
  Piece *piece = piece_new (bytes, n, pixel);
  WhencePrefixCode literals = { 0 }, distances = { 0 };
  /* No code is longer than two bytes, and what repeats is shorter than it is. */
  guint8 *room = g_malloc (2 * n + 1024);
  Bits out = { .at = room };

  find_steps (piece, row, n_rows);
  piece->counts[END] = 1;
  whence_prefix_code_init (&literals, piece->counts, WHENCE_MOST_SYMBOLS, MOST_BITS);
  whence_prefix_code_init (&distances, piece->distances, N_DISTANCES, MOST_BITS);
  write_head (&out, &literals, &distances, last);
  write_steps (&out, piece, &literals, &distances);
  write_end (&out, last);
  g_free (piece->steps);
  g_free (piece);
  n = (gsize) (out.at - room);
  return g_bytes_new_take (g_realloc (room, n), n);
}
