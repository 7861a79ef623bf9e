/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The export dialog. The preview is drawn by a worker; a change makes the one under way stale and starts
 * another. */
#include "widgets/export-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/amounts-choice.h"
#include "document/document-subset.h"
#include "widgets/export-job.h"
#include "widgets/file-dialog.h"

struct _WhenceExportDialog
{
  AdwWindow parent_instance;
  WhenceDocument *document;
  GCancellable *previewing, *writing;
  cairo_surface_t *surface;
  GFile *file;
  GArray *amounts_of; /* guint32: what the last options speak of */
  gboolean setting;   /* the program changes the sizes, not the reader */

  AdwComboRow *type, *view, *size, *theme;
  GtkSpinButton *width, *height, *scale;
  GtkSwitch *title_switch, *legend_switch, *sources_switch, *transparent_switch;
  GtkWidget *scale_row, *export_button, *cancel_button;
  GtkDrawingArea *preview;
  GtkSpinner *spinner;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (WhenceExportDialog, whence_export_dialog, ADW_TYPE_WINDOW)

static guint exported;

static const struct
{
  const char *name;
  int width, height; /* CSS px; 0: the reader's own */
} sizes[] = {
  { N_ ("Screen, 1280 × 800"), 1280, 800 },   { N_ ("Wide, 1600 × 900"), 1600, 900 },
  { N_ ("Square, 1080 × 1080"), 1080, 1080 }, { N_ ("Upright, 1080 × 1350"), 1080, 1350 },
  { N_ ("A4, landscape"), 1123, 794 },        { N_ ("A4, portrait"), 794, 1123 },
  { N_ ("A3, landscape"), 1587, 1123 },       { N_ ("Custom"), 0, 0 },
};

static WhencePictureOptions
read_options (WhenceExportDialog *self)
{
  const WhenceShow views[] = { WHENCE_SHOW_TIMELINE, WHENCE_SHOW_GRAPH, WHENCE_SHOW_BOTH };
  const WhenceTheme themes[] = { WHENCE_THEME_LIGHT, WHENCE_THEME_DARK, WHENCE_THEME_PRINT };
  WhencePictureOptions options = whence_picture_defaults;

  options.type = (WhencePictureType) adw_combo_row_get_selected (self->type);
  options.show = views[MIN (2, adw_combo_row_get_selected (self->view))];
  options.theme = themes[MIN (2, adw_combo_row_get_selected (self->theme))];
  options.width = gtk_spin_button_get_value (self->width);
  options.height = gtk_spin_button_get_value (self->height);
  options.scale = options.type == WHENCE_PICTURE_PNG ? gtk_spin_button_get_value (self->scale) : 1;
  options.title = gtk_switch_get_active (self->title_switch);
  options.legend = gtk_switch_get_active (self->legend_switch);
  options.sources = gtk_switch_get_active (self->sources_switch);
  options.transparent = gtk_switch_get_active (self->transparent_switch);
  options.grouping = whence_document_get_grouping (self->document);
  options.file = whence_document_get_file (self->document);
  options.layout = whence_document_get_layout (self->document);
  options.faith = whence_document_get_faith (self->document);
  options.node_size = whence_document_get_node_size (self->document);
  options.node_color = whence_document_get_node_color (self->document);
  options.negated = whence_document_get_negated (self->document);
  options.subset = whence_document_get_subset (self->document);
  options.arrangement = whence_document_get_arrangement (self->document);
  whence_document_get_range (self->document, &options.range_from, &options.range_to);
  g_clear_pointer (&self->amounts_of, g_array_unref);
  self->amounts_of = whence_document_dup_amounts_of (self->document);
  options.amounts = whence_document_get_amounts_shown (self->document);
  options.amounts_of = (const guint32 *) (gconstpointer) self->amounts_of->data;
  options.n_amounts_of = self->amounts_of->len;
  options.amounts_scale = whence_document_get_amounts_scale (self->document);
  options.amounts_currency = whence_document_get_amounts_currency (self->document);
  return options;
}

static void
say (WhenceExportDialog *self, const char *message)
{
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

/* --- Preview --- */

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WhenceExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = whence_export_preview_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->previewing)
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      return;
    }
  g_clear_object (&self->previewing);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = surface;
  say (self, surface == NULL ? error->message : NULL);
  gtk_widget_set_sensitive (self->export_button, surface != NULL && self->writing == NULL);
  /* So that Return exports; at first it cannot have the focus. */
  if (gtk_window_get_focus (GTK_WINDOW (self)) == self->cancel_button)
    gtk_widget_grab_focus (self->export_button);
  gtk_widget_queue_draw (GTK_WIDGET (self->preview));
}

static void
stop_preview (WhenceExportDialog *self)
{
  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
}

static void
update_preview (WhenceExportDialog *self)
{
  WhencePictureOptions options = read_options (self);
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self->preview));
  int width = gtk_widget_get_width (GTK_WIDGET (self->preview)) * factor;
  int height = gtk_widget_get_height (GTK_WIDGET (self->preview)) * factor;

  stop_preview (self);
  if (width <= 0 || height <= 0)
    return;
  self->previewing = g_cancellable_new ();
  whence_export_preview_async (whence_document_get_scope (self->document), &options, width, height,
                               self->previewing, on_previewed, g_object_ref (self));
}

