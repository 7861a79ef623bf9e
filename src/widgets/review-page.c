/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list view over a review: going from row to row goes from finding to finding in the views. Widgets for the
 * rows in view; what is copied is put together in a worker. */
#include "widgets/review-page.h"

#include <glib/gi18n-lib.h>

#include "model/text-list.h"
#include "widgets/review-model.h"
#include "widgets/review-row.h"

struct _WhenceReviewPage
{
  GtkWidget parent_instance;
  WhenceDocument *document;
  GtkWidget *box;
  GtkDropDown *kinds;
  GtkWidget *copy;
  GtkStack *pages;
  GtkProgressBar *progress;
  GtkListView *list;
  WhenceReviewModel *model;
  GtkSingleSelection *selection;
  WhenceReviewKind shown[WHENCE_N_REVIEW_KINDS + 1]; /* by the entries of @kinds */
  WhenceReviewKind kind;                             /* that is listed, or all of them */
  gboolean filling;                                  /* nobody chooses anything just now */
};

G_DEFINE_FINAL_TYPE (WhenceReviewPage, whence_review_page, GTK_TYPE_WIDGET)

enum
{
  WENT,
  OPENED,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- What is listed --- */

static void
list_kind (WhenceReviewPage *self, WhenceReview *review)
{
  self->filling = TRUE;
  whence_review_model_set_review (self->model, review, self->kind);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
}

/* The kinds that there are, with their numbers; the one that was listed stays so if it is still there. */
static void
fill_kinds (WhenceReviewPage *self, WhenceReview *review)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint n = 0, n_findings = whence_review_get_n_findings (review), chosen = 0;
  g_autofree char *all = whence_text_count (_ ("Everything"), n_findings);

  gtk_string_list_append (words, all);
  self->shown[n++] = WHENCE_N_REVIEW_KINDS;
  for (guint kind = 0; kind < WHENCE_N_REVIEW_KINDS; kind++)
    {
      g_autofree char *text = NULL;
      whence_review_get_findings (review, kind, &n_findings);
      if (n_findings == 0)
        continue;
      text = whence_text_count (whence_review_kind_heading (kind), n_findings);
      gtk_string_list_append (words, text);
      if (kind == self->kind)
        chosen = n;
      self->shown[n++] = kind;
    }
  self->kind = self->shown[chosen];
  self->filling = TRUE;
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->kinds, chosen);
  self->filling = FALSE;
}

static void
on_progress (WhenceReviewPage *self)
{
  gboolean busy = whence_document_is_reviewing (self->document);
  gboolean first = whence_document_get_review (self->document) == NULL;

  gtk_progress_bar_set_fraction (self->progress, whence_document_get_review_progress (self->document));
  if (busy && first)
    gtk_stack_set_visible_child_name (self->pages, "busy");
}

static void
on_review (WhenceReviewPage *self)
{
  WhenceReview *review = whence_document_get_review (self->document);
  gboolean any = review != NULL && whence_review_get_n_findings (review) > 0;

  if (review != NULL)
    {
      fill_kinds (self, review);
      gtk_stack_set_visible_child_name (self->pages, any ? "list" : "empty");
    }
  list_kind (self, review);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), any);
  gtk_widget_set_sensitive (self->copy, any);
}

static void
on_kind (WhenceReviewPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->kinds);

  if (self->filling || chosen == GTK_INVALID_LIST_POSITION)
    return;
  self->kind = self->shown[chosen];
  list_kind (self, whence_document_get_review (self->document));
}

/* --- Going there --- */

static gboolean
go (WhenceReviewPage *self, WhenceReviewItem *item)
{
  if (item == NULL || item->finding == NULL || self->filling
      || item->review != whence_document_get_review (self->document)
      || !whence_document_go_to_finding (self->document, item->finding))
    return FALSE;
  g_signal_emit (self, signals[WENT], 0);
  return TRUE;
}

static void
on_selected (WhenceReviewPage *self)
{
  go (self, gtk_single_selection_get_selected_item (self->selection));
}

