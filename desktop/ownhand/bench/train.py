"""Training speed and memory beside KerasHub's own `fit`: same weights, texts, batch, length and precision.

Run with `python -m ownhand.bench.train`, or as `ownhand bench train`. Each side trains in a process of
its own, so that its peak memory is its own; all take full sequences, so that a step does the same
work. How much of a step is useful depends on how texts become sequences: Ownhand packs them, `fit`
cuts each text off at the length and fills up short ones. That share is counted on the same texts.
Where transformers and peft are installed, or a Python that has them is named, their LoRA is measured
too; it is given Ownhand's packed sequences.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from ownhand.bench.huggingface_directory import write_huggingface
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
from ownhand.training.blocks import micro_batches
from ownhand.training.forecast import peak_memory
from ownhand.training.packed import read_packed
from ownhand.training.planning import RATES
from ownhand.training.prepare import Prepared, Texts, pack_texts, read_texts
from ownhand.training.spec import TrainingSpec, read_spec, write_spec

_SIDES = ("keras_hub", "ownhand")
_METHODS = ("lora", "full")
_PEFT = "transformers_peft"
_PROJECTIONS = {"query": "q_proj", "key": "k_proj", "value": "v_proj", "output": "o_proj", "gate": "gate_proj", "up": "up_proj", "down": "down_proj"}  # fmt: skip


def main() -> None:
    """Measure, and print the figures as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--model")
    parser.add_argument("--json")
    parser.add_argument("--runs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--seq", type=int, default=256)
    parser.add_argument("--method", choices=_METHODS, action="append", help="else both")
    parser.add_argument("--peft-python", help="Python of an environment with transformers and peft")
    parser.add_argument("--side", choices=_SIDES, help=argparse.SUPPRESS)
    parser.add_argument("--spec", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        _train(options.side, read_spec(Path(options.spec)), options.runs)
        return
    try:
        figures = measure(
            options.folders, options.model, options.runs, batch=options.batch, seq=options.seq,
            methods=tuple(options.method or _METHODS), peft_python=options.peft_python,
        )  # fmt: skip
        write_report(figures, options.json)
    except OwnhandError as problem:
        sys.exit(f"ownhand: {problem}")


def measure(
    folders: Sequence[str] = (),
    model: str | None = None,
    runs: int = 6,
    *,
    batch: int = 4,
    seq: int = 256,
    methods: Sequence[str] = _METHODS,
    peft_python: str | None = None,
) -> dict[str, Any]:
    """Train on each side.

    Args:
        folders: Texts to train on; none for a packaged sample.
        model: Name of a model; None for the starter model.
        runs: Timed steps, after a first one.
        batch: Sequences per step.
        seq: Their length in tokens.
        methods: Of "lora" and "full".
        peft_python: The Python of an environment with transformers and peft; None for this one, if it
            has them.

    Returns:
        Figures of each method and side under names that begin with the method's. Those of LoRA beside
        `fit` are "train_ratio", useful tokens per second, and "train_memory_ratio", peak memory, and
        beside transformers and peft "train_vs_peft" and "train_memory_vs_peft".

    Raises:
        OwnhandError: If a side does not come to its end.
    """
    with tempfile.TemporaryDirectory() as scratch:
        return _compare(folders, model, runs, (batch, seq), methods, peft_python, Path(scratch))


def _compare(
    folders: Sequence[str], model: str | None, runs: int, shape: tuple[int, int],
    methods: Sequence[str], peft_python: str | None, scratch: Path,
) -> dict[str, Any]:  # fmt: skip
    store = DirectoryStore(user_paths().models)
    base = chosen_or_starter(store, model).directory
    texts = tuple(folders) or (str(resources.resource_path("samples")),)
    spec = TrainingSpec(folders=texts, base=str(base), batch=shape[0], seq=shape[1])
    spec, padding = _prepared(spec, base, scratch)
    figures: dict[str, Any] = {
        "model": base.name,
        "batch": spec.batch,
        "sequence_length": spec.seq,
        "padding_share": padding,
    }
    for method in methods:
        chosen = TrainingSpec(
            base=spec.base, data=spec.data, batch=spec.batch, seq=spec.seq, method=method,
            rate=RATES[method], steps=runs + 1, warmup=0, schedule="constant", rank=8,
        )  # fmt: skip
        write_spec(scratch / "spec.toml", chosen)
        sides = {side: _asked(side, scratch / "spec.toml", runs) for side in _SIDES}
        python = peft_python or (sys.executable if _has_peft() else None)
        if method == "lora" and python:
            sides[_PEFT] = _peft(python, chosen, runs, scratch)
        found = _figures(sides, {**padding, _PEFT: padding["ownhand"]})
        figures |= {f"{method}_{name}": value for name, value in found.items()}
    short = {
        "train_ratio": "lora_ratio", "train_memory_ratio": "lora_memory_ratio",
        "train_vs_peft": "lora_vs_peft", "train_memory_vs_peft": "lora_memory_vs_peft",
    }  # fmt: skip
    return {**figures, **{key: figures[name] for key, name in short.items() if name in figures}}


def _has_peft() -> bool:
    return all(importlib.util.find_spec(name) for name in ("torch", "transformers", "peft"))


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
    peak = {side: told["peak_bytes"] for side, told in sides.items()}
    useful = {side: speed[side] * (1 - padding[side]) for side in sides}
    ratios = {
        "ratio": useful["ownhand"] / useful["keras_hub"],
        "step_ratio": speed["ownhand"] / speed["keras_hub"],
        "memory_ratio": peak["ownhand"] / peak["keras_hub"],
    }
    if _PEFT in sides:
        ratios["vs_peft"] = useful["ownhand"] / useful[_PEFT]
        ratios["memory_vs_peft"] = peak["ownhand"] / peak[_PEFT]
        found[f"{_PEFT}_versions"] = sides[_PEFT]["versions"]
    return {**{name: round(ratio, 2) for name, ratio in ratios.items()}, **found}


def _asked(side: str, spec: Path, runs: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "ownhand.bench.train", "--side", side, "--spec", str(spec)]
    return _answer(side, [*command, "--runs", str(runs)], dict(os.environ))


def _peft(python: str, spec: TrainingSpec, runs: int, folder: Path) -> dict[str, Any]:
    """The same steps by transformers and peft, in whatever Python has them."""
    target = folder / "hf"
    target.mkdir(exist_ok=True)
    write_huggingface(Path(spec.base), target)
    train = read_packed(Path(spec.data)).train
    chosen = [micro_batches(len(train), n, spec.batch, 1, spec.seed)[0] for n in range(runs + 1)]
    batches = [train.batch(numbers) for numbers in chosen]
    np.savez(
        folder / "batches.npz",
        ids=np.stack([batch.ids for batch in batches]),
        wanted=np.stack([batch.wanted for batch in batches]),
    )
    job = {
        "model": str(target), "batches": str(folder / "batches.npz"), "rank": spec.rank,
        "alpha": spec.alpha, "targets": [_PROJECTIONS[part] for part in spec.targets],
        "rate": spec.rate, "clip_norm": spec.clip_norm,
        "threads": psutil.cpu_count(logical=False) or 1,
    }  # fmt: skip
    (folder / "job.json").write_text(json.dumps(job), encoding="utf-8")
    script = Path(__file__).with_name("train_peft.py")
    environment = {**os.environ, "HF_HUB_OFFLINE": "1"}
    environment.pop("PYTHONPATH", None)  # another Python must not find this one's packages
    return _answer(_PEFT, [python, str(script), str(folder / "job.json")], environment)


def _answer(side: str, command: list[str], environment: dict[str, str]) -> dict[str, Any]:
    try:
        done = subprocess.run(
            command, env={**environment, "TF_CPP_MIN_LOG_LEVEL": "3"}, capture_output=True,
            text=True, check=False,
        )  # fmt: skip
    except OSError as problem:
        raise BadInputError(f"{command[0]} cannot be started: {problem.strerror}.") from problem
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
