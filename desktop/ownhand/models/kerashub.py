"""From a model directory to a KerasHub backbone: for training, benchmarks and tests.

The only place in `models`, besides the preset importer, that imports Keras; and only when called.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ownhand.core.errors import ModelError
from ownhand.core.words import Sentence
from ownhand.models.layout import read_config


def fill_backbone(directory: Path) -> Any:
    """Build the KerasHub backbone of a model directory and put every weight into it.

    Args:
        directory: A model directory of the store.

    Returns:
        `keras_hub.models.LlamaBackbone`, `QwenBackbone` or `GPT2Backbone`, float32.

    Raises:
        ModelError: If a weight is missing, left over, or of another shape; all of them are named.
    """
    import keras_hub

    from ownhand.models.tensors import ModelTensors

    class_name, config = read_config(directory)
    backbone = getattr(keras_hub.models, class_name)(dtype="float32", **config)
    variables = {variable.path: variable for variable in backbone.weights}
    if len(variables) != len(backbone.weights):
        raise ModelError(
            Sentence(
                "KerasHub gives two weights of a {class_name} the same name.", class_name=class_name
            )
        )
    weights = ModelTensors(directory)
    problems = [f"{name} is missing" for name in variables if name not in weights.names]
    problems += [f"{name} is left over" for name in sorted(weights.names - variables.keys())]
    problems += [
        f"{name} has the shape {shape} instead of {tuple(variables[name].shape)}"
        for name in sorted(weights.names & variables.keys())
        if (shape := weights.shape(name)) != tuple(variables[name].shape)
    ]
    if problems:
        raise ModelError(
            Sentence(
                "The weights in {name} do not fit KerasHub's {class_name}: {list}. Remove the model and add it again.",
                name=directory.name,
                class_name=class_name,
                list="; ".join(problems),
            )
        )
    for name, variable in variables.items():
        variable.assign(weights(name))
    return backbone


def causal_model(directory: Path) -> Any:
    """The same weights as a KerasHub task that generates and is fitted: the reference of benchmarks.

    Returns:
        `keras_hub.models.LlamaCausalLM`, `QwenCausalLM` or `GPT2CausalLM` without a preprocessor; its
        `backbone` is what `fill_backbone` gives.

    Raises:
        ModelError: As `fill_backbone` does.
    """
    import keras_hub

    backbone = fill_backbone(directory)
    task = type(backbone).__name__.replace("Backbone", "CausalLM")
    return getattr(keras_hub.models, task)(backbone=backbone, preprocessor=None)
