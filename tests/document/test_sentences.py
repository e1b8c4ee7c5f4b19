from __future__ import annotations

import pytest

from ownhand.document.sentences import finished_part


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" He left. She stay", " He left."),
        (" He left! She stayed? And the", " He left! She stayed?"),
        (' "I am here," he said. "Are you th', ' "I am here," he said.'),
        (' She said "yes." Then she', ' She said "yes."'),
        (" (It was late.) The do", " (It was late.)"),
        (" It was … and then…  wh", " It was … and then…"),
        (" We saw Mr. Smith. He and Dr", " We saw Mr. Smith."),
        (" J. R. Hart wrote it. Then J. R", " J. R. Hart wrote it."),
        (" It costs 3.50 a piece. Or 4.5", " It costs 3.50 a piece."),
        (" in 1851. After", " in 1851."),
        ("A heading\n\nThen some te", "A heading"),
        ("One line\nand another", "One line"),
        ("他走了。她留下来，因", "他走了。"),
        ("「行こう。」彼は言", "「行こう。」"),
        (" „Komm!“ rief er. Und d", " „Komm!“ rief er."),
        (" no sentence ends here", " no sentence ends here"),
        (" We saw Mr. Smi", " We saw Mr. Smi"),
        ("\n\nThe first word", "\n\nThe first word"),
        (" All of it is whole.", " All of it is whole."),
        ("", ""),
        ("   ", "   "),
    ],
)
def test_unfinished_last_sentence_goes(text: str, kept: str) -> None:
    assert finished_part(text) == kept
