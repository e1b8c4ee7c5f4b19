from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownhand.document.journal_format import (
    DocumentState,
    EditRecord,
    edit_line,
    parse_journal,
    snapshot_line,
)
from ownhand.document.spans import Span
from ownhand.document.text_file import TextFile, decoded

texts = st.text(st.sampled_from('ab\n\r😀\u2028\x00"\\é'), max_size=8)


@given(texts, st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), texts)), st.data())
def test_a_file_torn_anywhere_gives_the_state_of_some_moment(
    text: str, changes: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    state = DocumentState(Path("/x"), decoded((text.encode(), 7), Path("x")), ())
    written, moments = snapshot_line(state), [state]
    for position, removed, inserted in changes:
        length = len(state.file.text)
        position = min(position, length)
        spans = (Span(0, len(inserted)),) if inserted else ()
        edit = EditRecord(position, min(removed, length - position), inserted, spans)
        state = state.after(edit)
        moments.append(state)
        written += edit_line(edit)
    assert parse_journal(written, "x") == state
    torn = data.draw(st.integers(0, len(written)))
    if torn < len(snapshot_line(moments[0])) - 1:
        with pytest.raises(ValueError, match="x"):
            parse_journal(written[:torn], "x")
    else:
        assert parse_journal(written[:torn], "x") in moments


@pytest.mark.parametrize(
    "line", [b"[1]", b"[0,0,5]", b'[0,99,""]', b'[-1,0,"a"]', b"{}", b"\x00\x00", b'["a",0,"b"]']
)
def test_a_damaged_line_ends_the_journal_there(line: bytes) -> None:
    state = DocumentState(None, TextFile("text"))
    good = edit_line(EditRecord(0, 0, "a "))
    data = snapshot_line(state) + good + line + b"\n" + good
    assert parse_journal(data, "x").file.text == "a text"
