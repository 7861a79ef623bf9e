/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One function for each group of the legend, which says what each of its signs stands for. Linear in the
 * entries. */
#include "paint/legend-private.h"

#include <glib/gi18n-lib.h>

#include "layout/graph-scene-private.h"
#include "model/text-list.h"
#include "paint/legend-amounts.h"

void
whence_legend_group_clear (gpointer data)
{
  WhenceLegendGroup *group = data;
  for (guint i = 0; i < group->entries->len; i++)
    {
      whence_text_block_clear (&g_array_index (group->entries, WhenceLegendEntry, i).label);
      whence_text_block_clear (&g_array_index (group->entries, WhenceLegendEntry, i).number);
    }
  g_array_unref (group->entries);
  whence_text_block_clear (&group->heading);
}

typedef struct
{
  WhenceLegend *legend;
  const WhenceLegendUse *use;
  const WhenceMeasure *measure;
  double width;
  WhenceLegendGroup group; /* under way */
} Builder;

static void
begin (Builder *b)
{
  b->group = (WhenceLegendGroup){ .entries = g_array_new (FALSE, TRUE, sizeof (WhenceLegendEntry)) };
}

static void
add (Builder *b, WhenceSample sample, const char *label)
{
  sample.on_timeline = b->use->on_timeline;
  sample.on_graph = b->use->on_graph;
  sample.by_class = b->use->classes != 0;
  sample.plain = b->use->unsourced;
  sample.as_line = !b->use->signs;
  WhenceLegendEntry entry = { .sample = sample, .sample_width = whence_sample_get_width (&sample) };
  if (sample.kind == WHENCE_SAMPLE_CLASS)
    whence_graph_class_number (sample.value, b->measure, &entry.number);
  whence_text_block_init (&entry.label, label, WHENCE_FONT_SMALL,
                          b->width - entry.sample_width - WHENCE_LEGEND_SAMPLE_GAP, 1, b->measure);
  g_array_append_val (b->group.entries, entry);
}

static void
end (Builder *b, const char *heading)
{
  if (b->group.entries->len == 0)
    {
      whence_legend_group_clear (&b->group);
      return;
    }
  whence_text_block_init (&b->group.heading, heading, WHENCE_FONT_SMALL, b->width, 1, b->measure);
  g_array_append_val (b->legend->groups, b->group);
}

static void
add_categories (Builder *b)
{
  begin (b);
  /* Neutral is what is left, so it comes last. */
  for (guint i = 1; i <= WHENCE_N_CATEGORIES; i++)
    if (b->use->categories >> (i % WHENCE_N_CATEGORIES) & 1)
      add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_CATEGORY, .value = i % WHENCE_N_CATEGORIES },
           whence_category_label ((WhenceCategory) (i % WHENCE_N_CATEGORIES)));
  for (guint i = 0; i < b->use->own_types->len; i++)
    {
      const WhenceFactType *type = g_ptr_array_index (b->use->own_types, i);
      add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_FACT_TYPE, .type = type }, whence_fact_type_label (type));
    }
  end (b, C_ ("legend", "Facts about"));
}

static void
add_classes (Builder *b)
{
  const char *heading;

  begin (b);
  for (guint i = 0; i < WHENCE_GRAPH_LOOK_CLASSES; i++)
    if (b->use->classes >> i & 1)
      add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_CLASS, .value = i },
           whence_graph_look_get_class_label (b->use->look, i));
  if (b->use->classes >> WHENCE_GRAPH_LOOK_CLASSES & 1)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_CLASS, .value = WHENCE_NONE },
         C_ ("communities in the legend", "All others"));
  heading = whence_graph_look_get_heading (b->use->look);
  end (b, heading != NULL ? heading : C_ ("legend", "Communities"));
}

static const char *
sentence_of_size (const WhenceGraphLook *look)
{
  const char *sentence = whence_graph_look_get_sentence (look);

  return sentence != NULL ? sentence : _ ("The more ties, the larger");
}

static void
add_weight (Builder *b)
{
  g_autofree char *label =
    b->use->currency != NULL
      /* Translators: of lines in the graph, and the code of a currency, such as USD. */
      ? g_strdup_printf (_ ("The larger the amount in %s, the thicker"), b->use->currency)
      : g_strdup (_ ("The larger the amount, the thicker"));

  add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_WEIGHT }, label);
}

static void
add_entity_types (Builder *b)
{
  begin (b);
  for (guint i = 0; i < b->use->entity_types->len; i++)
    {
      const WhenceEntityType *type = g_ptr_array_index (b->use->entity_types, i);
      add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_ENTITY_TYPE, .type = type },
           whence_entity_type_label (type));
    }
  if (b->use->fact_nodes)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_FACT_NODE }, _ ("Fact with further participants"));
  if (b->use->sizes)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_SIZE }, sentence_of_size (b->use->look));
  if (b->use->weights)
    add_weight (b);
  if (b->use->joined)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_JOINED }, _ ("More than six facts"));
  if (b->use->possible)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_POSSIBLE },
         b->use->compared ? _ ("Possibly at one of the dates") : _ ("Possibly at this date"));
  if (b->use->faint)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_FAINT }, _ ("Without a tie shown"));
  end (b, C_ ("legend", "Who and what"));
}

