/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The button and the clock. There is a tick while the document plays and the button can be seen, and none
 * otherwise. Where the desktop wants nothing to move, the date goes from one moment to the next. That time
 * runs, and where it stands, is said. */
#include "widgets/play-button.h"

#include <glib/gi18n-lib.h>

#include "layout/range-scene.h"
#include "widgets/announcer.h"
#include "widgets/canvas.h"
#include "widgets/describe.h"
#include "widgets/split-button.h"
#include "widgets/tooltip.h"

#define LONGEST 0.1 /* seconds: a frame that came late does not let time jump */

struct _WhencePlayButton
{
  AdwBin parent_instance;
  WhenceDocument *document;
  AdwSplitButton *button;
  guint tick;
  gint64 last; /* µs, of the frame before; 0: there was none */
};

G_DEFINE_FINAL_TYPE (WhencePlayButton, whence_play_button, ADW_TYPE_BIN)

/* In the order of the enumeration. */
static const char *const speeds[] = { "slow", "normal", "fast" };
static const char *const speed_labels[] = { N_ ("_Slow"), N_ ("_Normal Speed"), N_ ("_Fast") };

/* --- The clock ----------------------------------------------------------------------------------- */

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WhencePlayButton *self = WHENCE_PLAY_BUTTON (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->last != 0 ? (double) (now - self->last) / G_USEC_PER_SEC : 0;
  guint tick = self->tick;

  self->last = now;
  whence_document_advance (self->document, MIN (seconds, LONGEST));
  /* Advancing may have ended the play, and a new one begun. */
  return self->tick == tick ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
stop_clock (WhencePlayButton *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static void
update_clock (WhencePlayButton *self)
{
  stop_clock (self);
  self->last = 0;
  if (whence_document_is_playing (self->document))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* --- The document -------------------------------------------------------------------------------- */

void
whence_play_button_toggle (WhencePlayButton *self)
{
  gboolean animate = TRUE;

  if (whence_document_is_playing (self->document))
    {
      whence_document_pause (self->document);
      return;
    }
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animate, NULL);
  whence_document_set_play_stepwise (self->document, !animate);
  whence_document_play (self->document);
}

static void
on_playing (WhencePlayButton *self)
{
  gboolean playing = whence_document_is_playing (self->document);
  const char *label = playing ? _ ("Pause") : _ ("Play through time");

  adw_split_button_set_icon_name (self->button, playing ? "media-playback-pause-symbolic"
                                                        : "media-playback-start-symbolic");
  whence_tooltip_set (GTK_WIDGET (self->button), label);
  whence_split_button_set_names (self->button, label, NULL);
  update_clock (self);
}

static void
tell_playing (WhencePlayButton *self)
{
  gboolean playing = whence_document_is_playing (self->document);
  g_autofree char *date = NULL, *paused_at = NULL, *text = NULL;
  WhencePeriod as_of;

  if (!playing && whence_document_get_as_of (self->document, &as_of.from, &as_of.to))
    {
      date = whence_period_to_text (as_of, WHENCE_DATE_TEXT_LONG);
      paused_at = g_strdup_printf (_ ("As of %s"), date);
    }
  text = whence_describe_and (g_strdup (playing ? _ ("Playing") : _ ("Paused")), paused_at);
  whence_announce (GTK_WIDGET (self), text);
}

static void
on_scope (WhencePlayButton *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          whence_range_has_dates (whence_document_get_scope (self->document)));
}

void
whence_play_button_set_document (WhencePlayButton *self, WhenceDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::playing", G_CALLBACK (on_playing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::playing", G_CALLBACK (tell_playing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::scope", G_CALLBACK (on_scope), self, G_CONNECT_SWAPPED);
  on_playing (self);
  on_scope (self);
}

int
whence_play_button_get_room (WhencePlayButton *self)
{
  gboolean visible = gtk_widget_get_visible (GTK_WIDGET (self));
  int width;

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), visible);
  return width;
}

/* --- The menu ------------------------------------------------------------------------------------ */

static void
change_speed (GSimpleAction *action, GVariant *value, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    if (g_str_equal (speeds[i], g_variant_get_string (value, NULL)))
      {
        whence_document_set_play_speed (WHENCE_PLAY_BUTTON (data)->document, (WhencePlaySpeed) i);
        g_simple_action_set_state (action, value);
      }
}

/* Made when it is opened first. */
static void
on_open (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = g_menu_new ();
  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      g_autofree char *action = g_strconcat ("play.speed::", speeds[i], NULL);
      g_menu_append (menu, _ (speed_labels[i]), action);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
add_menu (WhencePlayButton *self)
{
  const GActionEntry entries[] = { { "speed", NULL, "s", "'normal'", change_speed } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "play", G_ACTION_GROUP (actions));
  gtk_menu_button_set_create_popup_func (whence_split_button_get_menu (self->button), on_open, self, NULL);
}

/* --- GObject ------------------------------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  WhencePlayButton *self = WHENCE_PLAY_BUTTON (object);

  stop_clock (self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (whence_play_button_parent_class)->dispose (object);
}

/* On the ground of the range bar beside it. */
static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const WhenceColor ground = whence_canvas_get_style ()->ground;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ (float) ground.r, (float) ground.g, (float) ground.b, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
  GTK_WIDGET_CLASS (whence_play_button_parent_class)->snapshot (widget, snapshot);
}

static void
whence_play_button_class_init (WhencePlayButtonClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = snapshot;
  G_OBJECT_CLASS (klass)->dispose = dispose;
}

static void
whence_play_button_init (WhencePlayButton *self)
{
  self->button = ADW_SPLIT_BUTTON (adw_split_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "play");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  adw_split_button_set_dropdown_tooltip (self->button, _ ("Speed"));
  whence_split_button_set_names (self->button, NULL, _ ("Speed"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  add_menu (self);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (whence_play_button_toggle), self,
                           G_CONNECT_SWAPPED);
}
