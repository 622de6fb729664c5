"""MkDocs plugin: our pages as finished HTML, never parsed again."""

from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from generator.cache import users_cache
from generator.history import timeline
from generator.pages import Page, SiteData, assets, site_pages
from generator.pages.addresses import plan_addresses
from generator.pages.search import Indexed, Section, indexed, records_of_site, sections_of
from generator.pipeline import Checked, check
from generator.project import Project, Shard, find_root
from generator.reporters import report
from generator.site.accessibility import reachable_tables
from generator.site.assembly import Laid, keep_parts, lay
from generator.site.cards import SITE_CARD, site_card
from generator.site.csp import add_policy
from generator.site.desk import desk_files
from generator.site.feeds import feed_of, feeds
from generator.site.frame import FONTS, STYLESHEET, UNUSED, frame_files
from generator.site.framing import Frame, contents_of, meta_of
from generator.site.inert import inert
from generator.site.macros import macros
from generator.site.plan_part import Setting
from generator.site.provenance import Provenance, provenance
from generator.site.search import search_assets, write_search
from generator.site.social import Shared, add_social, robots
from generator.site.structured_data import add_dataset, datasets

THEME = Path(__file__).parent / "theme"
_ENGLISH = "dev/"
_MOST_REVISIONS = 30
_TABLE = {"vi": "Bảng", "en": "Table"}


class KehoachConfig(Config):  # type: ignore[no-untyped-call]
    """Settings in mkdocs.yml: none is needed.

    Attributes:
        root: Folder of the project, when it is not above mkdocs.yml.
        repository: Address of the repository on GitHub, to which "mend this row" leads.
    """

    root = config_options.Optional(config_options.Type(str))
    repository = config_options.Type(str, default="")