static void
add_date_looks (Builder *b)
{
  static const char *const labels[WHENCE_N_DATE_LOOKS] = {
    [WHENCE_DATE_LOOK_POINT] = NC_ ("date in the legend", "Point in time"),
    [WHENCE_DATE_LOOK_WITHIN] = NC_ ("date in the legend", "Some time within"),
    [WHENCE_DATE_LOOK_THROUGHOUT] = NC_ ("date in the legend", "All this time"),
    [WHENCE_DATE_LOOK_SEVERAL] = NC_ ("date in the legend", "On several dates"),
    [WHENCE_DATE_LOOK_GOES_ON] = NC_ ("date in the legend", "Goes on"),
    [WHENCE_DATE_LOOK_ABOUT] = NC_ ("date in the legend", "About"),
    [WHENCE_DATE_LOOK_NO_BEGINNING] = NC_ ("date in the legend", "Without a beginning"),
    [WHENCE_DATE_LOOK_END_UNKNOWN] = NC_ ("date in the legend", "End unknown"),
    [WHENCE_DATE_LOOK_START_UNKNOWN] = NC_ ("date in the legend", "Start unknown"),
    [WHENCE_DATE_LOOK_UNCERTAIN] = NC_ ("date in the legend", "Date uncertain"),
    [WHENCE_DATE_LOOK_INFERRED] = NC_ ("date in the legend", "Date inferred, not stated"),
    [WHENCE_DATE_LOOK_DISPUTED] = NC_ ("date in the legend", "Another source’s date"),
  };
  begin (b);
  for (guint i = 0; i < WHENCE_N_DATE_LOOKS; i++)
    if (b->use->date_looks >> i & 1)
      add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_DATE_LOOK, .value = i },
           g_dpgettext2 (NULL, "date in the legend", labels[i]));
  if (b->use->bands)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_BAND },
         C_ ("date in the legend", "Background to the others"));
  if (b->use->clusters)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_CLUSTER }, C_ ("date in the legend", "So many facts"));
  if (b->use->bars)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_BARS },
         b->use->scales ? C_ ("date in the legend", "Number of facts, each lane to its own scale")
                        : C_ ("date in the legend", "Number of facts"));
  if (b->use->as_of)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_AS_OF },
         b->use->compared ? C_ ("date in the legend", "The dates compared")
                          : C_ ("date in the legend", "The date looked at"));
  end (b, C_ ("legend", "When"));
}

static void
add_amounts (Builder *b)
{
  begin (b);
  for (guint i = 0; i < WHENCE_N_AMOUNT_SIGNS; i++)
    if (b->use->amounts >> i & 1)
      add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_AMOUNT, .value = i },
           whence_amount_sign_label ((WhenceAmountSign) i));
  end (b, C_ ("legend", "How much"));
}

static void
add_supports (Builder *b)
{
  begin (b);
  for (guint i = 0; i <= WHENCE_SUPPORT_DISPUTED; i++)
    if (b->use->supports >> i & 1)
      add (b,
           (WhenceSample){ .kind = WHENCE_SAMPLE_SUPPORT,
                           .value = i,
                           .on_dots = b->use->dot_supports >> i & 1,
                           .on_stretches = b->use->stretch_supports >> i & 1 },
           whence_support_label ((WhenceSupport) i));
  end (b, C_ ("legend", "Says who"));
}

/* The statuses that are drawn as less than a report, in one entry, since they share a sign. */
static void
add_statuses (Builder *b)
{
  static const struct
  {
    WhenceStatus status;
    const char *word;
  } tentative[] = {
    { WHENCE_STATUS_PLANNED, NC_ ("status in the legend", "Planned") },
    { WHENCE_STATUS_ALLEGED, NC_ ("status in the legend", "Alleged") },
    { WHENCE_STATUS_SPECULATED, NC_ ("status in the legend", "Speculated") },
    { WHENCE_STATUS_DENIED, NC_ ("status in the legend", "Denied") },
  };
  g_autoptr (GString) words = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tentative); i++)
    if (b->use->statuses >> tentative[i].status & 1)
      whence_text_join (words, WHENCE_JOINT_PART,
                        g_dpgettext2 (NULL, "status in the legend", tentative[i].word));
  begin (b);
  if (words->len > 0)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_TENTATIVE }, words->str);
  if (b->use->negated)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_NEGATED },
         C_ ("status in the legend", "Said not to be so"));
  if (b->use->perhaps)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_PERHAPS },
         C_ ("status in the legend", "Possibly known by then"));
  end (b, C_ ("legend", "How sure"));
}

/* What became of facts between two dates. */
static void
add_changes (Builder *b)
{
  static const WhenceChange order[] = { WHENCE_CHANGE_BEGUN, WHENCE_CHANGE_ENDED, WHENCE_CHANGE_CHANGED,
                                        WHENCE_CHANGE_UNCHANGED };

  begin (b);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (b->use->changes >> order[i] & 1)
      add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_CHANGE, .value = order[i] },
           whence_change_label (order[i], FALSE));
  if (b->use->open)
    add (b, (WhenceSample){ .kind = WHENCE_SAMPLE_OPEN_CHANGE }, C_ ("change in the legend", "Possibly"));
  end (b, C_ ("legend", "Compared"));
}

void
whence_legend_fill (WhenceLegend *legend, const WhenceLegendUse *use, const WhenceMeasure *measure,
                    double width)
{
  Builder builder = { .legend = legend, .use = use, .measure = measure, .width = width };

  add_categories (&builder);
  add_classes (&builder);
  add_entity_types (&builder);
  add_date_looks (&builder);
  add_amounts (&builder);
  add_supports (&builder);
  add_statuses (&builder);
  add_changes (&builder);
}
