"""The few calls to the platform's interface that our scripts need, with Python's own library."""

import json
import os
from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen

_PAGE = 100
_TIMEOUT = 30


class Platform:
    """The repository as the platform's interface shows it."""

    def __init__(self, url: str, repository: str, token: str) -> None:
        self._base = f"{url}/repos/{repository}"
        self._token = token

    def call(self, method: str, path: str, content: object = None) -> Any:
        """Send a request below the repository.

        Args:
            method: `GET`, `POST`, `PUT`, `PATCH`.
            path: Path below the repository.
            content: What to send, as JSON.

        Returns:
            The answer; None when it is empty.

        Raises:
            urllib.error.HTTPError: The platform refuses.
        """
        data = None if content is None else json.dumps(content).encode()
        request = Request(self._base + path, data=data, method=method)  # noqa: S310 - https of the platform
        request.add_header("Authorization", f"Bearer {self._token}")
        request.add_header("Accept", "application/vnd.github+json")
        with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310
            body = answer.read()
        return json.loads(body) if body else None

    def every(self, path: str) -> Iterator[Any]:
        """Every item of a list that comes in pages."""
        joint = "&" if "?" in path else "?"
        page = 1
        while items := self.call("GET", f"{path}{joint}per_page={_PAGE}&page={page}"):
            yield from items
            if len(items) < _PAGE:
                return
            page += 1


def platform() -> Platform:
    """The platform that the workflow runs on, from its environment."""
    return Platform(
        os.environ["GITHUB_API_URL"], os.environ["GITHUB_REPOSITORY"], os.environ["GITHUB_TOKEN"]
    )
