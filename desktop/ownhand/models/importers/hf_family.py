"""What differs between kinds of models in Hugging Face directories."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ownhand.core.errors import ImportRefusedError
from ownhand.core.words import Sentence
from ownhand.models.importers.source_tensor import SourceTensor
from ownhand.models.layout import CONFIG_FILE

MustBe = Mapping[str, tuple[Any, tuple[Any, ...]]]
"""By the name of a setting: what it is when not said, and what KerasHub's backbone computes."""


@dataclass(frozen=True, slots=True)
class HfFamily:
    """How `transformers` keeps one kind of model.

    Attributes:
        class_name: KerasHub's backbone for it.
        must_be: Settings in its config.json that may not be different.
        arguments: Those of the backbone's constructor, from config.json; may raise `KeyError`,
            `TypeError` or `ValueError`, and what `unusual` gives.
        tensors: For every KerasHub variable path where it comes from; given the arguments and the
            names of all tensors.
        context: Longest context, from config.json; may raise as `arguments`.
        tokenizer_files: Those that a hub is asked for.
        plain_split: How a tokeniser cuts text that is kept as vocab.json and merges.txt; None if
            these are not enough to know the tokeniser.
    """

    class_name: str
    must_be: MustBe
    arguments: Callable[[Mapping[str, Any]], dict[str, Any]]
    tensors: Callable[[Mapping[str, Any], Collection[str]], dict[str, SourceTensor]]
    context: Callable[[Mapping[str, Any]], int]
    tokenizer_files: tuple[str, ...]
    plain_split: str | None

    def config(self, document: Mapping[str, Any]) -> dict[str, Any]:
        """Arguments for the backbone from a `transformers` configuration.

        Raises:
            ImportRefusedError: If it has what the backbone lacks, or lacks what it needs.
        """
        wrong = [
            f"{name} = {document.get(name, default)}"
            for name, (default, fine) in self.must_be.items()
            if document.get(name, default) not in fine
        ]
        if wrong:
            raise unusual(*wrong)
        try:
            self.context(document)
            return self.arguments(document)
        except (KeyError, TypeError, ValueError, AttributeError) as problem:
            raise ImportRefusedError(
                Sentence(
                    "The model's {config_file} is damaged ({problem}). Get the model again.",
                    config_file=CONFIG_FILE,
                    problem=problem,
                )
            ) from problem


def unusual(*settings: str) -> ImportRefusedError:
    """The refusal of a model whose settings KerasHub's backbone does not compute."""
    return ImportRefusedError(
        Sentence(
            "This model differs from the usual ones of its kind ({list}), which Ownhand cannot use. Choose another model.",
            list=", ".join(settings),
        )
    )
