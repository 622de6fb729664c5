"""Items of a list are named by themselves, and namesakes are told apart."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model.addresses import item_words


def test_namesakes_are_counted_and_the_nameless_keep_their_place() -> None:
    """The second of a name is marked; an item without a name is its position, from 1."""
    assert item_words(["a", "", "b", "a", "a"]) == ("a", "2", "b", "a~2", "a~3")


@given(st.lists(st.sampled_from(["", "a", "b", "1"])))
def test_an_item_is_named_by_what_stands_before_it(names: list[str]) -> None:
    """Items that come after do not change what an item is called."""
    for at, name in enumerate(names):
        before = names[:at].count(name)
        marked = f"{name}~{before + 1}" if before else name
        assert item_words(names)[at] == (marked if name else str(at + 1))
