"""MkDocs plugin: our pages as in-memory files, finished HTML, never parsed again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, cast

from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import get_toc

from generator.pages import Page, SiteData, assets, render_pages
from generator.pipeline import Checked, check
from generator.project import PLANS, Project, find_root
from generator.reporters import report
from generator.site.accessibility import named_dialog, reachable_tables
from generator.site.csp import add_policy
from generator.site.macros import macros
from generator.site.provenance import Provenance, provenance
from generator.site.structured_data import add_dataset, datasets
from generator.site.toc import toc_tokens

log = get_plugin_logger("kehoach")

THEME = Path(__file__).parent / "theme"
_RULES = "kiem-tra/"
_RULE_BOOST = 0.2
_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})


class KehoachConfig(Config):  # type: ignore[no-untyped-call]
    """Settings in mkdocs.yml: none is needed.

    Attributes:
        root: Folder of the project, when it is not above mkdocs.yml.
        repository: Address of the repository on GitHub, to which "mend this row" leads.
    """

    root = config_options.Optional(config_options.Type(str))
    repository = config_options.Type(str, default="")


class KehoachPlugin(BasePlugin[KehoachConfig]):  # type: ignore[no-untyped-call]
    """Adds a page for every plan, indicator table, task matrix, rule and agency.

    Attributes:
        checked: The plans, when the caller has checked them already; otherwise they are
            checked here, and a build of plans with errors is aborted.
    """

    checked: Checked | None = None
    _last_good: Checked | None = None

    def on_startup(self, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Exist, so that MkDocs keeps this instance, and the last good plans, while it serves."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our words before the theme's, and offer macros to hand-written pages."""
        config.theme.dirs.insert(0, str(THEME))
        self._project = self._find_project(config)
        self._site_url = config.site_url or None
        self._checked = self._check()
        cast(Any, config.plugins["macros"]).register_macros(macros(self._checked))
        for name in assets():
            self._register_asset(config, name)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add our pages and the files that they need."""
        origin = provenance(self._project.root)
        self._pages = {page.address: page for page in self._render(origin)}
        self._datasets = datasets(self._checked.library, origin)
        for page in self._pages.values():
            files.append(File.generated(config, f"{page.address}index.md", content=""))
        for name, content in assets().items():
            files.append(File.generated(config, f"assets/{name}", content=content))
        return files

    def on_page_markdown(
        self, markdown: str, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str:
        """Name our pages; their Markdown is empty and stays so."""
        if ours := self._ours(page):
            page.meta = {
                "title": str(escape(ours.title)),
                "description": str(escape(ours.description)),
                "hide": ["navigation"],
                "search": {"boost": _RULE_BOOST if _is_rule(ours.address) else 1},
            }
        return markdown

    def on_page_content(self, html: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Give the theme the finished body instead of rendered Markdown."""
        ours = self._ours(page)
        if ours is None:
            return reachable_tables(html)
        page.toc = get_toc(toc_tokens(ours.toc))
        return _without_braces(str(ours.body))

    @event_priority(-100)
    def on_post_page(self, output: str, page: SitePage, config: MkDocsConfig) -> str:
        """Mend the theme and add the security policy, when every other plugin is done."""
        dataset = self._datasets.get(page.file.src_uri.removesuffix("index.md"))
        return add_policy(add_dataset(named_dialog(output), dataset))

    @event_priority(-100)
    def on_post_template(
        self, output_content: str, template_name: str, config: MkDocsConfig
    ) -> str:
        """Do the same for pages of the theme itself, such as 404."""
        if not template_name.endswith(".html"):
            return output_content
        return add_policy(named_dialog(output_content))

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Rebuild when a plan changes."""
        server.watch(str(self._project.root / PLANS))
        return server

    def _find_project(self, config: MkDocsConfig) -> Project:
        if self.config.root:
            return Project(Path(self.config.root))
        return find_root(Path(config.config_file_path or ".").parent)

    def _check(self) -> Checked:
        checked = self.checked or check(self._project)
        if not checked.blocks:
            self._last_good = checked
        elif self._last_good is None:
            raise Abort(report("text", checked))
        else:
            log.error("Giữ các trang tốt gần nhất.\n%s", report("text", checked))
        return self._last_good

    def _render(self, origin: Provenance) -> Iterator[Page]:
        return render_pages(
            SiteData(
                library=self._checked.library,
                diagnostics=self._checked.diagnostics,
                sources=self._checked.sources,
                commit=origin.commit,
                commit_date=origin.committed_at.date() if origin.commit else None,
                repository=self.config.repository.rstrip("/") or None,
                site_url=self._site_url,
            )
        )

    def _ours(self, page: SitePage) -> Page | None:
        if page.file.generated_by != "kehoach":
            return None
        return self._pages.get(page.file.src_uri.removesuffix("index.md"))

    def _register_asset(self, config: MkDocsConfig, name: str) -> None:
        if name.endswith(".css"):
            config.extra_css.append(f"assets/{name}")
        elif name.endswith(".js"):
            config.extra_javascript.append(f"assets/{name}")


def _is_rule(address: str) -> bool:
    """Whether a page explains a rule: readers search for plans first."""
    return address.startswith(_RULES) and address != _RULES


def _without_braces(body: str) -> str:
    """Keep the gate's promise: a brace in plan text is never taken for a template's."""
    return body.translate(_BRACES)
