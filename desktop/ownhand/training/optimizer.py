"""Adam, AdamW and learning-rate schedules, as pure functions of the step: nothing hidden, so a run resumes exactly."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

from keras import ops

Tensor = Any
Schedule = Literal["constant", "linear", "cosine"]


@dataclass(frozen=True, slots=True)
class Adam:
    """Source: Adam (arXiv 1412.6980), and AdamW with decoupled weight decay (arXiv 1711.05101).

    Attributes:
        beta1: Decay of the mean of the gradients.
        beta2: Decay of the mean of their squares.
        epsilon: Added to the root.
        weight_decay: Of matrices; norms and biases are spared.
        decoupled: Whether the decay, times the learning rate, is taken from the matrix itself (AdamW),
            or is added to the gradient (Adam).
        clip_norm: Longest gradient, over all parameters together; 0 is no limit.
    """

    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    weight_decay: float = 0.0
    decoupled: bool = True
    clip_norm: float = 1.0

    def update(
        self, value: Tensor, grad: Tensor, mean: Tensor, square: Tensor, step: Tensor, rate: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """One parameter after one step.

        Args:
            value: The parameter.
            grad: Its gradient, clipped already.
            mean: Running mean of the gradients.
            square: Running mean of their squares.
            step: `<float32>[]`, number of this step, from 1.
            rate: `<float32>[]`, learning rate.

        Returns:
            The new value, mean and square.
        """
        decays = self.weight_decay and len(value.shape) > 1
        if decays and not self.decoupled:
            grad = grad + self.weight_decay * value
        mean = self.beta1 * mean + (1 - self.beta1) * grad
        square = self.beta2 * square + (1 - self.beta2) * grad * grad
        unbiased = mean / (1 - ops.power(self.beta1, step))
        spread = ops.sqrt(square / (1 - ops.power(self.beta2, step))) + self.epsilon
        if decays and self.decoupled:
            value = value - rate * self.weight_decay * value
        return value - rate * unbiased / spread, mean, square


def learning_rate(
    step: int, steps: int, peak: float, schedule: Schedule, warmup_steps: int = 0
) -> float:
    """Learning rate of a step.

    Args:
        step: Number of the step, from 0.
        steps: Steps in all; the rate is 0 after them.
        peak: Highest rate.
        schedule: How it falls after the warm-up.
        warmup_steps: Steps over which it rises in a line.
    """
    if step < warmup_steps:
        return peak * (step + 1) / warmup_steps
    share = (step - warmup_steps) / max(1, steps - warmup_steps)
    if schedule == "linear":
        return peak * max(0.0, 1.0 - share)
    if schedule == "cosine":
        return peak * 0.5 * (1.0 + math.cos(math.pi * min(1.0, share)))
    return peak
