from __future__ import annotations

from dataclasses import replace

import pytest

from ownhand.training.report.report import Gauge, Report
from ownhand.training.report.wording import forgetting_remark, memorisation_remark, sentence


def gauge(difference: float, low: float, high: float, before: float = 1.0) -> Gauge:
    return Gauge(before, before + difference, difference, (low, high), "nats per byte", 64, "")


@pytest.mark.parametrize(
    ("held_out", "method", "words"),
    [
        (
            gauge(-0.14, -0.18, -0.10, before=2.0), "lora",
            "On pages it never saw, this model is 7 % less surprised by your writing (between 5 % and 9 %).",
        ),
        (
            gauge(-0.046, -0.049, -0.042), "full",
            "On pages it never saw, this model is 4.6 % less surprised by your writing (between 4.2 % and 4.9 %).",
        ),
        (
            gauge(-0.65, -0.7, -0.6), "scratch",
            "On pages it never saw, this model is 65 % less surprised by your writing than before it had read any (between 60 % and 70 %).",
        ),
        (
            gauge(-0.01, -0.03, 0.02), "lora",
            "No improvement: on pages it never saw, this model is 1 % less surprised by your writing, which may be chance (between 3 % less and 2 % more).",
        ),
        (
            gauge(0.0, -0.01, 0.02), "lora",
            "No improvement: on pages it never saw, this model is just as surprised by your writing, which may be chance (between 1 % less and 2 % more).",
        ),
        (
            gauge(0.0, 0.0, 0.0), "lora",
            "No improvement: on pages it never saw, this model is exactly as surprised by your writing as before.",
        ),
        (
            gauge(0.03, 0.01, 0.05), "lora",
            "No improvement: on pages it never saw, this model is 3 % more surprised by your writing than before (between 1 % and 5 %).",
        ),
    ],
)  # fmt: skip
def test_sentence_says_plainly_what_came_out(held_out: Gauge, method: str, words: str) -> None:
    assert sentence(held_out, method) == words


def test_sentence_without_held_out_text_claims_nothing() -> None:
    words = sentence(None, "lora")
    assert "cannot be said" in words
    assert "%" not in words


def test_small_change_is_not_rounded_to_nothing() -> None:
    assert "0.3 % less" in sentence(gauge(-0.003, -0.004, -0.002), "lora")


@pytest.mark.parametrize(
    ("forgetting", "words"),
    [
        (gauge(0.01, -0.01, 0.02), "no loss could be seen"),
        (gauge(0.04, 0.02, 0.06), "surprises it 4 % more than before (between 2 % and 6 %)"),
        (gauge(-0.04, -0.06, -0.02), "nothing was forgotten"),
    ],
)
def test_forgetting_is_told(report: Report, forgetting: Gauge, words: str) -> None:
    assert words in forgetting_remark(replace(report, forgetting=forgetting))


def test_model_from_scratch_has_nothing_to_forget(report: Report) -> None:
    worse = replace(report, method="scratch", forgetting=gauge(0.4, 0.3, 0.5))
    assert "had nothing to forget" in forgetting_remark(worse)


def test_passages_known_by_heart_are_a_warning(report: Report) -> None:
    learnt = Gauge(1 / 32, 4 / 32, 3 / 32, (0.0, 0.2), "share", 32, "")
    words = memorisation_remark(replace(report, memorisation=learnt))
    assert "Take care" in words
    assert "4 of 32" in words


def test_passages_known_before_are_no_warning(report: Report) -> None:
    known = Gauge(4 / 32, 4 / 32, 0.0, (0.0, 0.0), "share", 32, "")
    words = memorisation_remark(replace(report, memorisation=known))
    assert "Take care" not in words
    assert "no more than" in words


def test_none_by_heart_tells_how_many_may_have_been_missed(report: Report) -> None:
    words = memorisation_remark(report)
    assert "None of 32" in words
    assert "up to 9 %" in words


def test_unmeasured_memory_is_said(report: Report) -> None:
    assert "not measured" in memorisation_remark(replace(report, memorisation=None))
