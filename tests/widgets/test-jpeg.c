/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JPEG without a display: its colours, upright as the camera was held, and nothing that is damaged or too
 * large. */
#include <string.h>

#include "paint/image.h"
#include "widgets/jpeg.h"

/* Sixteen pixels a side: red and green above blue and white. */
#define QUARTERS                                                                                             \
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxO"     \
  "UlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P"     \
  "T09PT09PT0//wAARCAAQABADAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAABgcI/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/E"     \
  "ABgBAAIDAAAAAAAAAAAAAAAAAAUHBAYI/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8APgxklwQzymh8ri0WWyY/"     \
  "/9k="

static GBytes *
get_file (void)
{
  gsize length;
  guint8 *data = g_base64_decode (QUARTERS, &length);

  return g_bytes_new_take (data, length);
}

static void
put (GByteArray *to, guint value, guint n_bytes, gboolean little)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = (guint8) (value >> 8 * (little ? i : n_bytes - 1 - i));
      g_byte_array_append (to, &byte, 1);
    }
}

static void
put_entry (GByteArray *to, guint tag, guint value, gboolean little)
{
  put (to, tag, 2, little);
  put (to, 3, 2, little); /* a short one */
  put (to, 1, 4, little);
  put (to, value, 2, little);
  put (to, 0, 2, little);
}

/* The file with what a camera writes into it; @directory: where it says that its notes begin. */
static GBytes *
get_turned (guint orientation, gboolean little, guint directory)
{
  g_autoptr (GBytes) file = get_file ();
  const guint8 *data = g_bytes_get_data (file, NULL);
  GByteArray *turned = g_byte_array_new ();

  g_byte_array_append (turned, data, 2);
  put (turned, 0xFFE1, 2, FALSE);
  put (turned, 2 + 6 + 8 + 2 + 2 * 12, 2, FALSE);
  g_byte_array_append (turned, (const guint8 *) "Exif\0\0", 6);
  g_byte_array_append (turned, (const guint8 *) (little ? "II" : "MM"), 2);
  put (turned, 42, 2, little);
  put (turned, directory, 4, little);
  put (turned, 2, 2, little);
  put_entry (turned, 0x0100, 16, little);
  put_entry (turned, 0x0112, orientation, little);
  g_byte_array_append (turned, data + 2, (guint) g_bytes_get_size (file) - 2);
  return g_byte_array_free_to_bytes (turned);
}

/* What the corners are, from the left above to the right below: r, g, b or w. */
static void
look_at_corners (WhenceImage *image, char corners[5])
{
  cairo_surface_t *surface = whence_image_create_surface (image);
  const guint8 *data = cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface);

  for (int i = 0; i < 4; i++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + (i < 2 ? 2 : 13) * stride);
      guint32 pixel = row[i % 2 == 0 ? 2 : 13];
      gboolean red = (pixel >> 16 & 0xff) > 200, green = (pixel >> 8 & 0xff) > 200,
               blue = (pixel & 0xff) > 200;

      g_assert_cmpuint (pixel >> 24, ==, 255);
      corners[i] = red && green && blue ? 'w' : red ? 'r' : green ? 'g' : blue ? 'b' : '?';
    }
  corners[4] = '\0';
  cairo_surface_destroy (surface);
}

static void
assert_corners (GBytes *file, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceImage) image = whence_image_new (file, &error);
  char corners[5];

  g_assert_no_error (error);
  look_at_corners (image, corners);
  g_assert_cmpstr (corners, ==, expected);
}

static void
test_colours (void)
{
  g_autoptr (GBytes) file = get_file ();

  assert_corners (file, "rgbw");
}

static void
test_upright (void)
{
  static const char *const expected[] = { "rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    for (guint k = 0; k < 2; k++)
      {
        g_autoptr (GBytes) file = get_turned (i + 1, k == 1, 8);
        assert_corners (file, expected[i]);
      }
}

/* What cannot be is passed over, and nothing is read beyond the file. */
static void
test_impossible (void)
{
  static const guint directories[] = { 40, 60, 0x7fffffff, 0xffffffff };
  g_autoptr (GBytes) ninth = get_turned (9, TRUE, 8);

  assert_corners (ninth, "rgbw");
  for (guint i = 0; i < G_N_ELEMENTS (directories); i++)
    {
      g_autoptr (GBytes) file = get_turned (6, i % 2 == 0, directories[i]);
      assert_corners (file, "rgbw");
    }
}

static void
assert_refused (GBytes *file, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (whence_image_new (file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) file = get_file ();
  const gsize length = g_bytes_get_size (file);

  for (gsize i = 4; i < length - 2; i += 7)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (file, 0, i);
      g_autofree guint8 *ended = g_memdup2 (g_bytes_get_data (file, NULL), i + 2);
      g_autoptr (GBytes) closed = NULL;

      assert_refused (part, NULL);
      /* As if it were whole: then it may be half a picture, but none that ends before its pixels begin. */
      memcpy (ended + i, "\xFF\xD9", 2);
      closed = g_bytes_new (ended, i + 2);
      if (i < 150)
        assert_refused (closed, "it is damaged");
    }
}

/* That is said before a pixel is decoded. */
static void
test_too_large (void)
{
  g_autoptr (GBytes) file = get_file (), large = NULL;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  guint8 *frame = memmem (data, g_bytes_get_size (file), "\xFF\xC0", 2);

  g_assert_nonnull (frame);
  memcpy (frame + 5, "\xFF\xFF\xFF\xFF", 4);
  large = g_bytes_new (data, g_bytes_get_size (file));
  assert_refused (large, "it is larger than 4,096 pixels a side");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  whence_image_set_jpeg_func (whence_jpeg_decode);
  g_test_add_func ("/jpeg/colours", test_colours);
  g_test_add_func ("/jpeg/upright", test_upright);
  g_test_add_func ("/jpeg/impossible", test_impossible);
  g_test_add_func ("/jpeg/damaged", test_damaged);
  g_test_add_func ("/jpeg/too-large", test_too_large);
  return g_test_run ();
}
