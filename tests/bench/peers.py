# SPDX-License-Identifier: GPL-3.0-or-later
"""The peers that run in a browser: d3 on a canvas and vis-timeline, in headless Chromium, with the bundle that Whence
is measured with. npm fetches them, in fixed versions; where it does not reach them, the section says so."""
import base64
import hashlib
import http.server
import json
import os
import queue
import shutil
import statistics
import subprocess
import tarfile
import tempfile
import threading

from workshop import HERE

PACKAGES = {
    '/d3.js': ('d3', '7.9.0', 'package/dist/d3.min.js',
               'e1U46jVP+w7Iut8Jt8ri1YsPOvFpg46k+K8TpCb0P+zjCkjkPnV7WzfDJzMHy1LnA+wj5pLT1wjO901gLXeEhA=='),
    '/vis-timeline.js': ('vis-timeline', '7.7.3', 'package/standalone/umd/vis-timeline-graph2d.min.js',
                         'hGMzTttdOFWaw1PPlJuCXU2/4UjnsIxT684Thg9fV6YU1JuKZJs3s3BrJgZ4hO3gu5i1hsMe1YIi96o+eNT0jg=='),
}
BROWSERS = ('chromium', 'chromium-browser', 'google-chrome')
PATIENCE = 600


class Absent(Exception):
    """What a peer needs is not there."""


def download(name, version, member, checksum):
    with tempfile.TemporaryDirectory() as folder:
        try:
            subprocess.run(['npm', 'pack', '--silent', f'{name}@{version}'], cwd=folder, check=True, timeout=120,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except (OSError, subprocess.SubprocessError) as error:
            raise Absent(f'{name} {version} by npm') from error
        path = os.path.join(folder, f'{name}-{version}.tgz')
        with open(path, 'rb') as archive:
            if base64.b64encode(hashlib.sha512(archive.read()).digest()).decode() != checksum:
                raise SystemExit(f'{name} {version} is not what it was')
        with tarfile.open(path) as files:
            return files.extractfile(member).read()


class Browser:
    """Opens the page for a bundle, and returns what it tells."""

    def __init__(self):
        self.program = next(filter(None, map(shutil.which, BROWSERS)), None)
        if self.program is None:
            raise Absent('Chromium')
        with open(os.path.join(HERE, 'peers.html'), 'rb') as page:
            self.files = {'/': page.read()}
        self.files |= {path: download(*package) for path, package in PACKAGES.items()}
        self.told = queue.Queue()
        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), self.handler())
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def handler(self):
        browser = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = browser.files.get(self.path.split('?')[0])
                self.send_response(200 if body is not None else 404)
                self.end_headers()
                self.wfile.write(body or b'')

            def do_POST(self):
                browser.told.put(json.loads(self.rfile.read(int(self.headers['Content-Length']))))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        return Handler

    def ask(self, kind, bundle, profile):
        with open(bundle, 'rb') as text:
            self.files['/bundle'] = text.read()
        address = f'http://127.0.0.1:{self.server.server_port}/?{kind}'
        child = subprocess.Popen([self.program, '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run',
                                  '--window-size=1600,1000', f'--user-data-dir={profile}', address],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            told = self.told.get(timeout=PATIENCE)
        except queue.Empty as error:
            raise SystemExit(f'{kind}: the browser tells nothing within {PATIENCE} s') from error
        finally:
            child.terminate()
            child.wait()
        if 'error' in told:
            raise SystemExit(told['error'])
        return told

    def close(self):
        self.server.shutdown()


def compare(shop, browser, kind, bundle, label, peer):
    told = browser.ask(kind, bundle, shop.path('browser'))
    usable = shop.ask(shop.program('interact'), 'usable', bundle)['usable']
    frames = shop.ask(shop.program('frames'), kind, bundle, '100', '1')['at'][0]
    rows = [{'what': f'{label}: opened and shown', 'unit': 'ms wall', 'ours': usable, 'peer': told['usable'], 'name': peer,
             'ratio': usable / told['usable']}]
    for move in ('pan', 'zoom'):
        theirs, ours = sorted(told[move]), frames[move]
        median = statistics.median(theirs)
        rows.append({'what': f'{label}: {move}, a frame', 'unit': 'ms', 'ours': ours['median'], 'peer': median,
                     'name': f'{peer}, wall', 'ratio': ours['median'] / median,
                     'range': [ours['low'] / theirs[-1], ours['high'] / theirs[0]]})
    return rows


def run(shop):
    if not shop.on_stage():
        return []
    try:
        browser = Browser()
    except Absent as what:
        print(f'  left out: it needs {what}')
        return []
    rows = []
    try:
        for facts in shop.sizes(1000, 10000):
            rows += compare(shop, browser, 'timeline', shop.bundle(facts), f'timeline, {facts:,} facts', 'vis-timeline')
        for nodes, edges in ((10000, 30000), (100000, 300000)):
            if edges <= shop.at_most:
                rows += compare(shop, browser, 'graph', shop.bundle(edges, f'--placed={nodes}'), f'graph, {nodes:,} nodes',
                                'd3 on a canvas')
    finally:
        browser.close()
    return rows
