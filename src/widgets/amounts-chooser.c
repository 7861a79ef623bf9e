/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list is made when the popover opens, in the order of the ranking; widgets exist for the rows in view.
 * Every change goes to the document, and what is checked is what the document says. */
#include "widgets/amounts-chooser.h"

#include <glib/gi18n-lib.h>

#include "document/amounts-choice.h"
#include "layout/amounts.h"

struct _WhenceAmountsChooser
{
  GtkPopover parent_instance;
  WhenceDocument *document;
  GListStore *names; /* GtkStringObject, with the index of the entity */
  GtkStringFilter *filter;
  GPtrArray *bound; /* GtkCheckButton: the rows that exist */
  gboolean updating;

  GtkToggleButton *linear, *logarithmic;
  GtkDropDown *currency;
  GtkEditable *search;
  GtkListView *list;
  GtkWidget *automatic;
};

G_DEFINE_FINAL_TYPE (WhenceAmountsChooser, whence_amounts_chooser, GTK_TYPE_POPOVER)

#define ENTITY "entity"

static guint32
entity_of (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, ENTITY));
}

static guint
find (const GArray *entities, guint32 entity)
{
  for (guint i = 0; i < entities->len; i++)
    if (g_array_index (entities, guint32, i) == entity)
      return i;
  return G_MAXUINT;
}

/* --- Rows --- */

static void
toggle (WhenceAmountsChooser *self, guint32 entity)
{
  g_autoptr (GArray) entities = whence_document_dup_amounts_of (self->document);
  guint at = find (entities, entity);

  if (at != G_MAXUINT)
    g_array_remove_index (entities, at);
  else
    g_array_append_val (entities, entity);
  whence_document_choose_amounts_of (self->document, (const guint32 *) (gconstpointer) entities->data,
                                     entities->len);
}

static void
on_toggled (GtkCheckButton *check, WhenceAmountsChooser *self)
{
  if (!self->updating)
    toggle (self, entity_of (check));
}

/* Return on a row: the list keeps the focus there, not on the box to check. */
static void
on_activate (WhenceAmountsChooser *self, guint position)
{
  g_autoptr (GObject) name =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (name != NULL)
    toggle (self, entity_of (name));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, WhenceAmountsChooser *self)
{
  GtkWidget *check = gtk_check_button_new_with_label ("");

  gtk_list_item_set_child (item, check);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
}

static void
update_check (WhenceAmountsChooser *self, GtkCheckButton *check)
{
  g_autoptr (GArray) entities = whence_document_dup_amounts_of (self->document);

  self->updating = TRUE;
  gtk_check_button_set_active (check, find (entities, entity_of (check)) != G_MAXUINT);
  self->updating = FALSE;
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, WhenceAmountsChooser *self)
{
  GtkStringObject *name = gtk_list_item_get_item (item);
  GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_list_item_get_child (item));

  gtk_check_button_set_label (check, gtk_string_object_get_string (name));
  g_object_set_data (G_OBJECT (check), ENTITY, GUINT_TO_POINTER (entity_of (name)));
  update_check (self, check);
  g_ptr_array_add (self->bound, check);
  /* Before GTK 4.10 a row has no name of its own. */
  if (gtk_widget_get_parent (GTK_WIDGET (check)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (check))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_string_object_get_string (name), -1);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, WhenceAmountsChooser *self)
{
  g_ptr_array_remove_fast (self->bound, gtk_list_item_get_child (item));
}

/* --- What the document says --- */

static void
update (WhenceAmountsChooser *self)
{
  gboolean is_log = whence_document_get_amounts_scale (self->document) == WHENCE_SCALE_LOG;

  self->updating = TRUE;
  gtk_toggle_button_set_active (is_log ? self->logarithmic : self->linear, TRUE);
  self->updating = FALSE;
  gtk_widget_set_sensitive (self->automatic, whence_document_has_chosen_amounts (self->document));
  for (guint i = 0; i < self->bound->len; i++)
    update_check (self, g_ptr_array_index (self->bound, i));
}