static void
draw_preview (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  WhenceExportDialog *self = data;
  double scale, w, h;

  if (self->surface == NULL)
    return;
  w = cairo_image_surface_get_width (self->surface);
  h = cairo_image_surface_get_height (self->surface);
  scale = MIN (width / w, height / h);
  cairo_translate (cr, (width - w * scale) / 2, (height - h * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.5);
  cairo_set_line_width (cr, 1 / scale);
  cairo_rectangle (cr, 0.5 / scale, 0.5 / scale, w - 1 / scale, h - 1 / scale);
  cairo_stroke (cr);
}

/* --- Choices --- */

static void
on_changed (WhenceExportDialog *self)
{
  if (self->document == NULL)
    return;
  gtk_widget_set_sensitive (self->scale_row, adw_combo_row_get_selected (self->type) == WHENCE_PICTURE_PNG);
  update_preview (self);
}

static void
on_dimension_changed (WhenceExportDialog *self)
{
  if (self->setting || self->size == NULL)
    return;
  adw_combo_row_set_selected (self->size, G_N_ELEMENTS (sizes) - 1);
  on_changed (self);
}

static void
on_size_chosen (WhenceExportDialog *self)
{
  guint i = adw_combo_row_get_selected (self->size);

  if (self->document == NULL || i >= G_N_ELEMENTS (sizes) || sizes[i].width == 0)
    return;
  self->setting = TRUE;
  gtk_spin_button_set_value (self->width, sizes[i].width);
  gtk_spin_button_set_value (self->height, sizes[i].height);
  self->setting = FALSE;
  on_changed (self);
}

/* --- Writing --- */

static void
show_busy (WhenceExportDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->export_button, !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (WhenceExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean written = whence_export_write_finish (result, &error);

  g_clear_object (&self->writing);
  show_busy (self, FALSE);
  if (written)
    {
      g_signal_emit (self, exported, 0, self->file);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  WhenceExportDialog *self = data;
  WhencePictureOptions options = read_options (self);

  g_set_object (&self->file, file);
  g_clear_object (&self->writing);
  self->writing = g_cancellable_new ();
  show_busy (self, TRUE);
  whence_export_write_async (whence_document_get_scope (self->document), &options, file, self->writing,
                             on_written, g_object_ref (self));
}

static void
on_export (WhenceExportDialog *self)
{
  const char *const suffixes[] = { "png", "svg", "pdf" };
  const char *suffix = suffixes[MIN (2, adw_combo_row_get_selected (self->type))];
  GFile *file = whence_document_get_file (self->document);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup ("story"), *picture = NULL;
  char *dot = strstr (name, ".facts.json");

  if (dot != NULL)
    *dot = '\0';
  picture = g_strdup_printf ("%s.%s", name, suffix);
  whence_file_dialog_export (GTK_WINDOW (self), picture, suffix, on_file_chosen, self);
}

static void
on_cancel (WhenceExportDialog *self)
{
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* --- GObject --- */

static void
dispose (GObject *object)
{
  WhenceExportDialog *self = WHENCE_EXPORT_DIALOG (object);

  stop_preview (self);
  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_object (&self->file);
  g_clear_pointer (&self->amounts_of, g_array_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_export_dialog_parent_class)->dispose (object);
}

#define BIND(member) gtk_widget_class_bind_template_child (widget_class, WhenceExportDialog, member)
#define CALLBACK(name) gtk_widget_class_bind_template_callback (widget_class, name)

static void
whence_export_dialog_class_init (WhenceExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  exported = g_signal_new ("exported", WHENCE_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                           G_TYPE_NONE, 1, G_TYPE_FILE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/whence_app/Whence/export-dialog.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  BIND (type);
  BIND (view);
  BIND (size);
  BIND (theme);
  BIND (width);
  BIND (height);
  BIND (scale);
  BIND (title_switch);
  BIND (legend_switch);
  BIND (sources_switch);
  BIND (transparent_switch);
  BIND (scale_row);
  BIND (export_button);
  BIND (cancel_button);
  BIND (preview);
  BIND (spinner);
  BIND (message);
  CALLBACK (on_changed);
  CALLBACK (on_size_chosen);
  CALLBACK (on_dimension_changed);
  CALLBACK (on_export);
  CALLBACK (on_cancel);
}

static void
whence_export_dialog_init (WhenceExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    gtk_string_list_append (names, _ (sizes[i].name));
  adw_combo_row_set_model (self->size, G_LIST_MODEL (names));
  gtk_drawing_area_set_draw_func (self->preview, draw_preview, self, NULL);
  g_signal_connect_swapped (self->preview, "resize", G_CALLBACK (update_preview), self);
}

GtkWidget *
whence_export_dialog_new (GtkWindow *parent, WhenceDocument *document)
{
  WhenceExportDialog *self = g_object_new (WHENCE_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  adw_combo_row_set_selected (self->theme,
                              adw_style_manager_get_dark (adw_style_manager_get_default ()) ? 1 : 0);
  on_changed (self);
  return GTK_WIDGET (self);
}
