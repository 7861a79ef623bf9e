/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes GEXF 1.3 (https://gexf.net): a node an entity and a fact with more than a pair, an edge a tie or a
 * participation. Ids are the bundle's, labels the names as given, positions those of the saved arrangement.
 */
#include "formats/format.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>

#include "model/text-clean.h"

/* Attributes of edges: the table that the file declares and the order in which values follow. */
enum
{
  EDGE_TYPE,
  EDGE_DATE,
  EDGE_AMOUNT,
  EDGE_CURRENCY,
  EDGE_SHARE,
  N_EDGE_ATTRIBUTES,
};

static const char *const edge_attributes[N_EDGE_ATTRIBUTES][2] = {
  [EDGE_TYPE] = { "type", "string" },     [EDGE_DATE] = { "date", "string" },
  [EDGE_AMOUNT] = { "amount", "string" }, [EDGE_CURRENCY] = { "currency", "string" },
  [EDGE_SHARE] = { "share", "string" },
};

#define XML(s) ((const xmlChar *) (s))

static void
write_attribute (xmlTextWriter *writer, const char *name, const char *value)
{
  g_autofree char *clean = whence_text_strip_controls (value);
  xmlTextWriterWriteAttribute (writer, XML (name), XML (clean));
}

static void
write_value (xmlTextWriter *writer, guint attribute, const char *value)
{
  if (value == NULL)
    return;
  xmlTextWriterStartElement (writer, XML ("attvalue"));
  xmlTextWriterWriteFormatAttribute (writer, XML ("for"), "%u", attribute);
  write_attribute (writer, "value", value);
  xmlTextWriterEndElement (writer);
}

static void
write_position (xmlTextWriter *writer, double x, double y)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  xmlTextWriterStartElement (writer, XML ("viz:position"));
  xmlTextWriterWriteAttribute (writer, XML ("x"), XML (g_ascii_formatd (buffer, sizeof buffer, "%.6g", x)));
  /* GEXF's y axis points up. */
  xmlTextWriterWriteAttribute (writer, XML ("y"), XML (g_ascii_formatd (buffer, sizeof buffer, "%.6g", -y)));
  xmlTextWriterWriteAttribute (writer, XML ("z"), XML ("0"));
  xmlTextWriterEndElement (writer);
}

static void
write_entity (xmlTextWriter *writer, const WhenceBundle *bundle, guint32 index)
{
  WhenceEntity entity;
  double x, y;
  whence_bundle_get_entity (bundle, index, &entity);
  xmlTextWriterStartElement (writer, XML ("node"));
  write_attribute (writer, "id", entity.id);
  write_attribute (writer, "label", entity.name);
  xmlTextWriterStartElement (writer, XML ("attvalues"));
  write_value (writer, 0, entity.type->name);
  xmlTextWriterEndElement (writer);
  if (whence_bundle_get_position (bundle, index, &x, &y))
    write_position (writer, x, y);
  xmlTextWriterEndElement (writer);
}

/* The node of a fact with more than a pair, in the middle of those of its people who have a place. */
static void
write_fact_node (xmlTextWriter *writer, const WhenceBundle *bundle, guint32 index, const WhenceFact *fact)
{
  g_autofree char *label = whence_bundle_describe_fact (bundle, index);
  g_autofree char *id = g_strconcat ("fact,", fact->id, NULL);
  guint n = whence_bundle_get_fact_entities (bundle, index, NULL, 0), placed = 0;
  g_autofree guint32 *entities = g_new (guint32, n);
  double sum_x = 0, sum_y = 0;
  whence_bundle_get_fact_entities (bundle, index, entities, n);
  for (guint i = 0; i < n; i++)
    {
      double x, y;
      if (!whence_bundle_get_position (bundle, entities[i], &x, &y))
        continue;
      sum_x += x;
      sum_y += y;
      placed++;
    }
  xmlTextWriterStartElement (writer, XML ("node"));
  write_attribute (writer, "id", id);
  write_attribute (writer, "label", label);
  xmlTextWriterStartElement (writer, XML ("attvalues"));
  write_value (writer, 0, fact->type->name);
  xmlTextWriterEndElement (writer);
  if (placed > 0)
    write_position (writer, sum_x / placed, sum_y / placed);
  xmlTextWriterEndElement (writer);
}