static void
on_activate (WhenceReviewPage *self, guint position)
{
  g_autoptr (WhenceReviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (go (self, item))
    g_signal_emit (self, signals[OPENED], 0);
}

static void
on_pressed (WhenceReviewPage *self, WhenceReviewRow *row)
{
  if (go (self, whence_review_row_get_item (row)))
    g_signal_emit (self, signals[OPENED], 0);
}

/* --- Copying --- */

typedef struct
{
  WhenceReview *review;
  WhenceReviewKind kind;
} Copy;

static void
copy_free (gpointer data)
{
  whence_review_unref (((Copy *) data)->review);
  g_free (data);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;
  GString *text = g_string_new (NULL);

  for (guint kind = 0; kind < WHENCE_N_REVIEW_KINDS; kind++)
    if (copy->kind == kind || copy->kind == WHENCE_N_REVIEW_KINDS)
      whence_review_append_text (copy->review, kind, text);
  g_task_return_pointer (task, g_string_free (text, FALSE), g_free);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (source)), text);
}

static void
on_copy (WhenceReviewPage *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_written, NULL);
  WhenceReview *review = whence_document_get_review (self->document);
  Copy *copy;

  if (review == NULL)
    return;
  copy = g_new (Copy, 1);
  *copy = (Copy){ whence_review_ref (review), self->kind };
  g_task_set_task_data (task, copy, copy_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
on_close (WhenceReviewPage *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* --- Rows --- */

static void
on_setup (WhenceReviewPage *self, GtkListItem *item)
{
  WhenceReviewRow *row = whence_review_row_new ();

  g_signal_connect_object (row, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, GTK_WIDGET (row));
}

static void
on_bind (WhenceReviewPage *self, GtkListItem *item)
{
  WhenceReviewItem *shown = gtk_list_item_get_item (item);

  /* Headings can be selected, too: past a row that cannot, the keyboard does not get before GTK 4.12. */
  gtk_list_item_set_activatable (item, shown->finding != NULL);
  whence_review_row_set_item (WHENCE_REVIEW_ROW (gtk_list_item_get_child (item)), shown);
}

/* --- GtkWidget --- */

static void
map (GtkWidget *widget)
{
  WhenceReviewPage *self = WHENCE_REVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (whence_review_page_parent_class)->map (widget);
  if (self->document != NULL)
    whence_document_want_review (self->document, TRUE);
}

static void
unmap (GtkWidget *widget)
{
  WhenceReviewPage *self = WHENCE_REVIEW_PAGE (widget);

  if (self->document != NULL)
    whence_document_want_review (self->document, FALSE);
  GTK_WIDGET_CLASS (whence_review_page_parent_class)->unmap (widget);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  WhenceReviewPage *self = WHENCE_REVIEW_PAGE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->list))
         || gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

/* What is found is put into words where it is found, dates and all. */
void
whence_review_page_tell_anew (WhenceReviewPage *self)
{
  if (self->document != NULL)
    whence_document_review_afresh (self->document);
}

void
whence_review_page_set_document (WhenceReviewPage *self, WhenceDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::review", G_CALLBACK (on_review), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::review-progress", G_CALLBACK (on_progress), self,
                           G_CONNECT_SWAPPED);
  on_review (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    whence_document_want_review (document, TRUE);
}

static void
dispose (GObject *object)
{
  WhenceReviewPage *self = WHENCE_REVIEW_PAGE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_review_page_parent_class)->dispose (object);
}

#define BIND(member) gtk_widget_class_bind_template_child (widget_class, WhenceReviewPage, member)

static void
whence_review_page_class_init (WhenceReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const char *const names[N_SIGNALS] = { "went", "opened", "closed" };

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->map = map;
  widget_class->unmap = unmap;
  widget_class->grab_focus = grab_focus;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], WHENCE_TYPE_REVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/review-page.ui");
  BIND (box);
  BIND (kinds);
  BIND (copy);
  BIND (pages);
  BIND (progress);
  BIND (list);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
whence_review_page_init (WhenceReviewPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->kind = WHENCE_N_REVIEW_KINDS;
  self->model = whence_review_model_new ();
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect", TRUE,
                                  "model", self->model, NULL);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Review"), -1);
}
