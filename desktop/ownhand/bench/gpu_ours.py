"""What Ownhand does of the GPU measurement, on the JAX backend; each job in a process of its own.

`python -m ownhand.bench.gpu_ours decode|train JSON` prints one JSON line. Exit status 3 says that
there is no JAX, or that it found no GPU though the job is for one.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from ownhand.bench.random_models import SHAPES, parameters_read, random_weights
from ownhand.core.cancel import CancelToken
from ownhand.core.errors import BackendError
from ownhand.engine.backends import BackendChoice, make_runtime, prepare_process
from ownhand.engine.decoder import KerasDecoder
from ownhand.engine.session import Session

NO_GPU = 3
_COPIES = 10


def decode(job: dict[str, Any]) -> dict[str, Any]:
    """Greedy decoding through the session that streams use, and what bounds it.

    The bound is measured in this process: a large array is read and another one written. Of a step it
    tells apart what moving the logits takes and what finding the greatest takes; the rest is
    the device and the call of its program.
    """
    import jax

    shape = SHAPES[job["shape"]]
    arch = shape.arch
    bandwidth = _bandwidth(job["copied_bytes"])
    runtime = make_runtime(
        BackendChoice("jax", "gpu" if job["gpu"] else "cpu", "bfloat16"),
        arch,
        random_weights(shape),
    )
    token_bytes = 2 * arch.layers * arch.kv_heads * arch.head_width * 2
    session = Session(KerasDecoder(runtime, arch.vocabulary, arch.context, token_bytes))
    prompt = (np.arange(job["prompt"]) % arch.vocabulary).astype(np.int32)
    new, cancel = job["new"], CancelToken()
    for stage in (session.prepare(len(prompt), 1, cancel, seq=len(prompt)), session.prepare(len(prompt) + new, 1, cancel)):  # fmt: skip
        list(stage)
    rates: list[float] = []
    steps: list[float] = []
    argmax: list[float] = []
    for run in range(job["runs"] + 1):  # the first one warms up
        session.forget()
        *_, last = session.prefill(prompt, cancel)
        logits = np.asarray(last)
        begun = time.perf_counter()
        for _ in range(new):
            at = time.perf_counter()
            token = int(logits.argmax())
            found = time.perf_counter()
            logits = session.extend(np.array([[token]], np.int32)).logits[0]
            if run:
                argmax.append(found - at)
                steps.append(time.perf_counter() - found)
        if run:
            rates.append(new / (time.perf_counter() - begun))
    length = len(prompt) + new / 2
    read = 2 * parameters_read(shape) + token_bytes * length
    on_device = jax.device_put(np.zeros(arch.vocabulary, np.float32), jax.devices()[0])
    fresh = [(on_device + n).block_until_ready() for n in range(_COPIES)]
    to_host = [_seconds(partial(np.asarray, array)) for array in fresh]
    return {
        "tokens_per_s": rates,
        "bytes_per_token": round(read),
        "bandwidth_bytes_per_s": bandwidth,
        "step_ms": _median_ms(steps),
        "argmax_ms": _median_ms(argmax),
        "logits_to_host_ms": _median_ms(to_host),
        "traces": runtime.traces,
        **_where(),
    }


def train(job: dict[str, Any]) -> dict[str, Any]:
    """Steps of finetuning: every weight or adapters, blocks in bfloat16 on a GPU."""
    import jax

    from ownhand.training.blocks import Batch
    from ownhand.training.forecast import peak_memory
    from ownhand.training.method import Base, numerics_of, trainable
    from ownhand.training.spec import TrainingSpec
    from ownhand.training.steppers import make_stepper

    shape = SHAPES[job["shape"]]
    spec = TrainingSpec(
        method=job["method"], rank=job["rank"], batch=job["batch"], seq=job["seq"],
        precision="mixed" if job["mixed"] else "float32",
    )  # fmt: skip
    weights = random_weights(shape)
    layers = tuple(weights.layers)
    base = Base(Path(), shape.arch, replace(weights, layers=layers), layers)
    stepper = make_stepper("jax", trainable(spec, base), numerics_of(spec))
    ids = np.arange(spec.batch * (spec.seq + 1)).reshape(spec.batch, spec.seq + 1)
    batch = Batch((ids % shape.arch.vocabulary).astype(np.int32), np.ones_like(ids, np.int32))
    losses: list[float] = []

    def step() -> None:
        score = stepper.accumulate(batch, len(losses))
        losses.append(score.nats / score.count)
        stepper.apply(5e-5)

    for _ in range(2):
        step()
    times = [_seconds(step) for _ in range(job["runs"])]
    told = jax.devices()[0].memory_stats() or {}
    return {
        "step_s": times,
        "losses": [losses[0], losses[-1]],
        "peak_bytes": told.get("peak_bytes_in_use") or peak_memory(),
        **_where(),
    }


def _bandwidth(size: int) -> float:
    """Bytes per second of reading one large array and writing another, the best of some runs."""
    import jax
    import jax.numpy as jnp

    copy = jax.jit(lambda x: x + 1)
    source = jnp.zeros(size // 4, jnp.float32)
    copy(source).block_until_ready()
    best = min(_seconds(lambda: copy(source).block_until_ready()) for _ in range(_COPIES))
    return float(round(2 * source.nbytes / best))


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _median_ms(seconds: list[float]) -> float:
    return round(1000 * float(np.median(seconds)), 3)


def _where() -> dict[str, str]:
    import jax

    return {"device": jax.devices()[0].device_kind, "jax": jax.__version__}


def main() -> int:
    """Do one job."""
    job = json.loads(sys.argv[2])
    try:
        prepare_process(BackendChoice("jax", "auto" if job["gpu"] else "cpu"))
    except BackendError as problem:
        sys.stderr.write(f"{problem}\n")
        return NO_GPU
    import jax

    if job["gpu"] and jax.default_backend() != "gpu":
        sys.stderr.write(f"JAX {jax.__version__} found no GPU here, only: {jax.devices()}\n")
        return NO_GPU
    told = {"decode": decode, "train": train}[sys.argv[1]](job)
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
