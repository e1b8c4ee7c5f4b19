"""What a run remembers of itself between interruptions."""

from __future__ import annotations

import math

import pytest

from ownhand.training.blocks import Score
from ownhand.training.progress import Progress, read_progress


def test_best_is_the_earliest_lowest_score_of_a_trained_step() -> None:
    assert Progress().best_step is None
    progress = Progress()
    told = [progress.score(step, loss) for step, loss in ((0, 1.0), (5, 3.0), (10, 2.0), (15, 2.0))]
    assert told == [True, True, True, False]
    assert progress.best_step == 10
    assert progress.is_scored(15)
    assert not progress.is_scored(10)


@pytest.mark.parametrize(("patience", "stuck"), [(0, False), (1, True), (2, True), (3, False)])
def test_run_is_stuck_after_so_many_scores_without_a_best(patience: int, stuck: bool) -> None:
    progress = Progress()
    assert not progress.is_stuck(patience)
    for step, loss in ((0, 9.0), (1, 2.0), (2, 2.5), (3, 2.1)):
        progress.score(step, loss)
    assert progress.is_stuck(patience) is stuck


def test_progress_comes_back_from_a_checkpoint_and_goes_on_the_same() -> None:
    whole = Progress()
    whole.score(0, 3.3)
    whole.add(Score(100.1, 3.0, 64.0))
    again = read_progress(dict(whole.tensors()))
    for progress in (whole, again):
        progress.score(4, 1 / 3)
        progress.add(Score(50.7, 4.0, 64.0))
    assert again == whole
    done = again.end_epoch(1, 2)
    assert done.loss == pytest.approx(150.8 / 128, abs=1e-5)
    assert done.perplexity == pytest.approx(math.exp(done.loss))
    assert done.accuracy == pytest.approx(7 / 128)
    assert again.epoch == Score(0.0, 0.0, 0.0)
