# SPDX-License-Identifier: GPL-3.0-or-later
"""A small window out of which a file can be dragged, as out of a file manager."""

import sys

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GObject, Gtk  # noqa: E402


def on_activate(application):
    files = Gdk.FileList.new_from_list([Gio.File.new_for_path(sys.argv[1])])
    source = Gtk.DragSource()
    source.connect("prepare", lambda *_: Gdk.ContentProvider.new_for_value(GObject.Value(Gdk.FileList, files)))
    label = Gtk.Label(label="drag me", hexpand=True, vexpand=True)
    label.add_controller(source)
    Gtk.ApplicationWindow(
        application=application, title="Source of files", default_width=150, default_height=100, child=label
    ).present()


application = Gtk.Application(application_id="org.example.Source")
application.connect("activate", on_activate)
application.run()
