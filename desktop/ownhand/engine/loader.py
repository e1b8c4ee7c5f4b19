"""From a model directory of the store to a decoder and a tokeniser, in stages that can be cancelled."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from pathlib import Path

from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BackendError, NotEnoughMemoryError
from ownhand.core.messages import Stage
from ownhand.core.quiet import quiet_stderr
from ownhand.core.words import Sentence, mark
from ownhand.engine.architecture import Architecture, Array, LayerWeights, Weights
from ownhand.engine.backends import BackendChoice, make_runtime, prepare_process, suits_kernel
from ownhand.engine.backends.runtime import Runtime
from ownhand.engine.decoder import KerasDecoder
from ownhand.engine.families import family_of
from ownhand.engine.families.parts import matrix_of, read_matrix
from ownhand.engine.narrow.ahead import compile_ahead, is_compiled
from ownhand.engine.narrow.jit import keep_compiled_in
from ownhand.engine.preload import preload
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.layout import TOKENIZER_FILE, read_config
from ownhand.models.manifest import Manifest, read_manifest
from ownhand.models.tensors import ModelTensors

log = logging.getLogger(__name__)

_POLL_S = 0.1


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """Everything needed to write with a model. Lives on the model lane.

    Attributes:
        manifest: What it is.
        tokenizer: Its own.
        decoder: Its weights on the device, and the cache.
        arch: Its architecture.
        whole_sha256: Of the whole weights in memory, to which adapters are added.
        adapted: Paths of the weights that differ from the whole ones.
    """

    manifest: Manifest
    tokenizer: Tokenizer
    decoder: KerasDecoder
    arch: Architecture
    whole_sha256: str
    adapted: frozenset[str]


def load_model(
    directory: Path, choice: BackendChoice, cancel: CancelToken
) -> Iterator[Stage | LoadedModel]:
    """Load a model; the last event is the `LoadedModel`.

    Raises:
        Cancelled: Between two stages, once asked to stop.
        ModelError: If the directory is damaged.
        BackendError: If the backend or device cannot be used.
    """
    yield Stage("Reading the model's description", 0, 3)
    manifest = read_manifest(directory)
    class_name, config = read_config(directory)
    family, config = family_of(class_name), {**config, "context_tokens": manifest.context_tokens}
    arch = family.architecture(config)
    tokenizer = Tokenizer(directory / TOKENIZER_FILE, manifest)
    tensors = ModelTensors(directory)
    cancel.raise_if_cancelled()

    def weights(source: ModelTensors) -> Weights:
        return family.weights(arch, config, cancellable(source, cancel))

    make = _with_kernel if suits_kernel(choice) else _with_keras
    try:
        runtime = yield from make(choice, arch, tensors, weights, cancel)
        cancel.raise_if_cancelled()
        item = 4 if runtime.dtype == "float32" else 2
        token_bytes = arch.layers * 2 * arch.kv_heads * arch.head_width * item
        decoder = KerasDecoder(runtime, arch.vocabulary, arch.context, token_bytes)
    except MemoryError as problem:
        raise NotEnoughMemoryError(
            Sentence(
                "There is not enough free memory for {title}. Close other programs, or choose a smaller model.",
                title=manifest.title,
            )
        ) from problem
    yield LoadedModel(manifest, tokenizer, decoder, arch, tensors.whole_sha256, tensors.adapted)


Making = Generator[Stage, None, Runtime]
ReadWeights = Callable[[ModelTensors], Weights]


def _with_kernel(
    choice: BackendChoice, arch: Architecture, tensors: ModelTensors, weights: ReadWeights,
    cancel: CancelToken,
) -> Making:  # fmt: skip
    """The narrow kernel over the whole weights, and then what an adapter changes in them."""
    keep_compiled_in(choice.cache_dir / "kernels" if choice.cache_dir else None)
    yield from compile_ahead(cancel)
    yield Stage("Reading the weights", 1, 3)
    runtime = yield from _packed(choice, arch, ModelTensors(tensors.whole_directory), weights)
    read = cancellable(tensors, cancel)
    changed = sorted({matrix_of(path) for path in tensors.adapted})
    for done, (layer, name) in enumerate(changed):
        yield Stage("Reading the weights", done, len(changed))
        runtime.replace(layer, name, read_matrix(arch, read, layer, name))
    if is_compiled():  # else the decoder does it, which can be stopped meanwhile
        runtime.compile(runtime.new_cache(1, 1), 1, False)
    return runtime


def _packed(
    choice: BackendChoice, arch: Architecture, whole: ModelTensors, weights: ReadWeights
) -> Making:
    """A runtime over whole weights, which are packed for it when they come for the first time: in a
    thread of its own, so that it can be told how far that is."""
    make: Callable[..., Runtime] = importlib.import_module("ownhand.engine.narrow.runtime").make
    begun = 0

    def counted(layers: Iterable[LayerWeights]) -> Iterator[LayerWeights]:
        nonlocal begun
        for layer in layers:
            begun += 1
            yield layer

    def read() -> Weights:
        found = weights(whole)
        return replace(found, layers=counted(found.layers))

    narrow = choice.dtype != "float32"
    kept = narrow and choice.cache_dir is not None
    label = mark("Packing the weights, once for each model") if kept else "Reading the weights"
    with ThreadPoolExecutor(1, "pack") as pool:
        made = pool.submit(make, arch, read, whole.whole_sha256, narrow, choice.cache_dir)
        while wait([made], _POLL_S).not_done:
            if begun:
                yield Stage(label, begun, arch.layers)
    return made.result()


def _with_keras(
    choice: BackendChoice, arch: Architecture, tensors: ModelTensors, weights: ReadWeights,
    cancel: CancelToken,
) -> Making:  # fmt: skip
    """The Keras layers on the chosen backend."""
    yield Stage(Sentence("Starting {titles}", titles=_TITLES[choice.backend]), 1, 3)
    prepare_process(choice)
    _import_backend(choice.backend, cancel)
    yield Stage("Reading the weights", 2, 3)
    return make_runtime(choice, arch, weights(tensors))


_TITLES = {"tensorflow": "TensorFlow", "jax": "JAX", "torch": "PyTorch"}


def tensor_reader(directory: Path, cancel: CancelToken) -> Callable[[str], Array]:
    """A function that gives one weight of a model by name, mapped from the disk; those of an adapter
    with what it adds.

    Raises:
        ModelError: If the weights are missing or damaged.
    """
    return cancellable(ModelTensors(directory), cancel)


def cancellable(tensors: ModelTensors, cancel: CancelToken) -> Callable[[str], Array]:
    """The same weights, each only if nobody has asked to stop."""

    def tensor(name: str) -> Array:
        cancel.raise_if_cancelled()
        return tensors(name)

    return tensor


def _import_backend(backend: str, cancel: CancelToken) -> None:
    """Import Keras in steps: the libraries first, which frees the interpreter lock meanwhile."""
    with quiet_stderr():
        preload(backend, cancel)
        try:
            importlib.import_module("keras")
        except Exception as problem:  # a broken installation fails in any way it likes
            raise BackendError(
                Sentence(
                    "{titles} is installed but does not start ({problem}). Install Ownhand again, or choose another backend; “ownhand doctor” tells more.",
                    titles=_TITLES[backend],
                    problem=problem,
                )
            ) from problem

    cancel.raise_if_cancelled()
