"""Items of a list are named by themselves, and namesakes are told apart."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model.addresses import item_word, item_words


def test_namesakes_are_counted_and_the_nameless_keep_their_place() -> None:
    """The second of a name is marked; an item without a name is its position, from 1."""
    assert item_words(["a", "", "b", "a", "a"]) == ("a", "2", "b", "a~2", "a~3")


@given(st.lists(st.sampled_from(["", "a", "b", "1"])))
def test_all_names_at_once_are_the_names_one_by_one(names: list[str]) -> None:
    """Naming a whole list gives what naming each of its items gives."""
    assert item_words(names) == tuple(item_word(names, i) for i in range(len(names)))