static gboolean
is_pair (const WhenceFact *fact)
{
  return fact->subject != WHENCE_NONE && fact->object != WHENCE_NONE && fact->n_participants == 0;
}

/* DESIGN: a fact with further participants, or with participants but only one of the pair, is a node of its
 * own. */
static gboolean
is_node (const WhenceFact *fact)
{
  return fact->n_participants > 0
         && fact->n_participants + (fact->subject != WHENCE_NONE) + (fact->object != WHENCE_NONE) > 1;
}

static void
write_edge_values (xmlTextWriter *writer, const WhenceFact *fact)
{
  g_autofree char *amount = fact->has_amount ? whence_decimal_to_json (fact->amount.value) : NULL;
  g_autofree char *share = fact->has_share ? whence_decimal_to_json (fact->share) : NULL;
  xmlTextWriterStartElement (writer, XML ("attvalues"));
  write_value (writer, EDGE_TYPE, fact->type->name);
  write_value (writer, EDGE_DATE, fact->dated.text);
  write_value (writer, EDGE_AMOUNT, amount);
  write_value (writer, EDGE_CURRENCY, fact->has_amount ? fact->amount.currency : NULL);
  write_value (writer, EDGE_SHARE, share);
  xmlTextWriterEndElement (writer);
}

/* The weight that the file had it from, or NULL: GEXF then means 1. Transfer full. */
static char *
get_weight (const WhenceBundle *bundle, guint32 index, const WhenceFact *fact)
{
  for (guint i = 0; i < fact->n_quantities; i++)
    {
      WhenceAmount quantity;
      whence_bundle_get_quantity (bundle, index, i, &quantity);
      if (g_strcmp0 (quantity.currency, "weight") == 0)
        return whence_decimal_to_json (quantity.value);
    }
  return NULL;
}

static void
write_pair (xmlTextWriter *writer, const WhenceBundle *bundle, guint32 index, const WhenceFact *fact)
{
  WhenceEntity subject, object;
  g_autofree char *label = whence_bundle_describe_fact (bundle, index);
  g_autofree char *weight = get_weight (bundle, index, fact);
  whence_bundle_get_entity (bundle, fact->subject, &subject);
  whence_bundle_get_entity (bundle, fact->object, &object);
  xmlTextWriterStartElement (writer, XML ("edge"));
  write_attribute (writer, "id", fact->id);
  write_attribute (writer, "source", subject.id);
  write_attribute (writer, "target", object.id);
  xmlTextWriterWriteAttribute (writer, XML ("type"), XML (fact->type->directed ? "directed" : "undirected"));
  write_attribute (writer, "label", fact->title != NULL ? fact->title : label);
  if (weight != NULL)
    xmlTextWriterWriteAttribute (writer, XML ("weight"), XML (weight));
  write_edge_values (writer, fact);
  xmlTextWriterEndElement (writer);
}

static void
write_spoke (xmlTextWriter *writer, const WhenceBundle *bundle, const WhenceFact *fact, guint n,
             guint32 entity, const char *role)
{
  WhenceEntity participant;
  whence_bundle_get_entity (bundle, entity, &participant);
  g_autofree char *id = g_strdup_printf ("%s,%u", fact->id, n);
  g_autofree char *node = g_strconcat ("fact,", fact->id, NULL);
  xmlTextWriterStartElement (writer, XML ("edge"));
  write_attribute (writer, "id", id);
  write_attribute (writer, "source", node);
  write_attribute (writer, "target", participant.id);
  xmlTextWriterWriteAttribute (writer, XML ("type"), XML ("undirected"));
  if (role != NULL)
    write_attribute (writer, "label", role);
  write_edge_values (writer, fact);
  xmlTextWriterEndElement (writer);
}

