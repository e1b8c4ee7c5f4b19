import json
import logging
from dataclasses import replace
from pathlib import Path

import pytest
from tests.helpers.records import generation_record, kept_record

from ownhand.core.sampling import SamplingSettings
from ownhand.document.digests import text_digest
from ownhand.document.records import (
    RECORDS_FILE,
    KeptRecord,
    append_record,
    from_json,
    many_from_json,
    read_records,
    referred,
    to_json,
)
from ownhand.document.spans import Span


def test_a_record_comes_back_whole_from_json() -> None:
    settings = SamplingSettings(
        seed=3, temperature=0.7, logit_bias=((" whale", -5.0),), stop_strings=("\n\n",)
    )
    kept = replace(kept_record(settings=settings, candidate=2), cut_short=True)
    assert from_json(json.loads(json.dumps(to_json(kept)))) == kept


def test_what_a_newer_version_added_is_left_out() -> None:
    values = to_json(kept_record())
    values["record"]["mood"] = "calm"
    assert from_json(values) == kept_record()


def test_appended_records_come_back_and_later_lines_know_more(tmp_path: Path) -> None:
    folder = tmp_path / "belongings"
    assert read_records(folder) == {}
    begun = KeptRecord(generation_record("one"))
    ended = KeptRecord(generation_record("one"), text_digest("text"), 4, cut_short=True)
    for kept in (begun, kept_record("two"), ended):
        append_record(folder, kept)
    assert read_records(folder) == {"one": ended, "two": kept_record("two")}


def test_a_torn_line_loses_no_other_record(tmp_path: Path) -> None:
    append_record(tmp_path, kept_record("one"))
    with (tmp_path / RECORDS_FILE).open("ab") as file:
        file.write(b'{"record": {"id": "tor')
    append_record(tmp_path, kept_record("two"))
    assert set(read_records(tmp_path)) == {"one", "two"}


def test_a_damaged_record_is_left_out_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    good, bad = to_json(kept_record("one")), to_json(kept_record("two"))
    bad["record"]["settings"] = {"temperature": "hot"}
    with caplog.at_level(logging.WARNING):
        found = many_from_json({"one": good, "two": bad, "three": 3}, "somewhere")
    assert set(found) == {"one"}
    assert caplog.text.count("cannot be read") == 2


def test_only_records_that_spans_refer_to_are_taken() -> None:
    records = {id_: kept_record(id_) for id_ in ("one", "two")}
    spans = (Span(0, 2, "generated", "two"), Span(3, 4, "edited", "gone"))
    assert referred(records, spans) == {"two": records["two"]}
