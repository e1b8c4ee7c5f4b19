from pathlib import Path

import pytest
from tests.helpers.text_files import PROSE

from ownhand.core.texts import Document
from ownhand.corpus.boilerplate import notice_ranges, repeated_lines, repeated_ranges

MIT = (
    "MIT License\n\nCopyright (c) 2016 Somebody\n\nPermission is hereby granted, free of charge, to any "
    "person obtaining a copy of this software, to deal in the Software without restriction."
)


def stripped(text: str, name: str = "a.txt") -> str:
    document = Document(Path(name), text)
    return document.without(notice_ranges(document)).text


def test_the_frame_of_project_gutenberg_goes() -> None:
    text = (
        "The Project Gutenberg eBook of The Mill\n\nThis ebook is for the use of anyone anywhere.\n\n"
        "*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***\n\nProduced by A. Person and others\n\n"
        f"THE MILL\n\n{PROSE}\n\nTHE END\n\nEnd of the Project Gutenberg EBook of The Mill\n\n"
        "*** END OF THE PROJECT GUTENBERG EBOOK THE MILL ***\n\nUpdated editions will replace it.\n"
        + "x "
        * 9000
    )
    assert stripped(text).strip() == f"THE MILL\n\n{PROSE}\n\nTHE END"


@pytest.mark.parametrize("name", ["LICENSE", "licence.txt", "COPYING", "other.txt"])
def test_a_licence_file_goes_whole(name: str) -> None:
    assert stripped(MIT, name) == ""


def test_notices_at_the_edges_go_and_the_story_stays() -> None:
    notice = "Copyright © 2021 by A. Writer. All rights reserved. ISBN 978-0-00-000000-2"
    text = f"The Mill\n\n{notice}\n\n{PROSE}\n\n{PROSE}\n\n{notice}"
    assert stripped(text).strip() == f"The Mill\n\n{PROSE}\n\n{PROSE}"


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"{PROSE} He said the copyright was his.\n\n{PROSE}",
        f"{PROSE}\n\nShe had read about Project Gutenberg in the paper, and about its end.",
        f"{PROSE}\n\nAll rights reserved, thought Martha, are rights lost; and she turned the page over and over, and over again, "
        + PROSE,
    ],
)
def test_stories_that_speak_of_rights_stay(text: str) -> None:
    assert stripped(text) == text


def test_lines_that_come_back_in_every_file_go() -> None:
    documents = [
        Document(
            Path(f"{n}.txt"),
            f"Text {n} of its own.\nVisit my page, number {n}!\nShort\nMore of {n * 'x'}.",
        )
        for n in range(1, 6)
    ]
    lines = repeated_lines(documents)
    assert lines == {"Visit my page, number #!", "Text # of its own."}
    cut = documents[2].without(repeated_ranges(documents[2], lines))
    assert cut.text == "Short\nMore of xxx."


def test_two_files_with_a_line_in_common_are_not_enough() -> None:
    documents = [Document(Path(f"{n}.txt"), f"The same line in both.\n{n}") for n in range(2)]
    assert repeated_lines(documents) == frozenset()
