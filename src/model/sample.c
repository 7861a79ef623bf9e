/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at pieces of the file, one in each of equal stretches, so that all of it is represented whatever its
 * order. A piece begins anywhere, even within a text; so at every "{" it is tried whether a record begins
 * there, and what follows a record is looked for behind it. Bounded: pieces are of one size, and each is
 * scanned at most a few times over. */
#include "model/sample.h"

#include <string.h>
#include <unistd.h>

#include "model/input-file.h"
#include "model/json-value.h"

#define N_PIECES 256
#define PIECE (16u * 1024)
/* A smaller file is read in the time in which it would be looked at. */
#define LEAST_LENGTH (16u * 1024 * 1024)
/* How many times its length a piece may be scanned, where "{" begin that lead nowhere. */
#define MOST_SCANS 4

typedef struct
{
  WhenceJsonScanner scanner;
  GString *scratch;
  WhenceSampleFunc found;
  gpointer user_data;
  guint n_found;
} Sample;

static gboolean
is_named (const Sample *sample, guint32 key, const char *name)
{
  const WhenceJsonToken *token = &g_array_index (sample->scanner.tokens, WhenceJsonToken, key);
  gsize length = strlen (name);

  return token->end - token->start == length + 2
         && memcmp (sample->scanner.text + token->start + 1, name, length) == 0;
}

static void
look_at_date (Sample *sample, guint32 value)
{
  const WhenceJsonToken *token = &g_array_index (sample->scanner.tokens, WhenceJsonToken, value);
  WhenceDate date;

  if (token->type != WHENCE_JSON_STRING || token->flags & WHENCE_JSON_HAS_NUL)
    return;
  g_string_truncate (sample->scratch, 0);
  whence_json_decode (sample->scanner.text, token, sample->scratch);
  if (!whence_date_parse (sample->scratch->str, &date, NULL))
    return;
  sample->found (&date, sample->user_data);
  sample->n_found++;
}

/* Whether the value just scanned is a record, which has an id. A fact has a type and no name. */
static gboolean
look_at_record (Sample *sample)
{
  const GArray *tokens = sample->scanner.tokens;
  gboolean has_id = FALSE, has_type = FALSE, has_name = FALSE;
  guint32 date = 0;

  for (guint32 key = 1; key < tokens->len; key = g_array_index (tokens, WhenceJsonToken, key + 1).next)
    {
      has_id |= is_named (sample, key, "id");
      has_type |= is_named (sample, key, "type");
      has_name |= is_named (sample, key, "name");
      if (date == 0 && is_named (sample, key, "date"))
        date = key + 1;
    }
  if (has_id && has_type && !has_name && date != 0)
    look_at_date (sample, date);
  return has_id;
}

static void
look_at_piece (Sample *sample, const char *text, guint32 length)
{
  WhenceJsonScanner *scanner = &sample->scanner;
  const char *brace;
  gsize n_scanned = 0;

  scanner->text = text;
  scanner->length = length;
  for (guint32 at = 0;
       n_scanned < MOST_SCANS * (gsize) length && (brace = memchr (text + at, '{', length - at)) != NULL;)
    {
      guint32 start = (guint32) (brace - text);
      gboolean whole;

      scanner->at = start;
      whole = whence_json_scan_value (scanner);
      n_scanned += (whole ? scanner->at : scanner->error_at) - start;
      at = whole && look_at_record (sample) ? scanner->at : start + 1;
    }
}

static void
look_at_file (Sample *sample, int fd, gsize length, GCancellable *cancellable)
{
  g_autofree char *piece = g_malloc (PIECE);

  for (guint i = 0; i < N_PIECES && !g_cancellable_is_cancelled (cancellable); i++)
    {
      gsize at = (gsize) ((length - PIECE) * (guint64) i / (N_PIECES - 1));
      gssize n = pread (fd, piece, PIECE, (off_t) at);

      if (n > 0)
        look_at_piece (sample, piece, (guint32) n);
    }
}

double
whence_sample_file (GFile *file, WhenceSampleFunc found, gpointer user_data, GCancellable *cancellable)
{
  g_autofree char *path = g_file_get_path (file);
  Sample sample = { .found = found, .user_data = user_data };
  gsize length = 0;
  int fd = path != NULL ? whence_input_file_open (path, &length, NULL) : -1;

  if (fd < 0)
    return 0;
  if (length >= LEAST_LENGTH)
    {
      sample.scratch = g_string_new (NULL);
      whence_json_scanner_init (&sample.scanner, "", 0, 64);
      look_at_file (&sample, fd, length, cancellable);
      whence_json_scanner_clear (&sample.scanner);
      g_string_free (sample.scratch, TRUE);
    }
  close (fd);
  return sample.n_found > 0 ? (double) length / (N_PIECES * PIECE) : 0;
}
