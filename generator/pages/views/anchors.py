"""Anchors that are unique on their page."""


class Anchors:
    """Hands out each anchor once.

    A document may number its rows anew in each group, or print a number twice; then the first
    row keeps the stable anchor and the next ones get `-2`, `-3`.
    """

    def __init__(self) -> None:
        """Start with no anchor taken."""
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """Take an anchor, or the next free one made from it."""
        anchor, count = wanted, 1
        while anchor in self._taken:
            count += 1
            anchor = f"{wanted}-{count}"
        self._taken.add(anchor)
        return anchor