static void
fill_names (WhenceAmountsChooser *self)
{
  WhenceBundle *bundle = whence_document_get_told_bundle (self->document);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;
  const guint32 *ranked = whence_document_rank_amounts (self->document, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *clean = whence_text_clean (whence_bundle_get_entity_name (bundle, ranked[i]));
      GtkStringObject *name = gtk_string_object_new (clean);
      g_object_set_data (G_OBJECT (name), ENTITY, GUINT_TO_POINTER (ranked[i]));
      g_ptr_array_add (names, name);
    }
  g_list_store_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), names->pdata,
                       names->len);
}

/* The first entry is all of them. */
static void
fill_currencies (WhenceAmountsChooser *self)
{
  g_autoptr (GArray) entities = whence_document_dup_amounts_of (self->document);
  const char *chosen = whence_document_get_amounts_currency (self->document);
  g_autofree const char **currencies =
    whence_amounts_rank_currencies (whence_document_get_scope (self->document),
                                    (const guint32 *) (gconstpointer) entities->data, entities->len);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint position = 0;

  gtk_string_list_append (model, _ ("All currencies"));
  for (guint i = 0; currencies[i] != NULL; i++)
    {
      gtk_string_list_append (model, currencies[i]);
      position = g_strcmp0 (currencies[i], chosen) == 0 ? i + 1 : position;
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->currency, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->currency, position);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->currency), g_strv_length ((char **) currencies) > 1);
}

/* --- What a hand does --- */

/* One lets go before the other is pressed: the one that speaks is the one to be asked. */
static void
on_scale (WhenceAmountsChooser *self)
{
  gboolean linear = gtk_toggle_button_get_active (self->linear);

  if (!self->updating)
    whence_document_set_amounts_scale (self->document, linear ? WHENCE_SCALE_LINEAR : WHENCE_SCALE_LOG);
}

static void
on_currency (WhenceAmountsChooser *self)
{
  guint position = gtk_drop_down_get_selected (self->currency);
  GListModel *model = gtk_drop_down_get_model (self->currency);

  if (!self->updating && model != NULL)
    whence_document_set_amounts_currency (
      self->document, position > 0 ? gtk_string_list_get_string (GTK_STRING_LIST (model), position) : NULL);
}

static void
on_search (WhenceAmountsChooser *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (self->search));
}

static void
on_automatic (WhenceAmountsChooser *self)
{
  whence_document_choose_amounts_of (self->document, NULL, 0);
}

void
whence_amounts_chooser_set_document (WhenceAmountsChooser *self, WhenceDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::amounts", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/* --- GtkWidget --- */

static void
show (GtkWidget *widget)
{
  WhenceAmountsChooser *self = WHENCE_AMOUNTS_CHOOSER (widget);

  if (self->document != NULL)
    {
      gtk_editable_set_text (self->search, "");
      fill_names (self);
      fill_currencies (self);
      update (self);
    }
  GTK_WIDGET_CLASS (whence_amounts_chooser_parent_class)->show (widget);
}

static void
dispose (GObject *object)
{
  WhenceAmountsChooser *self = WHENCE_AMOUNTS_CHOOSER (object);

  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_amounts_chooser_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  WhenceAmountsChooser *self = WHENCE_AMOUNTS_CHOOSER (object);

  g_clear_object (&self->names);
  g_clear_object (&self->filter);
  g_ptr_array_unref (self->bound);
  G_OBJECT_CLASS (whence_amounts_chooser_parent_class)->finalize (object);
}

#define BIND(member) gtk_widget_class_bind_template_child (widget_class, WhenceAmountsChooser, member)

static void
whence_amounts_chooser_class_init (WhenceAmountsChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->show = show;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/whence_app/Whence/amounts-chooser.ui");
  BIND (linear);
  BIND (logarithmic);
  BIND (currency);
  BIND (search);
  BIND (list);
  BIND (automatic);
  gtk_widget_class_bind_template_callback (widget_class, on_scale);
  gtk_widget_class_bind_template_callback (widget_class, on_currency);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_automatic);
}

static void
whence_amounts_chooser_init (WhenceAmountsChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model = NULL;
  GtkExpression *string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->names = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->filter = gtk_string_filter_new (string);
  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activate), self);
  model = gtk_no_selection_new (G_LIST_MODEL (gtk_filter_list_model_new (
    G_LIST_MODEL (g_object_ref (self->names)), GTK_FILTER (g_object_ref (self->filter)))));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}
