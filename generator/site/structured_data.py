"""Datasets of the site in the words of schema.org, for search engines.

Each plan's overview describes that plan's data, the page of open data all of it.
"""

import json
from collections.abc import Mapping

from generator.model import Library, Plan
from generator.site.provenance import Provenance

DATA_PAGE = "du-lieu/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"

_BEHIND = "</head>"


def datasets(library: Library, origin: Provenance) -> Mapping[str, str]:
    """Describe the data behind pages.

    Args:
        library: Every plan.
        origin: The commit that the data comes from.

    Returns:
        Address of a page to the JSON-LD that belongs on it.
    """
    described = {f"{plan.id}/": _plan(plan, library, origin) for plan in library.plans}
    described[DATA_PAGE] = _everything(library, origin)
    return {address: _text(dataset) for address, dataset in described.items()}


def add_dataset(html: str, dataset: str | None) -> str:
    """Put a description into a page's head; a page without one stays as it is."""
    if dataset is None:
        return html
    block = f'<script type="application/ld+json">{dataset}</script>'
    return html.replace(_BEHIND, block + _BEHIND, 1)


def _plan(plan: Plan, library: Library, origin: Provenance) -> dict[str, object]:
    up = "../" * (plan.id.count("/") + 1)
    province = library.registry.provinces.get(plan.province_id)
    return _dataset(origin) | {
        "name": plan.meta.title,
        "description": plan.meta.summary,
        "identifier": plan.meta.number or plan.id,
        "temporalCoverage": f"{plan.meta.period.start}/{plan.meta.period.end}",
        "spatialCoverage": province.name if province else plan.province_id,
        "distribution": [_download(f"{up}data/v1/plans/{plan.id}.json", "application/json")],
    }


def _everything(library: Library, origin: Provenance) -> dict[str, object]:
    folder = "../data/v1/"
    return _dataset(origin) | {
        "name": "Kế hoạch mở: dữ liệu mở về kế hoạch của các tỉnh",
        "description": (
            f"Mục tiêu, chỉ tiêu, nhiệm vụ, kinh phí của {len(library.plans)} kế hoạch, "
            "đã được kiểm tra từng phép cộng."
        ),
        "distribution": [
            _download(f"{folder}datapackage.json", "application/json"),
            _download(f"{folder}all.json", "application/json"),
            _download(
                f"{folder}kehoach.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
        ],
    }


def _dataset(origin: Provenance) -> dict[str, object]:
    dated = {"dateModified": origin.committed_at.date().isoformat()} if origin.commit else {}
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "license": LICENCE,
        "creator": {"@type": "Organization", "name": "Kế hoạch mở"},
        **dated,
    }


def _download(address: str, media_type: str) -> dict[str, str]:
    return {"@type": "DataDownload", "contentUrl": address, "encodingFormat": media_type}


def _text(dataset: Mapping[str, object]) -> str:
    """JSON that cannot close its script element, nor be taken for a template."""
    text = json.dumps(dataset, ensure_ascii=False, sort_keys=True, separators=(", ", ": "))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
