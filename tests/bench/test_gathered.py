"""Ratios out of rounds that were measured in turn."""

from __future__ import annotations

import pytest

from ownhand.bench.gathered import by_contender, growth, ratios
from ownhand.bench.report import paired_ratio, spread
from ownhand.bench.side_by_side import Decoded


def decoded(*names: str) -> Decoded:
    rates = {
        "ownhand": [200.0, 180.0],
        "llama-cpp-python": [100.0, 120.0],
        "keras-hub": [20.0, 18.0],
    }
    seconds = {"ownhand": [1.0, 1.1], "llama-cpp-python": [2.0, 2.1], "keras-hub": [9.0, 11.0]}
    return Decoded(
        new=128,
        rates={name: rates[name] for name in names},
        ways={name: {"decode": spread(rates[name])} for name in names},
        seconds={name: seconds[name] for name in names},
        written={},
    )


STEPS = {"ownhand": {"200": spread([5.0]), "2000": spread([7.5]), "8000": spread([14.0])}}
PREFILL = {
    "ownhand": {512: [300.0, 330.0], 2000: [260.0]},
    "llama-cpp-python": {512: [200.0, 220.0], 2000: [200.0]},
}


def test_ratios_stand_under_the_keys_that_were_agreed() -> None:
    everybody = decoded("ownhand", "llama-cpp-python", "keras-hub")
    found = ratios(everybody, STEPS, PREFILL, same=True)
    assert found["decode_vs_llama_cpp"] == pytest.approx((2 + 1.5) / 2)
    assert found["decode_ratio"] == pytest.approx((9 + 10) / 2)
    assert found["prefill_vs_llama_cpp_512"] == pytest.approx(1.5)
    assert found["prefill_vs_llama_cpp_2000"] == pytest.approx(1.3)
    assert found["prefill_vs_llama_cpp"] == pytest.approx(1.3)
    assert found["context_growth"] == pytest.approx(1.5)
    assert found["context_growth_8000"] == pytest.approx(2.8)
    assert found["decode_tokens_per_s"]["max"] == pytest.approx(128)
    assert found["step_ms_at_2000"]["median"] == 7.5
    assert found["same_greedy_text"] is True


def test_a_ratio_to_a_peer_that_is_missing_is_left_out() -> None:
    found = ratios(decoded("ownhand"), STEPS, {"ownhand": PREFILL["ownhand"]}, same=False)
    assert not [key for key in found if "llama" in key or "hub" in key or key == "decode_ratio"]
    assert "decode_tokens_per_s" in found


def test_growth_needs_the_short_context() -> None:
    assert growth({"2000": spread([7.0])}) == {}
    assert set(growth({"200": spread([5.0]), "2000": spread([7.0])})) == {"context_growth"}


def test_contenders_come_in_the_order_of_the_table_with_what_they_said_of_themselves() -> None:
    loaded = {name: {"version": "1", "weights": "w"} for name in ("llama-cpp-python", "ownhand")}
    found = by_contender(loaded, decoded("ownhand", "llama-cpp-python"), STEPS, PREFILL)
    assert list(found) == ["ownhand", "llama-cpp-python"]
    assert found["llama-cpp-python"]["title"] == "llama.cpp"
    assert found["ownhand"]["context_growth_8000"] == pytest.approx(2.8)
    assert found["llama-cpp-python"]["prefill_tokens_per_s"]["512"]["median"] == 210
    assert "step_ms" not in found["llama-cpp-python"]


def test_runs_of_the_same_turn_are_compared_with_each_other() -> None:
    assert paired_ratio([2.0, 40.0, 6.0], [1.0, 20.0, 2.0]) == 2.0


def test_spread_is_told_as_a_share_of_the_median() -> None:
    assert spread([4.0, 5.0, 6.0]) == {"median": 5.0, "min": 4.0, "max": 6.0, "spread": 0.4}
