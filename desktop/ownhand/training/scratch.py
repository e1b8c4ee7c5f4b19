"""A model directory made from nothing: a tokeniser of the texts' own, and random weights.

Training it is then a full finetune like any other.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.core import atomic
from ownhand.core.cancel import CancelToken
from ownhand.core.clock import timestamp
from ownhand.core.errors import BadInputError
from ownhand.core.messages import Stage
from ownhand.core.words import Sentence
from ownhand.engine.architecture import Array
from ownhand.engine.tokenizer import BEGIN
from ownhand.models.layout import (
    FAMILIES,
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    Shapes,
    weight_shapes,
    write_config,
)
from ownhand.models.manifest import Manifest, Source, write_manifest
from ownhand.models.weights_file import WeightsWriter
from ownhand.training.spec import TrainingSpec
from ownhand.training.vocabulary import count_characters, kind_for, train_tokenizer

CONTEXT = 128
_EPOCHS = 16
_TOKENS_PER_PARAMETER = 20
_HEAD_WIDTH = 32
_SIZES = ((2, 128), (3, 128), (3, 160), (3, 192))
"""Layers and width, the smallest first."""
_BATCH = 256


@dataclass(frozen=True, slots=True)
class Size:
    """The shape of a small GPT.

    Attributes:
        layers: Blocks.
        width: Size of the hidden states.
        heads: Attention heads.
        feed_forward: Size of the feed-forward layer.
    """

    layers: int
    width: int
    heads: int
    feed_forward: int


@dataclass(frozen=True, slots=True)
class Untrained:
    """A model that has yet to learn anything.

    Attributes:
        directory: Where it lies.
        parameters: Number of weights.
        vocabulary: Number of tokens.
        kind: Kind of its tokeniser.
        tokens: Tokens in the texts it was made for.
    """

    directory: Path
    parameters: int
    vocabulary: int
    kind: str
    tokens: int


def suggest(tokens: int) -> Size:
    """A size for an amount of text: the largest whose blocks have a parameter per 20 tokens learnt from.

    Twenty is the balance of Hoffmann et al. (arXiv 2203.15556, table 3); repeated texts count up to
    sixteen times, beyond which repeating teaches almost nothing (Muennighoff et al., arXiv 2305.16264).
    So a block parameter needs 1.25 tokens of text. Bounds: two CPU cores bring the smallest, 0.4 million in
    blocks, through short texts dozens of times in 15 minutes, and the largest, 1.3 million, through two
    novels about once; a larger one would have seen too little by then.
    """
    most = tokens * _EPOCHS / _TOKENS_PER_PARAMETER
    fitting = [size for size in _SIZES if 12 * size[0] * size[1] ** 2 <= most]
    layers, width = max(fitting, default=_SIZES[0])
    return Size(layers, width, width // _HEAD_WIDTH, 4 * width)


def make_untrained(
    into: Path,
    texts: Callable[[], Iterable[str]],
    spec: TrainingSpec,
    title: str,
    cancel: CancelToken,
) -> Iterator[Stage | Untrained]:
    """Make a tokeniser and a model with random weights; the last event is `Untrained`.

    The same spec and texts give the same files, but for the date in the manifest.

    Args:
        into: The model directory to be; replaced if it is there.
        texts: What it shall learn from; gone through three times.
        spec: Kind and size of vocabulary and model; what is 0 or "auto" is chosen here.
        title: Name of the model.
        cancel: Looked at per text and per weight.

    Raises:
        BadInputError: If there is no text, or the numbers do not fit together.
        OSError: If the disk is full.
    """
    yield Stage("Counting the characters in your texts")
    amount = count_characters(texts, spec.lower_case, cancel)
    if not amount.size:
        raise BadInputError("There is no text to make a vocabulary of. Choose folders with more.")
    kind = kind_for(amount) if spec.vocabulary == "auto" else spec.vocabulary
    yield Stage("Making a vocabulary of your texts")
    tokenizer = train_tokenizer(kind, spec.vocabulary_size, spec.lower_case, texts, amount, cancel)
    tokens = 0
    for batch in _batches(texts()):
        cancel.raise_if_cancelled()
        tokens += sum(len(found) for found in tokenizer.encode_batch_fast(batch))
        yield Stage("Counting the tokens in your texts", tokens)
    class_name, config = _configuration(spec, tokenizer.get_vocab_size(), tokens)
    shapes = weight_shapes(class_name, config)
    begin = tokenizer.token_to_id(BEGIN)
    assert begin is not None
    with atomic.staged_directory(into) as staging:
        tokenizer.save(str(staging / TOKENIZER_FILE))
        write_config(staging, class_name, config)
        yield Stage("Writing the untrained model")
        with WeightsWriter(staging / WEIGHTS_FILE, shapes) as writer:
            for path, array in _random_weights(class_name, shapes, spec.seed):
                cancel.raise_if_cancelled()
                writer.write(path, array)
        parameters = sum(math.prod(shape) for shape in shapes.values())
        manifest = Manifest(
            slug="",
            title=title,
            family=FAMILIES[class_name],
            parameters=parameters,
            context_tokens=config["max_sequence_length"],
            licence="",
            bos_token_id=begin,
            add_bos=False,
            stop_token_ids=(begin,),
            chat_template=None,
            source=Source("made from scratch", title, ""),
            weights_sha256=writer.sha256,
            created=timestamp(),
        )
        write_manifest(staging, manifest)
    yield Untrained(into, parameters, tokenizer.get_vocab_size(), kind, tokens)


def _configuration(spec: TrainingSpec, vocabulary: int, tokens: int) -> tuple[str, dict[str, Any]]:
    """Class and constructor arguments of the model."""
    fits = suggest(tokens)
    width = spec.width or fits.width
    heads = spec.heads or (fits.heads if width == fits.width else max(1, width // _HEAD_WIDTH))
    config: dict[str, Any] = {
        "vocabulary_size": vocabulary,
        "num_layers": spec.layers or fits.layers,
        "num_heads": heads,
        "hidden_dim": width,
        "intermediate_dim": spec.feed_forward or 4 * width,
        "max_sequence_length": spec.seq or CONTEXT,
    }
    if spec.architecture == "post_norm":
        head = spec.head_width or width // heads
        if not head:
            raise BadInputError(Sentence("A width of {width} cannot be shared among {heads} heads. Choose fewer heads.", width=width, heads=heads))  # fmt: skip
        return "PostNormGPT", {**config, "head_dim": head, "layer_norm_epsilon": spec.norm_epsilon}
    if width % heads or (spec.head_width and spec.head_width * heads != width):
        raise BadInputError(
            Sentence(
                "A width of {width} cannot be shared evenly among {heads} heads. Choose a number of heads that divides it, or the “post_norm” architecture.",
                width=width,
                heads=heads,
            )
        )
    return "GPT2Backbone", config


def _random_weights(class_name: str, shapes: Shapes, seed: int) -> Iterator[tuple[str, Array]]:
    """Weights as the layers of Keras and KerasHub draw them when they are new."""
    rng = np.random.Generator(np.random.PCG64(seed))
    for path, shape in shapes.items():
        name = path.rpartition("/")[2]
        if name in ("bias", "beta"):
            array = np.zeros(shape)
        elif name == "gamma":
            array = np.ones(shape)
        elif class_name == "GPT2Backbone":
            array = rng.normal(0.0, 0.01 if path == "token_embedding/embeddings" else 0.02, shape)
        elif name == "embeddings":
            array = rng.uniform(-0.05, 0.05, shape)
        else:
            bound = _glorot_bound(path, shape)
            array = rng.uniform(-bound, bound, shape)
        yield path, array.astype(np.float32)


def _glorot_bound(path: str, shape: tuple[int, ...]) -> float:
    """Limit of the uniform distribution (Glorot and Bengio, 2010): inputs and outputs of all heads count."""
    inputs = len(shape) - 1 if path.endswith("attention_output/kernel") else 1
    return math.sqrt(6.0 / (math.prod(shape[:inputs]) + math.prod(shape[inputs:])))


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if len(batch) == _BATCH or size > 1_000_000:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
