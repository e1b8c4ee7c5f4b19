"""All transforms that the settings ask for, in the order they ask for."""

from __future__ import annotations

from ownhand.core.contracts import Floats
from ownhand.engine.sampling.context import ChainContext
from ownhand.engine.sampling.numerics import checked
from ownhand.engine.sampling.transforms import TRANSFORMS

_BY_NAME = {transform.name: transform for transform in TRANSFORMS}


def chain(logits: Floats, context: ChainContext) -> Floats:
    """Apply the transforms that are on.

    Args:
        logits: `<float32>[vocabulary]`, as the model gave them or with forbidden tokens at -inf.
        context: Settings and text so far.

    Returns:
        `<float32>[vocabulary]`; masked tokens are -inf, at least one is not. The input is unchanged
        (and may be what comes back when every transform is off).

    Raises:
        ModelError: If the logits are not usable numbers.
    """
    logits = checked(logits)
    for name in context.settings.order:
        transform = _BY_NAME[name]
        if transform.is_on(context):
            logits = transform.apply(logits, context)
    return logits
