"""Follows edits: which pages are made at once, when the whole site is built behind them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.errors import KehoachError
from generator.pipeline import Checked, check
from generator.project import PlanFolder
from generator.reporters import report
from generator.runner import Outcome
from generator.site.plan_part import write_part
from generator.site.preview.background import Background, Order
from generator.site.preview.edits import differing, look, part_of_edited, plan_of, rehearse
from generator.site.preview.whole import Built, Refused, frame_of, setting_of

Tell = Callable[[str], None]
"""Tells the user something in Vietnamese."""

_FEW = 3
"""More plans than this are not edited by hand: they are checked, and made, behind the server."""


class PreviewError(KehoachError):
    """There is nothing to show yet: the first site could not be built."""


class Preview:
    """The site of a project, kept up with its files.

    Only what a single plan's part is made from is kept here; the plans of a whole site are in
    memory only where, and while, it is built.

    Attributes:
        at_work: The build behind the server; None while there is none.
        bell: A file that is written to when a build has ended: whoever watches it then calls
            `follow`.
    """

    at_work: Background | None = None
    _known: Mapping[PlanFolder, Outcome] | None
    """What came of checking each plan; None once anything else has changed."""

    def __init__(self, order: Order, places: Iterable[Path], tell: Tell) -> None:
        """Build the first site.

        Args:
            order: What is to be built.
            places: Files and folders that it is built from.
            tell: Tells the user what happens.

        Raises:
            PreviewError: No site could be built.
            UnfinishedSiteError: MkDocs refused the settings.
        """
        self.bell = order.home / "bell"
        self.bell.touch()
        self._order, self._tell = order, tell
        self._places = tuple(places)
        self._seen = look(self._places)
        with _stopped_by_failure(Background(order, self.bell.touch, gives_way=False)) as first:
            self._frame = frame_of(order.project, order.address)
            rehearse(order.project, self._frame)
            built = first.wait()
        if isinstance(built, Refused):
            raise PreviewError(f"Chưa có gì để xem.\n{built.why}")
        self._take(built)

    def follow(self) -> None:
        """Bring what is shown up to the files, as far as they allow it."""
        try:
            self._follow()
        except KehoachError as failure:
            self._tell(str(failure))

    def _follow(self) -> None:
        if self.at_work and self.at_work.report:
            ended, self.at_work = self.at_work, None
            self._end(ended.wait())
        now = look(self._places)
        edited, self._seen = differing(self._seen, now), now
        if edited:
            self._after(edited)

    def close(self) -> None:
        """End the build that is at work."""
        if self.at_work:
            self.at_work.stop()
            self.at_work.is_gone()

    def _end(self, built: Built | Refused) -> None:
        if isinstance(built, Refused):
            self._tell(f"Giữ các trang tốt gần nhất.\n{built.why}")
            return
        self._take(built)
        self._tell("Đã dựng xong cả trang web.")

    def _take(self, built: Built) -> None:
        """Keep what was built, and the frame of its pages, which it may have changed."""
        self._built, self._laid = built, built.fingerprints
        self._known = built.outcomes
        if built.complaints:
            self._tell("\n  ".join(("Trang web chưa đạt để xuất bản:", *built.complaints)))
        self._setting = setting_of(built, self._frame)
        if self._setting is None:
            self._frame = frame_of(self._order.project, self._order.address)
            self._setting = setting_of(built, self._frame)

    def _after(self, edited: set[Path]) -> None:
        self._stop()
        plans = {plan_of(self._order.project, file) for file in edited}
        if self._known is None or None in plans or len(plans) > _FEW:
            self._known = None
            self._build_behind("Đang dựng lại cả trang web; trang cũ vẫn xem được.")
        else:
            self._after_edit_of(plans, self._known)

    def _after_edit_of(self, plans: set[str | None], known: Mapping[PlanFolder, Outcome]) -> None:
        kept = {folder: one for folder, one in known.items() if folder.plan_id not in plans}
        checked = check(self._order.project, known=kept)
        self._known = checked.outcomes
        if checked.blocks:
            self._tell(f"Giữ các trang tốt gần nhất.\n{report('text', checked).rstrip()}")
        elif not self._laid == self._built.fingerprints == checked.fingerprints:
            made = ", ".join(self._make_parts(checked))
            done = f"Đã cập nhật các trang của kế hoạch {made}; đang" if made else "Đang"
            self._build_behind(f"{done} dựng lại các trang chung.")

    def _make_parts(self, checked: Checked) -> Iterator[str]:
        """Make the parts of plans that have changed, and lay them into the site that is shown."""
        if self._setting is None or self._laid.keys() != checked.fingerprints.keys():
            return
        for plan_id, content in checked.fingerprints.items():
            if self._laid[plan_id] == content:
                continue
            rest = self._built.shares[plan_id]
            part = part_of_edited(self._order.project, plan_id, checked, rest, self._setting)
            if part:
                write_part(part, self._order.site)
                self._laid[plan_id] = content
                yield plan_id

    def _build_behind(self, why: str) -> None:
        self._tell(why)
        self.at_work = Background(self._order, self.bell.touch)

    def _stop(self) -> None:
        if self.at_work:
            self.at_work.stop()
        self.at_work = None


@contextmanager
def _stopped_by_failure(build: Background) -> Iterator[Background]:
    try:
        yield build
    except BaseException:
        build.stop()
        build.is_gone()
        raise
