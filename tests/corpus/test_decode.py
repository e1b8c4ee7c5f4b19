import codecs

import pytest
from tests.helpers.text_files import PROSE

from ownhand.core.errors import UnreadableTextError
from ownhand.corpus.decode import decode, looks_like_text

CHINESE = "從前有一個小村子，村子裡住著一位老人。他每天早上都到河邊去打水，然後回家燒茶，坐在門前看孩子們玩耍。"
SIMPLIFIED = "从前有一个小村子，村子里住着一位老人。他每天早上都到河边去打水，然后回家烧茶，坐在门前看孩子们玩耍。"
JAPANESE = "昔々、ある小さな村におじいさんとおばあさんが住んでいました。毎朝、川へ水を汲みに行き、家に帰ってお茶を飲みました。"
KOREAN = "옛날 어느 작은 마을에 할아버지와 할머니가 살고 있었습니다. 매일 아침 강에 가서 물을 길어 왔습니다."
FRENCH = "Où est passé l’été ? Les élèves étaient très déçus : « Ça suffit ! » répétait-elle à la fenêtre."
GERMAN = (
    "Über den Äckern hing der Nebel; die Mägde gingen früh zum Brunnen, und Öl war teuer geworden."
)
RUSSIAN = "В одной деревне жил старик. Каждое утро он ходил к реке за водой, а потом возвращался домой и пил чай."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (PROSE, "utf-8"), (FRENCH, "utf-8"), (CHINESE, "utf-8"), (PROSE, "utf-16-le"),
        (PROSE, "utf-16-be"), (FRENCH, "utf-16-le"), (SIMPLIFIED, "gb18030"), (CHINESE, "gb18030"), (CHINESE, "big5"),
        (JAPANESE, "cp932"), (JAPANESE, "euc_jp"), (KOREAN, "euc_kr"), (FRENCH, "cp1252"),
        (GERMAN, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"),
    ],
)  # fmt: skip
def test_text_comes_back_whatever_its_encoding(text: str, encoding: str) -> None:
    found = decode((text + "\n").encode(encoding))
    assert found.text == text + "\n"
    assert found.encoding == encoding or encoding in ("koi8_r",)


@pytest.mark.parametrize("name", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_byte_order_mark_is_believed_and_removed(name: str) -> None:
    mark = {
        "utf-8": codecs.BOM_UTF8,
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
    }[name]
    data = mark + CHINESE.encode(name)
    assert looks_like_text(data)
    found = decode(data)
    assert (found.text, found.encoding) == (CHINESE, name)


def test_chinese_without_ascii_in_utf16_with_line_ends() -> None:
    text = "\n".join([CHINESE] * 4)
    assert decode(text.encode("utf-16-le")).text == text


def test_mixed_file_is_decoded_line_by_line() -> None:
    data = f"{FRENCH}\n{GERMAN}\n".encode() + "Le café était fermé.\n".encode("cp1252")
    found = decode(data)
    assert found.text == f"{FRENCH}\n{GERMAN}\nLe café était fermé.\n"
    assert found.encoding == "utf-8 + cp1252"


def test_one_accent_in_a_long_text_is_no_chinese() -> None:
    data = (PROSE * 3 + " Äpfel und Öl ").encode("cp1252")
    assert decode(data).text.endswith(" Äpfel und Öl ")


def test_a_file_cut_within_a_character_loses_only_that() -> None:
    assert decode(CHINESE.encode()[:-1]).text == CHINESE[:-1]


def test_old_control_characters_do_not_make_a_text_binary() -> None:
    data = (PROSE + "\x0c\x1a").encode() + b" it\x12s "
    assert decode(data).encoding == "utf-8"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20, b"%PDF-1.4 ...", b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0\xa1\xb1",
        b"text and then\x00\x00\x00\x01\x02 binary", b"\x00" * 64, b"\x7fELF\x02\x01",
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableTextError):
        decode(data)
    assert not looks_like_text(data)
