"""The preview server: shows an edit at once, and reloads pages that are looked at."""

import secrets
import signal
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from generator.project import PLANS, Project
from generator.site.config import config_file
from generator.site.csp import POLICY
from generator.site.preview import Order, Preview
from generator.site.swap import temporary_files_in

_OWN_ORIGIN = POLICY.partition(" object-src")[0].encode()

_LOOK_EVERY = 0.2
_WAIT_FOR_MORE = 0.05
"""Seconds. Before anything is done an edit waits for the next look, and then whether more files
are written. A look at 200 plans costs 15 ms, so more of them would keep a core busy; a command
that writes file after file for longer than the second is told of its errors halfway."""


def serve(project: Project, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve the site of a project until interrupted.

    Plans with errors do not take the preview down: the errors are told, and the last good
    pages stay until they are mended.

    Args:
        project: The project.
        host: Address to listen on.
        port: Port to listen on.
        tell: Tells the user something in Vietnamese.

    Raises:
        PreviewError: No site could be built at the start, for instance from plans with errors.
        UnfinishedSiteError: MkDocs refused the settings.
        OSError: Nobody can listen there.
    """
    with (
        _until_ended(),
        TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as home,
        temporary_files_in(Path(home) / "tmp"),
        config_file(project) as file,
    ):
        config = load_config(config_file=str(file))
        places = (project.root / PLANS, Path(config.docs_dir), file, *map(Path, config.watch))
        server = _server(Path(home) / "site", host, port, urlsplit(config.site_url or "/").path)
        order = Order(project, Path(home), server.url)
        with closing(Preview(order, places, tell)) as preview:
            server.builder = preview.follow
            for place in (*places, preview.bell):
                server.watch(str(place))
            try:
                server.serve()  # type: ignore[no-untyped-call]
            finally:
                server.shutdown()


class _Server(LiveReloadServer):
    """Lets the one script run that loads a page again; the page's own policy stops all like it."""

    _nonce = secrets.token_urlsafe().encode()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        html: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        page, _, script = html.rpartition(b"<script>")
        let_in = b"%b script-src 'self' 'nonce-%b';" % (_OWN_ORIGIN, self._nonce)
        return b'%b<script nonce="%b">%b' % (
            page.replace(_OWN_ORIGIN, let_in, 1),
            self._nonce,
            script,
        )


def _server(site: Path, host: str, port: int, mount_path: str) -> LiveReloadServer:
    server = _Server(lambda: None, host, port, str(site), mount_path, polling_interval=_LOOK_EVERY)
    server.build_delay = _WAIT_FOR_MORE
    server.error_handler = lambda code: _page(site / f"{code}.html")
    return server


def _page(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


@contextmanager
def _until_ended() -> Iterator[None]:
    """Let an end that is asked for be one, by the keyboard or by a signal, with nothing left."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)
