"""A model that is an adapter: two small factors for each weight it changes, and a whole model it stands on.

`adapter.safetensors` holds `PATH.a` `[inputs, rank]` and `PATH.b` `[rank, outputs]` for KerasHub's
variable paths. An adapter never stands on another one: what was trained from an adapter holds the
factors of both, side by side.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ownhand.core.errors import ModelError
from ownhand.core.words import Sentence
from ownhand.models.layout import Shapes
from ownhand.models.manifest import Manifest, is_slug, read_manifest
from ownhand.models.weights_file import stored_shapes

ADAPTER_FILE = "adapter.safetensors"


def check_adapter(path: Path, shapes: Shapes) -> None:
    """See that an adapter file is whole and fits a model with these weights.

    Raises:
        ModelError: If it does not; says what is wrong.
    """
    found = stored_shapes(path)
    for name in sorted({name.removesuffix(".a").removesuffix(".b") for name in found}):
        a, b = found.get(f"{name}.a", ()), found.get(f"{name}.b", ())
        fits = len(a) == len(b) == 2 and a[1] == b[0]
        if name not in shapes or not fits or a[0] * b[1] != math.prod(shapes[name]):
            raise ModelError(
                Sentence(
                    "The file {name} does not fit the weight {name_2}.", name=path.name, name_2=name
                )
            )


def whole_model_of(directory: Path) -> Path:
    """The directory with the whole weights of a model: itself, or that of the base beside it.

    Raises:
        ModelError: If the base is gone or another one; says what to do.
    """
    manifest = read_manifest(directory)
    if manifest.adapter is None:
        return directory
    beside = directory.parent / manifest.adapter.base
    models = dict(manifests(directory.parent))
    if beside in models and stands_on(manifest, models[beside]):
        return beside
    for path, other in models.items():
        if stands_on(manifest, other):
            return path
    if beside in models:
        raise ModelError(
            Sentence(
                "“{title}” was trained on another version of “{title_2}” than the one on this machine. Add that version as well, under another name, or train “{title}” again.",
                title=manifest.title,
                title_2=models[beside].title,
            )
        )
    raise ModelError(
        Sentence(
            "“{title}” needs the model “{base}” it was trained from, which is not on this machine any more. Add that model again; “{title}” works then as before.",
            title=manifest.title,
            base=manifest.adapter.base,
        )
    )


def stands_on(manifest: Manifest, base: Manifest) -> bool:
    """Whether a model is an adapter for another one."""
    return (
        manifest.adapter is not None
        and base.adapter is None
        and manifest.adapter.base_sha256 == base.weights_sha256
    )


def manifests(root: Path) -> Iterator[tuple[Path, Manifest]]:
    """The models in a store's directory; what cannot be read is passed over."""
    for directory in sorted(root.iterdir()) if root.is_dir() else ():
        if is_slug(directory.name) and directory.is_dir():
            with suppress(ModelError):
                yield directory, read_manifest(directory)