static void
write_spokes (xmlTextWriter *writer, const WhenceBundle *bundle, guint32 index, const WhenceFact *fact)
{
  guint n = 0;
  if (fact->subject != WHENCE_NONE)
    write_spoke (writer, bundle, fact, n++, fact->subject, "subject");
  if (fact->object != WHENCE_NONE)
    write_spoke (writer, bundle, fact, n++, fact->object, "object");
  for (guint i = 0; i < fact->n_participants; i++)
    {
      WhenceParticipant participant;
      whence_bundle_get_participant (bundle, index, i, &participant);
      write_spoke (writer, bundle, fact, n++, participant.entity, participant.role);
    }
}

static void
write_nodes (xmlTextWriter *writer, const WhenceBundle *bundle)
{
  xmlTextWriterStartElement (writer, XML ("nodes"));
  for (guint32 i = 0; i < whence_bundle_get_n_entities (bundle); i++)
    write_entity (writer, bundle, i);
  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    {
      WhenceFact fact;
      whence_bundle_get_fact (bundle, i, &fact);
      if (!fact.negated && is_node (&fact))
        write_fact_node (writer, bundle, i, &fact);
    }
  xmlTextWriterEndElement (writer);
}

static void
write_edges (xmlTextWriter *writer, const WhenceBundle *bundle)
{
  xmlTextWriterStartElement (writer, XML ("edges"));
  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    {
      WhenceFact fact;
      whence_bundle_get_fact (bundle, i, &fact);
      if (fact.negated)
        continue;
      if (is_pair (&fact))
        write_pair (writer, bundle, i, &fact);
      else if (is_node (&fact))
        write_spokes (writer, bundle, i, &fact);
    }
  xmlTextWriterEndElement (writer);
}

static void
write_attribute_table (xmlTextWriter *writer, const char *class, const char *const (*table)[2], guint n)
{
  xmlTextWriterStartElement (writer, XML ("attributes"));
  xmlTextWriterWriteAttribute (writer, XML ("class"), XML (class));
  for (guint i = 0; i < n; i++)
    {
      xmlTextWriterStartElement (writer, XML ("attribute"));
      xmlTextWriterWriteFormatAttribute (writer, XML ("id"), "%u", i);
      xmlTextWriterWriteAttribute (writer, XML ("title"), XML (table[i][0]));
      xmlTextWriterWriteAttribute (writer, XML ("type"), XML (table[i][1]));
      xmlTextWriterEndElement (writer);
    }
  xmlTextWriterEndElement (writer);
}

static void
write_head (xmlTextWriter *writer, const WhenceBundle *bundle)
{
  const char *title = whence_bundle_get_title (bundle);
  xmlTextWriterStartElement (writer, XML ("meta"));
  xmlTextWriterWriteElement (writer, XML ("creator"), XML ("Whence"));
  if (title != NULL)
    {
      g_autofree char *clean = whence_text_strip_controls (title);
      xmlTextWriterWriteElement (writer, XML ("description"), XML (clean));
    }
  xmlTextWriterEndElement (writer);
}

GBytes *
whence_gexf_write (const WhenceBundle *bundle, GError **error)
{
  static const char *const node_attributes[1][2] = { { "type", "string" } };
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *writer = xmlNewTextWriterMemory (buffer, 0);
  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement (writer, XML ("gexf"));
  xmlTextWriterWriteAttribute (writer, XML ("xmlns"), XML ("http://gexf.net/1.3"));
  xmlTextWriterWriteAttribute (writer, XML ("xmlns:viz"), XML ("http://gexf.net/1.3/viz"));
  xmlTextWriterWriteAttribute (writer, XML ("version"), XML ("1.3"));
  write_head (writer, bundle);
  xmlTextWriterStartElement (writer, XML ("graph"));
  xmlTextWriterWriteAttribute (writer, XML ("defaultedgetype"), XML ("undirected"));
  write_attribute_table (writer, "node", node_attributes, 1);
  write_attribute_table (writer, "edge", edge_attributes, N_EDGE_ATTRIBUTES);
  write_nodes (writer, bundle);
  write_edges (writer, bundle);
  int status = xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);
  GBytes *bytes =
    status < 0 ? NULL : g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  if (bytes == NULL)
    g_set_error (error, WHENCE_FORMAT_ERROR, WHENCE_FORMAT_ERROR_WRITE,
                 _ ("The GEXF text could not be written."));
  return bytes;
}
