/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints a review: under headings for people, or as one JSON object whose codes and members are stable. */
#include "app/command-review.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/json-value.h"
#include "model/reader.h"
#include "model/review.h"

static const WhenceFinding *
nth (const GPtrArray *findings, guint i)
{
  return g_ptr_array_index (findings, i);
}

static guint
count_kind (const GPtrArray *findings, WhenceReviewKind kind)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += nth (findings, i)->kind == kind;
  return n;
}

/* --- For people ---------------------------------------------------------------------------------- */

static void
print_finding (const WhenceFinding *finding, const WhenceBundle *bundle)
{
  const char *id = whence_finding_get_id (finding, bundle);
  g_autofree char *record = whence_finding_describe_record (finding, bundle);

  if (id != NULL)
    g_print ("  %s\n    %s\n    %s\n", id, record, finding->message);
  else
    g_print ("  %s\n", finding->message);
}

static void
print_text (const GPtrArray *findings, const WhenceBundle *bundle)
{
  if (findings->len == 0)
    g_print ("%s\n", _ ("Nothing to look at."));
  for (guint i = 0; i < findings->len; i++)
    {
      WhenceReviewKind kind = nth (findings, i)->kind;
      if (i == 0 || nth (findings, i - 1)->kind != kind)
        g_print ("%s%s · %u\n", i > 0 ? "\n" : "", whence_review_kind_heading (kind),
                 count_kind (findings, kind));
      print_finding (nth (findings, i), bundle);
    }
}

/* --- For programs -------------------------------------------------------------------------------- */

static void
append_member (GString *json, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (json, ",\"%s\":", name);
  whence_json_append_string (text, strlen (text), json);
}

static void
append_finding (GString *json, const WhenceFinding *finding, const WhenceBundle *bundle)
{
  static const char *const records[] = {
    [WHENCE_RECORD_HEADER] = "header",
    [WHENCE_RECORD_SOURCE] = "source",
    [WHENCE_RECORD_ENTITY] = "entity",
    [WHENCE_RECORD_FACT] = "fact",
  };

  g_string_append_printf (json, "{\"code\":\"%s\"", whence_review_kind_name (finding->kind));
  append_member (json, "record", records[finding->record]);
  append_member (json, "id", whence_finding_get_id (finding, bundle));
  append_member (json, "other", whence_finding_get_other_id (finding, bundle));
  append_member (json, "message", finding->message);
  g_string_append_c (json, '}');
}

static void
print_json (const GPtrArray *findings, const WhenceBundle *bundle)
{
  g_autoptr (GString) json = g_string_new ("{\"counts\":{");

  for (guint kind = 0; kind < WHENCE_N_REVIEW_KINDS; kind++)
    g_string_append_printf (json, "%s\"%s\":%u", kind > 0 ? "," : "", whence_review_kind_name (kind),
                            count_kind (findings, kind));
  g_string_append (json, "},\n\"findings\":[");
  for (guint i = 0; i < findings->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n" : "\n");
      append_finding (json, nth (findings, i), bundle);
    }
  g_string_append (json, "\n]}\n");
  g_print ("%s", json->str);
}

int
whence_command_review (const char *name, gboolean json)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) bundle = whence_reader_read_file (file, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) findings = NULL;

  if (bundle == NULL)
    {
      g_printerr ("%s:%s%s\n", name, g_ascii_isdigit (error->message[0]) ? "" : " ", error->message);
      return 2;
    }
  findings = whence_review_new (bundle, NULL);
  if (json)
    print_json (findings, bundle);
  else
    print_text (findings, bundle);
  return findings->len > 0 ? 1 : 0;
}