class KehoachPlugin(BasePlugin[KehoachConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages about everything, and lays those of the plans beside them.

    Attributes:
        checked: The plans, when the caller has checked them already; otherwise they are
            checked here, and a build of plans with errors is aborted.
        shard: Of which plans the parts are made, and no site; None makes a site.
        data: In a build, everything that pages are made from.
        setting: In a build, what the parts of all plans have in common.
        laid: After a build, what was laid into the site beside the pages that MkDocs wrote.
    """

    checked: Checked | None = None
    shard: Shard | None = None
    data: SiteData
    setting: Setting
    laid: Laid = Laid()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our frame before the theme's, and offer macros to hand-written pages."""
        config.theme.dirs.insert(0, str(THEME))
        config.extra_css.insert(0, STYLESHEET)
        self._project = self._find_project(config)
        self._site_url = config.site_url or None
        self._checked = self._check()
        cast(Any, config.plugins["macros"]).register_macros(macros(self._checked))
        for name in assets():
            self._register_asset(config, name)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages about everything, and the files that pages need."""
        self._origin = provenance(self._project.root)
        self.data = self._site_data(self._origin)
        self._pages = {page.address: page for page in site_pages(self.data)}
        self._sections: list[Section] = []
        self._datasets = datasets(self._checked.library, self._origin)
        for page in self._pages.values():
            files.append(File.generated(config, f"{page.address}index.md", content=""))
        for unused in [file for file in files if file.src_uri.startswith(UNUSED)]:
            files.remove(unused)
        own = {f"assets/{name}": content for name, content in assets().items()}
        for address, made in {**own, **frame_files(), **search_assets(), **self._extras()}.items():
            files.append(File.generated(config, address, content=made))
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation, which the pages of plans show too."""
        self._navigation = nav
        return nav

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Set the frame up: which fonts to ask for at once, and without blank lines.

        Templates do not change during a build, so nothing looks whether they have.
        """
        env.globals["fonts"] = FONTS
        env.globals["plan_pages"] = [
            address for plan in self.data.library.plans for address in plan_addresses(plan)
        ]
        env.filters["inert"] = inert
        env.trim_blocks = env.lstrip_blocks = True
        env.auto_reload = False
        self.setting = Setting(
            Frame(env, config, self._navigation), self._origin, self._has_feeds()
        )
        return env

    def on_page_markdown(
        self, markdown: str, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str:
        """Name our pages; their Markdown is empty and stays so."""
        if ours := self._ours(page):
            page.meta = meta_of(ours, feed_of(self.data, ours.address, has_feeds=self._has_feeds()))
        elif page.url.startswith(_ENGLISH):
            page.meta.setdefault("lang", "en")
        return markdown

    def on_page_content(self, html: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Give the theme the finished body instead of rendered Markdown."""
        ours = self._ours(page)
        if ours is None:
            self._sections += sections_of(page.url, str(page.title), html)
            return reachable_tables(html, _TABLE.get(str(page.meta.get("lang")), _TABLE["vi"]))
        page.toc = contents_of(ours)
        return ours.body

    @event_priority(-100)
    def on_post_page(self, output: str, page: SitePage, config: MkDocsConfig) -> str:
        """Complete the head, and add the security policy, when every other plugin is done."""
        address = page.file.src_uri.removesuffix("index.md")
        html = add_social(output, self._shared(page, config), self._site_url)
        return add_policy(add_dataset(html, self._datasets.get(address)))

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Lay the plans beside the pages, and what leads to everything: the index of search.

        Of a shard only the parts of its plans are made, and kept for whoever lays them.
        """
        contents = self._checked.fingerprints
        if self.shard:
            every = (plan.province_id for plan in self.data.library.plans)
            own = frozenset(self.shard.provinces(every))
            faults = keep_parts(self.data, contents, self.setting, users_cache(), own)
            self.laid = Laid(faults=faults)
            return
        site, cache = Path(config.site_dir), users_cache()
        self.laid = lay(self.data, self._pages.values(), contents, self.setting, site, cache)
        write_search(site, (self._found(), *self.laid.found))

    @event_priority(-100)
    def on_post_template(
        self, output_content: str, template_name: str, config: MkDocsConfig
    ) -> str:
        """Do the same for pages of the theme itself: there is one, for what is not found."""
        if not template_name.endswith(".html"):
            return output_content
        about = config.site_description or ""
        told = Shared(template_name, "Không tìm thấy trang", about, SITE_CARD)
        return add_policy(add_social(output_content, told, self._site_url))

    def _find_project(self, config: MkDocsConfig) -> Project:
        if self.config.root:
            return Project(Path(self.config.root))
        return find_root(Path(config.config_file_path or ".").parent)

    def _check(self) -> Checked:
        checked = self.checked or check(self._project, wants_plans=True)
        if checked.blocks:
            raise Abort(report("text", checked))
        return checked

    def _site_data(self, origin: Provenance) -> SiteData:
        return SiteData(
            library=self._checked.library,
            diagnostics=self._checked.diagnostics,
            sources=self._checked.sources,
            commit=origin.commit,
            commit_date=origin.committed_at.date() if origin.commit else None,
            repository=self.config.repository.rstrip("/") or None,
            site_url=self._site_url,
            revisions=timeline(self._project.root, _MOST_REVISIONS) if origin.commit else (),
        )

    def _extras(self) -> dict[str, str | bytes]:
        """Files that stand beside the pages: cards, the editing desk, a word to robots."""
        sources = self._checked.sources.values()
        parts = frozenset(source.file for plan in sources for source in plan.values())
        desk = desk_files(self._checked.library, parts, self.data.repository)
        return {
            **dict((site_card(),)),
            **dict(desk),
            **dict(feeds(self.data)),
            "robots.txt": robots(self._site_url),
        }

    def _shared(self, page: SitePage, config: MkDocsConfig) -> Shared:
        ours = self._ours(page)
        address = page.url if page.url != "." else ""
        told = ours.description if ours else page.meta.get("description")
        return Shared(
            address=address,
            title=ours.title if ours else str(page.title),
            description=told or config.site_description or "",
            card=SITE_CARD,
        )

    def _has_feeds(self) -> bool:
        return bool(self.data.revisions)

    def _found(self) -> Indexed:
        """What can be found beside plans."""
        return indexed(records_of_site(self.data, self._pages.values(), self._sections))

    def _ours(self, page: SitePage) -> Page | None:
        if page.file.generated_by != "kehoach":
            return None
        address = page.file.src_uri.removesuffix("index.md")
        return self._pages.get(address)

    def _register_asset(self, config: MkDocsConfig, name: str) -> None:
        if name.endswith(".css"):
            config.extra_css.append(f"assets/{name}")
        elif name.endswith(".js"):
            config.extra_javascript.append(f"assets/{name}")
