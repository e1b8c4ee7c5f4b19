import logging
import random
from datetime import datetime
from pathlib import Path

import pytest

from ownhand.core import atomic
from ownhand.core.errors import DocumentError
from ownhand.document import versions as module
from ownhand.document.spans import GENERATED, Span
from ownhand.document.versions import OPENED, SAVED, WRITING, Version, Versions, worth_keeping

NOW = datetime(2026, 11, 21, 12).timestamp()
DAY = 24 * 3600


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path / "versions", clock=lambda: NOW + 60)


def test_version_comes_back_with_text_origins_words_and_reason(versions: Versions) -> None:
    text = "Dear Emma, 😀\n it rains"
    kept = versions.keep(text, (Span(5, 9, GENERATED),), SAVED, NOW)

    (found,) = versions.list()
    assert found == kept
    assert (found.kept_at, found.reason, found.words) == (NOW, SAVED, 4)
    assert found.spans == (Span(5, 9, GENERATED),)
    assert versions.text_of(found) == text


def test_versions_are_listed_latest_first(versions: Versions) -> None:
    for number in range(3):
        versions.keep(f"text {number}", (), WRITING, NOW + number)

    assert [versions.text_of(v) for v in versions.list()] == ["text 2", "text 1", "text 0"]


def test_nothing_is_kept_of_an_empty_or_unchanged_text(versions: Versions) -> None:
    assert versions.keep("", (), SAVED, NOW) is None
    assert versions.keep("one", (), SAVED, NOW) is not None
    assert versions.keep("one", (), WRITING, NOW + 1) is None
    assert versions.keep("one", (Span(0, 3),), WRITING, NOW + 2) is not None  # other origins


def test_equal_texts_lie_on_disk_once(versions: Versions, tmp_path: Path) -> None:
    for number, text in enumerate(["one", "two", "one", "two"]):
        versions.keep(text, (), WRITING, NOW + number)

    assert len(versions.list()) == 4
    assert len(list((tmp_path / "versions" / "texts").iterdir())) == 2


def test_text_is_compressed(versions: Versions, tmp_path: Path) -> None:
    versions.keep("It rained all day. " * 5000, (), SAVED, NOW)

    size = sum(f.stat().st_size for f in (tmp_path / "versions").rglob("*") if f.is_file())
    assert size < 5000


def test_damaged_record_is_left_out_and_logged(
    versions: Versions, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    versions.keep("one", (), SAVED, NOW)
    for name, content in (("a", "{"), ("b", '{"schema": 99}'), ("c", "[]")):
        (tmp_path / "versions" / f"{name}.json").write_text(content)

    with caplog.at_level(logging.WARNING):
        assert [v.words for v in versions.list()] == [1]
    assert len(caplog.records) == 3


@pytest.mark.parametrize("content", [b"no gzip", b"", None])
def test_damaged_text_is_said_and_hurts_no_other(
    versions: Versions, tmp_path: Path, content: bytes | None
) -> None:
    versions.keep("one", (), SAVED, NOW)
    versions.keep("two", (), SAVED, NOW + 1)
    newer, older = versions.list()
    file = tmp_path / "versions" / "texts" / f"{older.digest}.gz"
    file.unlink()
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(DocumentError, match="other versions"):
        versions.text_of(older)
    assert versions.text_of(newer) == "two"


def test_full_disk_is_said_in_a_sentence(
    versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "write_bytes", full)
    with pytest.raises(DocumentError, match="text itself is safe"):
        versions.keep("one", (), SAVED, NOW)


def test_thinning_keeps_the_day_then_one_a_day_then_one_a_week() -> None:
    ages_h = [0, 1, 2, 23, *range(25, 24 * 29, 3), *range(24 * 31, 24 * 200, 5)]
    found = [Version(str(h), NOW - h * 3600, SAVED, 1, "d") for h in ages_h]

    kept = [round((NOW - v.kept_at) / 3600) for v in worth_keeping(found, NOW)]

    assert kept[:4] == [0, 1, 2, 23]
    month = [h for h in kept if 24 <= h < 24 * 30]
    days = [datetime.fromtimestamp(NOW - h * 3600).date() for h in month]
    assert len(set(days)) == len(days) == 29
    old = [h for h in kept if h >= 24 * 30]
    weeks = [datetime.fromtimestamp(NOW - h * 3600).isocalendar()[:2] for h in old]
    assert len(set(weeks)) == len(weeks) == pytest.approx(170 / 7, abs=1)


def test_keeping_thins_and_removes_texts_that_nothing_needs(
    versions: Versions, tmp_path: Path
) -> None:
    for hour in range(20):
        versions.keep(f"text {hour}", (), WRITING, NOW - 5 * DAY + hour * 60)
    versions.keep("now", (), SAVED, NOW)

    assert [versions.text_of(v) for v in versions.list()] == ["now", "text 19"]
    assert len(list((tmp_path / "versions" / "texts").iterdir())) == 2


def test_oldest_go_when_all_are_too_large_but_never_the_latest(
    versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SIZE_LIMIT", 2500)
    noise = random.Random(3)
    for number in range(5):
        versions.keep(noise.randbytes(700).hex(), (), WRITING, NOW + number)
    assert len(versions.list()) == 3

    monkeypatch.setattr(module, "SIZE_LIMIT", 1)
    versions.thin()
    assert len(versions.list()) == 1


def test_versions_of_another_folder_are_taken_in(versions: Versions, tmp_path: Path) -> None:
    other = Versions(tmp_path / "other")
    other.keep("theirs", (), OPENED, NOW)
    versions.keep("mine", (), SAVED, NOW + 1)

    versions.adopt(tmp_path / "other")

    assert [versions.text_of(v) for v in versions.list()] == ["mine", "theirs"]
