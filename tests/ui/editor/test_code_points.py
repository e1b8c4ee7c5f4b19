from hypothesis import given
from hypothesis import strategies as st

from ownhand.document.spans import Span
from ownhand.ui.editor.code_points import PositionMap, unit_length

texts = st.text(st.sampled_from("aé日😀𝒳\u0301\n"))


@given(texts)
def test_every_position_converts_there_and_back(text: str) -> None:
    positions = PositionMap(text)
    assert positions.units == unit_length(text)
    units = 0
    for i, character in enumerate(text):
        assert positions.to_units(i) == units
        assert positions.to_code_points(units) == i
        units += 2 if ord(character) > 0xFFFF else 1
    assert positions.to_code_points(units) == len(text)


def test_a_position_within_a_pair_is_the_one_before_it() -> None:
    assert PositionMap("a😀b").to_code_points(2) == 1


def test_positions_beyond_the_text_are_its_end() -> None:
    positions = PositionMap("a😀")
    assert positions.to_code_points(99) == 2
    assert positions.to_units(99) == 3
    assert positions.to_units(-1) == 0


@given(texts, st.data())
def test_spans_convert_like_single_positions(text: str, data: st.DataObject) -> None:
    positions = PositionMap(text)
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    spans = tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))
    in_units = tuple(Span(positions.to_units(s.start), positions.to_units(s.end)) for s in spans)
    assert positions.spans_to_code_points(in_units) == spans
