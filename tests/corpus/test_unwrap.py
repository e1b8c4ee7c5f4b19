from textwrap import fill

import pytest
from tests.helpers.text_files import PROSE

from ownhand.corpus.readers.builder import TextBuilder

VERSE = (
    "The heron stands upon one leg,\nAnd looks into the brook;\nHe has no coat, he has no bed,\n"
    "He has no spoon or hook.\n\nThe miller has a coat of flour,\nA bed beside the stone,\n"
    "And yet the heron will not change\nHis one leg for his own."
)
PENTAMETER = (
    "When I had walked the hill from end to end\nAnd counted every gate upon the way,\n"
    "I thought of all the hours I had to spend\nAnd all the things I never learned to say;\n"
    "But evening took the colour from the thorn\nAnd put the sheep like stones upon the green,\n"
    "And I went home as poor as I was born,\nAnd richer by the things that I had seen."
)
FREE_VERSE = (
    "this morning\nthe kettle\nsaid a word i knew\nfrom my grandmother's kitchen\n\n"
    "i did not\nanswer\nit would have been rude\nto interrupt the steam on its way\nout"
)
DIALOGUE = (
    "Anna: Where were you?\nBen: Out.\nAnna: Out where, if I may ask, at this time of the night?\n"
    "Ben: Just out. I walked to the bridge and back again.\nAnna: Hm."
)
LETTER = "Mill House\nThe Lane\nOld Town\n\nDear Martha,"
CHINESE_PROSE = (
    "那天下午，天氣非常好，我們一家人決定到郊外去走走。母親準備了許多吃的東西，父親把車子洗得乾乾淨淨，"
    "妹妹抱著她心愛的布熊，一早就坐在門口等著出發。我們沿著河邊的小路慢慢地開，兩旁的稻田一片金黃，"
    "遠處的山頂上還看得見一點點白雲。父親說他小時候常常在這條河裡游泳，那時候的水清得可以看見河底的石頭。"
)


def unwrapped(text: str) -> str:
    lines = text.split("\n")
    builder = TextBuilder()
    builder.add_lines(lines, range(1, len(lines) + 1))
    return "".join(builder._texts)


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
def test_wrapped_prose_is_joined(width: int) -> None:
    text = "\n\n".join([PROSE, "A short one.", PROSE[:230]])
    assert unwrapped("\n\n".join(fill(p, width) for p in text.split("\n\n"))) == text


@pytest.mark.parametrize("text", [VERSE, PENTAMETER, FREE_VERSE, DIALOGUE, LETTER])
def test_verse_and_lists_keep_their_lines(text: str) -> None:
    assert unwrapped(text) == text


def test_verse_quoted_in_wrapped_prose_keeps_its_lines() -> None:
    prose = fill(PROSE, 70)
    text = unwrapped(f"{prose}\n\n{VERSE}\n\n{prose}\n\n{prose}")
    assert VERSE in text
    assert text.startswith(PROSE)


def test_short_lines_among_wrapped_ones_end_a_paragraph() -> None:
    first, second = fill(PROSE, 70), fill(PROSE[:300], 70)
    text = unwrapped(f"CHAPTER ONE\n{first}\n\u201cYes.\u201d\n\u201cNo.\u201d\n{second}")
    assert text == f"CHAPTER ONE\n{PROSE}\n\u201cYes.\u201d\n\u201cNo.\u201d\n{PROSE[:300]}"


def test_verse_in_small_letters_in_wrapped_prose_keeps_its_lines() -> None:
    verse = (
        "and the river goes on as it always has gone\nunder the bridge and under the bridge\n"
        "taking the leaves and the light with it\nwithout a word to any one of us"
    )
    prose = fill(PROSE, 70)
    assert verse in unwrapped(f"{prose}\n\n{verse}\n\n{prose}")


def test_one_paragraph_a_line_stays_so() -> None:
    text = f"{PROSE}\n{PROSE}\n{PROSE}"
    assert unwrapped(text) == text


def test_indented_paragraphs_without_blank_lines_are_told_apart() -> None:
    paragraph = fill(PROSE, 70, initial_indent="    ")
    assert unwrapped("\n".join([paragraph] * 3)).count("\n") == 2


def test_wrapped_chinese_is_joined_without_spaces() -> None:
    lines = [CHINESE_PROSE[i : i + 30] for i in range(0, len(CHINESE_PROSE), 30)]
    assert unwrapped("\n".join(lines)) == CHINESE_PROSE


def test_chinese_verse_keeps_its_lines() -> None:
    poem = "白日依山盡，黃河入海流。\n欲窮千里目，更上一層樓。"
    poems = "\n\n".join([poem] * 5)
    assert unwrapped(poems) == poems


def test_dashes_at_a_line_end_get_no_space() -> None:
    text = fill(PROSE, 70).split("\n")
    text[0] += "--"
    assert "--" + text[1] in unwrapped("\n".join(text))


def test_nothing_gives_nothing() -> None:
    assert unwrapped("") == unwrapped(" \n\n ") == ""
