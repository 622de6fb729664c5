"""The whole site for the preview, and what a server has to keep of it to show an edit at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.diagnostics import Extent
from generator.errors import KehoachError
from generator.model import Library, Registry
from generator.pages import SiteData, shares
from generator.pipeline import Checked, check
from generator.project import PlanFolder, Project, Shard
from generator.reporters import report
from generator.runner import Outcome
from generator.site.build import SIGN, build_pages
from generator.site.framing import Frame
from generator.site.plan_part import Setting
from generator.site.provenance import Provenance
from generator.site.swap import replacing

_NO_PLANS = Checked((), Registry(), Extent(plans=0, files=0, tasks=0, indicators=0))
_NO_PARTS = Shard(1, 1)


@dataclass(frozen=True, slots=True)
class Built:
    """What is kept of a site that was built: not its plans, for they are many.

    Attributes:
        outcomes: What came of checking each plan.
        shares: Plan id to its share of what pages are made from, without the plan itself.
        origin: The commit that the plans come from.
        has_feeds: Whether there are feeds of changes.
        setting: Fingerprint of what the parts of all plans have in common.
        complaints: What would keep the site from being published.
    """

    outcomes: Mapping[PlanFolder, Outcome]
    shares: Mapping[str, SiteData]
    origin: Provenance
    has_feeds: bool
    setting: bytes
    complaints: tuple[str, ...]

    @property
    def fingerprints(self) -> dict[str, str]:
        """Plan id to the name of all that its data and its findings follow from."""
        return {folder.plan_id: one.fingerprint for folder, one in self.outcomes.items()}


@dataclass(frozen=True, slots=True)
class Refused:
    """Why no site was built; what stood there stands there still.

    Attributes:
        why: In Vietnamese, for the user.
    """

    why: str


def build_whole(project: Project, site: Path, address: str) -> Built | Refused:
    """Build the whole site for a preview, and put it in the place of the one before.

    Args:
        project: The project.
        site: Folder of the site; nobody who reads it meets a half-built one.
        address: Address of the preview.

    Returns:
        What was built, or why nothing was.
    """
    try:
        checked = check(project, wants_plans=True)
        if checked.blocks:
            return Refused(report("text", checked).rstrip())
        with replacing(site, sign=SIGN) as fresh:
            plugin, complaints = build_pages(project, fresh, checked, preview_at=address)
    except KehoachError as refusal:
        return Refused(str(refusal))
    return Built(
        outcomes={folder: replace(one, whole=None) for folder, one in checked.outcomes.items()},
        shares=dict(_emptied(plugin.data)),
        origin=plugin.setting.origin,
        has_feeds=plugin.setting.has_feeds,
        setting=plugin.setting.fingerprint(),
        complaints=(*complaints, *plugin.laid.faults),
    )


def _emptied(data: SiteData) -> Iterator[tuple[str, SiteData]]:
    nothing = Library((), Registry())
    for share in shares(data):
        (plan,) = share.library.plans
        yield plan.id, replace(share, library=nothing, diagnostics=(), sources={})


def frame_of(project: Project, address: str) -> Frame:
    """Make the frame of every page: that of a site without plans is that of any.

    Args:
        project: The project.
        address: Address of the preview.

    Returns:
        The frame.

    Raises:
        UnfinishedSiteError: MkDocs refused the hand-written pages or their settings.
    """
    with TemporaryDirectory(prefix="kehoach-") as folder:
        plugin, _ = build_pages(project, Path(folder), _NO_PLANS, _NO_PARTS, address)
    return plugin.setting.frame


def setting_of(built: Built, frame: Frame) -> Setting | None:
    """What the parts of all plans had in common in a site that another process built.

    Args:
        built: What was built.
        frame: The frame as it was made here.

    Returns:
        The same setting; None when the frame was another one, so that nothing made with this
        one would fit in.
    """
    setting = Setting(frame, built.origin, built.has_feeds)
    return setting if setting.fingerprint() == built.setting else None
