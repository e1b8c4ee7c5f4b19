"""Training speed and memory beside KerasHub's own `fit`: same weights, texts, batch, length and precision.

Run with `python -m ownhand.bench.train`, or as `ownhand bench train`. Each side trains in a process of
its own, so that its peak memory is its own; both take full sequences, so that a step does the same
work. How much of a step is useful depends on how texts become sequences: Ownhand packs them, `fit`
cuts each text off at the length and fills up short ones. That share is counted on the same texts.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.bench.report import spread, write_report
from ownhand.core import resources
from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BadInputError, OwnhandError
from ownhand.core.paths import Paths, user_paths
from ownhand.corpus.clean import paragraphs
from ownhand.engine.tokenizer import Tokenizer
from ownhand.models.layout import TOKENIZER_FILE
from ownhand.models.manifest import read_manifest
from ownhand.models.starter import chosen_or_starter
from ownhand.models.store import DirectoryStore
from ownhand.training.forecast import peak_memory
from ownhand.training.packed import read_packed
from ownhand.training.planning import RATES
from ownhand.training.prepare import Prepared, Texts, pack_texts, read_texts
from ownhand.training.spec import TrainingSpec, read_spec, write_spec

_SIDES = ("keras_hub", "ownhand")
_METHODS = ("lora", "full")


def main() -> None:
    """Measure, and print the figures as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--model")
    parser.add_argument("--json")
    parser.add_argument("--runs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--seq", type=int, default=256)
    parser.add_argument("--side", choices=_SIDES, help=argparse.SUPPRESS)
    parser.add_argument("--spec", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        _train(options.side, read_spec(Path(options.spec)), options.runs)
        return
    try:
        with tempfile.TemporaryDirectory() as folder:
            write_report(_compare(options, Path(folder)), options.json)
    except OwnhandError as problem:
        sys.exit(f"ownhand: {problem}")


def _compare(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    store = DirectoryStore(user_paths().models)
    base = chosen_or_starter(store, options.model).directory
    texts = options.folders or [str(resources.resource_path("samples"))]
    spec = TrainingSpec(folders=tuple(texts), base=str(base), batch=options.batch, seq=options.seq)
    spec, padding = _prepared(spec, base, folder)
    figures: dict[str, Any] = {
        "model": base.name,
        "batch": spec.batch,
        "sequence_length": spec.seq,
        "padding_share": padding,
    }
    for method in _METHODS:
        chosen = TrainingSpec(
            base=spec.base, data=spec.data, batch=spec.batch, seq=spec.seq, method=method,
            rate=RATES[method], steps=options.runs + 1, warmup=0, schedule="constant", rank=8,
        )  # fmt: skip
        write_spec(folder / "spec.toml", chosen)
        sides = {side: _asked(side, folder / "spec.toml", options.runs) for side in _SIDES}
        figures |= {f"{method}_{name}": value for name, value in _figures(sides, padding).items()}
    return figures


def _figures(sides: dict[str, dict[str, Any]], padding: dict[str, float]) -> dict[str, Any]:
    """What two sides come to: useful tokens per second are steps per second times tokens that count."""
    found: dict[str, Any] = {}
    speed: dict[str, float] = {}
    for side, told in sides.items():
        places = told["places"]
        speed[side] = places / statistics.median(told["step_s"])
        found[f"{side}_step_s"] = spread(told["step_s"])
        found[f"{side}_first_step_s"] = round(told["first_s"], 1)
        found[f"{side}_useful_tokens_per_s"] = round(speed[side] * (1 - padding[side]), 1)
        found[f"{side}_peak_gb"] = round(told["peak_bytes"] / 1e9, 2)
        found[f"{side}_losses"] = told["losses"]
    ours, theirs = (found[f"{side}_useful_tokens_per_s"] for side in ("ownhand", "keras_hub"))
    return {
        "ratio": round(ours / theirs, 2),
        "step_ratio": round(speed["ownhand"] / speed["keras_hub"], 2),
        "memory_ratio": round(sides["ownhand"]["peak_bytes"] / sides["keras_hub"]["peak_bytes"], 2),
        **found,
    }


def _asked(side: str, spec: Path, runs: int) -> dict[str, Any]:
    done = subprocess.run(
        [
            sys.executable, "-m", "ownhand.bench.train", "--side", side, "--spec", str(spec),
            "--runs", str(runs),
        ],
        env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.stderr.write(done.stderr)
        raise OwnhandError(f"The measurement of {side} did not come to its end.")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _prepared(
    spec: TrainingSpec, base: Path, folder: Path
) -> tuple[TrainingSpec, dict[str, float]]:
    """The spec with its packed texts, and the share of padding that each side makes of them."""
    paths = Paths(folder / "data", folder / "config", folder / "cache", folder / "logs")
    *_, texts = read_texts(spec, paths, CancelToken())
    assert isinstance(texts, Texts)
    *_, prepared = pack_texts(texts, spec, base, paths, folder / "packed", CancelToken())
    assert isinstance(prepared, Prepared)
    packed = read_packed(prepared.folder)
    if len(packed.train) < spec.batch:
        raise BadInputError("There is too little text to measure with. Name a folder with more of it.")  # fmt: skip
    tokenizer = Tokenizer(base / TOKENIZER_FILE, read_manifest(base))
    lines = [line for document in texts.train for line in paragraphs(document.text)]
    lengths = [min(len(ids), spec.seq) for ids in tokenizer.encode_batch(lines)]
    shares = {
        "keras_hub": round(1 - sum(lengths) / (len(lengths) * spec.seq), 4),
        "ownhand": round(packed.about["padding_share"], 4),
    }
    return TrainingSpec(base=str(base), data=str(prepared.folder), batch=spec.batch, seq=spec.seq), shares  # fmt: skip


def _train(side: str, spec: TrainingSpec, runs: int) -> None:
    """Take one step and `runs` more in this process, and print how long they took."""
    step = _keras_hub(spec) if side == "keras_hub" else _ownhand(spec)
    times, losses = [], []
    for number in range(runs + 1):
        begun = time.perf_counter()
        losses.append(round(step(number), 4))
        times.append(time.perf_counter() - begun)
    line = {
        "first_s": times[0], "step_s": times[1:], "losses": [losses[0], losses[-1]],
        "places": spec.batch * spec.seq, "peak_bytes": peak_memory(),
    }  # fmt: skip
    sys.stdout.write(json.dumps(line) + "\n")


def _ownhand(spec: TrainingSpec) -> Any:
    from ownhand.training.run import prepare, take_step

    packed = read_packed(Path(spec.data))
    stepper = prepare(spec, os.environ.get("KERAS_BACKEND", "tensorflow"))

    def step(number: int) -> float:
        done = take_step(stepper, packed.train, spec, number, lambda: "")
        assert not isinstance(done, str)
        return done[0].loss

    return step


def _keras_hub(spec: TrainingSpec) -> Any:
    import keras

    from ownhand.models.kerashub import causal_model
    from ownhand.training.blocks import micro_batches

    packed = read_packed(Path(spec.data))
    model = causal_model(Path(spec.base))
    if spec.method == "lora":
        model.backbone.enable_lora(spec.rank)
    model.compile(
        optimizer=keras.optimizers.AdamW(spec.rate, weight_decay=0.0, clipnorm=spec.clip_norm),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        weighted_metrics=[keras.metrics.SparseCategoricalAccuracy()],
    )

    def step(number: int) -> float:
        (chosen,) = micro_batches(len(packed.train), number, spec.batch, 1, spec.seed)
        ids = packed.train.batch(chosen).ids
        inputs = {"token_ids": ids[:, :-1], "padding_mask": np.ones_like(ids[:, :-1], bool)}
        history = model.fit(
            inputs, ids[:, 1:], batch_size=spec.batch, epochs=1, shuffle=False, verbose=0
        )
        return float(history.history["loss"][0])

    return step


if __name__ == "__main__":
    main()
