"""What the exports are made from, and the words that every one of them carries."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import pandas as pd

from generator.diagnostics import Diagnostic
from generator.model import Library
from generator.tables import TABLES, TableInput, frame

DATA_VERSION = "1"
TITLE = "Kế hoạch mở: dữ liệu kế hoạch của các tỉnh, thành phố"
DESCRIPTION = (
    "Mục tiêu, chỉ tiêu, nhiệm vụ và kinh phí trong kế hoạch của các tỉnh, thành phố, ghi đúng "
    "như văn bản in; kèm phần đọc được từ lời văn và kết quả kiểm tra số liệu."
)
LICENCE_NAME = "CC-BY-4.0"
LICENCE_TITLE = "Creative Commons Ghi công 4.0 Quốc tế (CC BY 4.0)"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"

File = tuple[str, bytes]
"""Path below the folder of the data, with forward slashes, and the whole content."""


@dataclass(frozen=True)
class ExportInput:
    """Checked plans, and where they come from. No export reads the clock.

    Attributes:
        library: Plans and the registry.
        diagnostics: What the checks found in them.
        generated_from: Hash of the commit that holds the plans, or None outside git.
        data_date: Day of that commit, or None.
        site_url: Where the site is published, with a slash at its end, or None.
    """

    library: Library
    diagnostics: tuple[Diagnostic, ...]
    generated_from: str | None = None
    data_date: date | None = None
    site_url: str | None = None

    @cached_property
    def tables(self) -> TableInput:
        """The same as input for tables."""
        return TableInput(self.library, self.diagnostics)

    @cached_property
    def frames(self) -> Mapping[str, pd.DataFrame]:
        """Every table by name, built once for all formats."""
        return {table.name: frame(table, self.tables) for table in TABLES}


def one_plan(data: ExportInput, plan_id: str) -> ExportInput:
    """Cut the input down to one plan.

    Args:
        data: Checked plans.
        plan_id: Id of one of them.

    Returns:
        The same with this plan and its findings only; the registry stays whole.
    """
    plans = tuple(plan for plan in data.library.plans if plan.id == plan_id)
    own = tuple(finding for finding in data.diagnostics if finding.plan_id == plan_id)
    return replace(data, library=Library(plans, data.library.registry), diagnostics=own)
