"""What a writer may do at once about a refusal."""

from __future__ import annotations

from dataclasses import replace

from ownhand.bridge.translation import tr
from ownhand.training.spec import TrainingSpec
from ownhand.ui.message_bar import Choice
from ownhand.ui.training.draft import Draft


def ways_out(draft: Draft, doing: str, kind: str) -> tuple[Choice, ...]:
    """Buttons beside a refusal.

    Args:
        draft: What was refused; a button changes it.
        doing: As in `TrainingController.doing`.
        kind: Name of the error.
    """
    if kind != "NotEnoughMemoryError" or doing != "plan":
        return ()
    choices = []
    if draft.spec.method == "full":
        choices.append(Choice(tr("Use adapters"), lambda: draft.change(method="lora")))
    if draft.spec.batch > 1:
        fewer = draft.spec.batch // 2
        choices.append(
            Choice(tr("%n passages at once", n=fewer), lambda: draft.put(_halved(draft.spec)))
        )
    return tuple(choices)


def _halved(spec: TrainingSpec) -> TrainingSpec:
    """Fewer passages at once, as many in a step."""
    fewer = max(1, spec.batch // 2)
    return replace(spec, batch=fewer, accumulate=spec.accumulate * max(1, spec.batch // fewer))
